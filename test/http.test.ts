import type dns from 'node:dns';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createHttp, type HttpOutcome, type HttpRequest, isAllowedCidr } from '../src/http.ts';

const LOOPBACK = ['127.0.0.0/8', '::1/128'];
const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const it of open.splice(0)) await it.close();
});

async function site(listener: RequestListener): Promise<string> {
  const server: Server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  open.push({
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function http(allowedAddresses = LOOPBACK, resolve?: typeof dns.lookup) {
  const made = createHttp({ allowedAddresses, userAgent: 'Wire/1', ...(resolve && { resolve }) });
  open.push(made);
  return made;
}

const get = (request: HttpRequest) => http().fetch(request);
const reason = (outcome: HttpOutcome) =>
  outcome.kind === 'failed' ? outcome.reason : outcome.kind;
const text = (outcome: HttpOutcome) =>
  outcome.kind === 'answered' ? Buffer.from(outcome.body).toString() : outcome.detail;

/** A name server that gives these addresses one after another, the last one for ever. */
function nameServer(...addresses: string[]): typeof dns.lookup {
  const lookup = (_host: string, _options: object, callback: (...args: unknown[]) => void) => {
    const address = (addresses.length > 1 ? addresses.shift() : addresses[0]) ?? '';
    callback(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
  };
  return lookup as unknown as typeof dns.lookup;
}

test('an answer carries status, headers, body and the headers asked with were ours', async () => {
  const url = await site((request, response) => {
    response.writeHead(404, { 'X-Kind': 'test' });
    response.end(`${request.headers['user-agent']} ${request.headers.accept}`);
  });

  const outcome = await get({ url: `${url}/a?b#c`, accept: 'text/xml' });

  expect(outcome).toMatchObject({
    kind: 'answered',
    status: 404,
    url: `${url}/a?b`,
    redirects: [],
    headers: { 'x-kind': 'test' },
  });
  expect(text(outcome)).toBe('Wire/1 text/xml');
});

test.each([
  ['gzip', gzipSync],
  ['x-gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
  ['zstd', zstdCompressSync],
  ['gzip, identity', gzipSync],
  ['gzip', (body: Buffer) => body],
] as [string, (body: Buffer) => Buffer][])(
  'a body packed with %s arrives unpacked',
  async (coding, pack) => {
    const url = await site((_, response) => {
      response.writeHead(200, { 'content-encoding': coding });
      response.end(pack(Buffer.from('hello')));
    });

    expect(text(await get({ url }))).toBe('hello');
  },
);

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
] as [string, (body: Buffer) => Buffer][])('a %s bomb is too large', async (coding, pack) => {
  const bomb = pack(Buffer.alloc(30 * 1024 * 1024));
  const url = await site((_, response) => {
    response.writeHead(200, { 'content-encoding': coding });
    response.end(bomb);
  });

  expect(reason(await get({ url }))).toBe('tooLarge');
});

test('what does not unpack is an encoding failure, also when it is cut short', async () => {
  const packed = gzipSync(Buffer.from('hello '.repeat(1000)));
  const url = await site((request, response) => {
    const coding = request.url === '/unknown' ? 'compress' : 'gzip';
    response.writeHead(200, { 'content-encoding': coding });
    response.end(request.url === '/cut' ? packed.subarray(0, 40) : packed);
  });

  expect(reason(await get({ url: `${url}/cut` }))).toBe('encoding');
  expect(reason(await get({ url: `${url}/unknown` }))).toBe('encoding');
});

test('an endless body is read only up to the limit', async () => {
  let sent = 0;
  const url = await site((_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
    };
    response.on('drain', more);
    more();
  });

  expect(reason(await get({ url, maxBytes: 100_000 }))).toBe('tooLarge');
  expect(sent).toBeLessThan(20 * 1024 * 1024);
});

test('each redirect is reported with its status, and the last URL is the final one', async () => {
  const url = await site((request, response) => {
    if (request.url === '/1') response.writeHead(301, { location: '2' }).end();
    else if (request.url === '/2') response.writeHead(302, { location: '/3#x' }).end();
    else response.end('here');
  });

  expect(await get({ url: `${url}/1` })).toMatchObject({
    status: 200,
    url: `${url}/3`,
    redirects: [
      { status: 301, url: `${url}/2` },
      { status: 302, url: `${url}/3` },
    ],
  });
});

test('redirects end: after five, in a circle, and at anything but http', async () => {
  const url = await site((request, response) => {
    const [, path, n] = /^\/(\w+)\/?(\d*)/.exec(request.url ?? '') ?? [];
    const location = {
      chain: `/chain/${Number(n) + 1}`,
      circle: '/circle',
      file: 'file:///etc/passwd',
    };
    response.writeHead(302, { location: location[path as keyof typeof location] }).end();
  });

  expect(reason(await get({ url: `${url}/chain/0` }))).toBe('redirects');
  expect(reason(await get({ url: `${url}/circle` }))).toBe('redirects');
  expect(reason(await get({ url: `${url}/file` }))).toBe('url');
});

test('a form is sent with POST, and once more only where a redirect says so', async () => {
  const seen: string[] = [];
  const url = await site(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push(`${request.method} ${request.url} ${request.headers['content-type'] ?? '-'} ${body}`);
    const status = Number(request.url?.slice(1));
    if (status > 0) response.writeHead(status, { location: '/0' });
    response.end();
  });
  const form = { 'a b': 'c&d', e: 'ü' };

  for (const status of [0, 307, 308, 301, 302, 303]) await get({ url: `${url}/${status}`, form });

  const posted = (path: string) =>
    `POST ${path} application/x-www-form-urlencoded a+b=c%26d&e=%C3%BC`;
  expect(seen).toEqual([
    posted('/0'),
    ...[posted('/307'), posted('/0')],
    ...[posted('/308'), posted('/0')],
    ...[301, 302, 303].flatMap((status) => [posted(`/${status}`), 'GET /0 - ']),
  ]);
});

test('a form that no answer comes to is not sent again', async () => {
  let asked = 0;
  const url = await site((request) => {
    asked += 1;
    request.socket.destroy();
  });

  expect(reason(await get({ url, form: { a: 'b' } }))).toBe('broken');
  expect(asked).toBe(1);
});

test('credentials do not follow a redirect to another site', async () => {
  const seen: (string | undefined)[] = [];
  const there = await site((request, response) => {
    seen.push(request.headers.authorization, request.headers['x-other'] as string);
    response.end();
  });
  const here = await site((request, response) => {
    seen.push(request.headers.authorization);
    response.writeHead(302, { location: request.url === '/a' ? '/b' : there }).end();
  });

  await get({ url: `${here}/a`, headers: { Authorization: 'secret', 'X-Other': 'kept' } });

  expect(seen).toEqual(['secret', 'secret', undefined, 'kept']);
});

test.each([
  '127.0.0.1',
  '2130706433',
  '0x7f.1',
  '0177.0.0.1',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::127.0.0.1]',
  '[64:ff9b::10.0.0.1]',
  '[64:ff9b:1::a00:1]',
  '[fe80::1]',
  '[fc00::1]',
  '[2002:7f00:1::]',
  '[2001::1]',
  '[ff02::1]',
  '[4000::1]',
])('%s is not asked', async (host) => {
  expect(reason(await http([]).fetch({ url: `http://${host}/` }))).toBe('address');
});

