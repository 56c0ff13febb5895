/** Calls over HTTP. A call is sent once; only after a refresh of the credentials that the server refused is it sent again. */

import { PodHttpError, PodNetworkError, PodProtocolError, PodTimeoutError } from './errors.js';
import { parse, stringify } from './json.js';
import { readException } from './models.js';

// Some endpoints send texts and bytes as they are, and no JSON under these names.
const rawTypes = { 'text/plain': 'String', 'application/octet-stream': 'ByteData' };

export class HttpCaller {
  #context;
  #refreshing;

  constructor(context) {
    this.#context = context;
  }

  async call(endpoint, method, args, result, { isAnonymous = false, signal } = {}) {
    const name = `${endpoint}/${method}`;
    const send = () => this.#send(name, args, isAnonymous, signal);
    let answer = await send();
    if (answer.status === 401 && !isAnonymous && (await this.#refresh())) {
      answer = await send();
    }
    return this.#read(name, answer, result);
  }

  async #send(name, args, isAnonymous, signal) {
    const { baseUrl, auth, fetch, timeoutMs, traceparent, contract } = this.#context;
    const headers = { 'content-type': 'application/json', 'x-pod-contract': contract };
    const trace = traceparent?.();
    if (trace) {
      headers.traceparent = trace;
    }
    const authorization = isAnonymous ? null : await auth?.getAuthorization();
    if (authorization) {
      headers.authorization = authorization;
    }
    const timeout = new AbortController();
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    try {
      signal?.throwIfAborted();
      const response = await fetch(new URL(name, baseUrl), {
        method: 'POST',
        headers,
        body: stringify(args),
        signal: signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal,
      });
      const type = response.headers.get('content-type')?.split(';')[0];
      return {
        status: response.status,
        type,
        body: response.ok && type === 'application/octet-stream' ? new Uint8Array(await response.arrayBuffer()) : await response.text(),
        sessionId: response.headers.get('x-pod-session-id'),
      };
    } catch (failure) {
      if (signal?.aborted) {
        throw signal.reason;
      }
      throw timeout.signal.aborted
        ? new PodTimeoutError(`${name}: no answer within ${timeoutMs} ms.`, { cause: failure })
        : new PodNetworkError(`${name}: the server cannot be reached.`, { cause: failure });
    } finally {
      clearTimeout(timer);
    }
  }

  #read(name, { status, type, body, sessionId }, result) {
    if (status === 200) {
      return rawTypes[type] === result.wireName.replace('?', '') ? body : result.read(decode(name, body), '$');
    }
    if (status === 400) {
      const error = readException(this.#context.registry, tryParse(body));
      if (error) {
        throw error;
      }
    }
    throw PodHttpError.of(name, status, body, sessionId);
  }

  /** Calls that are refused together share one refresh. */
  #refresh() {
    this.#refreshing ??= Promise.resolve(this.#context.auth?.refresh?.() ?? false).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }
}

function decode(name, text) {
  try {
    return parse(text);
  } catch (failure) {
    throw new PodProtocolError(`${name}: the answer is no JSON.`, { cause: failure });
  }
}

function tryParse(text) {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
