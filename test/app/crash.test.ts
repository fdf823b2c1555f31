import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../database.ts';
import type { Faults } from '../faults.ts';
import { ANNA, type TestWorld } from '../world.ts';
import { type OnDisk, openOnDisk } from './ondisk.ts';

let stage: OnDisk;
let world: TestWorld;
let faults: Faults;

beforeEach(async () => {
  stage = await openOnDisk();
  ({ world, faults } = stage);
});

afterEach(() => stage.end());

async function nextRound(): Promise<void> {
  await world.pass(180_000);
  await world.tick();
  await world.pass(30_000);
}

const relayed = () => world.titles(ANNA).slice(1);
const crashes = () => world.logged.filter(({ event }) => String(event).endsWith('.crashed'));

test('entries are remembered if and only if their deliveries are owed', async () => {
  faults.add('feeds.commit');
  world.paper.print({ id: 'one' });
  await nextRound();
  expect(crashes()).toHaveLength(1);
  expect(relayed()).toEqual([]);

  await nextRound();

  expect(relayed()).toEqual(['one']);
});

test('a feed that the disk could not take is asked again when the disk can, and what was due is relayed', async () => {
  await world.pass(180_000);
  faults.add('feeds.commit');
  world.paper.print({ id: 'one' });
  await world.tick();
  expect(crashes().map(({ event }) => event)).toEqual(['feed.crashed']);
  faults.add('claims.giveBack');
  await world.pass(10_000);
  await world.tick();
  expect(crashes().map(({ event }) => event)).toEqual(['feed.crashed', 'tick.crashed']);

  await world.pass(10_000);
  await world.tick();

  expect(relayed()).toEqual(['one']);
});

test('what a killed process has claimed is asked for at the first tick of the next', async () => {
  const claim = `update feed set claimedUntil = ${2 ** 50}, claimedBy = 'elsewhere/1/a'`;
  world.paper.print({ id: 'one' });
  await world.pass(180_000);

  await world.restart(() => ask(stage.database, claim));
  await world.tick();

  expect(relayed()).toEqual(['one']);
});

test('a crash between Telegram’s yes and the outbox sends nothing twice', async () => {
  faults.add('outbox.done');
  world.paper.print({ id: 'one' });
  await nextRound();
  expect(crashes()).toHaveLength(1);

  await world.restart();
  await nextRound();

  expect(relayed()).toEqual(['one']);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0 });
});

test('a crash between Telegram’s yes and the ledger repeats that one message', async () => {
  faults.add('ledger.record');
  world.paper.print({ id: 'one' });
  world.paper.print({ id: 'two' });
  await world.pass(180_000);
  await world.tick();
  expect(crashes()).toHaveLength(1);

  await world.restart();
  await nextRound();

  expect(relayed()).toEqual(['one', 'one', 'two']);
});

test('a crash between Telegram’s yes and the ledger is left to an owner where nothing may come twice', async () => {
  await world.store.chats.wish(ANNA, { repeats: 'never' });
  faults.add('ledger.record');
  world.paper.print({ id: 'one' });
  world.paper.print({ id: 'two' });
  await world.pass(180_000);
  await world.tick();

  await world.restart();
  await nextRound();

  expect(relayed()).toEqual(['one', 'two']);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0, dead: 1 });
  expect(await world.store.tally.of('answersLost')).toBe(1);
});

test('what has its receipt is done after a crash, where nothing may come twice too', async () => {
  await world.store.chats.wish(ANNA, { repeats: 'never' });
  faults.add('outbox.done');
  world.paper.print({ id: 'one' });
  await world.pass(180_000);
  await world.tick();

  await world.restart();
  await nextRound();

  expect(relayed()).toEqual(['one']);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0, dead: 0 });
});

test('a disk that cannot take Telegram’s yes repeats nothing', async () => {
  world.paper.print({ id: 'one' });
  world.paper.print({ id: 'two' });
  await world.pass(180_000);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    faults.add('ledger.record');
    await world.tick();
    await world.pass(1_000);
  }
  expect(crashes()).toHaveLength(5);
  faults.clear();

  await nextRound();

  expect(relayed()).toEqual(['one', 'two']);
});

test('a ledger that cannot be read is not taken for “not sent”', async () => {
  faults.add('ledger.receipt');
  world.paper.print({ id: 'one' });
  await world.pass(180_000);
  await world.tick();
  expect(relayed()).toEqual([]);
  expect(crashes()).toHaveLength(1);

  await world.pass(30_000);

  expect(relayed()).toEqual(['one']);
});

test('what is owed when the process stops goes out when it is back', async () => {
  const outage = { error_code: 500, description: 'Internal Server Error' };
  world.telegram.failNext({ method: 'sendMessage', times: 1 }, outage);
  world.paper.print({ id: 'one' });
  await world.pass(180_000);
  await world.tick();
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 1 });

  await world.restart();
  await world.pass(60_000);

  expect(relayed()).toEqual(['one']);
});

test('a chat that comes back while the disk fails is let back in', async () => {
  world.telegram.moveBot(ANNA, 'blocked');
  await world.pass(1_000);
  faults.add('chats.revive');
  world.telegram.moveBot(ANNA, 'member');
  await world.pass(1_000);
  expect(crashes()).toHaveLength(1);
  await world.pass(5_000);

  world.paper.print({ id: 'one' });
  await nextRound();

  expect(relayed()).toEqual(['one']);
});
