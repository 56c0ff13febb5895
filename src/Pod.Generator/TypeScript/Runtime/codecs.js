/**
 * How values travel. A codec has a name on the wire, `read(json, path)` and `write(value, path)`; reading gives what the types of this package promise, or
 * throws a PodProtocolError that names the place.
 */

import { PodProtocolError } from './errors.js';
import { markedDigits } from './json.js';

export function fail(path, message) {
  throw new PodProtocolError(`${path}: ${message}`);
}

function expect(isGood, path, what, value) {
  if (!isGood) {
    fail(path, `expected ${what}, found ${value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value}.`);
  }
}

function scalar(wireName, what, isRead, isWritten, read = (value) => value, write = (value) => value) {
  return {
    wireName,
    read(value, path) {
      expect(isRead(value), path, what, value);
      return read(value, path);
    },
    write(value, path) {
      expect(isWritten(value), path, what, value);
      return write(value, path);
    },
  };
}

const isString = (value) => typeof value === 'string' && markedDigits(value) === undefined;
const isNumber = (value) => typeof value === 'number';
const text = (wireName, what = 'a text') => scalar(wireName, what, isString, isString);

export const bool = scalar('bool', 'true or false', (value) => typeof value === 'boolean', (value) => typeof value === 'boolean');
export const string = text('String');
export const double = scalar('double', 'a number', isNumber, Number.isFinite);
export const guid = text('UuidValue');
export const uri = text('Uri');
export const dateOnly = text('DateOnly', 'a day such as 2026-01-31');
export const timeOnly = text('TimeOnly', 'a time such as 08:00:00');
export const duration = scalar('Duration', 'milliseconds', isNumber, isNumber, undefined, Math.trunc);
export const vector = scalar('Vector', 'an array of numbers', Array.isArray, Array.isArray);
export const halfVector = { ...vector, wireName: 'HalfVector' };
export const sparseVector = text('SparseVector');
export const bit = text('Bit');

/** A whole number of at most 32 bits. */
export const int = scalar('int', 'a whole number', Number.isInteger, Number.isInteger);

/** A whole number of 64 bits as `number`; one that a number cannot hold is refused rather than rounded. */
export const long = {
  wireName: 'int',
  read(value, path) {
    if (markedDigits(value) !== undefined && Number.isSafeInteger(Number(markedDigits(value)))) {
      return Number(markedDigits(value));
    }
    if (markedDigits(value) !== undefined || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
      fail(path, `${markedDigits(value) ?? value} is beyond 2^53 - 1. Generate the client with --int64 bigint.`);
    }
    return int.read(value, path);
  },
  write(value, path) {
    expect(Number.isSafeInteger(value), path, 'a whole number up to 2^53 - 1', value);
    return value;
  },
};

/** A whole number of 64 bits as `bigint`. */
export const bigLong = {
  wireName: 'int',
  read(value, path) {
    return BigInt(markedDigits(value) ?? int.read(value, path));
  },
  write(value, path) {
    expect(typeof value === 'bigint', path, 'a bigint', value);
    return value;
  },
};

const decimalLike = (wireName) => ({
  wireName,
  read(value, path) {
    const digits = markedDigits(value);
    expect(digits !== undefined || typeof value === 'string' || isNumber(value), path, 'a number as text', value);
    return digits ?? String(value);
  },
  write(value, path) {
    expect(typeof value === 'string', path, 'a number as text', value);
    return value;
  },
});

export const decimal = decimalLike('Decimal');
export const bigInteger = decimalLike('BigInt');

const instant = (wireName) => ({
  wireName,
  read(value, path) {
    const date = new Date(isString(value) && !/(Z|[+-]\d\d:?\d\d)$/i.test(value) ? value + 'Z' : value);
    expect((isString(value) || isNumber(value)) && !Number.isNaN(date.getTime()), path, 'an instant such as 2026-01-31T08:00:00.000Z', value);
    return date;
  },
  write(value, path) {
    expect(value instanceof Date && !Number.isNaN(value.getTime()), path, 'a Date', value);
    return value.toISOString();
  },
});

export const dateTime = instant('DateTime');
export const dateTimeOffset = {
  ...instant('DateTimeOffset'),
  write: (value, path) => dateTime.write(value, path).replace('Z', '+00:00'),
};

