import { createHash } from 'node:crypto';
import type { Http, HttpFailure, HttpOutcome } from '../http.ts';
import type { EpochMs } from '../model.ts';
import { freshMs, retryAfterMs } from './caching.ts';
import { decodeText } from './decode.ts';
import { parseHeaders } from './headers.ts';
import { type ParsedFeed, parseFeed } from './parse.ts';
import { hubsIn } from './websub.ts';

/** What tells the next time that nothing has changed; null where the server gave none. */
export type Validators = {
  etag: string | null;
  lastModified: string | null;
  /** Of the last body, for servers that give no other. */
  bodyHash: string | null;
};

/** Of a server that was never asked. */
export const NO_VALIDATORS: Validators = { etag: null, lastModified: null, bodyHash: null };

/** Why there is no feed, in the words that sentences for people are made of. */
export type FetchFailure =
  | 'badUrl'
  | 'blocked'
  | 'dns'
  | 'refused'
  | 'tls'
  | 'timeout'
  | 'redirects'
  | 'notFound'
  | 'forbidden'
  | 'rateLimited'
  | 'serverError'
  | 'tooLarge'
  | 'notAFeed'
  | 'broken';

export type FetchOutcome =
  | {
      kind: 'fetched';
      feed: ParsedFeed;
      validators: Validators;
      /** After all redirects. */
      url: string;
      /** The same, if every redirect on the way says that it is for good (301, 308). */
      permanentUrl: string | null;
      freshMs: number | null;
    }
  | {
      kind: 'unchanged';
      validators: Validators;
      permanentUrl: string | null;
      freshMs: number | null;
    }
  | { kind: 'gone' }
  /** `detail` is for logs. */
  | { kind: 'failed'; reason: FetchFailure; detail: string; retryAfterMs: number | null }
  /** A web page: discovery may find the feed it belongs to. */
  | { kind: 'page'; html: string; url: string };

/** `headers`: what its owner wants to be sent with the question, as it is stored. */
export type AskedFeed = { url: string; headers?: string | null } & Validators;

export type FetchFeed = (feed: AskedFeed, now: EpochMs) => Promise<FetchOutcome>;

/** Asks a server for a feed, and only for what is new in it. Never throws as long as `http` does not. */
export function createFetchFeed({ http }: { http: Http }): FetchFeed {
  return async (feed, now) => {
    const [headers, ownHeaders] = [conditions(feed), parseHeaders(feed.headers)];
    const answer = await http({ url: feed.url, accept: ACCEPT, headers, ownHeaders });
    if (answer.kind === 'failed')
      return { ...answer, reason: FAILURES[answer.reason], retryAfterMs: null };
    if (answer.status === 410) return { kind: 'gone' };
    if (answer.status === 304) return unchanged(answer, feed, now);
    if (answer.status < 200 || answer.status > 299) return refusal(answer, now);

    const bodyHash = createHash('sha256').update(answer.body).digest('base64url');
    if (bodyHash === feed.bodyHash) return unchanged(answer, feed, now);
    return reading(answer, bodyHash, now);
  };
}

type Answer = Extract<HttpOutcome, { kind: 'answered' }>;

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';

const FAILURES: Record<HttpFailure, FetchFailure> = {
  url: 'badUrl',
  address: 'blocked',
  dns: 'dns',
  connect: 'refused',
  tls: 'tls',
  timeout: 'timeout',
  tooLarge: 'tooLarge',
  redirects: 'redirects',
  encoding: 'broken',
  broken: 'broken',
};

function conditions({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  };
}

/** Whatever the server says of itself now is newer than what we knew. */
function unchanged(answer: Answer, known: Validators, now: EpochMs): FetchOutcome {
  const { headers } = answer;
  const { etag, lastModified } = validatorsIn(headers);
  const validators = {
    etag: etag ?? known.etag,
    lastModified: lastModified ?? known.lastModified,
    bodyHash: known.bodyHash,
  };
  const permanentUrl = permanentUrlOf(answer);
  return { kind: 'unchanged', validators, permanentUrl, freshMs: freshMs(headers, now) };
}

function validatorsIn(headers: Answer['headers']): Omit<Validators, 'bodyHash'> {
  return {
    etag: sendable(headers.etag),
    lastModified: sendable(headers['last-modified']),
  };
}

/** A validator that we could not send back would break every later request. */
function sendable(validator: string | undefined): string | null {
  return validator && /^[\x20-\x7e]{1,500}$/.test(validator) ? validator : null;
}

function refusal({ status, headers }: Answer, now: EpochMs): FetchOutcome {
  return {
    kind: 'failed',
    reason: reasonOf(status),
    detail: `HTTP ${status}`,
    retryAfterMs: retryAfterMs(headers, now),
  };
}

function reasonOf(status: number): FetchFailure {
  if (status === 404) return 'notFound';
  if (status === 429) return 'rateLimited';
  if (status === 408 || status >= 500) return 'serverError';
  return status >= 400 ? 'forbidden' : 'broken';
}

function reading(answer: Answer, bodyHash: string, now: EpochMs): FetchOutcome {
  const { url, headers } = answer;
  const contentType = headers['content-type'] ?? '';
  const text = decodeText(answer.body, contentType);
  const feed = parseFeed({ text, url });
  if (!feed) return notAFeed(text, url, contentType);
  return {
    kind: 'fetched',
    feed: { ...feed, hubs: hubsIn(headers.link, url) ?? feed.hubs },
    validators: { ...validatorsIn(headers), bodyHash },
    url,
    permanentUrl: permanentUrlOf(answer),
    freshMs: freshMs(headers, now),
  };
}

function notAFeed(text: string, url: string, contentType: string): FetchOutcome {
  const isPage = /html/i.test(contentType) || /<(!doctype html|html|head|body)\b/i.test(text);
  if (isPage && text.trim() !== '') return { kind: 'page', html: text, url };
  const detail = `${contentType || 'no type'}, ${text.length} characters`;
  return { kind: 'failed', reason: 'notAFeed', detail, retryAfterMs: null };
}

function permanentUrlOf({ url, redirects }: Answer): string | null {
  const isForGood = redirects.every(({ status }) => status === 301 || status === 308);
  return redirects.length > 0 && isForGood ? url : null;
}
