import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { emptyDatabase, testOf } from '../database.ts';
import { databasePath, emptyStore } from './seed.ts';

const PROCESS = fileURLToPath(new URL('durable-process.ts', import.meta.url));
const ENOUGH = 200;

/** SQLite's own number for FULL (sqlite.org/pragma.html#pragma_synchronous). */
const FULL = 2;

testOf(
  'sqlite',
  'each commit is on the disk before it is acknowledged: a log written ahead, and synced',
  async () => {
    const db = new Kysely<object>({ dialect: sqliteDialect(databasePath()) });
    const asked = async (pragma: string) => {
      const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${pragma}`).execute(db);
      return Object.values(rows[0] ?? {})[0];
    };

    expect(await asked('journal_mode')).toBe('wal');
    expect(await asked('synchronous')).toBe(FULL);
    expect(await asked('foreign_keys')).toBe(1);

    await db.destroy();
  },
);

test('what was acknowledged is there after a kill, whether it is a receipt or a note', async () => {
  const path = await emptyDatabase();
  const flags = ['--disable-warning=ExperimentalWarning', PROCESS, path];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const acknowledged: [number, number][] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [lane = 0, number = 0] = line.split(' ').map(Number);
    acknowledged.push([lane, number]);
    if (acknowledged.length === ENOUGH) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);

  const store = await emptyStore(path);

  expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH);
  for (const [lane, number] of acknowledged) {
    const key = { chatId: lane, threadId: 0, feedId: 1, entryId: String(number) };
    expect(await store.ledger.receipt(key)).toMatchObject({ messageId: number });
    expect(await store.notes.get(`${lane}/${number}`)).toBe(number);
  }
});