export const bytes = {
  wireName: 'ByteData',
  read(value, path) {
    expect(isString(value), path, 'bytes in base64', value);
    const base64 = /^decode\('(.*)', 'base64'\)$/.exec(value)?.[1] ?? value;
    try {
      return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    } catch {
      return fail(path, 'expected bytes in base64.');
    }
  },
  write(value, path) {
    expect(value instanceof Uint8Array, path, 'a Uint8Array', value);
    let binary = '';
    for (const byte of value) {
      binary += String.fromCharCode(byte);
    }
    return `decode('${btoa(binary)}', 'base64')`;
  },
};

export function nullable(codec) {
  return {
    isNullable: true,
    wireName: codec.wireName + '?',
    get nameOf() {
      return codec.nameOf;
    },
    read: (value, path, name) => (value === null || value === undefined ? null : codec.read(value, path, name)),
    write: (value, path) => (value === null || value === undefined ? null : codec.write(value, path)),
  };
}

export function list(item) {
  return {
    wireName: `List<${item.wireName}>`,
    read(value, path) {
      expect(Array.isArray(value), path, 'an array', value);
      return value.map((element, index) => item.read(element, `${path}[${index}]`));
    },
    write(value, path) {
      expect(Array.isArray(value), path, 'an array', value);
      return value.map((element, index) => item.write(element, `${path}[${index}]`));
    },
  };
}

export function set(item) {
  const items = list(item);
  return {
    wireName: `Set<${item.wireName}>`,
    read: (value, path) => new Set(items.read(value, path)),
    write(value, path) {
      expect(value instanceof Set, path, 'a Set', value);
      return items.write([...value], path);
    },
  };
}

/** A map whose keys are texts: a plain object. */
export function record(item) {
  const each = (value, path, convert) => {
    expect(value !== null && typeof value === 'object' && !Array.isArray(value), path, 'an object', value);
    return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, convert(element, `${path}.${key}`)]));
  };
  return {
    wireName: `Map<String,${item.wireName}>`,
    read: (value, path) => each(value, path, item.read),
    write: (value, path) => each(value, path, item.write),
  };
}

/** A map with any other keys: a Map. */
export function map(key, item) {
  return {
    wireName: `Map<${key.wireName},${item.wireName}>`,
    read(value, path) {
      expect(Array.isArray(value), path, 'an array of keys and values', value);
      return new Map(value.map((entry, index) => [key.read(entry?.k, `${path}[${index}].k`), item.read(entry?.v, `${path}[${index}].v`)]));
    },
    write(value, path) {
      expect(value instanceof Map, path, 'a Map', value);
      return [...value].map(([k, v], index) => ({ k: key.write(k, `${path}[${index}].k`), v: item.write(v, `${path}[${index}].v`) }));
    },
  };
}

/** A record: an array when all its elements are known by position, an object when all have names, else an object with the positions as `$1`, `$2` … */
export function tuple(positional, named) {
  const names = Object.entries(named);
  const isArray = names.length === 0;
  return {
    wireName: 'Record',
    read(value, path) {
      expect(value !== null && typeof value === 'object', path, 'a record', value);
      const first = positional.map((codec, index) => codec.read(value.p?.[index], `${path}.p[${index}]`));
      return isArray
        ? first
        : Object.fromEntries([
            ...first.map((element, index) => [`$${index + 1}`, element]),
            ...names.map(([name, codec]) => [name, codec.read(value.n?.[name], `${path}.n.${name}`)]),
          ]);
    },
    write(value, path) {
      expect(value !== null && typeof value === 'object', path, isArray ? 'an array' : 'an object', value);
      const p = positional.map((codec, index) => codec.write(isArray ? value[index] : value[`$${index + 1}`], `${path}.p[${index}]`));
      const n = Object.fromEntries(
        names.map(([name, codec]) => [name, codec.write(value[name], `${path}.n.${name}`)]).filter(([, element]) => element !== null),
      );
      return { ...(p.length > 0 ? { p } : {}), ...(isArray ? {} : { n }) };
    },
  };
}

/** An enum: its texts, or its positions. Values that are not known read as `fallback` if there is one. */
export function enumeration(wireName, values, fallback) {
  const known = new Set(values);
  return {
    wireName,
    read(value, path) {
      if (known.has(value)) {
        return value;
      }
      return fallback ?? fail(path, `${JSON.stringify(value)} is no ${wireName}.`);
    },
    write(value, path) {
      expect(known.has(value), path, `a ${wireName}`, value);
      return value;
    },
  };
}

/** A type of the server's own that this package knows nothing about: JSON as it comes. */
export const custom = { wireName: 'dynamic', read: (value) => value, write: (value) => value };
