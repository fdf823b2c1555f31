import { beforeEach, expect, test } from 'vitest';
import type { Feed } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { serverUrl } from '../database.ts';
import { addFeed, article, entry, NOW, publish, subscribe } from './content.ts';
import { emptyStore } from './seed.ts';

let store: Store;
let feed: Feed;

beforeEach(async () => {
  store = await emptyStore();
  feed = await addFeed(store, 'a');
});

const save = (...fresh: ReturnType<typeof entry>[]) =>
  store.feeds.commit({ feedId: feed.id, changes: {}, fresh, owedTo: 'nobody' }, NOW);

test('an article comes back as it was written', async () => {
  const written = {
    ...article('„Ünï‹ö›dé“ 😀 \u202e'),
    picture: { url: 'https://example.org/a.jpg', alt: '', width: 640, height: null },
    markdown: '# A\n\n| b | c |\n',
  };
  await save(entry('one', { article: written, link: 'https://example.org/one' }));

  const [stored] = await store.entries.newest([feed.id], 1);

  expect(stored).toMatchObject({ id: 'one', feedId: feed.id, feedTitle: 'a', at: NOW });
  expect(stored?.article).toEqual(written);
  expect(await store.entries.byToken(stored?.token ?? '')).toEqual(stored);
  expect(await store.entries.byLink('https://example.org/one')).toEqual([stored]);
});

test('the newest come first, entries without an article not at all', async () => {
  await save(
    entry('old', { at: NOW - 2 }),
    entry('unread', { article: null }),
    entry('new'),
    entry('middle', { at: NOW - 1 }),
  );

  const newest = await store.entries.newest([feed.id], 2);

  expect(newest.map(({ id }) => id)).toEqual(['new', 'middle']);
  expect(await store.entries.newest([], 2)).toEqual([]);
});

test('an entry’s token is short, says nothing, and differs between feeds', async () => {
  const other = await addFeed(store, 'b');
  await save(entry('same'));
  await store.feeds.commit(
    { feedId: other.id, changes: {}, fresh: [entry('same')], owedTo: 'nobody' },
    NOW,
  );

  const tokens = (await store.entries.newest([feed.id, other.id], 9)).map(({ token }) => token);

  expect(tokens).toHaveLength(2);
  expect(new Set(tokens).size).toBe(2);
  for (const token of tokens) expect(token).toMatch(/^[\w-]{22}$/);
});

test('what an owner calls a feed stands above what it calls itself', async () => {
  await save(entry('one'));
  await store.feeds.save(feed.id, { name: 'My feed' });
  expect(await store.entries.newest([feed.id], 1)).toMatchObject([{ feedTitle: 'My feed' }]);

  await store.feeds.save(feed.id, { name: '', title: '' });

  expect(await store.entries.newest([feed.id], 1)).toMatchObject([{ feedTitle: feed.url }]);
});

test.each([
  ['a NUL', 'a\0b', serverUrl ? 'a\ufffdb' : 'a\0b'],
  ['a lone surrogate', 'a\ud83d', 'a\ufffd'],
  ['half a pair first', '\ude00a', '\ufffda'],
  ['an emoji', '😀', '😀'],
  ['8,000 characters', 'x'.repeat(8_000), 'x'.repeat(8_000)],
])('%s in an entry id is harmless, and the entry is owed once', async (_, id, stored) => {
  await subscribe(store, feed, 7);

  expect(await publish(store, feed, id)).toBe(1);
  expect(await publish(store, feed, id)).toBe(0);

  expect(await store.outbox.heads(NOW, [], 9)).toMatchObject([{ entryId: stored }]);
});

test('ids differ by upper and lower case and by every space', async () => {
  await subscribe(store, feed, 7);

  expect(await publish(store, feed, 'a', 'A', 'a ')).toBe(3);
  expect(await publish(store, feed, 'a', 'A', 'a ', ' a')).toBe(1);
});
