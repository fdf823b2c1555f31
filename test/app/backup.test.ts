import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { backUpTo, restoreFrom } from '../../src/app/backups.ts';
import { openStore } from '../../src/store/store.ts';
import { addFeed, publish, subscribe } from '../store/content.ts';
import {
  ANNA,
  createTestWorld,
  expectNoCrash,
  GROUP,
  OWNER,
  STARTED_AT,
  type TestWorld,
} from '../world.ts';

const CHATS = 25;
const POSTS = 4;
const FIRST_CHAT = 1_000;

let folder: string;
let database: string;
let world: TestWorld;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telewire-backup-'));
  database = join(folder, 'telewire.db');
});

afterEach(() => rmSync(folder, { recursive: true }));

async function openWorld(settings: Record<string, string> = {}): Promise<void> {
  world = await createTestWorld({ database, settings: { DATA_DIR: folder, ...settings } });
}

async function endWorld(): Promise<void> {
  expectNoCrash(world);
  await world.end();
}

/** Copying goes on in a thread, which nobody sees from outside. */
async function happened(method: string): Promise<void> {
  await vi.waitFor(() => {
    expect(world.telegram.calls.some((call) => call.method === method)).toBe(true);
  }, 10_000);
  await world.settle();
}

const ids = Array.from({ length: CHATS }, (_, index) => FIRST_CHAT + index);
const entries = Array.from({ length: POSTS }, (_, index) => `post ${index}`);

const owed = async () => (await world.store.outbox.depth()).owed;

/** Twenty-five people are owed four posts each. */
async function oweHundred(): Promise<void> {
  for (const id of ids) {
    world.telegram.addUser({ id });
    world.telegram.addChat({ id, type: 'private' });
  }
  const feed = await addFeed(world.store, 'wire');
  await subscribe(world.store, feed, ...ids);
  expect(await publish(world.store, feed, ...entries)).toBe(CHATS * POSTS);
}

test('a backup that is taken amid a hundred deliveries sends the rest when it is restored: none is lost, and only what was sent after it comes twice', async () => {
  await openWorld({ RATE_GLOBAL: '20/s', RATE_CHAT: '100/s' });
  await oweHundred();
  await world.tick();
  await world.pass(2_000);
  const sentBefore = ids.flatMap(world.titles).length;
  const copy = join(folder, 'copy.db');
  const copying = world.store.copyTo(copy);
  await world.pass(1_000);
  expect(await copying).toMatchObject({ kind: 'copied' });
  await world.pass(500);
  expect(sentBefore).toBeGreaterThan(20);

  await world.restart(() => restoreFrom(copy, database, world.clock.now()));
  const sentUntil = ids.flatMap(world.titles).length;
  expect(sentUntil).toBeLessThan(CHATS * POSTS);
  // A slow disk is nothing that the clock waits for.
  for (let round = 0; round < 60 && (await owed()) > 0; round += 1) await world.pass(5_000);

  for (const id of ids) expect([...new Set(world.titles(id))].toSorted()).toEqual(entries);
  const sentTwice = ids.flatMap(world.titles).length - CHATS * POSTS;
  expect(sentTwice).toBeLessThanOrEqual(sentUntil - sentBefore);
  expect(await owed()).toBe(0);
  await endWorld();
});

test('an owner gets the backup as a file in private, and it does not stay on the machine', async () => {
  await openWorld();
  await world.say(ANNA, ANNA, '/start');

  await world.say(OWNER, OWNER, '/backup');
  await happened('sendDocument');

  const message = world.messages(OWNER).at(-1);
  expect(message?.document?.file_name).toBe('telewire-20261125-120000.db');
  expect(message?.caption).toMatch(/Keep it to yourself.*telewire --restore telewire-20261125/);
  await vi.waitFor(() => expect(readdirSync(join(folder, 'backups'))).toEqual([]), 10_000);
  await endWorld();
});

test('nobody else gets it, and nobody sees it in a group', async () => {
  await openWorld();
  world.telegram.setStanding(GROUP, OWNER, 'administrator');

  await world.say(ANNA, ANNA, '/backup');
  await world.say(OWNER, GROUP, '/backup');

  expect(world.texts(ANNA)).toEqual([expect.stringContaining('owner')]);
  expect(world.texts(GROUP)).toEqual([
    'A backup is for your eyes only: ask me for it in our private chat.',
  ]);
  await endWorld();
});

test('a backup that Telegram does not take stays on the machine, and its owner is told where', async () => {
  await openWorld();
  const tooLarge = { error_code: 413, description: 'Request Entity Too Large' };
  world.telegram.failNext({ method: 'sendDocument' }, tooLarge);

  await world.say(OWNER, OWNER, '/backup');
  await happened('sendDocument');
  await world.pass(2_000);

  const path = join(folder, 'backups', 'telewire-20261125-120000.db');
  expect(world.texts(OWNER).at(-1)).toContain(`did not take it. It lies on my machine:\n${path}`);
  expect(statSync(path).mode & 0o077).toBe(0);
  await endWorld();
});

