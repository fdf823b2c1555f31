import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseOpml, writeOpml } from '../../src/feed/opml.ts';
import type { ListedFeed } from '../../src/feed/outline.ts';
import { exportOpml, type Importer, importOpml } from '../../src/relay/opml.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { spentMs } from '../cpu.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const MINUTE_MS = 60_000;
const ANNA = 7;
const A = 'https://a.example/feed';
const B = 'https://b.example/feed';

let store: Store;

beforeEach(async () => {
  store = await openStore(':memory:');
  await store.chats.meet({ id: ANNA, kind: 'private', title: 'Anna', languageHint: null }, NOW);
});

afterEach(() => store.close());

const listed = (url: string, title = ''): ListedFeed => ({
  url,
  title,
  category: null,
  siteUrl: null,
});
const ROOM = { feeds: 20_000, addresses: 20_000 };
const opmlOf = (...feeds: ListedFeed[]) => writeOpml({ title: 'Mine', feeds });
const importing = (text: string, importer: Partial<Importer> = {}) =>
  importOpml(
    text,
    { userId: ANNA, place: { chatId: ANNA, threadId: 0 }, allowed: 'any', room: ROOM, ...importer },
    { store, clock: { now: () => NOW }, intervalMs: 5 * MINUTE_MS },
  );
const outcomes = async (...asked: Parameters<typeof importing>) => {
  const outcome = await importing(...asked);
  if (outcome.kind !== 'imported') return outcome.kind;
  return outcome.lines.map((line) => [line.url, line.outcome]);
};
const exported = async () => {
  const list = await exportOpml({ chatId: ANNA, title: 'Feeds' }, store, () => true);
  return parseOpml(list.text).feeds;
};

test('each feed of the list is followed once, and each line is told what became of it', async () => {
  const text = opmlOf(listed(A), listed(B)).replace(
    '</body>',
    `<outline text="again" xmlUrl="${A}"/><outline text="bad" xmlUrl="file:///x"/></body>`,
  );

  expect(await outcomes(opmlOf(listed(A)))).toEqual([[A, 'added']]);
  expect(await outcomes(text)).toEqual([
    [A, 'already'],
    [B, 'added'],
    [A, 'twice'],
    ['file:///x', 'badUrl'],
  ]);
  expect((await store.feeds.all()).map(({ url }) => url).sort()).toEqual([A, B]);
});

test('a text that is no list changes nothing', async () => {
  expect(await outcomes('hello')).toBe('notOpml');
  expect(await store.feeds.all()).toEqual([]);
});

test('2,000 new feeds are fetched one after another, not all at once, and none has a baseline yet', async () => {
  const feeds = Array.from({ length: 2_000 }, (_, n) => listed(`https://a.example/${n}`));
  const before = spentMs();

  const lines = await outcomes(opmlOf(...feeds));

  expect(spentMs() - before).toBeLessThan(5_000);
  expect(lines).toHaveLength(2_000);
  const all = await store.feeds.all();
  const times = all.map(({ nextFetchAt }) => nextFetchAt - NOW).sort((a, b) => a - b);
  expect(times.slice(0, 3)).toEqual([0, 500, 1_000]);
  expect(times.at(-1)).toBe(1_999 * 500);
  expect(all.every(({ baselineAt }) => baselineAt === null)).toBe(true);
});

test('a few new feeds are spread over the usual interval', async () => {
  await importing(opmlOf(...[0, 1, 2, 3, 4].map((n) => listed(`https://a.example/${n}`))));

  const times = (await store.feeds.all()).map(({ nextFetchAt }) => nextFetchAt - NOW);
  expect(times.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4].map((n) => n * MINUTE_MS));
});

test('a feed that is known already keeps its title, its category and its next fetch', async () => {
  const known = { url: A, title: 'Ours', listed: 1, addedBy: 1, intervalMs: MINUTE_MS };
  const { id } = await store.feeds.add(known, NOW - MINUTE_MS);
  await store.feeds.save(id, { category: 'Kept', nextFetchAt: NOW + 42 });

  await importing(opmlOf({ ...listed(A, 'Theirs'), category: 'Other' }, listed(B)));

  expect(await store.feeds.byUrl(A)).toMatchObject({
    title: 'Ours',
    category: 'Kept',
    listed: 1,
    addedBy: 1,
    nextFetchAt: NOW + 42,
  });
});

test('who may not add feeds gets those of the catalogue, and is told of the others', async () => {
  await store.feeds.add({ url: A, title: '', listed: 1, addedBy: 1, intervalMs: 1 }, NOW);
  await store.feeds.add({ url: B, title: '', listed: 0, addedBy: 1, intervalMs: 1 }, NOW);

  const lines = await outcomes(opmlOf(listed(A), listed(B), listed('https://c.example/')), {
    allowed: 'listed',
  });

  expect(lines).toEqual([
    [A, 'added'],
    [B, 'notListed'],
    ['https://c.example/', 'notListed'],
  ]);
  expect(await store.feeds.byUrl('https://c.example/')).toBeUndefined();
  expect((await store.subscriptions.ofChat(ANNA)).map(({ url }) => url)).toEqual([A]);
});

test('a fault in the middle leaves nothing behind', async () => {
  const place = { chatId: 404, threadId: 0 };

  await expect(importing(opmlOf(listed(A), listed(B)), { place })).rejects.toThrow();

  expect(await store.feeds.all()).toEqual([]);
});

test('what is exported is what was imported: titles, categories and sites', async () => {
  const feeds = [
    { ...listed(A, 'A & "B"'), category: 'News/World', siteUrl: 'https://a.example/' },
    { ...listed(B, 'B'), category: null },
  ];

  await importing(opmlOf(...feeds));

  expect(await exported()).toEqual(expect.arrayContaining(feeds));
  expect(await exported()).toHaveLength(2);
});

test('a feed with a name of its owner’s is exported under it, and once though two topics follow it', async () => {
  await importing(opmlOf(listed(A, 'Theirs')));
  await importing(opmlOf(listed(A)), { place: { chatId: ANNA, threadId: 5 } });
  const known = await store.feeds.byUrl(A);
  await store.feeds.save(known?.id ?? 0, { name: 'Ours' });

  expect(await exported()).toEqual([listed(A, 'Ours')]);
});
