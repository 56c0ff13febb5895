/** What a client may be told. */
export interface PodClientOptions {
  /** Gives the credentials of calls and streams. */
  readonly auth?: PodAuth | undefined;
  /** Sends requests; the platform's own `fetch` unless given. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Makes sockets; the platform's own `WebSocket` unless given. Node has one from version 22 on. */
  readonly webSocket?: (new (url: string) => WebSocketLike) | undefined;
  /** How long a call may take, in milliseconds. Default: 20 000. Streams have no limit. */
  readonly timeoutMs?: number | undefined;
  /** Gives the W3C `traceparent` of what runs now, so that the server continues its trace; undefined for none. */
  readonly traceparent?: (() => string | undefined) | undefined;
}

/** What is needed of a WebSocket. */
export interface WebSocketLike {
  readonly readyState: number;
  binaryType?: string;
  onopen: ((event: never) => unknown) | null;
  onmessage: ((event: never) => unknown) | null;
  onerror: ((event: never) => unknown) | null;
  onclose: ((event: never) => unknown) | null;
  send(data: string): void;
  close(): void;
}

/** Where credentials come from. */
export interface PodAuth {
  /** Gives the value of the header `Authorization`, or null for none. */
  getAuthorization(): string | null | Promise<string | null>;
  /** Asked once when the server refuses the credentials; true when there are better ones. Calls that are refused together share one answer. */
  refresh?(): boolean | Promise<boolean>;
}

/** What a single call or stream may be told. */
export interface CallOptions {
  /** Aborts the call or stream; the server stops its work. */
  readonly signal?: AbortSignal | undefined;
}

/** A value whose type travels with it. Objects with `__className__` are models. */
export type DynamicValue = unknown;

/** Root of all errors of this package. */
export declare class PodClientError extends Error {}
/** The server could not be reached, or the connection broke. */
export declare class PodNetworkError extends PodClientError {}
/** There was no answer in time. */
export declare class PodTimeoutError extends PodNetworkError {}
/** An answer is not what the contract promises; the message names the place in it. */
export declare class PodProtocolError extends PodClientError {}
/** The server answered with another status than 200. */
export declare class PodHttpError extends PodClientError {
  readonly status: number;
  /** The answer's text; for people, it has no form that programs could rely on. */
  readonly body: string;
  /** The server's session, to find the call in its log. */
  readonly sessionId: string | null;
}
/** 400: an argument was refused. */
export declare class PodBadRequestError extends PodHttpError {}
/** 401: nobody is signed in. */
export declare class PodUnauthorizedError extends PodHttpError {}
/** 403: a scope is missing. */
export declare class PodForbiddenError extends PodHttpError {}
/** 404: there is no such endpoint. */
export declare class PodNotFoundError extends PodHttpError {}
/** 500: the method failed. */
export declare class PodServerError extends PodHttpError {}
/** A stream failed. */
export declare class PodStreamError extends PodClientError {}
/** There is no socket. */
export declare class PodStreamConnectError extends PodStreamError {}
/** The socket was lost, or the client closed. */
export declare class PodStreamClosedError extends PodStreamError {}
/** Base of the exceptions that model files declare. */
export declare class PodModelError extends PodClientError {}

/** Base of every generated client. */
export declare class PodClient {
  protected constructor();
  /** Ends all streams. */
  close(): void;
}
