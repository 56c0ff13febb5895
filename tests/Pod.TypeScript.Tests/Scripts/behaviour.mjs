// node behaviour.mjs <address>, likewise with Deno and Bun: what only this client has to do. Each line that fails ends the run with its text.
import assert from 'node:assert/strict';
import process from 'node:process';
import {
  OutOfStock, PodClientError, PodHttpError, PodModelError, PodNetworkError, PodNotFoundError, PodProtocolError, PodServerError, PodStreamClosedError, PodStreamError,
  PodTimeoutError, PodUnauthorizedError, SampleClient, Severity, SeverityProperties,
} from './client/index.js';

const [address] = process.argv.slice(2);
// Only Node before version 22 has to be given one.
const WebSocket = globalThis.WebSocket ?? (await import('ws')).WebSocket;
const tests = {
  async 'sockets are shared by streams and closed after the last'() {
    const sockets = [];
    class Counting extends WebSocket {
      constructor(url) {
        super(url);
        sockets.push(this);
      }
    }
    const client = new SampleClient(address, { webSocket: Counting });
    const collect = async () => (await Array.fromAsync?.(client.echo.countdown({ from: 2 }))) ?? gather(client.echo.countdown({ from: 2 }));
    const both = await Promise.all([collect(), collect()]);
    assert.deepEqual(both, [[2, 1, 0], [2, 1, 0]]);
    assert.equal(sockets.length, 1);
    assert.ok(sockets[0].readyState >= 2);
    await collect();
    assert.equal(sockets.length, 2);
  },
  async 'leaving the loop closes the stream on the server'() {
    const client = connect();
    for await (const number of client.echo.countdown({ from: 1_000_000 })) {
      if (number < 999_990) {
        break;
      }
    }
    client.close();
  },
  async 'an aborted stream throws the reason'() {
    const abort = new AbortController();
    const reason = new Error('enough');
    await assert.rejects(async () => {
      for await (const number of connect().echo.countdown({ from: 1_000_000 }, { signal: abort.signal })) {
        if (number === 999_999) {
          abort.abort(reason);
        }
      }
    }, reason);
  },
  async 'an aborted call throws the reason and not a network error'() {
    const reason = new Error('enough');
    await assert.rejects(connect().echo.text({ value: 'a' }, { signal: AbortSignal.abort(reason) }), reason);
  },
  async 'a closed client ends its streams'() {
    const client = connect();
    await assert.rejects(async () => {
      for await (const number of client.echo.countdown({ from: 1_000_000 })) {
        if (number === 999_999) {
          client.close();
        }
      }
    }, PodStreamClosedError);
    await assert.rejects(gather(client.echo.countdown({ from: 1 })), PodStreamClosedError);
  },
  async 'model exceptions are classes with their fields'() {
    const error = await connect().echo.fail({ article: 'lamp' }).catch((failure) => failure);
    assert.ok(error instanceof OutOfStock && error instanceof PodModelError && error instanceof PodClientError && error instanceof Error);
    assert.equal(error.article, 'lamp');
  },
  async 'statuses are classes'() {
    const error = await connect().echo.failSecretly().catch((failure) => failure);
    assert.ok(error instanceof PodServerError && error instanceof PodHttpError);
    assert.equal(error.status, 500);
    const lost = new SampleClient(new URL('/nowhere/', address));
    await assert.rejects(lost.echo.text(), PodNotFoundError);
  },
  async 'a server that is not there is a network error'() {
    await assert.rejects(new SampleClient('http://127.0.0.1:9/').echo.text(), PodNetworkError);
    await assert.rejects(gather(new SampleClient('http://127.0.0.1:9/', { webSocket: WebSocket }).echo.countdown({ from: 1 })), PodStreamError);
  },
  async 'a call has a time limit'() {
    const slow = (_, { signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    await assert.rejects(new SampleClient(address, { fetch: slow, timeoutMs: 20 }).echo.text(), PodTimeoutError);
  },
  async 'refused credentials are refreshed once for all calls, and each call is repeated once'() {
    let [refreshes, calls] = [0, 0];
    const auth = {
      token: 'old',
      getAuthorization() {
        return `Bearer ${this.token}`;
      },
      async refresh() {
        refreshes++;
        await new Promise((resolve) => setTimeout(resolve, 10));
        this.token = 'new';
        return true;
      },
    };
    const fetch = async (_, { headers }) => {
      calls++;
      return headers.authorization === 'Bearer new' ? new Response('"ok"', { headers: { 'content-type': 'application/json' } }) : new Response('', { status: 401 });
    };
    const client = new SampleClient(address, { auth, fetch });
    assert.deepEqual(await Promise.all([client.echo.text(), client.echo.text()]), ['ok', 'ok']);
    assert.deepEqual([refreshes, calls], [1, 4]);
    const hopeless = new SampleClient(address, { auth: { getAuthorization: () => 'Bearer x', refresh: () => false }, fetch });
    await assert.rejects(hopeless.echo.text(), PodUnauthorizedError);
  },
  async 'methods that want no credentials get none, by call and by stream'() {
    const [headers, frames] = [[], []];
    class Listening extends WebSocket {
      send(frame) {
        frames.push(frame);
        super.send(frame);
      }
    }
    const listening = (url, options) => {
      headers.push(options.headers.authorization);
      return fetch(url, options);
    };
    const client = new SampleClient(address, { auth: { getAuthorization: () => 'Bearer x' }, fetch: listening, webSocket: Listening });
    await client.echo.text();
    await client.town.count({ name: 'a' }).catch(() => {});
    assert.deepEqual(headers, ['Bearer x', undefined]);
    await gather(client.echo.countdown({ from: 0 }));
    await gather(client.oldShelf.dust()).catch(() => {});
    assert.deepEqual(frames.map((frame) => JSON.parse(frame)).filter(({ type }) => type === 'omsc').map(({ data }) => data.auth), ['Bearer x', undefined]);
  },
  async 'calls and openings carry the trace of what runs now'() {
    const [headers, frames, traces] = [[], [], ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', undefined]];
    class Listening extends WebSocket {
      send(frame) {
        frames.push(JSON.parse(frame));
        super.send(frame);
      }
    }
    for (const trace of traces) {
      const listening = (url, options) => {
        headers.push(options.headers.traceparent);
        return fetch(url, options);
      };
      const client = new SampleClient(address, { traceparent: () => trace, fetch: listening, webSocket: Listening });
      assert.equal(await client.echo.text(), await connect().echo.text());
      assert.deepEqual(await gather(client.echo.countdown({ from: 0 })), await gather(connect().echo.countdown({ from: 0 })));
      client.close();
    }
    assert.deepEqual(headers, traces);
    assert.deepEqual(frames.filter(({ type }) => type === 'omsc').map(({ data }) => data.traceparent), traces);
  },
  async 'a server is asked every twenty seconds and counts as gone after forty of silence'() {
    const [setInterval, now, frames] = [globalThis.setInterval, Date.now, []];
    let [time, tick] = [now(), undefined];
    class Silent {
      readyState = 1;
      constructor() {
        queueMicrotask(() => this.onopen());
      }
      send(frame) {
        const { type, data } = JSON.parse(frame);
        frames.push(type);
        if (type === 'omsc') {
          this.onmessage({ data: JSON.stringify({ type: 'omsr', data: { ...data, res: 'success' } }) });
        } else if (frames.length === 1) {
          this.onmessage({ data: '{"type":"pong"}' });
        }
      }
      close() {}
    }
    try {
      Date.now = () => time;
      globalThis.setInterval = (callback, milliseconds) => {
        tick = callback;
        assert.equal(milliseconds, 20_000);
        return {};
      };
      const reading = gather(new SampleClient(address, { webSocket: Silent }).echo.countdown({ from: 0 }));
      reading.catch(() => {});
      while (!frames.includes('omsc')) {
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      for (const expected of [['ping', 'omsc', 'ping'], ['ping', 'omsc', 'ping']]) {
        time += 20_000;
        tick();
        assert.deepEqual(frames, expected);
      }
      await assert.rejects(reading, PodStreamClosedError);
    } finally {
      [globalThis.setInterval, Date.now] = [setInterval, now];
    }
  },
  async 'numbers that a number cannot hold are refused rather than rounded'() {
    const fetch = async () => new Response('9007199254740993');
    await assert.rejects(new SampleClient(address, { fetch }).echo.number(), { name: 'PodProtocolError' });
    const answer = (text) => new SampleClient(address, { fetch: async () => new Response(text) });
    await assert.rejects(answer('{"__className__":"Person","id":9007199254740993,"name":"a"}').echo.everything({ value: everything() }), PodProtocolError);
  },
  async 'answers that break the contract name the place'() {
    const fetch = async () => new Response('{"__className__":"Point","x":"far","tags":[],"marks":[],"names":{}}');
    await assert.rejects(new SampleClient(address, { fetch }).echo.point({ value: { x: 1, tags: [], marks: new Set(), names: {} } }), /\$\.x: expected a/);
    const html = async () => new Response('<html>', { headers: { 'content-type': 'text/html' } });
    await assert.rejects(new SampleClient(address, { fetch: html }).echo.text(), PodProtocolError);
  },
  async 'arguments are checked before they travel'() {
    await assert.rejects(async () => connect().echo.point({ value: { x: 'far', tags: [], marks: new Set(), names: {} } }), PodProtocolError);
  },
  async 'enums know their properties'() {
    assert.equal(SeverityProperties[Severity.high].weight, 10);
    assert.equal(SeverityProperties.low.factor, null);
  },
  async 'addresses that are none are refused'() {
    assert.throws(() => new SampleClient('ftp://example.com'), TypeError);
  },
};

function connect() {
  return new SampleClient(address, { webSocket: WebSocket });
}

async function gather(stream) {
  const items = [];
  for await (const item of stream) {
    items.push(item);
  }
  return items;
}

function everything() {
  return {
    flag: true, small: 1, number: 1, big: 1, single: 1, real: 1, money: '1', text: '', moment: new Date(0), moments: new Date(0), day: '2026-01-31', time: '08:00:00',
    span: 1, guid: '11111111-2222-3333-4444-555555555555', bytes: new Uint8Array(), link: 'a', huge: '1', mood: 'happy', level: 0,
  };
}

for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log(`ok ${name}`);
  } catch (failure) {
    console.log(`failed ${name}: ${failure.stack}`);
    process.exitCode = 1;
  }
}
process.exit();
