import { beforeEach, expect, test } from 'vitest';
import type { Holder } from '../../src/store/duties.ts';
import { openDatabase } from '../../src/store/open.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { ask, emptyDatabase, testOf } from '../database.ts';
import { addFeed, meet, NOW, publish, subscribe } from './content.ts';
import { emptyStore } from './seed.ts';

let database: string;
let one: Store;
let other: Store;

const ONE: Holder = { id: 'attic/1/a', isGone: () => false };
const OTHER: Holder = { id: 'cellar/2/b', isGone: () => false };

beforeEach(async () => {
  database = await emptyDatabase();
  one = await emptyStore(database);
  other = await emptyStore(database);
});

/** As if the one that holds it had not been heard of for so long. */
async function grow(ms: number): Promise<void> {
  await ask(database, `update duty set until = until - ${ms}`);
}

test('of all who want a duty one has it, for as long as it is heard of', async () => {
  const leaseMs = one.duties.leaseMs;
  const takers = [ONE, OTHER].map((holder) => one.duties.take('deliver', holder, NOW));
  expect((await Promise.all(takers)).filter(Boolean)).toHaveLength(1);
  const first = (await one.duties.all())[0]?.holder === ONE.id ? ONE : OTHER;
  const second = first === ONE ? OTHER : ONE;

  await grow(leaseMs - 1_000);
  expect(await other.duties.take('deliver', second, NOW)).toBe(false);
  expect(await one.duties.renew(first.id, NOW)).toEqual(['deliver']);
  await grow(leaseMs - 1_000);
  expect(await other.duties.take('deliver', second, NOW)).toBe(false);
  await grow(1_000);

  expect(await other.duties.take('deliver', second, NOW)).toBe(true);
  expect(await one.duties.renew(first.id, NOW)).toEqual([]);
});

test('whoever is known to be gone, or gives up, is waited for by nobody', async () => {
  await one.duties.take('bot', ONE, NOW);

  const knowing = { ...OTHER, isGone: (id: string) => id === ONE.id };
  expect(await other.duties.take('bot', knowing, NOW)).toBe(true);
  await other.duties.giveUp(OTHER.id);

  expect(await one.duties.take('bot', ONE, NOW)).toBe(true);
  expect((await one.duties.all()).map(({ name, holder }) => [name, holder])).toEqual([
    ['bot', ONE.id],
  ]);
});

test('duties are taken each by itself', async () => {
  expect(await one.duties.take('bot', ONE, NOW)).toBe(true);
  expect(await other.duties.take('deliver', OTHER, NOW)).toBe(true);
  expect(await one.duties.take('deliver', ONE, NOW)).toBe(false);
});

test('nothing leaves from a process whose duty another has taken over', async () => {
  const feed = await addFeed(one, 'paper');
  await subscribe(one, feed, 7, 8);
  await publish(one, feed, 'one');
  const [first, second] = await one.outbox.heads(NOW, [], 9);
  await one.duties.take('deliver', ONE, NOW);
  expect(await one.underWay.begin(first?.id ?? 0, NOW)).toBe('begun');

  await grow(one.duties.leaseMs);
  await other.duties.take('deliver', OTHER, NOW);

  expect(await one.underWay.begin(second?.id ?? 0, NOW)).toBe('notOurs');
  expect((await other.underWay.left()).map(({ id }) => id)).toEqual([first?.id]);
  expect(await other.underWay.begin(second?.id ?? 0, NOW)).toBe('begun');
});

