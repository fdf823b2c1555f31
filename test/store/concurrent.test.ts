import { beforeEach, expect, test } from 'vitest';
import type { Fetched } from '../../src/store/commit.ts';
import { unpark } from '../../src/store/lineup.ts';
import { openDatabase } from '../../src/store/open.ts';
import { loadOwed } from '../../src/store/owed.ts';
import type { Feed } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, emptyDatabase, serverUrl, testOf } from '../database.ts';
import { addFeed, article, entry, meet, NOW, publish, subscribe } from './content.ts';
import { emptyStore } from './seed.ts';

// Two processes at the same time on PostgreSQL; on SQLite, whose handles block the whole process, two parts of one.

const PLACE = { chatId: 7, threadId: 0 };
const ROUNDS = 15;

let database: string;
let one: Store;
let other: Store;
let feed: Feed;

beforeEach(async () => {
  database = await emptyDatabase();
  one = await emptyStore(database);
  other = serverUrl === null ? one : await emptyStore(database);
  feed = await addFeed(one, 'paper');
  await subscribe(one, feed, 7);
});

const told = async (entryId: string) =>
  (await one.outbox.find({ ...PLACE, feedId: feed.id, entryId })) !== undefined;

test('what is published while a pause ends is missed by nobody', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await one.subscriptions.pause(PLACE, feed.id, NOW);
    const id = `entry ${round}`;
    const fetched: Fetched = {
      ...{ feedId: feed.id, changes: {}, owedTo: 'subscribers' },
      fresh: [entry(id)],
    };

    await Promise.all([
      one.feeds.commit(fetched, NOW + 1 + round),
      other.subscriptions.resume(PLACE, feed.id, NOW + 2 + round),
    ]);

    expect(await told(id), id).toBe(true);
  }
});

test('what is published while somebody unsubscribes is owed to them no more', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await one.subscriptions.add(PLACE, feed.id, NOW);
    const id = `entry ${round}`;

    await Promise.all([publish(one, feed, id), other.subscriptions.end(PLACE, feed.id)]);

    expect(await told(id), id).toBe(false);
  }
});

test('of two feeds that tell the same at the same moment one was first', async () => {
  const rival = await addFeed(one, 'rival');
  for (let round = 0; round < ROUNDS; round += 1) {
    const sketch = Array.from({ length: 16 }, (_, part) => `${round}/${part}`);
    const tells = ({ id: feedId }: Feed): Fetched => ({
      ...{ feedId, changes: {}, owedTo: 'nobody' },
      fresh: [entry(`story ${round}`, { sketch, article: article(`Story ${round}`) })],
    });

    await Promise.all([one.feeds.commit(tells(feed), NOW), other.feeds.commit(tells(rival), NOW)]);

    const [a, b] = await one.entries
      .newest([feed.id, rival.id], 2 * ROUNDS)
      .then((found) => found.filter(({ id }) => id === `story ${round}`));
    expect(a?.story, `story ${round}`).toBe(b?.story);
  }
});

test('a group that becomes a supergroup while a feed publishes takes everything along', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const [group, supergroup] = [-100 - round, -1_000_100 - round];
    await meet(one, group, 'group');
    await one.subscriptions.add({ chatId: group, threadId: 0 }, feed.id, NOW);
    const id = `entry ${round}`;

    await Promise.all([publish(one, feed, id), other.chats.move(group, supergroup, NOW)]);

    const key = { chatId: supergroup, threadId: 0, feedId: feed.id, entryId: id };
    expect(await one.outbox.find(key), id).toBeDefined();
    await one.subscriptions.end({ chatId: supergroup, threadId: 0 }, feed.id);
  }
});

test('a chat that is held and let in at the same moment is not held for what was sent before', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    await one.chats.hold(7, 'blocked', NOW);

    await Promise.all([
      one.chats.hold(7, 'blocked', NOW + 5, NOW + 1),
      other.chats.revive(7, NOW + 2),
    ]);

    expect(await one.chats.get(7)).toMatchObject({ heldAt: null });
  }
});

test('articles that are saved at the same moment are found each by its own words', async () => {
  const rival = await addFeed(one, 'rival');
  for (let round = 0; round < ROUNDS; round += 1) {
    const saved = ({ id: feedId }: Feed, word: string): Fetched => ({
      ...{ feedId, changes: {}, owedTo: 'nobody' },
      fresh: [entry(`${word} ${round}`, { article: article(`${word}${round}`) })],
    });
    await Promise.all([
      one.feeds.commit(saved(feed, 'rain'), NOW),
      other.feeds.commit(saved(rival, 'snow'), NOW),
    ]);
  }

  for (const word of ['rain', 'snow']) {
    const asked = { feedIds: [feed.id, rival.id], limit: 50, offset: 0 };
    const found = await one.search.find(word, asked);
    expect(found?.count).toBe(ROUNDS);
  }
});

test('what was settled between being found and being read is owed no more', async () => {
  await publish(one, feed, 'one');
  const [found] = await one.outbox.heads(NOW, [], 8);
  const ids = [found?.id ?? 0];
  await other.outbox.done(ids[0] ?? 0);
  const db = await openDatabase(database);

  expect(await loadOwed(db, ids, NOW)).toEqual([]);

  await db.destroy();
});

testOf(
  'postgres',
  'a chat that comes back while it is passed over is not passed over for ever',
  async () => {
    await publish(one, feed, 'one');
    await one.chats.hold(7, 'blocked', NOW);
    const db = await openDatabase(database);
    const back = Promise.withResolvers<void>();
    const written = Promise.withResolvers<void>();
    const returning = db.transaction().execute(async (tx) => {
      await tx.updateTable('chat').set({ heldAt: null, heldReason: null }).execute();
      await unpark(tx, 7);
      written.resolve();
      await back.promise;
    });
    await written.promise;

    let isOver = false;
    const looking = one.outbox.heads(NOW, [], 8).finally(() => {
      isOver = true;
    });
    await expect.poll(async () => isOver || (await isAnyWaiting()), { timeout: 10_000 }).toBe(true);
    back.resolve();
    await Promise.all([returning, looking]);

    expect((await one.outbox.heads(NOW, [], 8)).map(({ chatId }) => chatId)).toEqual([7]);
    await db.destroy();
  },
);

/** Whether some transaction waits for another. */
async function isAnyWaiting(): Promise<boolean> {
  const waiting = await ask(
    database,
    `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return waiting.length > 0;
}
