import { expect, test } from 'vitest';
import { addFeed, entry, NOW, publish, subscribe } from './content.ts';
import { emptyStore } from './seed.ts';

const DAY_MS = 86_400_000;
const AGES = {
  ...{ entriesBefore: NOW - 90 * DAY_MS, deadBefore: NOW - 30 * DAY_MS },
  ...{ owedBefore: NOW - 30 * DAY_MS, picturesBefore: NOW - 30 * DAY_MS },
};

async function document(
  store: Awaited<ReturnType<typeof emptyStore>>,
  feedId: number,
  { fresh, listed, at }: { fresh: string[]; listed: string[]; at: number },
): Promise<void> {
  const entries = fresh.map((id) => entry(id));
  await store.feeds.commit({ feedId, changes: {}, fresh: entries, listed, owedTo: 'nobody' }, at);
}

test('an entry goes when its feed has not listed it for that long, and its words with it', async () => {
  const store = await emptyStore();
  const { id } = await addFeed(store, 'a');
  const old = NOW - 100 * DAY_MS;
  await document(store, id, { fresh: ['gone', 'kept'], listed: ['gone', 'kept'], at: old });
  await document(store, id, { fresh: [], listed: ['kept'], at: NOW - DAY_MS });

  expect(await store.retention.forget(AGES, NOW)).toMatchObject({ entries: 1 });

  expect(await store.entries.article(id, 'gone')).toBeUndefined();
  expect(await store.entries.article(id, 'kept')).toMatchObject({ title: 'kept' });
});

test('what a feed still lists is never forgotten, however long it has not changed', async () => {
  const store = await emptyStore();
  const { id } = await addFeed(store, 'a');
  const old = NOW - 1_000 * DAY_MS;
  await document(store, id, { fresh: ['one', 'two'], listed: ['one', 'two'], at: old });

  expect(await store.retention.forget(AGES, NOW)).toMatchObject({ entries: 0 });
});

test('what a chat is still owed stays', async () => {
  const store = await emptyStore();
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7);
  await publish(store, feed, 'owed');
  await document(store, feed.id, { fresh: ['new'], listed: ['new'], at: NOW + DAY_MS });
  const later = { ...AGES, entriesBefore: NOW + DAY_MS };

  expect(await store.retention.forget(later, NOW)).toMatchObject({ entries: 0 });

  await store.outbox.done((await store.outbox.heads(NOW, [], 1))[0]?.id ?? 0);
  expect(await store.retention.forget(later, NOW)).toMatchObject({ entries: 1 });
});

test('what is owed to a chat that has refused us for long goes, its subscriptions stay', async () => {
  const store = await emptyStore();
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7, 8);
  await publish(store, feed, 'one');
  await store.chats.hold(7, 'blocked', NOW);
  const later = { ...AGES, owedBefore: NOW + DAY_MS };

  expect(await store.retention.forget(later, NOW + 2 * DAY_MS)).toMatchObject({ deliveries: 1 });

  expect(await store.outbox.depth()).toMatchObject({ owed: 1 });
  expect(await store.subscriptions.ofChat(7)).toHaveLength(1);
});

test('the dead go after their time, and so do receipts and pictures', async () => {
  const store = await emptyStore();
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7);
  await publish(store, feed, 'one');
  const [owed] = await store.outbox.heads(NOW, [], 1);
  await store.outbox.bury([owed?.id ?? 0], 'refused', NOW - 31 * DAY_MS);
  await store.pictureFiles.remember('http://a/b.jpg', 'file', NOW - 31 * DAY_MS);
  await store.notes.set('short-lived', 1, 1);
  await store.notes.set('long-lived', 2);

  const farAway = Date.now() + DAY_MS;
  expect(await store.retention.forget(AGES, farAway)).toEqual({
    ...{ entries: 0, deliveries: 1, other: 2 },
  });
  expect(await store.notes.get('long-lived')).toBe(2);
});

test('thousands go in pages, and others have their turn between', async () => {
  const store = await emptyStore();
  const { id } = await addFeed(store, 'a');
  const old = Array.from({ length: 1_001 }, (_, index) => `e${index}`);
  await document(store, id, { fresh: old, listed: old, at: NOW - 100 * DAY_MS });
  await document(store, id, { fresh: ['new'], listed: ['new'], at: NOW });
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 0);

  expect(await store.retention.forget(AGES, NOW)).toMatchObject({ entries: 1_001 });

  clearInterval(counting);
  expect(turns).toBeGreaterThanOrEqual(3);
});
