import { beforeEach, expect, test } from 'vitest';
import type { Feed } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, emptyDatabase, serverUrl } from '../database.ts';
import { addFeed, drain, heads, MINUTE_MS, NOW, publish, subscribe } from './content.ts';
import { emptyStore } from './seed.ts';

let store: Store;
let feed: Feed;

beforeEach(async () => {
  store = await emptyStore();
  feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7, 8);
});

const idOf = async (chatId: number) =>
  (await store.outbox.heads(NOW, [], 9)).find((it) => it.chatId === chatId)?.id ?? 0;

test('each chat has one head, its oldest; the oldest of all comes first', async () => {
  await publish(store, feed, 'one', 'two');

  expect(await heads(store)).toEqual(['7: one', '8: one']);

  await store.outbox.done(await idOf(7));
  expect(await heads(store)).toEqual(['8: one', '7: two']);
});

test('every chat gets all that is owed to it in the order in which it came', async () => {
  await publish(store, feed, 'b', 'a');
  await publish(store, feed, 'c');

  const sent = await drain(store);

  expect(sent.filter((it) => it.startsWith('7'))).toEqual(['7: b', '7: a', '7: c']);
  expect(sent).toHaveLength(6);
  expect(await store.outbox.depth()).toMatchObject({ owed: 0 });
});

test('a head comes with all that is needed to send it', async () => {
  await publish(store, feed, 'one');

  expect(await store.outbox.heads(NOW, [8], 9)).toMatchObject([
    {
      ...{ chatId: 7, threadId: 0, entryId: 'one', feedTitle: 'a', owedAt: NOW },
      content: {
        ...{ kind: 'post', article: { title: 'one' } },
        token: expect.stringMatching(/^[\w-]{22}$/),
      },
      chat: { id: 7, kind: 'private', failures: 0 },
    },
  ]);
});

test('busy and held chats, and those that wait, have no head', async () => {
  await subscribe(store, feed, 9, 10);
  await publish(store, feed, 'one');
  await store.chats.hold(8, 'blocked', NOW);
  await store.chats.wait(9, NOW + 1_000, 0);

  expect(await heads(store, NOW, [7])).toEqual(['10: one']);
  expect(await heads(store, NOW + 1_000, [7])).toEqual(['9: one', '10: one']);
});

test('there are no more heads than asked for', async () => {
  await publish(store, feed, 'one');

  expect(await store.outbox.heads(NOW, [], 1)).toMatchObject([{ chatId: 7 }]);
});

test('a chat far behind many others has its head too', async () => {
  const ids = Array.from({ length: 600 }, (_, index) => `entry ${index}`);
  await publish(store, feed, ...ids);
  await store.chats.hold(7, 'blocked', NOW);
  const late = await addFeed(store, 'late');
  await subscribe(store, late, 9);
  await publish(store, late, 'last');

  expect(await heads(store)).toEqual(['8: entry 0', '9: last']);
});

test('a closed topic keeps its order for later and holds up no other topic', async () => {
  await store.subscriptions.add({ chatId: 7, threadId: 5 }, feed.id, NOW);
  await publish(store, feed, 'one', 'two');
  await store.outbox.postponeTopic(
    { chatId: 7, threadId: 0 },
    { dueAt: NOW + MINUTE_MS, sentAt: NOW },
  );
  await store.chats.hold(8, 'away', NOW);

  const first = await store.outbox.heads(NOW, [], 9);
  expect(first).toMatchObject([{ threadId: 5, entryId: 'one' }]);
  expect(await drain(store)).toEqual(['7: one', '7: two']);
  expect(await store.outbox.nextDueAt(NOW)).toBe(NOW + MINUTE_MS);
  expect(await drain(store, NOW + MINUTE_MS)).toEqual(['7: one', '7: two']);
});

test('what is new in a closed topic does not overtake what waits there', async () => {
  await store.subscriptions.add({ chatId: 7, threadId: 5 }, feed.id, NOW);
  await publish(store, feed, 'one');
  await drain(store);
  await publish(store, feed, 'two');
  await store.outbox.postponeTopic(
    { chatId: 7, threadId: 5 },
    { dueAt: NOW + MINUTE_MS, sentAt: NOW },
  );

  await publish(store, feed, 'three');

  expect(await drain(store)).toEqual(['7: two', '8: two', '7: three', '8: three']);
  expect(await drain(store, NOW + MINUTE_MS)).toEqual(['7: two', '7: three']);
});

