import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { inject, onTestFinished, type TestFunction, test } from 'vitest';
import { openStore } from '../src/store/store.ts';
import { TEMPLATE } from './postgressetup.ts';

// Which database the tests of this run are about: SQLite's, or PostgreSQL's (see `vitest.config.ts`).

/** null: none is meant, or none can be had. */
export const serverUrl = inject('postgresUrl') ?? null;

/** A test that means something on one of the two only: the run about the other does not know it. */
export function testOf(which: 'sqlite' | 'postgres', name: string, run: TestFunction): void {
  if ((serverUrl === null) === (which === 'sqlite')) test(name, run);
}

/** An empty database of its own, as a DATABASE_URL means it, which is gone after the test. */
export async function emptyDatabase(): Promise<string> {
  return serverUrl === null ? emptyFile() : emptyOn(serverUrl);
}

export function emptyFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'telewire-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'telewire.db');
}

/** With today's schema, for a test that leaves its address to the store: so nobody else has been there. */
export function anyDatabase(): Promise<string> {
  return serverUrl === null ? emptyMemory() : emptiedOn(serverUrl);
}

/**
 * In memory, with today's schema: a copy, because to make it takes three times as long. Forgotten by SQLite when nobody
 * has it open any more (sqlite.org/src/file/src/memdb.c).
 */
export async function emptyMemory(): Promise<string> {
  template ??= createTemplate();
  const path = memory(randomBytes(6).toString('hex'));
  const keeper = new DatabaseSync(path);
  onTestFinished(() => keeper.close());
  (await template).exec(`vacuum into '${path}'`);
  return path;
}

let template: Promise<DatabaseSync> | undefined;

async function createTemplate(): Promise<DatabaseSync> {
  const path = memory('template');
  const keeper = new DatabaseSync(path);
  await (await openStore(path)).close();
  return keeper;
}

const memory = (name: string) => `file:/telewire-${name}?vfs=memdb`;

/** Used by tests that have ended, and empty again: to make another would take the server twice as long. */
const emptied: string[] = [];

async function emptiedOn(server: string): Promise<string> {
  const database = emptied.pop() ?? (await createOn(server, TEMPLATE));
  onTestFinished(async () => {
    await ask(database, EMPTY);
    emptied.push(database);
  });
  return database;
}

/** Sends away whoever is still there, and forgets what the tables hold, and their numbering. */
const EMPTY = `do $$
  declare filled text;
  begin
    perform pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid();
    select string_agg(format('%I', relname), ', ') into filled from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relname not like 'kysely%' and pg_relation_size(oid) > 0;
    if filled is not null then execute 'truncate ' || filled || ' restart identity cascade'; end if;
  end $$`;

/** On a PostgreSQL server; with today's schema unless another database is to be copied. */
export async function emptyOn(server: string, template = TEMPLATE): Promise<string> {
  const database = await createOn(server, template);
  const name = database.slice(database.lastIndexOf('/') + 1);
  onTestFinished(async () => {
    await ask(`${server}/postgres`, `drop database if exists ${name} with (force)`);
  });
  return database;
}

async function createOn(server: string, template: string): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await ask(`${server}/postgres`, `create database ${name} template ${template}`);
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
