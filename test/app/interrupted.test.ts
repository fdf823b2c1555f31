import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Faults } from '../faults.ts';
import { ANNA, createTestWorld, GROUP, type TestWorld } from '../world.ts';
import { type OnDisk, openOnDisk } from './ondisk.ts';

let stage: OnDisk;
let world: TestWorld;
let faults: Faults;

beforeEach(async () => {
  stage = await openOnDisk();
  ({ world, faults } = stage);
});

afterEach(() => stage.end());

/** The feed is asked, and what is new goes out as far as it may at once. */
async function publish(...ids: string[]): Promise<void> {
  for (const id of ids) world.paper.print({ id });
  await world.pass(180_000);
  await world.tick();
}

const relayed = (chatId = ANNA) => world.titles(chatId).filter((title) => title !== 'old');
const sends = () => world.telegram.calls.filter(({ method }) => method === 'sendMessage').length;
const flood = (seconds: number) => ({
  error_code: 429,
  description: `Too Many Requests: retry after ${seconds}`,
  parameters: { retry_after: seconds },
});

test('a chat’s return that cannot be kept is not confirmed: the next start is told of it again', async () => {
  world.telegram.moveBot(ANNA, 'blocked');
  await world.pass(1_000);
  faults.add('inbox.keep');
  world.telegram.moveBot(ANNA, 'member');
  await world.pass(1_000);
  expect(await world.store.inbox.left()).toEqual([]);

  await world.restart();
  await publish('one');

  expect(relayed()).toEqual(['one']);
});

test('a chat’s return that was kept is dealt with by the next start', async () => {
  world.telegram.moveBot(ANNA, 'blocked');
  await world.pass(1_000);
  faults.add('chats.revive');
  world.telegram.moveBot(ANNA, 'member');
  await world.pass(1_000);
  expect(await world.store.inbox.left()).toHaveLength(1);

  await world.restart();
  await publish('one');

  expect(relayed()).toEqual(['one']);
  expect(await world.store.inbox.left()).toEqual([]);
});

test('a refusal that arrives after the chat’s return holds nothing', async () => {
  await world.store.chats.hold(ANNA, 'blocked', world.clock.now());
  const sentAt = world.clock.now();
  await world.pass(1_000);
  await world.store.chats.revive(ANNA, world.clock.now());

  await world.store.chats.hold(ANNA, 'blocked', world.clock.now(), sentAt);

  expect(await world.store.chats.get(ANNA)).toMatchObject({ heldAt: null });
});

test('after a crash a chat rests to which something was under way: it may have been refused for a while', async () => {
  faults.add('chats.wait');
  world.telegram.failNext({ method: 'sendMessage', chatId: ANNA }, flood(30));
  await publish('one');
  const before = sends();

  await world.restart();
  await world.pass(39_000);
  expect(sends()).toBe(before);
  await world.pass(2_000);

  expect(relayed()).toEqual(['one']);
});

test('where nothing may come twice, a crash before the ledger gives the message up, and says so', async () => {
  await world.store.chats.wish(ANNA, { repeats: 'never' });
  faults.add('ledger.record');
  await publish('one');

  await world.restart();
  await world.pass(60_000);

  expect(relayed()).toEqual(['one']);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0, dead: 1 });
});

test('where nothing may come twice, a crash after the ledger is none', async () => {
  await world.store.chats.wish(ANNA, { repeats: 'never' });
  faults.add('outbox.done');
  await publish('one');

  await world.restart();
  await world.pass(60_000);

  expect(relayed()).toEqual(['one']);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0, dead: 0 });
});

test('a group that becomes a supergroup keeps what the ledger knows of it', async () => {
  await world.say(ANNA, GROUP, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(60_000);
  await publish('one');
  expect(relayed(GROUP)).toEqual(['one']);
  faults.add('outbox.done');
  await publish('two');
  expect(relayed(GROUP)).toEqual(['one', 'two']);

  const supergroup = world.telegram.migrate(GROUP);
  await world.pass(120_000);
  await publish('three');

  expect(relayed(supergroup).filter((title) => title !== 'one')).toEqual(['two', 'three']);
});

test('a clock that is put forward shortens no wait that Telegram asked for', async () => {
  world.telegram.failNext({ method: 'sendMessage', chatId: ANNA }, flood(30));
  await publish('one');
  const before = sends();

  world.clock.jump(3_600_000);
  await world.tick();
  await world.pass(28_000);
  expect(sends()).toBe(before);
  await world.pass(3_000);

  expect(relayed()).toEqual(['one']);
});

test('a clock that is put back keeps no feed waiting', async () => {
  world.clock.jump(-24 * 3_600_000);
  await world.tick();
  await publish('one');

  expect(relayed()).toEqual(['one']);
});

test('a clock that is put back lets nothing overtake what waited already', async () => {
  world.telegram.failNext({ method: 'sendMessage', chatId: ANNA }, flood(240));
  await publish('one', 'two');

  world.clock.jump(-3_600_000);
  await world.tick();
  await publish('three');
  await world.pass(240_000);

  expect(relayed()).toEqual(['one', 'two', 'three']);
});

test('a group that becomes a supergroup while a message is on its way to it gets that once', async () => {
  const disk = Promise.withResolvers<void>();
  await world.end();
  world = await createTestWorld({
    breakStore: (store) => ({
      ...store,
      ledger: {
        ...store.ledger,
        async record(key, receipt) {
          await disk.promise;
          await store.ledger.record(key, receipt);
        },
      },
    }),
  });
  await world.say(ANNA, GROUP, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(60_000);
  await publish('one', 'two');
  expect(relayed(GROUP)).toEqual(['one']);

  const supergroup = world.telegram.migrate(GROUP);
  await world.pass(60_000);
  expect(relayed(supergroup)).toEqual(['one']);
  disk.resolve();
  await world.pass(60_000);

  expect(relayed(supergroup)).toEqual(['one', 'two']);
});