test('what waits is due at the earliest of its own and its chat’s moments', async () => {
  expect(await store.outbox.nextDueAt(NOW)).toBeNull();
  await store.chats.wait(7, NOW + 500, 1);
  expect(await store.outbox.nextDueAt(NOW)).toBeNull();

  await publish(store, feed, 'one');
  expect(await store.outbox.nextDueAt(NOW)).toBe(NOW + 500);
  await store.outbox.postponeTopic({ chatId: 8, threadId: 0 }, { dueAt: NOW + 200, sentAt: NOW });
  expect(await store.outbox.nextDueAt(NOW)).toBe(NOW + 200);

  await store.chats.hold(8, 'blocked', NOW);
  expect(await store.outbox.nextDueAt(NOW)).toBe(NOW + 500);
});

test('a buried delivery is never a head again, and counts as dead', async () => {
  await publish(store, feed, 'poison', 'fine');

  await store.outbox.bury([await idOf(7)], 'refused', NOW + 1);

  expect(await heads(store)).toEqual(['8: poison', '7: fine']);
  expect(await store.outbox.depth()).toEqual({ owed: 3, held: 0, dead: 1, oldestOwedAt: NOW });
  expect(await publish(store, feed, 'poison')).toBe(0);
});

test('a chat is owed its posts, without the dead and without changes of posts', async () => {
  await publish(store, feed, 'a', 'b', 'c');
  await store.outbox.bury([await idOf(7)], 'refused', NOW);
  const sent = { feedId: feed.id, entryId: 'b' };
  await store.outbox.oweChange({ chatId: 7, threadId: 0 }, sent, { reason: 'x', now: NOW });

  expect(await store.outbox.countOf(7)).toBe(2);
});

test('the oldest debt of a held chat makes nobody worry', async () => {
  await publish(store, feed, 'one');
  await store.chats.hold(7, 'blocked', NOW);
  await store.outbox.done(await idOf(8));

  expect(await store.outbox.depth()).toEqual({ owed: 1, held: 1, dead: 0, oldestOwedAt: null });
});

/** Fills the outbox behind the store's back: by its own door this would take a minute. */
async function fullOutbox({ chats, each }: { chats: number; each: number }): Promise<Store> {
  const database = await emptyDatabase();
  const full = await emptyStore(database);
  const read = await addFeed(full, 'read');
  await publish(full, read, ...Array.from({ length: each }, (_, index) => `entry ${index}`));
  await ask(
    database,
    `begin;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${chats})
    insert into chat (id, kind, title, "notBefore", failures, "textOnlyUntil", "createdAt")
      select i, 'private', '', 0, 0, 0, 0 from n;
    insert into delivery ("chatId", "threadId", "feedId", "entryId", "owedAt", "dueAt")
      select chat.id, 0, ${read.id}, entry.id, 0, 0 from entry, chat order by entry.at, entry.token, chat.id;
    commit;`,
  );
  return full;
}

/** What PostgreSQL spends on them is not in our CPU time: of it we only learn what it finds, which fewer show as well. */
const MANY = serverUrl === null ? 1_000 : 100;

test.each([
  { chats: 100, each: MANY },
  { chats: 10 * MANY, each: 10 },
  { chats: 100 * MANY, each: 1 },
])(
  'with $each deliveries owed to each of $chats chats, the next are found at once',
  async (size) => {
    const full = await fullOutbox(size);
    const busy = Array.from({ length: 64 }, (_, index) => index + 1);
    const costs: number[] = [];

    for (let look = 0; look < 5; look += 1) {
      const before = process.threadCpuUsage();
      const found = await full.outbox.heads(NOW, busy, 64);
      await full.outbox.nextDueAt(NOW);
      const { user, system } = process.threadCpuUsage(before);
      costs.push((user + system) / 1_000);
      expect(found).toHaveLength(Math.min(64, size.chats - 64));
    }

    expect(await full.outbox.depth()).toMatchObject({ owed: 100 * MANY });
    // Of five looks the best, in CPU time: other tests run on the same machine.
    expect(Math.min(...costs)).toBeLessThan(50);
  },
  120_000,
);
