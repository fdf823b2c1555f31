import { afterEach, expect, test } from 'vitest';
import { copyDatabase } from '../../src/store/backup.ts';
import { moveDatabase } from '../../src/store/moving.ts';
import { openStore } from '../../src/store/store.ts';
import { ask, emptyFile, emptyOn, serverUrl } from '../database.ts';
import { addFeed, NOW, publish } from './content.ts';
import { INHABITED, inhabit } from './inhabited.ts';

const TABLES = [
  ...['feed', 'entry', 'chat', 'subscription', 'delivery', 'picture', 'lease', 'sketch'],
  ...['pace', 'inbox', 'permission', 'topic', 'prompt', 'kv'],
];
const quiet = { now: NOW, isGone: () => false, progress: () => {} };
/** More than go in one page. */
const MANY = 1_100;

const onServer = () => emptyOn(serverUrl ?? '');

let stores: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const store of stores) await store.close().catch(() => {});
  stores = [];
});

async function opened(database: string) {
  const store = await openStore(database);
  stores.push(store);
  return store;
}

async function inhabited(entries = 3): Promise<string> {
  const path = emptyFile();
  await inhabit(path, entries);
  return path;
}

async function contents(database: string): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const table of TABLES) {
    const rows = await ask(database, `select * from ${table}`);
    const lines = rows.map((row) => JSON.stringify(Object.entries(row).sort()));
    // PostgreSQL takes no NUL in texts.
    tables[table] = lines.map((line) => line.replaceAll(String.raw`\u0000`, '\ufffd')).sort();
  }
  return tables;
}

test.skipIf(!serverUrl)('everything moves into PostgreSQL and back, and works there', async () => {
  const [from, server, back] = [await inhabited(MANY), await onServer(), emptyFile()];
  const told: string[] = [];

  const there = await moveDatabase(
    { from, to: server },
    { ...quiet, progress: (table) => told.push(table) },
  );
  const home = await moveDatabase({ from: server, to: back }, quiet);

  const before = await contents(from);
  const rows = Object.values(before).reduce((sum, { length }) => sum + length, 0);
  expect(Object.values(before).every(({ length }) => length > 0)).toBe(true);
  expect(told).toEqual(TABLES);
  expect([there, home]).toEqual([
    { kind: 'moved', rows },
    { kind: 'moved', rows },
  ]);
  expect(await contents(back)).toEqual(before);
  for (const database of [server, back]) {
    const store = await opened(database);
    expect(await INHABITED.seen(store)).toEqual(INHABITED.expected);
    // The id of a removed feed never returns: its receipts would be taken for those of another.
    expect((await addFeed(store, 'new')).id).toBe(3);
    expect(await publish(store, (await store.feeds.byId(1)) as never, 'one more')).toBe(2);
  }
});

test.skipIf(!serverUrl)('a database that is in use does not move', async () => {
  const [from, server] = [await inhabited(), await onServer()];
  const store = await opened(from);
  await store.duties.take('deliver', { id: 'cellar/1/a', isGone: () => false }, NOW);

  expect(await moveDatabase({ from, to: server }, quiet)).toEqual({ kind: 'inUse', by: 'cellar' });
  const isGone = (holder: string) => holder === 'cellar/1/a';

  const moved = await moveDatabase({ from, to: server }, { ...quiet, isGone });
  expect(moved).toMatchObject({ kind: 'moved' });
});

test.skipIf(!serverUrl)('a database for which somebody collects does not move', async () => {
  const [from, server] = [await inhabited(), await onServer()];
  const store = await opened(from);
  await store.claims.begin({ id: 'attic/1/a', isGone: () => false }, NOW);

  expect(await moveDatabase({ from, to: server }, quiet)).toEqual({ kind: 'inUse', by: 'attic' });
  await store.claims.end();

  expect(await moveDatabase({ from, to: server }, quiet)).toMatchObject({ kind: 'moved' });
});

test.skipIf(!serverUrl)('nothing moves into a database that is not empty', async () => {
  const [from, server] = [await inhabited(), await onServer()];
  const store = await opened(server);
  await store.notes.set('a', 1);

  expect(await moveDatabase({ from, to: server }, quiet)).toEqual({
    kind: 'notEmpty',
    table: 'kv',
  });
});

test.skipIf(!serverUrl)('what arrives otherwise than it was sent is noticed', async () => {
  const [from, server] = [await inhabited(), await onServer()];
  await ask(
    server,
    `create function spoil() returns trigger language plpgsql as
       $$ begin new.title = 'spoilt'; return new; end $$;
     create trigger spoil before insert on chat for each row execute function spoil()`,
  );

  const outcome = await moveDatabase({ from, to: server }, quiet);

  expect(outcome).toEqual({ kind: 'different', table: 'chat' });
});

test.skipIf(!serverUrl)('a backup of a server is an embedded database of one moment', async () => {
  const [from, server] = [await inhabited(MANY), await onServer()];
  await moveDatabase({ from, to: server }, quiet);
  const store = await opened(server);
  const copy = `${emptyFile()}.copy`;

  const [copied] = await Promise.all([
    copyDatabase(server, copy),
    publish(store, (await store.feeds.byId(1)) as never, 'meanwhile'),
  ]);

  expect(copied).toMatchObject({ kind: 'copied' });
  const [[entries], [owed]] = [
    await ask(copy, `select count(*) as count from entry where id = 'meanwhile'`),
    await ask(copy, `select count(*) as count from delivery where "entryId" = 'meanwhile'`),
  ];
  expect(Number(owed?.count)).toBe(2 * Number(entries?.count));
  expect(await copyDatabase(server, copy)).toEqual({ kind: 'exists' });
});
