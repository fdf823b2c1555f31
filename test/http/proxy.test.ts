import type dns from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from 'grammy';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProxiedFetch } from '../../src/http/proxy.ts';
import { createHttp } from '../../src/http.ts';
import { refusalOf } from '../../src/telegram/refusal.ts';
import { clientOptions } from '../../src/telegram/way.ts';
import { ANNA, setStage, TOKEN } from '../playground/telegram.ts';
import { openHttpProxy, openSocksProxy, type TestProxy } from './proxies.ts';

let site: Server;
let requests: string[];
let ends: (() => unknown)[];

beforeEach(async () => {
  requests = [];
  ends = [];
  site = createServer(({ url, headers }, response) => {
    requests.push(`${headers.host}${url}`);
    if (url === '/away') response.writeHead(302, { location: 'http://10.0.0.1/secret' });
    response.end('hello');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  ends.push(() => site.close());
});

afterEach(() => {
  for (const end of ends) end();
});

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** Names as they are found here: two public ones, a private one, and nothing else. */
const lookup = ((host: string, _: object, found: (...answer: unknown[]) => void) => {
  const address = { 'news.example': '93.184.216.34', 'inside.example': '192.168.1.1' }[host];
  if (!address) return found(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));
  found(null, [{ address, family: 4 }]);
}) as unknown as typeof dns.lookup;

async function open(kind: 'http' | 'socks5', everybody = portOf(site)): Promise<TestProxy> {
  const proxy = await (kind === 'http' ? openHttpProxy(everybody) : openSocksProxy(everybody));
  ends.push(proxy.close);
  return proxy;
}

function through(kind: string, { address }: TestProxy) {
  const proxy = `${kind}://wire:p%40ss@${address}`;
  const http = createHttp({ allowedAddresses: [], userAgent: 'Wire/1', resolve: lookup, proxy });
  ends.push(http.close);
  return http.fetch;
}

test.each(['http', 'socks5'] as const)(
  '%s: a feed is asked through the proxy, by name',
  async (kind) => {
    const proxy = await open(kind);

    const answer = await through(kind, proxy)({ url: 'http://news.example/feed' });

    expect(answer).toMatchObject({ kind: 'answered', status: 200 });
    expect(requests).toEqual(['news.example/feed']);
    expect(proxy.asked).toEqual([kind === 'http' ? 'news.example' : 'news.example:80']);
    expect(proxy.credentials).toEqual(['wire:p@ss']);
  },
);

test.each(['http', 'socks5'] as const)('%s: an https site gets a tunnel', async (kind) => {
  const proxy = await open(kind);

  const answer = await through(kind, proxy)({ url: 'https://news.example/feed', timeoutMs: 3_000 });

  // The site here speaks no TLS; what counts is what the proxy was asked for.
  expect(answer.kind).toBe('failed');
  expect(proxy.asked).toEqual(['news.example:443']);
});

test.each([
  ['a private address', 'http://192.168.1.1/feed'],
  ['this machine', 'http://127.0.0.1/feed'],
  ['this machine, in IPv6', 'http://[::1]/feed'],
  ['a name that leads to a private address', 'http://inside.example/feed'],
  ['a name of one network', 'http://router.local/feed'],
  ['a name without a dot', 'http://printer/feed'],
])('%s is refused before the proxy is asked', async (_, url) => {
  const [http, socks] = [await open('http'), await open('socks5')];

  const answers = [await through('http', http)({ url }), await through('socks5', socks)({ url })];

  expect(answers).toMatchObject([{ reason: 'address' }, { reason: 'address' }]);
  expect([...http.asked, ...socks.asked]).toEqual([]);
});

test('a redirect to a private address is refused as well', async () => {
  const proxy = await open('http');

  const answer = await through('http', proxy)({ url: 'http://news.example/away' });

  expect(answer).toMatchObject({ kind: 'failed', reason: 'address' });
  expect(proxy.asked).toEqual(['news.example']);
});

test('a name that only the proxy can find is asked for there', async () => {
  const proxy = await open('socks5');

  const answer = await through('socks5', proxy)({ url: 'http://blocked.example/feed' });

  expect(answer.kind).toBe('answered');
  expect(proxy.asked).toEqual(['blocked.example:80']);
});

test('a proxy that is not there is an outcome, without its password', async () => {
  const proxy = await open('http');
  proxy.close();

  const answer = await through('http', proxy)({ url: 'http://news.example/feed' });

  expect(answer).toMatchObject({ kind: 'failed', reason: 'connect' });
  expect(JSON.stringify(answer)).not.toMatch(/p@ss|p%40ss/);
});

test.each(['http', 'socks5'] as const)(
  '%s: Telegram is called through its proxy, files too',
  async (kind) => {
    const stage = await setStage();
    const proxy = await open(kind, Number(new URL(stage.url).port));
    const fetch = createProxiedFetch(`${kind}://wire:p%40ss@${proxy.address}`);
    const api = new Api(TOKEN, clientOptions({ apiRoot: 'http://telegram.example', fetch }));

    await api.sendMessage(ANNA, 'hello');
    await api.raw.sendDocument({
      chat_id: ANNA,
      document: new (await import('grammy')).InputFile(Buffer.from('x'), 'x.txt'),
    });

    expect(stage.world.messages(ANNA)).toHaveLength(2);
    expect(new Set(proxy.asked).size).toBe(1);
    expect(proxy.asked[0]).toMatch(/^telegram\.example/);
    expect(proxy.credentials[0]).toBe('wire:p@ss');
  },
);

test('a proxy that lets nothing through means that nothing has left', async () => {
  const dead = createServer((_, response) => response.writeHead(502).end());
  await new Promise<void>((resolve) => dead.listen(0, '127.0.0.1', resolve));
  dead.on('connect', (_, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
  ends.push(() => dead.close());
  const fetch = createProxiedFetch(`http://127.0.0.1:${portOf(dead)}`);
  const api = new Api(TOKEN, clientOptions({ apiRoot: 'https://telegram.example', fetch }));

  const refusal = await api.sendMessage(ANNA, 'hello').then(() => null, refusalOf);

  expect(refusal).toEqual({ kind: 'passing', reason: 'EPROXY' });
});
