import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterEach, inject, type TestFunction, test } from 'vitest';
import { TEMPLATE } from './postgressetup.ts';

// Which database the tests of this run are about: SQLite's, or PostgreSQL's (see `vitest.config.ts`).

/** null: none is meant, or none can be had. */
export const serverUrl = inject('postgresUrl') ?? null;

/** A test that means something on one of the two only: the run about the other does not know it. */
export function testOf(which: 'sqlite' | 'postgres', name: string, run: TestFunction): void {
  if ((serverUrl === null) === (which === 'sqlite')) test(name, run);
}

const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** An empty database of its own, as a DATABASE_URL means it, which is gone after the test. */
export async function emptyDatabase(): Promise<string> {
  return serverUrl === null ? emptyFile() : emptyOn(serverUrl);
}

export function emptyFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'telewire-store-'));
  endings.push(() => rmSync(folder, { recursive: true }));
  return join(folder, 'telewire.db');
}

/** On a PostgreSQL server; with today's schema unless another database is to be copied. */
export async function emptyOn(server: string, template = TEMPLATE): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ask(`${server}/postgres`, `create database ${name} template ${template}`);
  endings.push(() => ask(`${server}/postgres`, `drop database if exists ${name} with (force)`));
  return `${server}/${name}`;
}

/** Says something to a database behind the store's back. */
export async function ask(database: string, sql: string): Promise<Record<string, unknown>[]> {
  if (!database.startsWith('postgres:')) return askFile(database, sql);
  const client = new pg.Client(database);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** From now on such rows are refused with “disk full”, until that is healed. */
export async function failInserts(
  database: string,
  { into, when }: { into: string; when: string },
): Promise<() => Promise<unknown>> {
  if (database.startsWith('postgres:')) {
    await ask(
      database,
      `create function fault() returns trigger language plpgsql as
         $$ begin raise exception 'disk full'; end $$;
       create trigger fault before insert on ${into} for each row when (${when})
         execute function fault()`,
    );
    return () => ask(database, `drop trigger fault on ${into}`);
  }
  await ask(
    database,
    `create trigger fault before insert on ${into} when ${when}
       begin select raise(abort, 'disk full'); end`,
  );
  return () => ask(database, 'drop trigger fault');
}

function askFile(path: string, sql: string): Record<string, unknown>[] {
  const disk = new DatabaseSync(path, { timeout: 5_000 });
  try {
    if (/^\s*select/i.test(sql)) return disk.prepare(sql).all();
    disk.exec(sql);
    return [];
  } finally {
    disk.close();
  }
}
