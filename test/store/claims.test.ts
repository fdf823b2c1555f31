import { beforeEach, expect, test } from 'vitest';
import type { Fetched } from '../../src/store/commit.ts';
import type { Holder } from '../../src/store/duties.ts';
import type { Feed } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { ask, emptyDatabase, serverUrl, testOf } from '../database.ts';
import { addFeed, drain, entry, MINUTE_MS, NOW, subscribe } from './content.ts';
import { emptyStore } from './seed.ts';

const PATIENCE_MS = 2 * MINUTE_MS;
const ONE: Holder = { id: 'attic/1/a', isGone: () => false };
const OTHER: Holder = { id: 'cellar/2/b', isGone: () => false };

let database: string;
let one: Store;
let other: Store;

beforeEach(async () => {
  database = await emptyDatabase();
  one = await emptyStore(database);
  other = await emptyStore(database);
});

const take = (store: Store, now = NOW, limit = 10) => store.claims.take(now, limit, PATIENCE_MS);
const names = (feeds: Feed[]) => feeds.map(({ title }) => title).sort();
const claim = async (store: Store, now = NOW, limit = 10) => names(await take(store, now, limit));

/** Both collect, the one first. */
async function beginBoth(): Promise<void> {
  await one.claims.begin(ONE, NOW);
  await other.claims.begin(OTHER, NOW);
}

/** As if a collector had not been heard of for so long. */
async function silence(id: string, ms: number): Promise<void> {
  await ask(database, `update collector set until = until - ${ms} where id = '${id}'`);
}

const fetched = (feed: Feed, ...ids: string[]): Fetched => ({
  ...{ feedId: feed.id, checks: feed.checks, owedTo: 'subscribers' },
  changes: { etag: ids.join() },
  fresh: ids.map((id) => entry(id)),
});

test('a feed that is claimed is nobody else’s for as long as its claim lasts', async () => {
  await addFeed(one, 'a', 'listed');

  expect(await claim(one)).toEqual(['a']);
  expect(await claim(one, NOW + PATIENCE_MS - 1)).toEqual([]);
  expect(await claim(one, NOW + PATIENCE_MS)).toEqual(['a']);
});

test('claims at the same moment never share a feed', async () => {
  await beginBoth();
  for (let number = 0; number < 20; number += 1) await addFeed(one, `feed-${number}`, 'listed');

  const claims = await Promise.all([one, other, one, other, one].map((it) => claim(it, NOW, 6)));

  const claimed = claims.flat();
  expect(claimed).toHaveLength(20);
  expect(new Set(claimed).size).toBe(20);
  expect(Math.max(...claims.map(({ length }) => length))).toBe(6);
});

test('the feeds that have waited longest are claimed first', async () => {
  for (const [name, waited] of [
    ['a', 1],
    ['b', 3],
    ['c', 2],
  ] as const) {
    const { id } = await addFeed(one, name, 'listed');
    await one.feeds.save(id, { nextFetchAt: NOW - waited * MINUTE_MS });
  }

  expect(await claim(one, NOW, 2)).toEqual(['b', 'c']);
});

test('a feed that nobody reads is never due, and one that somebody reads is', async () => {
  const unread = await addFeed(one, 'unread');
  await addFeed(one, 'listed', 'listed');
  await subscribe(one, await addFeed(one, 'read'), 7);
  expect(await claim(one)).toEqual(['listed', 'read']);

  await subscribe(one, unread, 7);

  expect(await claim(one)).toEqual(['unread']);
});

test('a feed is due again at the moment that its check found, and no longer claimed', async () => {
  const { id, checks } = await addFeed(one, 'a', 'listed');
  await claim(one);

  await one.feeds.learn({ feedId: id, checks, changes: { nextFetchAt: NOW + 1_000 } });

  expect(await claim(one, NOW + 999)).toEqual([]);
  expect(await claim(one, NOW + 1_000)).toEqual(['a']);
});

test('what people change of a feed ends no claim, and makes no check late', async () => {
  const { id, checks } = await addFeed(one, 'a', 'listed');
  await claim(one);

  await one.feeds.save(id, { name: 'Mine', nextFetchAt: NOW });
  await one.feeds.save(id, {});

  expect(await claim(one)).toEqual([]);
  const check = { feedId: id, checks, changes: { etag: '"1"' } };
  expect(await one.feeds.learn(check)).toBe('learnt');
  expect(await one.feeds.byId(id)).toMatchObject({ name: 'Mine', etag: '"1"' });
});

test('what a collector has claimed is free when it is not heard of, and not before', async () => {
  await beginBoth();
  await addFeed(one, 'a', 'listed');
  expect(await claim(one)).toEqual(['a']);

  await silence(ONE.id, one.claims.leaseMs - 1_000);
  expect(await claim(other)).toEqual([]);
  await one.claims.renew(NOW);
  await silence(ONE.id, one.claims.leaseMs - 1_000);
  expect(await claim(other)).toEqual([]);
  await silence(ONE.id, 1_000);

  expect(await claim(other)).toEqual(['a']);
});

test('a collector that was silent for too long, and lives, is one again', async () => {
  await beginBoth();
  await addFeed(one, 'a', 'listed');
  await silence(ONE.id, one.claims.leaseMs);
  await other.claims.renew(NOW);
  expect(await ask(database, 'select id from collector')).toEqual([{ id: OTHER.id }]);

  await one.claims.renew(NOW);
  expect(await claim(one)).toEqual(['a']);

  expect(await claim(other)).toEqual([]);
});

test('what a collector claims is not its own once more, however long it was not heard of', async () => {
  await beginBoth();
  await addFeed(one, 'a', 'listed');
  await claim(one);
  await silence(ONE.id, one.claims.leaseMs);

  expect(await claim(one)).toEqual([]);
});

