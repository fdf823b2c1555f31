import { beforeEach, expect, test } from 'vitest';
import type { Feed } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { addFeed, heads, NOW, publish, subscribe } from './content.ts';
import { emptyStore } from './seed.ts';

const PLACE = { chatId: 7, threadId: 0 };
const MANY = { ...PLACE, bundle: 'many' } as const;
const ids = (count: number, name = 'e') => Array.from({ length: count }, (_, at) => `${name}${at}`);

let store: Store;
let feed: Feed;

beforeEach(async () => {
  store = await emptyStore();
  feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7, 8);
});

async function isInCrowd(now = NOW): Promise<boolean | undefined> {
  const [head] = await store.outbox.heads(now, [8], 1);
  return head?.isInCrowd;
}

test('eleven posts due at one place are a crowd; ten are none, nor are changes of posts', async () => {
  await publish(store, feed, ...ids(10));
  for (const entryId of ids(5)) {
    const of = { feedId: feed.id, entryId };
    await store.outbox.oweChange(PLACE, of, { reason: 'x', now: NOW });
  }
  expect(await isInCrowd()).toBe(false);

  await publish(store, feed, 'eleventh');

  expect(await isInCrowd()).toBe(true);
});

test('what waits for a digest belongs to no crowd', async () => {
  const daily = await addFeed(store, 'daily');
  await subscribe(store, daily, 7);
  await publish(store, feed, ...ids(2));
  await publish(store, daily, ...ids(20));
  await store.subscriptions.setDigest(PLACE, daily.id, 'daily 08:00');

  expect(await isInCrowd()).toBe(false);
});

test('of a crowd the newest stay posts, and no other chat is touched', async () => {
  await publish(store, feed, ...ids(14));

  await store.bundles.crowd(PLACE, 3, NOW);

  const newest = { limit: 5, first: 'newest' } as const;
  const { owed, more } = await store.bundles.due(MANY, NOW, newest);
  expect(owed.map(({ entryId }) => entryId)).toEqual(['e6', 'e7', 'e8', 'e9', 'e10']);
  expect(more).toBe(6);
  const upTo = await store.bundles.upTo(MANY, owed.at(-1)?.id ?? 0, NOW);
  expect(upTo).toHaveLength(11);
  await store.bundles.done(upTo.map(({ id }) => id));
  expect(await heads(store)).toEqual(['8: e0', '7: e11']);
  expect(await store.outbox.depth()).toMatchObject({ owed: 14 + 3 });
});

test('only posts of feeds with that digest wait for it, and a new wish frees them', async () => {
  const other = await addFeed(store, 'b');
  await subscribe(store, other, 7);
  await store.chats.wish(7, { digest: 'hourly' });
  await store.subscriptions.setDigest(PLACE, other.id, 'off');
  await publish(store, feed, 'one');
  await publish(store, other, 'two');

  await store.bundles.intoDigest(PLACE, { digest: 'hourly', dueAt: NOW + 100 }, NOW);
  expect(await heads(store, NOW, [8])).toEqual(['7: two']);
  expect(await store.outbox.nextDueAt(NOW)).toBe(NOW + 100);
  expect(await heads(store, NOW + 100, [8])).toEqual(['7: one']);

  await store.chats.wish(7, { digest: null });
  expect(await heads(store, NOW, [8])).toEqual(['7: one']);
  expect((await store.outbox.heads(NOW, [8], 1))[0]?.bundle).toBe(null);
});

test('a chat in quiet hours is passed over until they end, or until it wants other ones', async () => {
  await publish(store, feed, 'one');
  await store.chats.wish(7, { quiet: '22:00-07:00' });
  await store.chats.hush({ id: 7, quiet: '22:00-07:00' }, NOW + 500);
  expect(await heads(store, NOW)).toEqual(['8: one']);
  expect(await store.outbox.nextDueAt(NOW)).toBe(NOW + 500);
  expect(await heads(store, NOW + 500, [8])).toEqual(['7: one']);

  await store.chats.wish(7, { quiet: '23:00-07:00' });
  await store.chats.hush({ id: 7, quiet: '22:00-07:00' }, NOW + 500);

  expect(await heads(store, NOW, [8])).toEqual(['7: one']);
});

test('a pause holds what is owed; its end owes the newest hundred of what was missed, once', async () => {
  await publish(store, feed, 'before');
  expect(await store.subscriptions.pause(PLACE, feed.id, NOW - 1)).toBe(1);
  expect(await store.subscriptions.pause(PLACE, null, NOW)).toBe(0);
  await publish(store, feed, ...ids(120));
  expect(await heads(store, NOW, [8])).toEqual([]);
  expect(await store.outbox.countOf(7)).toBe(0);

  const missed = await store.subscriptions.resume(PLACE, null, NOW + 1);

  expect(missed).toBe(1 + 100);
  expect(await store.outbox.countOf(7)).toBe(missed);
  expect(await store.subscriptions.resume(PLACE, null, NOW + 2)).toBe(0);
});

test('what an open topic gets back at once is not what waits for a digest', async () => {
  await store.chats.wish(7, { digest: 'hourly' });
  await publish(store, feed, 'one');
  await store.bundles.intoDigest(PLACE, { digest: 'hourly', dueAt: NOW + 100 }, NOW);

  await store.outbox.postponeTopic(PLACE, { dueAt: NOW, sentAt: NOW });

  expect(await heads(store, NOW, [8])).toEqual([]);
});