test('a disk that takes no backup is told to the owner, with its reason', async () => {
  await openWorld();
  writeFileSync(join(folder, 'backups'), 'a file where the folder should be');

  await world.say(OWNER, OWNER, '/backup');
  await vi.waitFor(() => expect(world.texts(OWNER)).not.toEqual([]), 10_000);

  expect(world.texts(OWNER)).toEqual([
    `The backup could not be written (EEXIST). Is there room on the disk, and may I write here?\n${join(folder, 'backups')}`,
  ]);
  await endWorld();
});

test('a backup that is larger than Telegram takes is not offered to it, and its owner is told where it lies', async () => {
  await openWorld();
  await world.store.notes.set('much', 'x'.repeat(55_000_000));

  await world.say(OWNER, OWNER, '/backup');
  await vi.waitFor(() => expect(world.texts(OWNER)).not.toEqual([]), 10_000);

  expect(world.texts(OWNER).at(-1)).toMatch(/^The backup has 56 MB, more than Telegram takes/);
  expect(world.telegram.calls.map(({ method }) => method)).not.toContain('sendDocument');
  await endWorld();
});

test('a restored database is what the backup was, and the former one lies beside it', async () => {
  const copy = join(folder, 'copy.db');
  const store = await openStore(database);
  await store.notes.set('when', 'before');
  expect(await backUpTo(copy, database)).toMatchObject({ kind: 'done' });
  await store.notes.set('when', 'after');
  await store.close();

  const told = await restoreFrom(copy, database, STARTED_AT);

  const aside = `${database}.before-20261125-120000`;
  expect(told).toEqual({
    kind: 'done',
    text: `The database ${database} is now what ${copy} holds. The former one lies at ${aside}.`,
  });
  expect(await whenIn(database)).toBe('before');
  expect(await whenIn(aside)).toBe('after');
});

async function whenIn(path: string): Promise<unknown> {
  const store = await openStore(path);
  const when = await store.notes.get('when');
  await store.close();
  return when;
}

test('what lies in memory alone is copied as it is', async () => {
  const store = await openStore(':memory:');
  await addFeed(store, 'paper');
  const copy = join(folder, 'copy.db');

  expect(await store.copyTo(copy)).toEqual({ kind: 'copied', bytes: statSync(copy).size });
  expect(await store.copyTo(copy)).toEqual({ kind: 'exists' });

  await store.close();
  const copied = await openStore(copy);
  expect((await copied.feeds.all()).map(({ title }) => title)).toEqual(['paper']);
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  await copied.close();
});

test('a backup never writes over a file', async () => {
  await (await openStore(database)).close();
  const copy = join(folder, 'copy.db');
  writeFileSync(copy, 'precious');

  expect(await backUpTo(copy, database)).toEqual({
    kind: 'fault',
    text: `There is a file ${copy} already; it stays as it is.`,
  });
});

test('without a database there is nothing to back up', async () => {
  expect(await backUpTo(join(folder, 'copy.db'), database)).toEqual({
    kind: 'fault',
    text: `There is no database ${database} to back up.`,
  });
  expect(readdirSync(folder)).toEqual([]);
});

/** What may be given by mistake, and the sentence it is refused with. */
const WRONG: [string, (copy: string) => void, RegExp][] = [
  ['a file that is not there', (copy) => rmSync(copy), /^There is no file .*copy\.db\.$/],
  ['a text', (copy) => writeFileSync(copy, 'hello '.repeat(500)), /is no SQLite database\.$/],
  ['an empty file', (copy) => writeFileSync(copy, ''), /but none of Telewire’s\.$/],
  ['a torn file', tear, /is damaged; the database stays as it was\.$/],
  ['a file of a later version', addMigration, /written by a later version of Telewire/],
];

test.each(WRONG)('%s is not restored, and the database stays as it was', async (_, spoil, told) => {
  const copy = join(folder, 'copy.db');
  const store = await openStore(database);
  await store.notes.set('when', 'now');
  await store.copyTo(copy);
  await store.close();
  spoil(copy);

  const outcome = await restoreFrom(copy, database, STARTED_AT);

  expect(outcome).toEqual({ kind: 'fault', text: expect.stringMatching(told) });
  expect(await whenIn(database)).toBe('now');
  expect(readdirSync(folder).filter((name) => /before|restoring|part/.test(name))).toEqual([]);
});

function tear(path: string): void {
  truncateSync(path, 50_000);
}

function addMigration(path: string): void {
  const db = new DatabaseSync(path);
  db.exec("insert into kysely_migration values ('9999 from the future', '')");
  db.close();
}

test('while the bot runs, nothing is restored under it', async () => {
  const copy = join(folder, 'copy.db');
  await openWorld();
  await world.store.copyTo(copy);

  expect(await restoreFrom(copy, database, STARTED_AT)).toEqual({
    kind: 'fault',
    text: `The database ${database} is in use: stop the bot first.`,
  });
  await world.say(ANNA, ANNA, '/start');
  await endWorld();
});

test('the bot’s token is in no backup', async () => {
  await openWorld();
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  const copy = join(folder, 'copy.db');
  await world.store.copyTo(copy);

  expect(readFileSync(copy).includes('test-token')).toBe(false);
  await endWorld();
});
