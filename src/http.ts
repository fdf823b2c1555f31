import dns from 'node:dns';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Dispatcher } from 'undici';
import { createAddressGuard } from './http/addresses.ts';
import { type Asker, createAsker } from './http/agent.ts';
import { readBody, unpackBody } from './http/body.ts';
import { startDeadline } from './http/deadline.ts';
import { failureOf, HttpError } from './http/failure.ts';
import { isSameServer } from './http/servers.ts';

export type HttpRequest = {
  url: string;
  headers?: Record<string, string>;
  /** For this server alone: no redirect takes them to another. */
  ownHeaders?: Record<string, string>;
  /** Of the body, packed and unpacked. */
  maxBytes?: number;
  /** From the first look-up to the last byte, redirects included. */
  timeoutMs?: number;
  accept?: string;
  /** Fields to send with POST; without them the request is a GET. */
  form?: Record<string, string>;
};

/** Why there is no answer. `url`: malformed, not http(s), or with a password in it; `address`: not on the
 *  public internet; `encoding`: does not unpack; `broken`: the connection or the protocol broke. */
export type HttpFailure =
  | 'url'
  | 'address'
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'tooLarge'
  | 'redirects'
  | 'encoding'
  | 'broken';

/** A redirect that was followed: what the server said, and where that pointed. */
export type HttpRedirect = { status: number; url: string };

export type HttpOutcome =
  | {
      kind: 'answered';
      status: number;
      /** After all redirects. */
      url: string;
      /** Lower-case names; repeated ones joined by a comma. */
      headers: Record<string, string>;
      body: Uint8Array;
      redirects: HttpRedirect[];
    }
  /** `detail` is for logs; it holds no credentials and no whole URL. */
  | { kind: 'failed'; reason: HttpFailure; detail: string };

/** Asks once: what may have arrived is not sent again. Never throws. */
export type Http = (request: HttpRequest) => Promise<HttpOutcome>;

export type HttpOptions = {
  /** CIDR networks that may be asked although they are not on the public internet. */
  allowedAddresses: string[];
  userAgent: string;
  resolve?: typeof dns.lookup;
  /** Through which all is asked: `http://`, `https://` or `socks5://`. */
  proxy?: string | undefined;
};

/** The one way to the web: only public addresses, checked at each connection; bounded in time, size and redirects. */
export function createHttp(options: HttpOptions): { fetch: Http; close(): Promise<void> } {
  const guard = createAddressGuard(options.allowedAddresses);
  const { resolve = dns.lookup, proxy } = options;
  const asker = createAsker({ guard, resolve, proxy });

  async function fetch(request: HttpRequest): Promise<HttpOutcome> {
    const deadline = startDeadline(request.timeoutMs ?? TIMEOUT_MS);
    try {
      const asked = { ...request, headers: allHeaders(request) };
      // undici looks at a signal only once it is connected, so a silent name server needs the race.
      return await Promise.race([follow(asker, asked, deadline.signal), deadline.passed]);
    } catch (error) {
      return { kind: 'failed', ...failureOf(error, deadline.signal) };
    } finally {
      deadline.clear();
    }
  }

  function allHeaders({ accept = '*/*', headers }: HttpRequest): Record<string, string> {
    return {
      'user-agent': options.userAgent,
      accept,
      'accept-encoding': 'gzip, deflate, br, zstd',
      ...headers,
    };
  }

  return { fetch, close: () => asker.destroy() };
}

/** For the configuration: whether `text` is a network as `allowedAddresses` wants it. */
export function isAllowedCidr(text: string): boolean {
  // The library would take 10/8 for the network of 0.0.0.10.
  return ipaddr.isValidCIDR(text) && isIP(text.split('/')[0] ?? '') !== 0;
}

const TIMEOUT_MS = 20_000;
const MAX_BYTES = 10 * 1024 * 1024;
const MAX_REDIRECTS = 5;
const MAX_URL_LENGTH = 8_192;
const REDIRECT_STATUS = [301, 302, 303, 307, 308];
/** After the others a GET follows, as all clients have it (RFC 9110 §15.4). */
const KEEPS_FORM = [307, 308];
const CREDENTIAL_HEADERS = ['authorization', 'cookie', 'proxy-authorization'];

type Headers = Record<string, string>;
type Asked = HttpRequest & { headers: Headers };

async function follow(asker: Asker, request: Asked, signal: AbortSignal): Promise<HttpOutcome> {
  const redirects: HttpRedirect[] = [];
  let url = safeUrl(request.url);
  let form = request.form;
  let headers = { ...request.headers, ...plainHeaders(request.ownHeaders ?? {}) };
  const seen = new Set([url.href]);
  for (;;) {
    const response = await ask(asker, { url, headers, form, signal });
    const target = redirectTarget(response, url);
    if (!target) return answer(response, request, { url: url.href, redirects });

    discard(response);
    redirects.push({ status: response.statusCode, url: target.href });
    if (redirects.length > MAX_REDIRECTS) throw new HttpError('redirects', 'too many');
    if (seen.has(target.href)) throw new HttpError('redirects', 'they go in a circle');
    seen.add(target.href);
    if (!isSameServer(url, target)) headers = withoutCredentials(request.headers);
    if (!KEEPS_FORM.includes(response.statusCode)) form = undefined;
    url = target;
  }
}

/** Throws unless the URL is one that anybody may ask for. Forgets the fragment: servers never see it. */
function safeUrl(text: string, base?: URL): URL {
  const url = text.length > MAX_URL_LENGTH ? null : URL.parse(text, base?.href);
  if (!url) throw new HttpError('url', 'malformed');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new HttpError('url', `${url.protocol} is not http`);
  if (url.username || url.password) throw new HttpError('url', 'credentials in the URL');
  url.hash = '';
  return url;
}

type Response = Dispatcher.ResponseData;
type Question = { url: URL; headers: Headers; form: HttpRequest['form']; signal: AbortSignal };

function ask(asker: Asker, { url, headers, form, signal }: Question): Promise<Response> {
  const target = { origin: url.origin, path: url.pathname + url.search, signal };
  if (!form) return asker.request({ ...target, method: 'GET', headers });
  return asker.request({
    ...target,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
}

function redirectTarget({ statusCode, headers }: Response, url: URL): URL | null {
  const location = joined(headers.location);
  return REDIRECT_STATUS.includes(statusCode) && location ? safeUrl(location, url) : null;
}

/** A redirect's body interests nobody, and may never end. */
function discard({ body }: Response): void {
  body.on('error', () => {}).destroy();
}

async function answer(
  response: Response,
  { maxBytes = MAX_BYTES }: HttpRequest,
  where: { url: string; redirects: HttpRedirect[] },
): Promise<HttpOutcome> {
  const headers = plainHeaders(response.headers);
  const packed = await readBody(response.body, maxBytes);
  const body = await unpackBody(packed, headers['content-encoding'] ?? '', maxBytes);
  return { kind: 'answered', status: response.statusCode, headers, body, ...where };
}

function plainHeaders(headers: Response['headers']): Headers {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), joined(value)]),
  );
}

function joined(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

function withoutCredentials(headers: Headers): Headers {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !CREDENTIAL_HEADERS.includes(name.toLowerCase())),
  );
}
