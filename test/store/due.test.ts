import { expect, test } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { ask, emptyDatabase, serverUrl } from '../database.ts';
import { addFeed, heads, meet, NOW, publish, subscribe } from './content.ts';
import { emptyStore } from './seed.ts';

type Outbox = { store: Store; database: string };

/** What PostgreSQL spends on them is not in our CPU time: of it we only learn whom it finds, which fewer show as well. */
const MANY = serverUrl === null ? { chats: 100_000, feeds: 1_000 } : { chats: 5_000, feeds: 100 };
const CHATS = MANY.chats;

/** A store whose outbox is filled behind its back: by its own door this would take a minute. */
async function filled(fill: string): Promise<Outbox> {
  const database = await emptyDatabase();
  const store = await emptyStore(database);
  const feed = await addFeed(store, 'big');
  await publish(store, feed, 'one');
  await ask(
    database,
    `begin;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${CHATS})
    insert into chat (id, kind, title, "notBefore", failures, "textOnlyUntil", "createdAt")
      select i, 'private', '', 0, 0, 0, 0 from n;
    ${fill};
    commit;`,
  );
  return { store, database };
}

const OWED_TO_ALL = `insert into delivery ("chatId", "threadId", "feedId", "entryId", "owedAt", "dueAt")
  select id, 0, 1, 'one', 0, 0 from chat order by id`;

/** Sends what is due, one by one, as a narrow pace does; answers whom it went to. */
async function sendSingly({ store }: Outbox, count: number): Promise<number[]> {
  const sent: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const [head] = await store.outbox.heads(NOW, [], 8);
    if (!head) break;
    sent.push(head.chatId);
    await store.outbox.done(head.id);
  }
  return sent;
}

/** The least CPU time of five looks, in milliseconds: other tests run on the same machine. */
async function costOf(store: Store, busy: number[] = []): Promise<number> {
  const costs: number[] = [];
  for (let look = 0; look < 5; look += 1) {
    const before = process.threadCpuUsage();
    await store.outbox.heads(NOW, busy, 8);
    await store.outbox.nextDueAt(NOW);
    const { user, system } = process.threadCpuUsage(before);
    costs.push((user + system) / 1_000);
  }
  return Math.min(...costs);
}

test('three subscribers of a small feed are among the first eight of those of a giant', async () => {
  const outbox = await filled(OWED_TO_ALL);
  const small = await addFeed(outbox.store, 'small');
  await subscribe(outbox.store, small, -1, -2, -3);
  await publish(outbox.store, small, 'two');

  const sent = await sendSingly(outbox, 8);

  expect(sent.filter((chatId) => chatId < 0)).toEqual([-3, -2, -1]);
  expect(await costOf(outbox.store)).toBeLessThan(15);
}, 120_000);

test('whoever follows both feeds gets first what came first, and soon what came then', async () => {
  const outbox = await filled(OWED_TO_ALL);
  const { store } = outbox;
  const small = await addFeed(store, 'small');
  const both = [0.7, 0.8, 0.9].map((part) => part * CHATS + 1);
  await subscribe(store, small, ...both);
  await publish(store, small, 'two');

  const sent: string[] = [];
  for (let number = 0; number < 12; number += 1) {
    const [head] = await store.outbox.heads(NOW, [], 8);
    if (head && both.includes(head.chatId)) sent.push(`${head.chatId}: ${head.entryId}`);
    await store.outbox.done(head?.id ?? 0);
  }

  expect(sent.toSorted()).toEqual(both.flatMap((id) => [`${id}: one`, `${id}: two`]));
}, 120_000);

test('very many feeds that owe take turns, and a look at them is short', async () => {
  const store = await emptyStore();
  const feeds = [];
  for (let number = 1; number <= MANY.feeds; number += 1) {
    const feed = await addFeed(store, `feed${number}`);
    await subscribe(store, feed, number * 2, number * 2 + 1);
    await publish(store, feed, 'one');
    feeds.push(feed.id);
  }

  const served: number[] = [];
  for (let number = 0; number < MANY.feeds; number += 1) {
    const [head] = await store.outbox.heads(NOW, [], 8);
    served.push(head?.feedId ?? 0);
    await store.outbox.done(head?.id ?? 0);
  }

  expect(served).toEqual(feeds);
  expect(await costOf(store)).toBeLessThan(15);
}, 120_000);

test('very many chats that refuse us are passed over once, and heard when they are back', async () => {
  const { store, database } = await filled(`${OWED_TO_ALL};
    update chat set "heldAt" = 1 where id <= ${CHATS}`);
  await meet(store, CHATS + 1);
  await ask(
    database,
    `insert into delivery ("chatId", "threadId", "feedId", "entryId", "owedAt", "dueAt")
      values (${CHATS + 1}, 0, 1, 'one', 0, 0)`,
  );

  expect(await heads(store)).toEqual([`${CHATS + 1}: one`]);
  expect(await costOf(store)).toBeLessThan(15);
  await store.chats.revive(5, NOW);
  expect(await heads(store)).toEqual(['5: one', `${CHATS + 1}: one`]);
}, 120_000);

test('chats that wait are looked at again when their time has come, or when it comes earlier', async () => {
  const { store } = await filled(`${OWED_TO_ALL};
    update chat set "notBefore" = ${NOW + 5_000}`);

  expect(await heads(store)).toEqual([]);
  expect(await costOf(store)).toBeLessThan(15);
  expect(await store.outbox.nextDueAt(NOW)).toBe(NOW + 5_000);
  await store.chats.wait(7, 0, 0);
  expect(await heads(store)).toEqual(['7: one']);
  expect(await store.outbox.heads(NOW + 5_000, [], 64)).toHaveLength(64);
}, 120_000);