test('whoever is known to be gone, or ends, is waited for by nobody', async () => {
  await beginBoth();
  await addFeed(one, 'a', 'listed');
  expect(await claim(one)).toEqual(['a']);
  const third = await emptyStore(database);
  await third.claims.begin({ id: 'attic/3/c', isGone: (id) => id === ONE.id }, NOW);
  expect(await claim(third)).toEqual(['a']);

  await third.claims.end();

  expect(await claim(other)).toEqual(['a']);
});

testOf(
  'sqlite',
  'what a former process claimed in an embedded database is free at the next start',
  async () => {
    await one.claims.begin(ONE, NOW);
    await addFeed(one, 'a', 'listed');
    expect(await claim(one)).toEqual(['a']);

    await other.claims.begin(OTHER, NOW);

    expect(await claim(other)).toEqual(['a']);
  },
);

testOf('postgres', 'a collector that begins takes nothing from one that lives', async () => {
  await one.claims.begin(ONE, NOW);
  await addFeed(one, 'a', 'listed');
  expect(await claim(one)).toEqual(['a']);

  await other.claims.begin(OTHER, NOW);

  expect(await claim(other)).toEqual([]);
});

testOf('postgres', 'a claim of a version that gave no name lasts as long as it says', async () => {
  await addFeed(one, 'a', 'listed');
  expect(await claim(one)).toEqual(['a']);

  await other.claims.begin(OTHER, NOW);

  expect(await claim(other, NOW + PATIENCE_MS - 1)).toEqual([]);
  expect(await claim(other, NOW + PATIENCE_MS)).toEqual(['a']);
});

test('what is given back is all that one is not at, and nobody else’s', async () => {
  await beginBoth();
  for (const name of ['a', 'b', 'c']) await addFeed(one, name, 'listed');
  const [a, b] = await take(one, NOW, 2);
  const [c] = await take(other);
  const laterAt = new Map([a, b, c].map((feed) => [feed?.id ?? 0, NOW + 5_000]));

  await one.claims.giveBack(new Set([a?.id ?? 0]), laterAt);

  expect(await claim(other, NOW + 4_999)).toEqual([]);
  expect(await claim(other, NOW + 5_000)).toEqual([b?.title]);
});

test('what is given back without a later moment is due as it was', async () => {
  await one.claims.begin(ONE, NOW);
  await addFeed(one, 'a', 'listed');
  await claim(one);

  await one.claims.giveBack(new Set(), new Map());

  expect(await claim(one)).toEqual(['a']);
});

test('a check that took longer than its claim undoes nothing, and tells nothing twice', async () => {
  await beginBoth();
  const { id } = await addFeed(one, 'paper');
  await subscribe(one, (await one.feeds.byId(id)) as Feed, 7);
  const [slow] = (await take(one)) as [Feed];
  const [quick] = (await take(other, NOW + PATIENCE_MS)) as [Feed];
  expect(await other.feeds.commit(fetched(quick, 'one', 'two'), NOW)).toBe(2);

  expect(await one.feeds.commit(fetched(slow, 'one'), NOW)).toBe('late');
  const learnt = { feedId: id, checks: slow.checks, changes: { etag: 'old', failures: 1 } };
  expect(await one.feeds.learn(learnt)).toBe('late');

  expect(await one.feeds.byId(id)).toMatchObject({ etag: 'one,two', failures: 0, checks: 1 });
  expect(await drain(one)).toEqual(['7: one', '7: two']);
});

test('a slow check that is saved after all makes late whoever took its feed over', async () => {
  await beginBoth();
  const { id } = await addFeed(one, 'paper', 'listed');
  const [slow] = (await take(one)) as [Feed];
  const [second] = (await take(other, NOW + PATIENCE_MS)) as [Feed];

  expect(await one.feeds.commit(fetched(slow, 'one'), NOW)).toBe(0);
  expect(await other.feeds.commit(fetched(second, 'one', 'two'), NOW)).toBe('late');

  expect(await one.feeds.byId(id)).toMatchObject({ etag: 'one', claimedUntil: 0, claimedBy: null });
  const [again] = (await take(other)) as [Feed];
  expect(await other.feeds.commit(fetched(again, 'one', 'two'), NOW)).toBe(0);
  expect((await one.entries.newest([id], 9)).map((it) => it.id).sort()).toEqual(['one', 'two']);
});

test('a late check does not pass for the one that its own process has begun since', async () => {
  await beginBoth();
  const { id } = await addFeed(one, 'paper', 'listed');
  const [slow] = (await take(one)) as [Feed];
  const [quick] = (await take(other, NOW + PATIENCE_MS)) as [Feed];
  await other.feeds.commit(fetched(quick, 'one'), NOW);
  const [again] = (await take(one, NOW + PATIENCE_MS)) as [Feed];

  expect(await one.feeds.commit(fetched(slow, 'none'), NOW)).toBe('late');

  expect(await one.feeds.byId(id)).toMatchObject({ claimedBy: ONE.id });
  expect(await one.feeds.commit(fetched(again, 'two'), NOW)).toBe(0);
});

test('of two checks that are saved at the same moment one counts', async () => {
  const feed = await addFeed(one, 'paper');
  await subscribe(one, feed, 7);

  // SQLite's handles block the whole process: there the two are parts of one.
  const second = serverUrl === null ? one : other;

  const owed = await Promise.all([
    one.feeds.commit(fetched(feed, 'one'), NOW),
    second.feeds.commit(fetched(feed, 'one', 'two'), NOW),
  ]);

  expect(owed.filter((it) => it === 'late')).toHaveLength(1);
  expect(await one.feeds.byId(feed.id)).toMatchObject({ checks: 1 });
});
