import { beforeEach, expect, test } from 'vitest';
import type { Feed } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { addFeed, drain, meet, NOW, publish, subscribe } from './content.ts';
import { emptyStore } from './seed.ts';

const PLACE = { chatId: 7, threadId: 0 };
const TOPIC = { chatId: 7, threadId: 5 };

let store: Store;
let feed: Feed;

beforeEach(async () => {
  store = await emptyStore();
  feed = await addFeed(store, 'a');
  await meet(store, 7);
});

test('a feed is subscribed to once in each place', async () => {
  expect(await store.subscriptions.add(PLACE, feed.id, NOW)).toBe('new');
  expect(await store.subscriptions.add(PLACE, feed.id, NOW)).toBe('already');
  expect(await store.subscriptions.add(TOPIC, feed.id, NOW)).toBe('new');
});

test('an ended subscription takes along what is still owed for it there, and nothing else', async () => {
  const other = await addFeed(store, 'b');
  await subscribe(store, other, 7);
  await subscribe(store, feed, 7, 8);
  await store.subscriptions.add(TOPIC, feed.id, NOW);
  await publish(store, feed, 'one');
  await publish(store, other, 'two');

  expect(await store.subscriptions.end(PLACE, feed.id)).toBe('ended');
  expect(await store.subscriptions.end(PLACE, feed.id)).toBe('none');

  expect((await drain(store)).sort()).toEqual(['7: one', '7: two', '8: one']);
});

test('why something was not sent is still known after its subscription ended', async () => {
  await subscribe(store, feed, 7);
  await publish(store, feed, 'poison');
  const [delivery] = await store.outbox.heads(NOW, [], 1);
  await store.outbox.bury([delivery?.id ?? 0], 'refused', NOW);

  await store.subscriptions.end(PLACE, feed.id);

  expect(await store.outbox.depth()).toMatchObject({ dead: 1 });
});

test('a topic is paused alone', async () => {
  await store.subscriptions.add(PLACE, feed.id, NOW);
  await store.subscriptions.add(TOPIC, feed.id, NOW);

  await store.subscriptions.pauseTopic(TOPIC, NOW + 1);

  expect(await store.subscriptions.ofChat(7)).toMatchObject([
    { threadId: 0, pausedAt: null },
    { threadId: 5, pausedAt: NOW + 1 },
  ]);
});

test('a chat’s feeds come by title', async () => {
  for (const name of ['zebra', 'apple', 'mango']) {
    await subscribe(store, await addFeed(store, name), 7);
  }

  const titles = (await store.subscriptions.ofChat(7)).map(({ title }) => title);

  expect(titles).toEqual(['apple', 'mango', 'zebra']);
});
