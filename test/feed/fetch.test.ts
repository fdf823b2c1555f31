import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createFetchFeed, type FetchFeed, type FetchOutcome } from '../../src/feed/fetch.ts';
import { createHttp } from '../../src/http.ts';

const NOW = Date.UTC(2026, 10, 25, 12);
const RSS =
  '<rss version="2.0"><channel><title>T</title><item><title>One</title></item></channel></rss>';
const NEVER = { etag: null, lastModified: null, bodyHash: null };

let asked: IncomingMessage[];
let reply: (request: IncomingMessage, response: ServerResponse) => void;
let url: string;
let fetchFeed: FetchFeed;

const server = createServer((request, response) => {
  asked.push(request);
  reply(request, response);
});
const http = createHttp({ allowedAddresses: ['127.0.0.0/8', '::1/128'], userAgent: 'Wire/1' });

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  fetchFeed = createFetchFeed({ http: http.fetch });
});

beforeEach(() => {
  asked = [];
});

afterAll(async () => {
  await http.close();
  server.close();
});

/** A server that gives the same answer to every question. */
function answer(status: number, headers: Record<string, string> = {}, body: string | Buffer = RSS) {
  reply = (_, response) => response.writeHead(status, headers).end(body);
}

function fetched(outcome: FetchOutcome) {
  if (outcome.kind !== 'fetched') throw new Error(`It was ${JSON.stringify(outcome)}`);
  return outcome;
}

test('a feed comes parsed, with its validators and for how long it stays fresh', async () => {
  answer(200, {
    etag: '"1"',
    'last-modified': 'Wed, 25 Nov 2026 11:00:00 GMT',
    'cache-control': 'public, max-age=600',
    age: '60',
  });

  const outcome = fetched(await fetchFeed({ url: `${url}/feed`, ...NEVER }, NOW));

  expect(outcome).toMatchObject({
    url: `${url}/feed`,
    permanentUrl: null,
    freshMs: 540_000,
    validators: { etag: '"1"', lastModified: 'Wed, 25 Nov 2026 11:00:00 GMT' },
    feed: { title: 'T', entries: [{ title: 'One' }] },
  });
  expect(outcome.validators.bodyHash).toHaveLength(43);
  expect(asked[0]?.headers).not.toHaveProperty('if-none-match');
});

test('what is known is asked for conditionally, and 304 means unchanged', async () => {
  answer(304, { etag: '"2"' }, '');
  const known = { etag: '"1"', lastModified: 'Wed, 25 Nov 2026 11:00:00 GMT', bodyHash: 'h' };

  const outcome = await fetchFeed({ url, ...known }, NOW);

  expect(asked[0]?.headers).toMatchObject({
    'if-none-match': '"1"',
    'if-modified-since': 'Wed, 25 Nov 2026 11:00:00 GMT',
  });
  expect(outcome).toEqual({
    kind: 'unchanged',
    validators: { ...known, etag: '"2"' },
    permanentUrl: null,
    freshMs: null,
  });
});

test('the same body is unchanged too, for servers without validators', async () => {
  answer(200);
  const { validators } = fetched(await fetchFeed({ url, ...NEVER }, NOW));

  expect(await fetchFeed({ url, ...validators }, NOW)).toMatchObject({
    kind: 'unchanged',
    validators,
  });
});

test('the bytes decide how a feed is read', async () => {
  answer(200, { 'content-type': 'text/xml; charset=koi8-r' }, RSS.replace('One', 'Привет'));

  const { feed } = fetched(await fetchFeed({ url, ...NEVER }, NOW));

  expect(feed.entries[0]?.title).toBe('Привет');
});

test.each([
  ['only permanent redirects move a feed', [301, 308], '/2'],
  ['one temporary redirect on the way does not', [301, 302], null],
])('%s', async (_, statuses, path) => {
  reply = ({ url: at = '' }, response) => {
    const hop = at === '/' ? 0 : Number(at.slice(1));
    const status = statuses[hop];
    if (status) response.writeHead(status, { location: `/${hop + 1}` }).end();
    else response.end(RSS);
  };

  const outcome = fetched(await fetchFeed({ url, ...NEVER }, NOW));

  expect(outcome.url).toBe(`${url}/2`);
  expect(outcome.permanentUrl).toBe(path && url + path);
});

