/** Everything that a call or stream can fail with, but the models' own exceptions and the caller's own abort. */

export class PodClientError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = new.target.name;
  }
}

export class PodNetworkError extends PodClientError {}

export class PodTimeoutError extends PodNetworkError {}

export class PodProtocolError extends PodClientError {}

export class PodHttpError extends PodClientError {
  constructor(message, { status, body = '', sessionId = null }) {
    super(message);
    this.status = status;
    this.body = body;
    this.sessionId = sessionId;
  }

  /** Makes the error of a status. */
  static of(call, status, body = '', sessionId = null) {
    const type = byStatus.get(status) ?? PodHttpError;
    return new type(`${call}: the server answered ${status}.${body ? ' ' + body : ''}`, { status, body, sessionId });
  }
}

export class PodBadRequestError extends PodHttpError {}
export class PodUnauthorizedError extends PodHttpError {}
export class PodForbiddenError extends PodHttpError {}
export class PodNotFoundError extends PodHttpError {}
export class PodServerError extends PodHttpError {}

const byStatus = new Map([
  [400, PodBadRequestError],
  [401, PodUnauthorizedError],
  [403, PodForbiddenError],
  [404, PodNotFoundError],
  [500, PodServerError],
]);

export class PodStreamError extends PodClientError {}
export class PodStreamConnectError extends PodStreamError {}
export class PodStreamClosedError extends PodStreamError {}

/** Base of the exceptions that model files declare. */
export class PodModelError extends PodClientError {}
