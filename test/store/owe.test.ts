import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/open.ts';
import type { Feed } from '../../src/store/schema.ts';
import { emptyDatabase } from '../database.ts';
import { addFeed, heads, NOW, publish, subscribe } from './content.ts';
import { emptyStore } from './seed.ts';

/** Three pages of it, and one more. */
const FOLLOWERS = 15_001;

/** Private chats that follow a feed, without asking the store for each. */
async function follow(url: string, feed: Feed, count: number): Promise<void> {
  const db = await openDatabase(url);
  const names = (...columns: string[]) => sql.join(columns.map((name) => sql.ref(name)));
  await sql`insert into chat (id, kind, title, ${names('notBefore', 'failures', 'textOnlyUntil', 'createdAt')})
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
    select i, 'private', '', 0, 0, 0, 0 from n`.execute(db);
  await sql`insert into subscription (${names('chatId', 'threadId', 'feedId', 'createdAt')})
    select id, 0, ${feed.id}, 0 from chat where id between 1 and ${count}`.execute(db);
  await db.destroy();
}

test('a post is owed once to each of many followers and their topics, and other things go on meanwhile', async () => {
  const url = await emptyDatabase();
  const store = await emptyStore(url);
  const feed = await addFeed(store, 'a');
  await follow(url, feed, FOLLOWERS);
  for (const threadId of [3, 4]) {
    await store.subscriptions.add({ chatId: 5_000, threadId }, feed.id, NOW);
  }
  await store.subscriptions.pause({ chatId: 7, threadId: 0 }, feed.id, NOW);
  let [turns, isPublished] = [0, false];
  const count = () => {
    turns += 1;
    if (!isPublished) setImmediate(count);
  };
  setImmediate(count);

  await publish(store, feed, 'one');
  isPublished = true;

  expect(await store.outbox.depth()).toMatchObject({ owed: FOLLOWERS + 2 - 1 });
  expect(turns).toBeGreaterThanOrEqual(3);
}, 60_000);

test('channels and groups, which many read, stand in front of people', async () => {
  const store = await emptyStore();
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7, -1_001_234, -5);

  await publish(store, feed, 'one');

  expect(await heads(store)).toEqual(['-1001234: one', '-5: one', '7: one']);
});
