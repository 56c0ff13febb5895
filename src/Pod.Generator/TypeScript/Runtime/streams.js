/** Streaming calls, all over one WebSocket that opens for the first of them and closes after the last. */

import { PodHttpError, PodModelError, PodStreamClosedError, PodStreamConnectError, PodStreamError } from './errors.js';
import { parse, stringify } from './json.js';
import { readDeclared, readException, writeDeclared } from './models.js';

const connectMs = 5_000;
const pingMs = 20_000;
const silenceMs = 40_000;
const statusOf = { endpointNotFound: 404, authenticationFailed: 401, authorizationDeclined: 403, invalidArguments: 400 };

export class Streams {
  #context;
  #socket;
  #isClosed = false;

  constructor(context) {
    this.#context = context;
  }

  /** Opens a call. `inputs` maps names of parameters to [codec, iterable]. */
  async open(endpoint, method, args, inputs, result, { isAnonymous = false, signal } = {}) {
    if (this.#isClosed) {
      throw new PodStreamClosedError('The client is closed.');
    }
    signal?.throwIfAborted();
    const traceparent = this.#context.traceparent?.();
    const auth = isAnonymous ? null : await this.#context.auth?.getAuthorization();
    if (this.#socket === undefined || this.#socket.isLost) {
      this.#socket = new Socket(this.#context);
    }
    const call = new Call(this.#socket, { endpoint, method, args, inputs, result, auth, traceparent, signal, registry: this.#context.registry });
    await call.open();
    return call;
  }

  close() {
    this.#isClosed = true;
    this.#socket?.lose(new PodStreamClosedError('The client was closed.'));
  }
}

class Socket {
  #socket;
  #calls = new Map();
  #ready;
  #settle;
  #pings;
  #lastFrame = Date.now();
  isLost = false;

  constructor({ baseUrl, webSocket }) {
    const url = new URL('v1/websocket', baseUrl);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    this.#ready = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.#ready.catch(() => {});
    this.#socket = new webSocket(url.href);
    this.#socket.binaryType = 'arraybuffer';
    this.#socket.onopen = () => this.send('{"type":"ping"}');
    this.#socket.onmessage = ({ data }) => this.#receive(data);
    this.#socket.onerror = () => this.lose(new PodStreamConnectError(`No WebSocket to ${url.href}.`));
    this.#socket.onclose = () => this.lose(new PodStreamClosedError('The connection was lost.'));
    const timer = setTimeout(() => this.lose(new PodStreamConnectError(`${url.href} did not answer within ${connectMs} ms.`)), connectMs);
    this.#ready.then(() => this.#startPings(), () => {}).finally(() => clearTimeout(timer));
  }

  async add(call) {
    this.#calls.set(call.id, call);
    await this.#ready;
  }

  remove(call) {
    this.#calls.delete(call.id);
    if (this.#calls.size === 0) {
      this.lose(new PodStreamClosedError('The last stream has ended.'));
    }
  }

  send(text) {
    if (this.#socket.readyState === 1) {
      this.#socket.send(text);
    }
  }

  lose(error) {
    if (this.isLost) {
      return;
    }
    this.isLost = true;
    clearInterval(this.#pings);
    this.#settle.reject(error);
    const calls = [...this.#calls.values()];
    this.#calls.clear();
    calls.forEach((call) => call.fail(error));
    this.#socket.close();
  }

  #startPings() {
    this.#pings = setInterval(() => {
      if (Date.now() - this.#lastFrame >= silenceMs) {
        this.lose(new PodStreamClosedError('The server has gone silent.'));
      } else {
        this.send('{"type":"ping"}');
      }
    }, pingMs);
    this.#pings.unref?.();
  }

  #receive(data) {
    this.#lastFrame = Date.now();
    let frame;
    try {
      frame = parse(typeof data === 'string' ? data : new TextDecoder().decode(data));
    } catch {
      this.lose(new PodStreamClosedError('The server sent a frame that is no JSON.'));
      return;
    }
    switch (frame.type) {
      case 'ping':
        this.send('{"type":"pong"}');
        break;
      case 'pong':
        this.#settle.resolve();
        break;
      case 'brm':
        this.lose(new PodStreamClosedError('The server did not understand a frame.'));
        break;
      default:
        this.#calls.get(frame.data?.cid)?.handle(frame.type, frame.data);
    }
  }
}

