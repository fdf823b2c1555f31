import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Faults, onFaultyDisk } from '../faults.ts';
import { ANNA, createTestWorld, GROUP, STARTED_AT, type TestWorld } from '../world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const FAST = { RATE_GLOBAL: '10000/s', RATE_CHAT: '10000/s', RATE_GROUP: '10000/s' };
const HERE = { chatId: ANNA, threadId: 0 };

let folder: string;
let world: TestWorld;
let faults: Faults;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telewire-floods-'));
  faults = new Set();
});

afterEach(async () => {
  await world.end();
  rmSync(folder, { recursive: true });
});

/** In memory, unless the process is to be killed. */
async function begin(database = ':memory:'): Promise<void> {
  const settings = { ...FAST, CRASH_REST: '10s' };
  world = await createTestWorld({ settings, database, breakStore: onFaultyDisk(faults) });
  world.paper.print({ id: 'old' });
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
}

const onDisk = () => join(folder, 'test.db');

const crashes = () => world.logged.filter(({ event }) => String(event).endsWith('.crashed'));

async function publish(...ids: string[]): Promise<void> {
  for (const id of ids) world.paper.print({ id });
  await world.pass(3 * MINUTE_MS);
  await world.tick();
  await passSlowly();
}

/** A minute on a disk that takes its time. */
async function passSlowly(): Promise<void> {
  for (let part = 0; part < 12; part += 1) await world.pass(MINUTE_MS / 12);
}

const many = (count: number) => Array.from({ length: count }, (_, index) => `post ${index + 1}`);

/** What has come since the subscription: posts by their titles, messages of many as their lines. */
function arrived(chatId = ANNA): (string | string[])[] {
  return world
    .texts(chatId)
    .filter((text) => !/^(You follow|This chat follows|Welcome)/.test(text))
    .slice(1)
    .map((text) => {
      const lines = text.split('\n').filter((line) => line !== '');
      return text.includes('\n• ') ? lines : (lines[0] ?? '');
    });
}

test('fifty posts at once are the newest three, and one message before them that tells the others', async () => {
  await begin();
  await publish(...many(50));

  const [told, ...posts] = arrived();
  expect(told).toEqual([
    '47 articles came at once',
    'The Paper',
    ...many(47).map((title) => `• ${title}`),
  ]);
  expect(posts).toEqual(['post 48', 'post 49', 'post 50']);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0 });
  await world.say(ANNA, ANNA, `/why ${world.paper.url}/post%205`);
  expect(world.texts(ANNA).at(-1)).toContain('in one message with others that came at once');
  expect(crashes()).toEqual([]);
});

test('ten posts at once still come each by itself', async () => {
  await begin();
  await publish(...many(10));

  expect(arrived()).toEqual(many(10));
});

test('of hundreds one message tells the newest, and of the others how many they are', async () => {
  await begin();
  await publish(...many(300));

  const [told, ...posts] = arrived();
  const lines = [told].flat().filter((line) => line?.startsWith('• '));
  expect(posts).toEqual(['post 298', 'post 299', 'post 300']);
  expect([told].flat()[0]).toBe('297 articles came at once');
  expect(lines.at(-1)).toBe('• post 297');
  expect([told].flat().at(-1)).toBe(`And ${297 - lines.length} more. /latest shows the newest.`);
  expect(lines.length).toBeGreaterThan(80);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0 });
  const [{ id: feedId } = { id: 0 }] = await world.store.feeds.all();
  const counted = { chatId: ANNA, threadId: 0, feedId, entryId: 'post 1' };
  expect(await world.store.ledger.receipt(counted)).toMatchObject({ bundle: 'many' });
});

test('a chat that comes back gets all that it missed, as a few posts and one message', async () => {
  await begin();
  world.telegram.moveBot(ANNA, 'blocked');
  await world.settle();
  for (let round = 0; round < 3; round += 1) {
    await publish(...many(8).map((title) => `${title} of round ${round}`));
  }
  world.telegram.moveBot(ANNA, 'member');
  await world.pass(MINUTE_MS);

  const [told, ...posts] = arrived();
  expect(
    world.texts(ANNA).some((it) => it.startsWith('Welcome back. While you were away 24')),
  ).toBe(true);
  expect([told].flat().filter((line) => line?.startsWith('• '))).toHaveLength(21);
  expect(posts).toEqual(['post 6 of round 2', 'post 7 of round 2', 'post 8 of round 2']);
});

test('what a paused feed publishes comes in one message when it is resumed, and posts go on', async () => {
  await begin();
  expect(await world.store.subscriptions.pause(HERE, null, world.clock.now())).toBe(1);
  await publish('one', 'two');
  await publish('three');
  expect(arrived()).toEqual([]);

  expect(await world.store.subscriptions.resume(HERE, null, world.clock.now())).toBe(3);
  await world.tick();
  await publish('four');

  expect(arrived()).toEqual([
    ['3 articles came during the pause', 'The Paper', '• one', '• two', '• three'],
    'four',
  ]);
});

