import type dns from 'node:dns';
import { isIP } from 'node:net';
import { type Dispatcher, ProxyAgent, Socks5ProxyAgent, fetch as undiciFetch } from 'undici';
import type { AddressGuard } from './addresses.ts';
import type { Asker } from './agent.ts';
import { HttpError } from './failure.ts';

/** As much of `fetch` as grammY and we need. */
export type Fetch = typeof globalThis.fetch;

const CONNECT_TIMEOUT_MS = 10_000;

/** `fetch` through a proxy: for servers that the bot's owner chose, so no address is refused. */
export function createProxiedFetch(proxy: string): Fetch {
  const dispatcher = proxyDispatcher(proxy, {});
  return (async (input: string, { signal, ...init }: RequestInit = {}) => {
    const asked = { ...init, ...(signal && { signal: nativeSignal(signal) }), dispatcher };
    try {
      return await undiciFetch(input, asked as Parameters<typeof undiciFetch>[1]);
    } catch (error) {
      throw plainError(error);
    }
  }) as Fetch;
}

/**
 * Asks through a proxy, which looks names up itself. So each is looked up here first, and refused when it leads to no
 * public address; one that only the proxy can find is the proxy's to judge, unless it is plainly a private name.
 */
export function createProxiedAsker(
  proxy: string,
  { guard, resolve }: { guard: AddressGuard; resolve: typeof dns.lookup },
  limits: object,
): Asker {
  const dispatcher = proxyDispatcher(proxy, limits);
  return {
    async request(options) {
      const host = new URL(String(options.origin)).hostname.replace(/^\[|\]$/g, '');
      if (!(await isOpen(host, guard, resolve)))
        throw new HttpError('address', `${host} is not on the public internet`);
      return dispatcher.request(options);
    },
    destroy: () => dispatcher.destroy(),
  };
}

/** Names that mean something on one network only (RFC 6761, RFC 6762, RFC 8375). */
const PRIVATE_NAME = /^[^.]+$|(^|\.)(localhost|local|internal|home\.arpa|lan|intranet|corp)\.?$/i;

async function isOpen(
  host: string,
  guard: AddressGuard,
  resolve: typeof dns.lookup,
): Promise<boolean> {
  if (isIP(host) !== 0) return guard(host);
  const { promise, resolve: found } = Promise.withResolvers<string[]>();
  resolve(host, { all: true }, (error, addresses) =>
    found(error ? [] : addresses.map(({ address }) => address)),
  );
  const addresses = await promise;
  return addresses.length > 0 ? addresses.some(guard) : !PRIVATE_NAME.test(host);
}

function proxyDispatcher(proxy: string, limits: object): Dispatcher {
  const timing = { connectTimeout: CONNECT_TIMEOUT_MS };
  if (/^socks5:/i.test(proxy)) return new Socks5ProxyAgent(proxy, { ...limits, ...timing });
  return new ProxyAgent({ uri: proxy, ...limits, ...timing });
}

/** grammY's signals come from a library older than Node's own. */
function nativeSignal(signal: AbortSignal): AbortSignal {
  if (signal instanceof AbortSignal) return signal;
  const controller = new AbortController();
  const foreign = signal as AbortSignal;
  if (foreign.aborted) controller.abort();
  else foreign.addEventListener('abort', () => controller.abort());
  return controller.signal;
}

/** The innermost cause tells what happened; `EPROXY`: the proxy let nothing through, so nothing has left. */
function plainError(error: unknown): unknown {
  if (error instanceof Error && error.cause instanceof Error) return plainError(error.cause);
  const { message, code } = error as NodeJS.ErrnoException;
  const isOfProxy = /^Proxy (response|connection)|SOCKS5/i.test(`${message} ${code}`);
  return isOfProxy ? Object.assign(new Error('the proxy refuses'), { code: 'EPROXY' }) : error;
}