test.each([
  [404, {}, 'notFound', null],
  [401, {}, 'forbidden', null],
  [403, {}, 'forbidden', null],
  [429, { 'retry-after': '120' }, 'rateLimited', 120_000],
  [503, { 'retry-after': 'Wed, 25 Nov 2026 13:00:00 GMT' }, 'serverError', 3_600_000],
  [503, { 'retry-after': 'Wed, 25 Nov 2026 11:00:00 GMT' }, 'serverError', null],
  [500, { 'retry-after': 'soon' }, 'serverError', null],
  [302, {}, 'broken', null],
] as const)('status %i %o fails as %s', async (status, headers, reason, retryAfterMs) => {
  answer(status, headers);

  expect(await fetchFeed({ url, ...NEVER }, NOW)).toEqual({
    kind: 'failed',
    reason,
    detail: `HTTP ${status}`,
    retryAfterMs,
  });
});

test('410 means gone', async () => {
  answer(410);

  expect(await fetchFeed({ url, ...NEVER }, NOW)).toEqual({ kind: 'gone' });
});

test('a page is a page, and anything else no feed', async () => {
  answer(200, { 'content-type': 'text/html' }, '<html><body>Hello</body></html>');
  expect(await fetchFeed({ url, ...NEVER }, NOW)).toEqual({
    kind: 'page',
    html: '<html><body>Hello</body></html>',
    url: `${url}/`,
  });

  answer(200, { 'content-type': 'image/png' }, Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  expect(await fetchFeed({ url, ...NEVER }, NOW)).toMatchObject({
    kind: 'failed',
    reason: 'notAFeed',
  });

  answer(200, {}, '');
  expect(await fetchFeed({ url, ...NEVER }, NOW)).toMatchObject({
    kind: 'failed',
    reason: 'notAFeed',
  });
});

test('what keeps us from a server has a word for people', async () => {
  const inside = createFetchFeed({
    http: createHttp({ allowedAddresses: [], userAgent: 'x' }).fetch,
  });

  expect(await inside({ url, ...NEVER }, NOW)).toMatchObject({ reason: 'blocked' });
  expect(await fetchFeed({ url: 'gopher://x', ...NEVER }, NOW)).toMatchObject({ reason: 'badUrl' });
  expect(await fetchFeed({ url: 'http://127.0.0.1:1/', ...NEVER }, NOW)).toMatchObject({
    kind: 'failed',
    reason: 'refused',
    retryAfterMs: null,
  });
});

test('hubs of the Link header outweigh those of the document', async () => {
  answer(200, { link: '<https://hub.example/>; rel="hub", </self>; rel=self, <x>; rel=next' });

  const { feed } = fetched(await fetchFeed({ url, ...NEVER }, NOW));

  expect(feed.hubs).toEqual([{ hub: 'https://hub.example/', self: `${url}/self` }]);
});

test.each([
  [{ expires: 'Wed, 25 Nov 2026 12:10:00 GMT', date: 'Wed, 25 Nov 2026 12:05:00 GMT' }, 300_000],
  [{ expires: '0', date: 'Wed, 25 Nov 2026 12:05:00 GMT' }, null],
  [{ 'cache-control': 'no-cache, max-age=600' }, null],
  [{ 'cache-control': 'max-age=0' }, null],
])('%o stays fresh for %s ms', async (headers, freshMs) => {
  answer(200, headers as Record<string, string>);

  expect(fetched(await fetchFeed({ url, ...NEVER }, NOW)).freshMs).toBe(freshMs);
});

test('a validator that could not be sent back is not kept', async () => {
  reply = (_, response) => {
    response.setHeader('etag', Buffer.from('"é"').toString('latin1'));
    response.end(RSS);
  };

  expect(fetched(await fetchFeed({ url, ...NEVER }, NOW)).validators.etag).toBeNull();
});