test('what waits when a feed is paused goes on waiting, and is not told twice', async () => {
  await begin();
  await world.store.chats.wish(ANNA, { digest: 'daily 08:00' });
  await publish('one');
  await world.store.subscriptions.pause(HERE, null, world.clock.now());
  await publish('two');
  await world.pass(DAY_MS);
  expect(arrived()).toEqual([]);
  await world.say(ANNA, ANNA, `/why ${world.paper.url}/one`);
  expect(world.texts(ANNA).at(-1)).toContain('which is paused here since 25 Nov 2026, 12:04');

  expect(await world.store.subscriptions.resume(HERE, null, world.clock.now())).toBe(2);
  expect(await world.store.subscriptions.resume(HERE, null, world.clock.now())).toBe(0);
  await world.tick();

  expect(world.texts(ANNA).at(-1)).toBe(
    '2 articles came during the pause\n\nThe Paper\n• one\n• two',
  );
});

test('what is old when its feed first lists it is told in one message, with its day', async () => {
  await begin();
  const day = (days: number) => STARTED_AT - days * DAY_MS;
  world.paper.print({ id: 'a month ago', at: day(30) });
  world.paper.print({ id: 'ten days ago', at: day(10) });
  world.paper.print({ id: 'yesterday', at: day(1) });
  await publish();

  expect(arrived()).toEqual([
    [
      '2 older articles that I see only now',
      'The Paper',
      '• 26 Oct 2026 · a month ago',
      '• 15 Nov 2026 · ten days ago',
    ],
    'yesterday',
  ]);
  await world.say(ANNA, ANNA, `/why ${world.paper.url}/ten%20days%20ago`);
  expect(world.texts(ANNA).at(-1)).toContain('old news when I first saw it');
});

test('each place has its own flood: what others are owed is untouched', async () => {
  await begin();
  await world.say(ANNA, GROUP, `/subscribe ${world.paper.feedUrl}`);
  await world.store.chats.wish(GROUP, { digest: 'hourly' });
  await publish(...many(12));

  expect(arrived()).toHaveLength(4);
  expect(arrived(GROUP)).toEqual([]);
  await world.pass(HOUR_MS);
  expect([arrived(GROUP)[0]].flat()).toHaveLength(14);
});

/** The power fails when so many receipts are to be written. */
function cutAtReceipt(number: number): void {
  let receipts = 0;
  const { record } = world.store.ledger;
  Object.defineProperty(world.store, 'ledger', {
    value: {
      ...world.store.ledger,
      record: async (...args: Parameters<typeof record>) => {
        receipts += 1;
        if (receipts === number) throw new Error('power cut');
        return record(...args);
      },
    },
  });
}

test('a crash between Telegram’s yes and the third of five receipts repeats that one', async () => {
  await begin(onDisk());
  await world.store.chats.wish(ANNA, { digest: 'hourly' });
  await publish('one', 'two', 'three', 'four', 'five');
  cutAtReceipt(3);
  await world.pass(HOUR_MS - 4 * MINUTE_MS);
  await world.settle();
  expect(crashes()).toHaveLength(1);
  expect(arrived()).toHaveLength(1);

  await world.restart();
  await passSlowly();

  expect(arrived().map((it) => [it].flat().slice(2))).toEqual([
    ['• one', '• two', '• three', '• four', '• five'],
    ['• three'],
  ]);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0 });
});

test('after a crash amid the receipts of hundreds, what was told by its number is not told by name', async () => {
  await begin(onDisk());
  for (const id of many(300)) world.paper.print({ id });
  cutAtReceipt(250);
  await world.pass(3 * MINUTE_MS);
  await world.tick();
  for (let wait = 0; wait < 10; wait += 1) await world.settle();
  expect(crashes()).toHaveLength(1);
  const named = [arrived()[0]].flat().filter((line) => line?.startsWith('• '));

  await world.restart();
  await passSlowly();

  const again = [arrived()[1]].flat().filter((line) => line?.startsWith('• '));
  expect(named.length).toBeGreaterThan(80);
  expect(again).toEqual([named.at(-(250 - (297 - named.length)))]);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0 });
});

test.each(['bundles.done', 'ledger.recordTold'])(
  'a crash at %s tells nothing twice, and loses nothing',
  async (fault) => {
    await begin();
    faults.add(fault);
    await publish(...many(15));
    expect(crashes()).toHaveLength(1);
    await world.pass(MINUTE_MS);

    expect(arrived().map((it) => [it].flat().length)).toEqual([14, 1, 1, 1]);
    expect(await world.store.outbox.depth()).toMatchObject({ owed: 0 });
  },
);

test('after a crash at the outbox the receipts speak: nothing is told twice', async () => {
  await begin(onDisk());
  faults.add('bundles.done');
  for (const id of many(15)) world.paper.print({ id });
  await world.pass(3 * MINUTE_MS);
  await world.tick();
  for (let wait = 0; wait < 10; wait += 1) await world.settle();
  expect(crashes()).toHaveLength(1);

  await world.restart();
  await passSlowly();

  expect(arrived().map((it) => [it].flat().length)).toEqual([14, 1, 1, 1]);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0 });
});
