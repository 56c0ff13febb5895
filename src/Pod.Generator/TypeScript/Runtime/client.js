/** The base of every generated client and of its endpoints. */

import { HttpCaller } from './http.js';
import { Streams } from './streams.js';

export class PodClient {
  #http;
  #streams;

  constructor(url, contract, registry, { auth, fetch = globalThis.fetch, webSocket = globalThis.WebSocket, timeoutMs = 20_000, traceparent } = {}) {
    const baseUrl = new URL(url);
    if (baseUrl.protocol !== 'http:' && baseUrl.protocol !== 'https:') {
      throw new TypeError(`'${url}' is no address of a server: it begins with neither http:// nor https://.`);
    }
    baseUrl.pathname += baseUrl.pathname.endsWith('/') ? '' : '/';
    const context = { baseUrl, auth, fetch: fetch.bind(globalThis), webSocket, timeoutMs, traceparent, contract, registry };
    this.#http = new HttpCaller(context);
    this.#streams = new Streams(context);
  }

  /** Ends all streams. */
  close() {
    this.#streams.close();
  }

  callEndpoint(...call) {
    return this.#http.call(...call);
  }

  openStream(...call) {
    return this.#streams.open(...call);
  }
}

export class PodEndpoint {
  #client;
  #name;

  constructor(client, name) {
    this.#client = client;
    this.#name = name;
  }

  /** `parameters` maps the names of arguments to their codecs. */
  call(method, parameters, args, result, options) {
    return this.#client.callEndpoint(this.#name, method, writeArguments(parameters, args), result, options);
  }

  /** A stream opens when it is iterated, each time anew, and closes when the loop is left. */
  stream(method, parameters, inputs, args, result, options) {
    const open = () => this.#client.openStream(this.#name, method, writeArguments(parameters, args), pickInputs(inputs, args), result, options);
    return {
      async *[Symbol.asyncIterator]() {
        const call = await open();
        try {
          for (let item = await call.next(); !item.done; item = await call.next()) {
            yield item.value;
          }
        } finally {
          call.leave();
        }
      },
    };
  }

  /** A call with input streams and one result. */
  async streamingCall(method, parameters, inputs, args, result, options) {
    const call = await this.#client.openStream(this.#name, method, writeArguments(parameters, args), pickInputs(inputs, args), result, options);
    try {
      const first = await call.next();
      while (!(await call.next()).done);
      return first.value;
    } finally {
      call.leave();
    }
  }
}

// Arguments that are left out take the server's default.
function writeArguments(parameters, args = {}) {
  return Object.fromEntries(
    Object.entries(parameters)
      .filter(([name]) => args[name] !== undefined)
      .map(([name, codec]) => [name, codec.write(args[name], name)]),
  );
}

function pickInputs(inputs, args = {}) {
  return Object.fromEntries(Object.entries(inputs).map(([name, codec]) => [name, [codec, args[name]]]));
}
