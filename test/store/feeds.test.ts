import { beforeEach, expect, test } from 'vitest';
import type { Fetched } from '../../src/store/commit.ts';
import type { Store } from '../../src/store/store.ts';
import { emptyDatabase, failInserts } from '../database.ts';
import { addFeed, drain, entry, MINUTE_MS, NOW, publish, subscribe } from './content.ts';
import { emptyStore } from './seed.ts';

let store: Store;

beforeEach(async () => {
  store = await emptyStore();
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

test('what checks of the same moment taught is each saved by itself: one that is refused takes no other with it', async () => {
  const [one, two] = [await addFeed(store, 'one'), await addFeed(store, 'two')];

  const saves = await Promise.allSettled([
    store.feeds.learn({ feedId: one.id, checks: 0, changes: { failures: 1 } }),
    store.feeds.learn({ feedId: two.id, checks: 0, changes: { title: null as never } }),
    store.feeds.learn({ feedId: one.id, checks: 1, changes: { failures: 2 } }),
  ]);

  expect(saves.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await store.feeds.byId(one.id)).toMatchObject({ failures: 2 });
});