testOf('postgres', 'whoever takes over sees all that was begun before', async () => {
  const feed = await addFeed(one, 'paper');
  const chats = Array.from({ length: 40 }, (_, index) => index + 1);
  await subscribe(one, feed, ...chats);
  await publish(one, feed, 'one');
  const heads = await one.outbox.heads(NOW, [], 64);
  for (let round = 0; round < 10; round += 1) {
    await ask(database, 'delete from duty; update delivery set "takenAt" = null');
    await one.duties.take('deliver', ONE, NOW);
    await grow(one.duties.leaseMs);
    const taking = other.duties.take('deliver', OTHER, NOW).then(() => other.underWay.left());

    const begun = await Promise.all(heads.map(({ id }) => one.underWay.begin(id, NOW)));

    const left = await taking;
    const ours = begun.filter((it) => it === 'begun').length;
    expect(left.length).toBe(ours);
  }
});

test('a clock that was set shifts what waits once, by who delivers', async () => {
  await meet(one, 7);
  await one.chats.wait(7, NOW + 60_000, 0);
  await one.duties.take('deliver', ONE, NOW);
  await grow(one.duties.leaseMs);
  await other.duties.take('deliver', OTHER, NOW);

  await other.waits.shift(5_000, NOW);
  await one.waits.shift(5_000, NOW);

  expect(await one.chats.get(7)).toMatchObject({ notBefore: NOW + 65_000 });
});

test('a store that never took a duty is the only one there is', async () => {
  const feed = await addFeed(one, 'paper');
  await subscribe(one, feed, 7);
  await publish(one, feed, 'one');
  const [head] = await one.outbox.heads(NOW, [], 9);

  expect(await one.underWay.begin(head?.id ?? 0, NOW)).toBe('begun');
});

test('who shares a database is told once, with what it does and since when', async () => {
  await one.claims.begin(ONE, NOW);
  await one.duties.take('bot', ONE, NOW);
  await one.duties.take('deliver', ONE, NOW);
  await other.duties.take('web', OTHER, NOW);
  const before = await other.processes.alive(NOW);

  await one.duties.take('bot', ONE, NOW + 1_000);

  expect(before).toEqual([
    {
      id: ONE.id,
      duties: [
        { name: 'bot', since: expect.any(Number) },
        { name: 'deliver', since: expect.any(Number) },
      ],
      collects: true,
    },
    { id: OTHER.id, duties: [{ name: 'web', since: expect.any(Number) }], collects: false },
  ]);
  expect(await one.processes.alive(NOW)).toEqual(before);
  await grow(2 * one.duties.leaseMs);
  expect((await one.processes.alive(NOW)).flatMap(({ duties }) => duties)).toEqual([]);
});

test('since when starts anew with another holder', async () => {
  await one.duties.take('bot', ONE, NOW);
  await ask(database, 'update duty set since = 5');
  await one.duties.take('bot', ONE, NOW);
  expect((await one.duties.all())[0]).toMatchObject({ holder: ONE.id, since: 5 });

  await other.duties.take('bot', { ...OTHER, isGone: () => true }, NOW);

  const [duty] = await one.duties.all();
  expect(duty?.holder).toBe(OTHER.id);
  expect(duty?.since).toBeGreaterThan(5);
});

testOf(
  'postgres',
  'who stands still in the middle of a transaction keeps its duty from nobody for longer than its lease',
  async () => {
    await one.duties.take('deliver', ONE, NOW);
    await grow(one.duties.leaseMs);
    const db = await openDatabase(database);
    const woken = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const standing = db.transaction().execute(async (tx) => {
      await tx.selectFrom('duty').selectAll().forShare().execute();
      begun.resolve();
      await woken.promise;
    });
    await begun.promise;
    const startedAt = performance.now();

    expect(await other.duties.take('deliver', OTHER, NOW)).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(one.duties.leaseMs);

    woken.resolve();
    await expect(standing).rejects.toThrow();
    await db.destroy();
  },
);

testOf('postgres', 'a server’s clock says how long a duty lasts, not the processes’', async () => {
  await one.duties.take('bot', ONE, NOW + 3_600_000);

  expect(await other.duties.take('bot', OTHER, NOW + 7_200_000)).toBe(false);
  expect(await (await openStore(database)).close()).toBeUndefined();
});
