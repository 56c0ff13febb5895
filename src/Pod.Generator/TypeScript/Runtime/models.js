/** Codecs of models, and of values whose type travels with them. */

import * as codecs from './codecs.js';
import { PodProtocolError } from './errors.js';

/** All models of a package by their names on the wire. */
export class ModelRegistry {
  #codecs = new Map();

  /** Adds a codec; models may name others that come later. */
  add(codec) {
    this.#codecs.set(codec.wireName, codec);
    return codec;
  }

  find(wireName) {
    return this.#codecs.get(wireName) ?? scalars.get(wireName);
  }
}

const scalars = new Map(
  [
    codecs.bool, codecs.double, codecs.string, codecs.dateTime, codecs.duration, codecs.guid, codecs.bytes, codecs.uri, codecs.bigInteger, codecs.decimal,
    codecs.dateTimeOffset, codecs.dateOnly, codecs.timeOnly, codecs.vector, codecs.halfVector, codecs.sparseVector, codecs.bit, codecs.long,
  ].map((codec) => [codec.wireName, codec]),
);

/**
 * The codec of a class or exception.
 * @param wireName its name on the wire
 * @param fields gives [member, key, codec, default] of each field; `default` makes the value of a member that is missing
 * @param options `registry` and the names of the `subtypes`; `isTagged` puts `__className__` on what is read; `create` makes an exception of the members
 */
export function model(wireName, fields, { registry, subtypes = [], isTagged = false, isAbstract = false, create = (members) => members }) {
  let made;
  const all = () => (made ??= fields());

  function readOwn(value, path) {
    const members = isTagged ? { __className__: wireName } : {};
    for (const [member, key, codec, makeDefault] of all()) {
      const found = value[key];
      if (found === undefined && makeDefault) {
        members[member] = makeDefault();
      } else if (found === undefined && !codec.isNullable) {
        codecs.fail(`${path}.${key}`, 'the member is missing.');
      } else {
        members[member] = codec.read(found, `${path}.${key}`);
      }
    }
    return create(members);
  }

  function writeOwn(value, path) {
    const written = { __className__: wireName };
    for (const [member, key, codec, makeDefault] of all()) {
      const found = value[member];
      if (found === undefined && (makeDefault || codec.isNullable)) {
        continue;
      }
      const json = codec.write(found, `${path}.${member}`);
      if (json !== null || makeDefault) {
        written[key] = json;
      }
    }
    return written;
  }

  const codec = {
    wireName,
    readOwn,
    writeOwn,
    nameOf: (value) => (subtypes.includes(value?.__className__) ? value.__className__ : wireName),
    read(value, path, name = value?.__className__) {
      if (value === null || typeof value !== 'object' || Array.isArray(value)) {
        codecs.fail(path, `expected an object (${wireName}).`);
      }
      if (name !== undefined && subtypes.includes(name)) {
        return registry.find(name).readOwn(value, path);
      }
      return isAbstract ? codecs.fail(path, `'${name}' is no kind of ${wireName} that this client knows.`) : readOwn(value, path);
    },
    write(value, path) {
      if (value === null || typeof value !== 'object') {
        codecs.fail(path, `expected an object (${wireName}).`);
      }
      const name = codec.nameOf(value);
      return name === wireName ? writeOwn(value, path) : registry.find(name).writeOwn(value, path);
    },
  };
  return registry.add(codec);
}

/** The codec of values whose type travels with them: `{"className":…,"data":…}`. */
export function dynamic(registry) {
  const codec = {
    wireName: 'dynamic',
    isNullable: true,
    read(value, path) {
      return value === null || value === undefined ? null : readTagged(registry, codec, value, path);
    },
    write(value, path) {
      const found = codecOf(registry, codec, value, path);
      return { className: found.nameOf?.(value) ?? found.wireName, data: found.write(value, path) };
    },
  };
  return codec;
}

