// Pod's wire, written by hand: calls by POST, streams over one WebSocket. It knows nothing of chats. A TypeScript client generated from
// pod.contract.json is to take its place, which is why everything else stays out of this file.

const PING_INTERVAL = 20_000;
const LONGEST_SILENCE = 40_000;
const OPEN_TIMEOUT = 5_000;

/** An exception that the server's models declare, such as ChannelNotFound with its fields in data. */
export class ModelError extends Error {
  constructor(className, data) {
    super(className);
    this.className = className;
    this.data = data;
  }
}

/** There is no connection, or it broke. */
export class NetworkError extends Error {}

/** The server answered, but not with what was asked for. */
export class ServerError extends Error {
  constructor(status, text) {
    super(text || `The server answered ${status}.`);
    this.status = status;
  }
}

/** Calls a method and gives its result. */
export async function call(endpoint, method, args = {}) {
  let response;
  let text;
  try {
    response = await fetch(`/${endpoint}/${method}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(args),
    });
    text = await response.text();
  } catch (cause) {
    throw new NetworkError("There is no connection to the server.", { cause });
  }
  if (response.ok) {
    return text === "" ? undefined : JSON.parse(text);
  }
  throw modelErrorIn(response, text) ?? new ServerError(response.status, text);
}

function modelErrorIn(response, text) {
  if (response.status !== 400 || !response.headers.get("Content-Type")?.startsWith("application/json")) {
    return null;
  }
  const body = JSON.parse(text);
  return typeof body?.className === "string" ? new ModelError(body.className, body.data) : null;
}

/** The socket that all streams share. It does not come back by itself: whoever uses it makes a new one. */
export class StreamSocket {
  #socket;
  #streams = new Map();
  #pings;
  #lastFrameAt = Date.now();
  #onClosed;

  /** Opens the socket; onClosed is called once when it ends, for whatever reason. */
  static async open(onClosed) {
    const socket = new StreamSocket();
    await socket.#connect();
    socket.#onClosed = onClosed;
    return socket;
  }

  /** Opens a stream. Resolves once the server has accepted it; onEnd gets the error, or null when the stream is simply over. */
  stream(endpoint, method, args, onItem, onEnd) {
    const address = { en: endpoint, m: method, cid: uuid() };
    return new Promise((resolve, reject) => {
      const close = () => {
        if (this.#streams.delete(address.cid)) {
          this.#send("cmsc", { ...address, cr: "done" });
        }
      };
      const opened = () => {
        stream.end = onEnd;
        resolve({ close });
      };
      const stream = { opened, item: onItem, end: (error) => reject(error ?? new ServerError(0, "The server closed the stream.")), failure: null };
      this.#streams.set(address.cid, stream);
      this.#send("omsc", { ...address, args: JSON.stringify(args), is: [] });
    });
  }

  /** Closes the socket; its streams end at once, even when the server does not answer any more. */
  close() {
    this.#socket.close();
    this.#ended();
  }

  #connect() {
    return new Promise((resolve, reject) => {
      const scheme = location.protocol === "https:" ? "wss" : "ws";
      this.#socket = new WebSocket(`${scheme}://${location.host}/v1/websocket`);
      const timer = setTimeout(() => this.#socket.close(), OPEN_TIMEOUT);
      this.#socket.onopen = () => this.#send("ping");
      this.#socket.onclose = () => {
        clearTimeout(timer);
        this.#ended();
        reject(new NetworkError("There is no connection to the server."));
      };
      this.#socket.onmessage = (message) => {
        const frame = JSON.parse(message.data);
        this.#lastFrameAt = Date.now();
        if (frame.type === "pong") {
          clearTimeout(timer);
          this.#pings ??= setInterval(() => this.#ping(), PING_INTERVAL);
          resolve();
        } else {
          this.#handle(frame);
        }
      };
    });
  }

  #handle({ type, data }) {
    if (type === "ping") {
      this.#send("pong");
      return;
    }
    if (type === "brm") {
      this.close();
      return;
    }
    const stream = this.#streams.get(data.cid);
    if (!stream) {
      return;
    }
    switch (type) {
      case "omsr":
        if (data.res === "success") {
          stream.opened();
        } else {
          this.#end(data.cid, new ServerError(0, `The server refused the stream: ${data.res}.`));
        }
        break;
      case "msm":
        stream.item(data.o.data);
        break;
      case "msse":
        stream.failure = new ModelError(data.ex.className, data.ex.data);
        break;
      case "cmsc":
        this.#end(data.cid, data.cr === "done" ? null : (stream.failure ?? new ServerError(0, "The server ended the stream.")));
        break;
    }
  }

  #end(callId, error) {
    const stream = this.#streams.get(callId);
    this.#streams.delete(callId);
    stream.end(error);
  }

  #ended() {
    clearInterval(this.#pings);
    for (const callId of [...this.#streams.keys()]) {
      this.#end(callId, new NetworkError("The connection to the server broke."));
    }
    this.#onClosed?.();
    this.#onClosed = null;
  }

  // A browser that finds out about a dead connection by itself may take minutes.
  #ping() {
    if (Date.now() - this.#lastFrameAt > LONGEST_SILENCE) {
      this.close();
      return;
    }
    this.#send("ping");
  }

  #send(type, data) {
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#socket.send(JSON.stringify(data ? { type, data } : { type }));
    }
  }
}

// crypto.randomUUID exists only on pages served over https or from localhost.
function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
