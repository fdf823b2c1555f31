import type dns from 'node:dns';
import type { LookupAddress, LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import type { AddressGuard } from './addresses.ts';
import { HttpError } from './failure.ts';
import { createProxiedAsker } from './proxy.ts';

/** Whoever carries our questions to a server. */
export type Asker = {
  request(options: Dispatcher.RequestOptions): Promise<Dispatcher.ResponseData>;
  destroy(): Promise<void>;
};

export type AskerOptions = {
  guard: AddressGuard;
  resolve: typeof dns.lookup;
  /** `http://`, `https://` or `socks5://`; straight to the server when not given. */
  proxy?: string | undefined;
};

const MAX_HEADER_BYTES = 32 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 15_000;

/** Connections to addresses that `guard` lets through, and to no others; at most four to one site. */
export function createAsker({ guard, resolve, proxy }: AskerOptions): Asker {
  if (proxy !== undefined) return createProxiedAsker(proxy, { guard, resolve }, LIMITS);
  const connect = buildConnector({
    timeout: CONNECT_TIMEOUT_MS,
    autoSelectFamily: true,
    lookup: guardedLookup(guard, resolve),
  });
  return new Agent({
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      // `lookup` is never called for a host that is an address already.
      if (isIP(host) !== 0 && !guard(host)) return callback(blocked(host), null);
      connect(options, callback);
    },
    ...LIMITS,
  });
}

const LIMITS = {
  headersTimeout: SILENCE_TIMEOUT_MS,
  bodyTimeout: SILENCE_TIMEOUT_MS,
  maxHeaderSize: MAX_HEADER_BYTES,
  // No keep-alive: thousands of hosts are asked once an hour each, and their idle connections would pile up.
  pipelining: 0,
  connections: 4,
  allowH2: false,
};

type Found = (error: Error | null, found: LookupAddress[] | string, family?: number) => void;

/** What it hands out is what is connected to: a name that changes its mind later gains nothing. */
function guardedLookup(guard: AddressGuard, resolve: typeof dns.lookup) {
  return (host: string, options: LookupOptions, callback: Found) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const open = found.filter(({ address }) => guard(address));
      const [first] = open;
      if (!first) return callback(blocked(host), []);
      if (options.all) return callback(null, open);
      callback(null, first.address, first.family);
    });
  };
}

function blocked(host: string): HttpError {
  return new HttpError('address', `${host} is not on the public internet`);
}