test.each([
  'ftp://example.org/',
  'http://user:pass@example.org/',
  'http://',
  'nonsense',
  '',
  'javascript:1',
  'http://exa mple.org/',
])('the URL [%s] is refused', async (url) => {
  const outcome = await get({ url });

  expect(reason(outcome)).toBe('url');
  expect(text(outcome)).not.toContain('pass@');
});

test('a name that means a private address is not asked, whatever it meant before', async () => {
  const url = await site((_, response) => response.end('secret'));
  const { port } = new URL(url);
  const { fetch } = http([], nameServer('10.1.1.1', '::ffff:127.0.0.1', '127.0.0.1'));

  for (const path of 'abc')
    expect(reason(await fetch({ url: `http://rebind.example:${port}/${path}` }))).toBe('address');
});

test('a redirect cannot lead where a request may not', async () => {
  const inside = await site((_, response) => response.end('secret'));
  const url = await site((_, response) =>
    response.writeHead(302, { location: inside.replace('127.0.0.1', '127.9.9.9') }).end(),
  );

  expect(reason(await http(['127.0.0.1/32']).fetch({ url }))).toBe('address');
});

test('of the addresses of a name only the allowed ones are used', async () => {
  const url = await site((_, response) => response.end('ours'));
  const { fetch } = http(['127.0.0.1/32'], nameServer('127.0.0.1'));

  expect(text(await fetch({ url: url.replace('127.0.0.1', 'home.example') }))).toBe('ours');
});

test('a server that dribbles, says nothing, or a name server that is silent: all time out', async () => {
  const url = await site((request, response) => {
    if (request.url === '/silent') return;
    const timer = setInterval(() => response.write('x'), 20);
    response.on('close', () => clearInterval(timer));
  });
  const deaf = http([], (() => {}) as unknown as typeof dns.lookup);

  const outcomes = await Promise.all([
    get({ url: `${url}/silent`, timeoutMs: 150 }),
    get({ url: `${url}/dribble`, timeoutMs: 150 }),
    deaf.fetch({ url: 'http://example.org/', timeoutMs: 150 }),
  ]);

  expect(outcomes.map(reason)).toEqual(['timeout', 'timeout', 'timeout']);
});

test('names, refusals, TLS, endless headers and broken answers are told apart', async () => {
  const unknown = http([], ((_host: string, _options: object, callback: (e: Error) => void) =>
    callback(
      Object.assign(new Error('no'), { code: 'ENOTFOUND' }),
    )) as unknown as typeof dns.lookup);
  const url = await site((request, response) => {
    if (request.url === '/headers') response.writeHead(200, { long: 'x'.repeat(50_000) }).end();
    else request.socket.destroy();
  });
  const garbage = createSocketServer((socket) => socket.on('error', () => {}).end('what?\r\n\r\n'));
  await new Promise<void>((done) => garbage.listen(0, '127.0.0.1', done));
  open.push(garbage);
  const garbageUrl = `http://127.0.0.1:${(garbage.address() as AddressInfo).port}`;

  expect(reason(await unknown.fetch({ url: 'http://nowhere.example/' }))).toBe('dns');
  expect(reason(await get({ url: 'http://127.0.0.1:1/' }))).toBe('connect');
  expect(reason(await get({ url: url.replace('http:', 'https:') }))).toBe('tls');
  expect(reason(await get({ url: `${url}/headers` }))).toBe('tooLarge');
  expect(reason(await get({ url: `${url}/hangup` }))).toBe('broken');
  expect(reason(await get({ url: garbageUrl }))).toBe('broken');
});

test('a header that cannot be sent is an outcome, not a fault', async () => {
  const url = await site((_, response) => response.end());

  expect(reason(await get({ url, headers: { 'x-bad': 'a\r\nb' } }))).toBe('broken');
});

test.each([
  ['10.0.0.0/8', true],
  ['fd00::/8', true],
  ['10.0.0.0', false],
  ['10/8', false],
  ['10.0.0.0/33', false],
  ['home', false],
])('%s as an allowed network: %s', (network, allowed) => {
  expect(isAllowedCidr(network)).toBe(allowed);
});
