import { beforeEach, expect, test } from 'vitest';
import type { Feed } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { addFeed, drain, heads, meet, NOW, publish, subscribe } from './content.ts';
import { emptyStore } from './seed.ts';

const OLD = -100;
const NEW = -1_000_000_000_100;

let store: Store;
let feed: Feed;

beforeEach(async () => {
  store = await emptyStore();
  feed = await addFeed(store, 'a');
});

const places = async (chatId: number) =>
  (await store.subscriptions.ofChat(chatId)).map(({ title, threadId }) => `${title}/${threadId}`);

test('a chat met again has its new title and kind, and keeps all else', async () => {
  await subscribe(store, feed, 7);
  await store.chats.setLanguage(7, 'zh');
  await store.chats.hold(7, 'blocked', NOW);

  const met = await store.chats.meet(
    { id: 7, kind: 'private', title: 'Anna', languageHint: 'de' },
    NOW + 1,
  );

  expect(met).toMatchObject({
    ...{ title: 'Anna', languageHint: 'de', language: 'zh' },
    ...{ heldAt: NOW, heldReason: 'blocked', createdAt: NOW },
  });
  expect(await store.chats.get(7)).toEqual(met);
});

test('a hold ends once, and everything that slowed the chat with it', async () => {
  await subscribe(store, feed, 7);
  await publish(store, feed, 'one');
  await store.chats.wait(7, NOW + 60_000, 5);
  await store.chats.hold(7, 'blocked', NOW);

  expect(await store.chats.revive(7, NOW)).toBe(NOW);
  expect(await store.chats.revive(7, NOW)).toBeNull();

  expect(await store.chats.get(7)).toMatchObject({ heldReason: null, failures: 0 });
  expect(await heads(store)).toEqual(['7: one']);
});

test('a hold that ends does not end what Telegram has asked to wait for', async () => {
  await subscribe(store, feed, 7);
  await publish(store, feed, 'one');
  await store.chats.wait(7, NOW + 30_000, 0);
  await store.chats.hold(7, 'blocked', NOW);

  await store.chats.revive(7, NOW);

  expect(await heads(store, NOW + 29_999)).toEqual([]);
  expect(await heads(store, NOW + 30_000)).toEqual(['7: one']);
});

test('nobody is revived who was never met', async () => {
  expect(await store.chats.revive(99, NOW)).toBeNull();
});

test('a group that moved keeps its subscriptions, settings and what is owed, in order', async () => {
  await subscribe(store, feed, OLD);
  await store.subscriptions.add({ chatId: OLD, threadId: 5 }, feed.id, NOW);
  await store.chats.setLanguage(OLD, 'zh');
  await publish(store, feed, 'one', 'two');

  await store.chats.move(OLD, NEW, NOW);

  expect(await store.chats.get(OLD)).toBeUndefined();
  expect(await store.chats.get(NEW)).toMatchObject({ kind: 'supergroup', language: 'zh' });
  expect(await places(NEW)).toEqual(['a/0', 'a/5']);
  expect(await drain(store)).toEqual(['one', 'one', 'two', 'two'].map((it) => `${NEW}: ${it}`));
});

test('what slowed or held the old group does not follow it', async () => {
  await subscribe(store, feed, OLD);
  await publish(store, feed, 'one');
  await store.chats.wait(OLD, NOW + 60_000, 3);
  await store.chats.hold(OLD, 'upgraded', NOW);

  await store.chats.move(OLD, NEW, NOW);

  expect(await store.chats.get(NEW)).toMatchObject({ heldAt: null, notBefore: 0, failures: 0 });
  expect(await heads(store)).toEqual([`${NEW}: one`]);
});

test('what both groups have stays once', async () => {
  const other = await addFeed(store, 'b');
  await subscribe(store, feed, OLD, NEW);
  await subscribe(store, other, OLD);
  await publish(store, feed, 'shared');
  await publish(store, other, 'own');

  await store.chats.move(OLD, NEW, NOW);

  expect(await places(NEW)).toEqual(['a/0', 'b/0']);
  expect(await drain(store)).toEqual([`${NEW}: shared`, `${NEW}: own`]);
});

test('a group that was known under both ids is free to be sent to', async () => {
  await subscribe(store, feed, OLD, NEW);
  await publish(store, feed, 'one');
  await store.chats.wait(NEW, NOW + 60_000, 3);
  await store.chats.hold(NEW, 'chat not found', NOW);

  await store.chats.move(OLD, NEW, NOW);

  expect(await heads(store)).toEqual([`${NEW}: one`]);
});

test('a move told twice, or of a chat that nobody knows, changes nothing', async () => {
  await subscribe(store, feed, OLD);
  await store.chats.move(OLD, NEW, NOW);

  await store.chats.move(OLD, NEW, NOW);
  await store.chats.move(NEW, NEW, NOW);
  await store.chats.move(-5, -6, NOW);

  expect(await places(NEW)).toEqual(['a/0']);
  expect(await store.chats.get(-6)).toBeUndefined();
});

test('a change of a post that is owed to a group moves along as a change', async () => {
  await subscribe(store, feed, OLD);
  const post = { feedId: feed.id, entryId: 'sent' };
  await store.outbox.oweChange({ chatId: OLD, threadId: 0 }, post, { reason: 'test', now: NOW });

  await store.chats.move(OLD, NEW, NOW);

  const [owed] = await store.outbox.heads(NOW, [], 1);
  expect(owed).toMatchObject({ chatId: NEW, content: { kind: 'revision', entryId: 'sent' } });
});

test('a dead delivery moves along and stays dead', async () => {
  await subscribe(store, feed, OLD);
  await publish(store, feed, 'poison');
  const [delivery] = await store.outbox.heads(NOW, [], 1);
  await store.outbox.bury([delivery?.id ?? 0], 'refused', NOW);

  await store.chats.move(OLD, NEW, NOW);

  expect(await store.outbox.depth()).toMatchObject({ owed: 0, dead: 1 });
});

test('a chat can be met as large as Telegram’s ids are', async () => {
  const id = -1_002_147_483_647;
  await meet(store, id, 'channel');
  await meet(store, 2 ** 52, 'private');

  expect(await store.chats.get(id)).toMatchObject({ id });
  expect(await store.chats.get(2 ** 52)).toMatchObject({ id: 2 ** 52 });
});
