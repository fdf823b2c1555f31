import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFetchFeed } from '../../src/feed/fetch.ts';
import { createHttp } from '../../src/http.ts';
import { type Asker, findFeed, urlOf } from '../../src/relay/find.ts';
import type { Store } from '../../src/store/store.ts';
import { MINUTE_MS, NOW } from '../store/content.ts';
import { emptyStore } from '../store/seed.ts';

type Page = { type?: string; body?: string; status?: number; location?: string };

const ANNA: Asker = { userId: 7, listed: 'unlisted' };
const OWNER: Asker = { userId: 1, listed: 'listed' };

let store: Store;
let site: string;
let pages: Map<string, Page>;
let visits: string[];
let close: () => Promise<void>;

beforeEach(async () => {
  store = await emptyStore();
  [pages, visits] = [new Map(), []];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    visits.push(path);
    const { type = 'text/html', body = '', status = 200, location } = pages.get(path) ?? MISSING;
    const headers = { 'content-type': type, ...(location && { location }) };
    response.writeHead(status, headers).end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = async () => {
    server.closeAllConnections();
    server.close();
  };
});

afterEach(() => close());

const MISSING: Page = { status: 404 };

function feed(title: string): Page {
  const item = '<item><guid>1</guid><title>One</title><description>Text</description></item>';
  const body = `<rss version="2.0"><channel><title>${title}</title>${item}</channel></rss>`;
  return { type: 'application/rss+xml', body };
}

function page(...links: string[]): Page {
  const declared = links.map(
    (href) => `<link rel="alternate" type="application/rss+xml" href="${href}" title="${href}">`,
  );
  return { body: `<html><head>${declared.join('')}</head><body>Hello</body></html>` };
}

async function find(address: string, asker = ANNA) {
  const http = createHttp({ allowedAddresses: ['127.0.0.1/32'], userAgent: 'test' });
  try {
    return await findFeed(address, asker, {
      ...{ store, fetchFeed: createFetchFeed({ http: http.fetch }), clock: { now: () => NOW } },
      complete: async (_feed, entries) => entries,
      ...{ bounds: { minMs: MINUTE_MS, maxMs: MINUTE_MS }, jitter: () => 0, nextCron: () => null },
    });
  } finally {
    await http.close();
  }
}

const known = async () => (await store.feeds.all()).map(({ url }) => url.replace(site, ''));

test('a feed’s own address is the feed, with its entries as the baseline', async () => {
  pages.set('/feed', feed('The Paper'));

  const found = await find(`${site}/feed`);

  expect(found).toMatchObject({
    kind: 'found',
    feed: { title: 'The Paper', listed: 0, addedBy: 7, baselineAt: NOW },
  });
  const [stored] = await store.feeds.all();
  expect(await store.entries.newest([stored?.id ?? 0], 9)).toMatchObject([
    { article: { title: 'One' } },
  ]);
});

test('a page that names one feed leads to it', async () => {
  pages.set('/', page('/feed'));
  pages.set('/feed', feed('The Paper'));

  expect(await find(site)).toMatchObject({ kind: 'found', feed: { title: 'The Paper' } });
  expect(await known()).toEqual(['/feed']);
});

test('a page that names several leaves the choice to people, and nothing is kept', async () => {
  pages.set('/', page('/news.rss', '/sport.rss'));

  expect(await find(site)).toEqual({
    kind: 'several',
    links: [
      { url: `${site}/news.rss`, title: '/news.rss' },
      { url: `${site}/sport.rss`, title: '/sport.rss' },
    ],
  });
  expect(await known()).toEqual([]);
});

test('a page that names none is tried at the usual places, ten at the most', async () => {
  pages.set('/blog/', page());
  pages.set('/atom.xml', feed('Hidden'));

  expect(await find(`${site}/blog/`)).toMatchObject({ kind: 'none' });
  expect(visits.length).toBeLessThanOrEqual(11);
  pages.set('/feed', feed('Hidden'));

  expect(await find(`${site}/blog/`)).toMatchObject({ kind: 'found', feed: { title: 'Hidden' } });
});

test('a feed that has moved for good is known under its new address', async () => {
  pages.set('/old', { status: 301, location: '/new' });
  pages.set('/new', feed('The Paper'));

  await find(`${site}/old`);

  expect(await known()).toEqual(['/new']);
});

test('a known feed is not asked again, and an owner’s question lists it', async () => {
  pages.set('/feed', feed('The Paper'));
  await find(`${site}/feed`);
  const before = visits.length;

  const again = await find(`${site}/feed`, OWNER);

  expect(again).toMatchObject({ kind: 'found', feed: { listed: 1, addedBy: 7 } });
  expect(visits).toHaveLength(before);
});

test.each<[number, string]>([
  [404, 'notFound'],
  [410, 'notFound'],
  [403, 'forbidden'],
  [429, 'rateLimited'],
  [500, 'serverError'],
])('HTTP %d is told as %s', async (status, reason) => {
  pages.set('/feed', { status });

  expect(await find(`${site}/feed`)).toEqual({ kind: 'unreachable', reason });
  expect(await known()).toEqual([]);
});

test('an address inside our own network is not asked', async () => {
  expect(await find('http://192.168.0.1/feed')).toEqual({ kind: 'unreachable', reason: 'blocked' });
});

test.each([
  ['example.org', 'https://example.org/'],
  [' example.org/feed ', 'https://example.org/feed'],
  ['HTTP://Example.org', 'http://example.org/'],
  ['localhost:8080/feed', 'https://localhost:8080/feed'],
  ['http://[::1]/feed', 'http://[::1]/feed'],
  ['hello', null],
  ['hello world', null],
  ['ftp://example.org/feed', null],
  ['javascript:alert(1)', null],
  ['', null],
])('“%s” is the address %s', (text, url) => {
  expect(urlOf(text)).toBe(url);
});

test('what is no address is not looked up', async () => {
  expect(await find('good morning')).toEqual({ kind: 'notAnAddress' });
  expect(visits).toEqual([]);
});