class Call {
  #socket;
  #what;
  #items = [];
  #waiting;
  #opened;
  #failure;
  #isEnded = false;
  #hasFailed = false;
  #pumps = new Map();
  #onAbort;
  id = globalThis.crypto.randomUUID();

  constructor(socket, what) {
    this.#socket = socket;
    this.#what = what;
  }

  get #name() {
    return `${this.#what.endpoint}/${this.#what.method}`;
  }

  async open() {
    const { args, inputs, auth, traceparent, signal } = this.#what;
    const opened = new Promise((resolve, reject) => {
      this.#opened = { resolve, reject };
    });
    opened.catch(() => {});
    this.#onAbort = () => this.#abort(signal.reason);
    signal?.addEventListener('abort', this.#onAbort, { once: true });
    try {
      await this.#socket.add(this);
      signal?.throwIfAborted();
      this.#send('omsc', { args: stringify(args), is: Object.keys(inputs), ...(auth ? { auth } : {}), ...(traceparent ? { traceparent } : {}) });
      await opened;
    } catch (failure) {
      this.#end();
      throw failure;
    }
    for (const [parameter, [codec, items]] of Object.entries(inputs)) {
      this.#pump(parameter, codec, items);
    }
  }

  handle(type, data) {
    switch (type) {
      case 'omsr':
        if (data.res === 'success') {
          this.#opened.resolve();
        } else {
          this.#opened.reject(PodHttpError.of(this.#name, statusOf[data.res] ?? 400));
        }
        break;
      case 'msm':
        this.#items.push(data.o);
        this.#wake();
        break;
      case 'msse':
        this.#failure = readException(this.#what.registry, data.ex);
        break;
      case 'cmsc':
        if (data.p !== undefined) {
          this.#pumps.get(data.p)?.();
        } else {
          this.#finish(data.cr === 'done' ? undefined : (this.#failure ?? new PodStreamError(`${this.#name}: the method failed on the server.`)));
        }
        break;
    }
  }

  fail(error) {
    this.#opened?.reject(error);
    this.#finish(error);
  }

  /** Gives the next item, or `done`; throws what ended the stream. */
  async next() {
    while (this.#items.length === 0 && !this.#isEnded) {
      await new Promise((resolve) => {
        this.#waiting = resolve;
      });
    }
    if (this.#items.length > 0) {
      return { done: false, value: readDeclared(this.#what.result, this.#items.shift(), '$') };
    }
    if (this.#hasFailed) {
      throw this.#failure;
    }
    return { done: true, value: undefined };
  }

  /** Closes the call: the server stops its method. */
  leave() {
    if (!this.#isEnded) {
      this.#send('cmsc', { cr: 'done' });
    }
    this.#end();
  }

  #abort(reason) {
    if (!this.#isEnded) {
      this.#send('cmsc', { cr: 'done' });
    }
    this.#items = [];
    this.fail(reason);
  }

  #finish(error) {
    if (this.#isEnded) {
      return;
    }
    this.#hasFailed = error !== undefined;
    this.#failure = error;
    this.#end();
  }

  #end() {
    this.#isEnded = true;
    this.#what.signal?.removeEventListener('abort', this.#onAbort);
    this.#pumps.forEach((stop) => stop());
    this.#socket.remove(this);
    this.#wake();
  }

  #wake() {
    this.#waiting?.();
    this.#waiting = undefined;
  }

  #send(type, data) {
    const { endpoint, method } = this.#what;
    this.#socket.send(stringify({ type, data: { en: endpoint, m: method, cid: this.id, ...data } }));
  }

  async #pump(p, codec, items) {
    const iterator = items[Symbol.asyncIterator]();
    let isStopped = false;
    this.#pumps.set(p, () => {
      isStopped = true;
      this.#pumps.delete(p);
      Promise.resolve(iterator.return?.()).catch(() => {});
    });
    try {
      for (let item = await iterator.next(); !item.done && !isStopped; item = await iterator.next()) {
        this.#send('msm', { p, o: writeDeclared(codec, item.value, `${p}`) });
      }
      if (!isStopped) {
        this.#send('cmsc', { p, cr: 'done' });
      }
    } catch (failure) {
      if (!isStopped) {
        const model = failure instanceof PodModelError ? this.#what.registry.find(failure.constructor.wireName) : undefined;
        if (model) {
          this.#send('msse', { p, ex: { className: model.wireName, data: model.writeOwn(failure, p) } });
        }
        this.#send('cmsc', { p, cr: 'error' });
      }
    } finally {
      this.#pumps.delete(p);
    }
  }
}
