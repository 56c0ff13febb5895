// Keeps one channel live: opens the socket and the stream, loads the latest messages, and does both again when the connection was lost.

import { ModelError, StreamSocket, call } from "./wire.js";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
const LATEST = 50;

export class LiveChannel {
  #events;
  #channelId = null;
  #socket = null;
  #stream = null;
  #failedAttempts = 0;
  #retry = null;

  /**
   * events.state(name, waitMilliseconds)  "connecting", "live" or "waiting" for the next attempt
   * events.connected()                    the server can be reached, for the first time or again
   * events.latest(messages)               all that is to be shown
   * events.message(message)               one more
   * events.failed(error)                  the server refuses the channel
   */
  constructor(events) {
    this.#events = events;
    // Waiting is pointless once the device is back or somebody looks at the page again.
    addEventListener("online", () => this.tryNow());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.tryNow());
  }

  start() {
    void this.#connect();
  }

  select(channelId) {
    this.#channelId = channelId;
    this.#stream?.close();
    this.#stream = null;
    if (this.#socket && channelId !== null) {
      void this.#follow(this.#socket, channelId);
    }
  }

  tryNow() {
    if (this.#retry !== null) {
      clearTimeout(this.#retry);
      this.#retry = null;
      void this.#connect();
    }
  }

  async #connect() {
    this.#events.state("connecting");
    try {
      this.#socket = await StreamSocket.open(() => this.#lost());
    } catch {
      this.#wait();
      return;
    }
    this.#events.state("live");
    this.#events.connected();
    if (this.#channelId !== null) {
      await this.#follow(this.#socket, this.#channelId);
    } else {
      this.#failedAttempts = 0;
    }
  }

  #lost() {
    this.#socket = null;
    this.#stream = null;
    this.#wait();
  }

  // Growing waits, a little different for everybody, so that a restarted server is not met by all its clients at once.
  #wait() {
    const wait = Math.min(FIRST_WAIT * 2 ** this.#failedAttempts, LONGEST_WAIT) * (0.75 + Math.random() / 2);
    this.#failedAttempts++;
    this.#retry = setTimeout(() => this.tryNow(), wait);
    this.#events.state("waiting", wait);
  }

  // First the stream, then the latest: whatever is posted in between comes both ways and is recognised by its id; nothing is missed.
  async #follow(socket, channelId) {
    const isCurrent = () => this.#socket === socket && this.#channelId === channelId;
    const failed = (error) => {
      if (!isCurrent() || error === null) {
        return;
      }
      if (error instanceof ModelError) {
        this.#events.failed(error);
      } else {
        // Whatever went wrong, starting over with a new socket is the way out, with the usual waits.
        socket.close();
      }
    };
    try {
      const onMessage = (message) => isCurrent() && this.#events.message(message);
      const stream = await socket.stream("message", "watch", { channelId }, onMessage, failed);
      if (!isCurrent()) {
        stream.close();
        return;
      }
      this.#stream = stream;
      const messages = await call("message", "latest", { channelId, limit: LATEST });
      if (isCurrent()) {
        this.#failedAttempts = 0;
        this.#events.latest(messages);
      }
    } catch (error) {
      failed(error);
    }
  }
}
