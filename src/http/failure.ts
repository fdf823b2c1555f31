import type { HttpFailure } from '../http.ts';
import { BodyEncodingError, BodyTooLargeError } from './body.ts';

/** Why we ourselves will not go on. */
export class HttpError extends Error {
  readonly reason: HttpFailure;
  constructor(reason: HttpFailure, message: string) {
    super(message);
    this.reason = reason;
  }
}

type Failure = { reason: HttpFailure; detail: string };

/** Puts into one of our words whatever a request threw; `signal` is the one that bounds its time. */
export function failureOf(error: unknown, signal: AbortSignal): Failure {
  const cause = innermost(error);
  const detail = `${cause.code ?? cause.name}: ${cause.message}`.slice(0, MAX_DETAIL_LENGTH);
  // Last of all a timeout breaks things off in any of a dozen ways: ask the clock first.
  if (signal.aborted) return { reason: 'timeout', detail: 'it took too long' };
  if (cause instanceof HttpError) return { reason: cause.reason, detail: cause.message };
  if (cause instanceof BodyTooLargeError) return { reason: 'tooLarge', detail: cause.message };
  if (cause instanceof BodyEncodingError) return { reason: 'encoding', detail: cause.message };
  return { reason: reasonOf(cause.code ?? cause.name), detail };
}

const MAX_DETAIL_LENGTH = 200;

const REASONS: [RegExp, HttpFailure][] = [
  [/^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL)/, 'dns'],
  [/TIMEOUT|^ETIMEDOUT$|^(Abort|Timeout)Error$/, 'timeout'],
  [/^UND_ERR_SOCKS5/, 'connect'],
  [/^(ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|EADDRNOTAVAIL|EACCES|EPERM)$/, 'connect'],
  [/CERT|^ERR_(TLS|SSL)|SIGNATURE|UNABLE_TO_|^EPROTO$/, 'tls'],
  [/HEADERS?_OVERFLOW/, 'tooLarge'],
];

function reasonOf(code: string): HttpFailure {
  return REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'broken';
}

type Coded = Error & { code?: string };

/** What several attempts to connect failed of, or what a stream was destroyed with. */
function innermost(error: unknown): Coded {
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors[0]);
  if (isOurs(error)) return error;
  if (error instanceof Error && error.cause instanceof Error) return innermost(error.cause);
  return error instanceof Error ? error : new Error(String(error));
}

function isOurs(error: unknown): error is Error {
  return (
    error instanceof HttpError ||
    error instanceof BodyTooLargeError ||
    error instanceof BodyEncodingError
  );
}
