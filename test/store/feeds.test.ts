import { beforeEach, expect, test } from 'vitest';
import type { Fetched } from '../../src/store/commit.ts';
import type { Store } from '../../src/store/store.ts';
import { emptyDatabase, failInserts } from '../database.ts';
import { addFeed, drain, entry, MINUTE_MS, NOW, publish, subscribe } from './content.ts';
import { emptyStore } from './seed.ts';

const LEASE_MS = 2 * MINUTE_MS;

let store: Store;

beforeEach(async () => {
  store = await emptyStore();
});

const claim = async (now = NOW, limit = 10) =>
  (await store.feeds.claimDue(now, limit, LEASE_MS)).map(({ title }) => title);

test('a feed that is claimed is nobody else’s until its lease ends', async () => {
  await addFeed(store, 'a', 'listed');

  expect(await claim()).toEqual(['a']);
  expect(await claim(NOW + LEASE_MS - 1)).toEqual([]);
  expect(await claim(NOW + LEASE_MS)).toEqual(['a']);
});

test('claims at the same moment never share a feed', async () => {
  for (let number = 0; number < 20; number += 1) await addFeed(store, `feed-${number}`, 'listed');

  const claims = await Promise.all(Array.from({ length: 5 }, () => claim(NOW, 6)));

  expect(claims.map(({ length }) => length).sort()).toEqual([0, 2, 6, 6, 6]);
  expect(new Set(claims.flat()).size).toBe(20);
});

test('the feeds that have waited longest are claimed first', async () => {
  for (const [name, waited] of [
    ['a', 1],
    ['b', 3],
    ['c', 2],
  ] as const) {
    const { id } = await addFeed(store, name, 'listed');
    await store.feeds.save(id, { nextFetchAt: NOW - waited * MINUTE_MS });
  }

  expect(new Set(await claim(NOW, 2))).toEqual(new Set(['b', 'c']));
});

test('a feed that nobody reads is never due, and one that somebody reads is', async () => {
  const unread = await addFeed(store, 'unread');
  await addFeed(store, 'listed', 'listed');
  await subscribe(store, await addFeed(store, 'read'), 7);
  expect(new Set(await claim())).toEqual(new Set(['listed', 'read']));

  await subscribe(store, unread, 7);

  expect(await claim()).toEqual(['unread']);
});

test('a feed is due again at the moment that was saved with it, and no longer claimed', async () => {
  const { id } = await addFeed(store, 'a', 'listed');
  await claim();

  await store.feeds.save(id, { nextFetchAt: NOW + 1_000 });

  expect(await claim(NOW + 999)).toEqual([]);
  expect(await claim(NOW + 1_000)).toEqual(['a']);
});

test('validators, entries and deliveries are saved together', async () => {
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7, 8);

  const owed = await store.feeds.commit(
    {
      feedId: feed.id,
      changes: { etag: '"1"', nextFetchAt: NOW + MINUTE_MS },
      fresh: [entry('one'), entry('two')],
      owedTo: 'subscribers',
    },
    NOW,
  );

  expect(owed).toBe(4);
  expect(await store.feeds.byId(feed.id)).toMatchObject({ etag: '"1"', claimedUntil: 0 });
  expect(await drain(store)).toEqual(['7: one', '8: one', '7: two', '8: two']);
});

test('where one entry cannot be saved, nothing of the fetch is', async () => {
  const database = await emptyDatabase();
  store = await emptyStore(database);
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7);
  const heal = await failInserts(database, { into: 'delivery', when: `new."entryId" = 'two'` });
  const fetched: Fetched = {
    ...{ feedId: feed.id, changes: { etag: '"1"' }, owedTo: 'subscribers' },
    fresh: [entry('one'), entry('two')],
  };

  await expect(store.feeds.commit(fetched, NOW)).rejects.toThrow('disk full');

  expect(await store.feeds.byId(feed.id)).toMatchObject({ etag: null });
  expect(await store.entries.newest([feed.id], 9)).toEqual([]);
  expect(await store.outbox.depth()).toMatchObject({ owed: 0 });

  await heal();
  expect(await store.feeds.commit(fetched, NOW)).toBe(2);
});

test('an entry the feed has shown before is owed to nobody', async () => {
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7);
  await publish(store, feed, 'one');
  await drain(store);

  expect(await publish(store, feed, 'one', 'two')).toBe(1);
  expect(await drain(store)).toEqual(['7: two']);
});

test('paused subscriptions are owed nothing, and held chats what they miss', async () => {
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7, 8);
  await store.subscriptions.pauseTopic({ chatId: 7, threadId: 0 }, NOW);
  await store.chats.hold(8, 'blocked', NOW);

  expect(await publish(store, feed, 'one')).toBe(1);
  expect(await store.outbox.depth()).toMatchObject({ owed: 1, held: 1 });
});

test('a feed is one feed however often it is added, and once listed stays listed', async () => {
  const first = await addFeed(store, 'a', 'listed');

  const again = await addFeed(store, 'a', 'unlisted');

  expect(again).toEqual(first);
  expect((await store.feeds.all()).map(({ id }) => id)).toEqual([first.id]);
});

test('adding a known feed to the catalogue lists it', async () => {
  await addFeed(store, 'a', 'unlisted');
  expect(await store.feeds.catalogue()).toEqual([]);

  await addFeed(store, 'a', 'listed');

  expect((await store.feeds.catalogue()).map(({ title }) => title)).toEqual(['a']);
});

test('a removed feed takes its entries, subscriptions and deliveries along', async () => {
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7);
  await publish(store, feed, 'one');

  await store.feeds.remove(feed.id);

  expect(await store.outbox.depth()).toMatchObject({ owed: 0 });
  expect(await store.subscriptions.ofChat(7)).toEqual([]);
  expect(await store.entries.newest([feed.id], 10)).toEqual([]);
});

test('the id of a removed feed or delivery never returns', async () => {
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7);
  await publish(store, feed, 'one');
  const [delivery] = await store.outbox.heads(NOW, [], 1);
  await store.outbox.done(delivery?.id ?? 0);
  await publish(store, feed, 'two');
  const [next] = await store.outbox.heads(NOW, [], 1);
  await store.feeds.remove(feed.id);

  const newFeed = await addFeed(store, 'b');

  expect(next?.id).toBeGreaterThan(delivery?.id ?? 0);
  expect(newFeed.id).toBeGreaterThan(feed.id);
});

test('subscribers are counted once for every chat and topic', async () => {
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, -100, 7);
  await store.subscriptions.add({ chatId: -100, threadId: 5 }, feed.id, NOW);

  expect(await store.feeds.subscribers(feed.id)).toBe(3);
});

test('a thousand entries are saved and owed in one go', async () => {
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7);
  const ids = Array.from({ length: 1_000 }, (_, index) => `entry ${index}`);

  expect(await publish(store, feed, ...ids)).toBe(1_000);
  expect(await publish(store, feed, ...ids, 'new')).toBe(1);
});

test('saves of the same moment are each its own: one that the database refuses takes no other with it', async () => {
  const [one, two] = [await addFeed(store, 'one'), await addFeed(store, 'two')];

  const saves = await Promise.allSettled([
    store.feeds.save(one.id, { failures: 1 }),
    store.feeds.save(two.id, { title: null as never }),
    store.feeds.save(one.id, { failures: 2 }),
  ]);

  expect(saves.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await store.feeds.byId(one.id)).toMatchObject({ failures: 2 });
});