/** Reads `{"className":…,"data":…}` by the name that travels. */
function readTagged(registry, codec, value, path) {
  const name = typeof value.className === 'string' ? value.className.replaceAll(' ', '') : undefined;
  if (name === undefined) {
    codecs.fail(path, "expected a value with its 'className'.");
  }
  return byName(registry, codec, name, path).read(value.data, `${path}.data`, name);
}

const nothing = { wireName: 'null', read: () => null, write: () => null };

function byName(registry, codec, name, path) {
  if (name === 'null') {
    return nothing;
  }
  if (name.endsWith('?')) {
    return codecs.nullable(byName(registry, codec, name.slice(0, -1), path));
  }
  if (name === 'dynamic') {
    return codec;
  }
  const [, kind, inner] = /^(List|Set|Map)<(.*)>$/.exec(name) ?? [];
  if (kind === 'List' || kind === 'Set') {
    return codecs[kind.toLowerCase()](byName(registry, codec, inner, path));
  }
  if (kind === 'Map') {
    const comma = splitAt(inner);
    const [key, item] = [inner.slice(0, comma), byName(registry, codec, inner.slice(comma + 1), path)];
    return key === 'String' ? codecs.record(item) : codecs.map(byName(registry, codec, key, path), item);
  }
  return registry.find(name) ?? codecs.fail(path, `'${name}' is a type that this client does not know.`);
}

// The comma between key and value; others may stand inside of either.
function splitAt(inner) {
  let depth = 0;
  for (let position = 0; position < inner.length; position++) {
    const character = inner[position];
    depth += character === '<' ? 1 : character === '>' ? -1 : 0;
    if (character === ',' && depth === 0) {
      return position;
    }
  }
  return inner.length;
}

function codecOf(registry, codec, value, path) {
  if (value === null || value === undefined) {
    return nothing;
  }
  if (Array.isArray(value)) {
    return codecs.list(codec);
  }
  if (value instanceof Set) {
    return codecs.set(codec);
  }
  if (value instanceof Map) {
    return codecs.map(codec, codec);
  }
  if (value instanceof Date) {
    return codecs.dateTime;
  }
  if (value instanceof Uint8Array) {
    return codecs.bytes;
  }
  const simple = { boolean: codecs.bool, string: codecs.string, bigint: codecs.bigLong }[typeof value];
  if (simple) {
    return simple;
  }
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? codecs.long : codecs.double;
  }
  const model = registry.find(value.__className__);
  return model ?? (value.__className__ === undefined ? codecs.record(codec) : codecs.fail(path, `'${value.__className__}' is a type that this client does not know.`));
}

/** Reads an item or result that travels with its class name, as the declared type. */
export function readDeclared(codec, tagged, path) {
  if (tagged === null || typeof tagged !== 'object') {
    codecs.fail(path, "expected a value with its 'className'.");
  }
  return codec.wireName === 'dynamic' && tagged.className !== 'null' ? codec.read(tagged, path) : codec.read(tagged.className === 'null' ? null : tagged.data, path, tagged.className);
}

/** Writes an item with its class name. */
export function writeDeclared(codec, value, path) {
  if (codec.wireName === 'dynamic') {
    return codec.write(value, path);
  }
  const data = codec.write(value, path);
  return data === null ? { className: 'null', data: null } : { className: codec.nameOf?.(value) ?? codec.wireName.replace(/\?$/, ''), data };
}

/** Reads `{"className":…,"data":…}` as a declared exception; undefined when it is none that this client knows. */
export function readException(registry, value) {
  if (value === null || typeof value !== 'object' || typeof value.className !== 'string') {
    return undefined;
  }
  try {
    const error = registry.find(value.className)?.readOwn?.(value.data ?? {}, '$');
    return error instanceof Error ? error : undefined;
  } catch (failure) {
    if (failure instanceof PodProtocolError) {
      return undefined;
    }
    throw failure;
  }
}
