import { constants, existsSync } from 'node:fs';
import { chmod, copyFile, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { isPostgresUrl } from './dialect.ts';
import { migrations } from './migrations.ts';
import { copyContents } from './moving.ts';
import { handOver } from './ownership.ts';
import type { Database } from './schema.ts';

/** `exists`: nothing is ever written over. */
export type CopyOutcome = { kind: 'copied'; bytes: number } | { kind: 'exists' };

/** What keeps a file from becoming the database. */
export type RestoreFault =
  | 'missing'
  | 'notADatabase'
  | 'damaged'
  | 'notOurs'
  /** A later version of this program wrote it. */
  | 'newer'
  /** The program runs: it would go on writing to what is put aside. */
  | 'inUse';

export type RestoreOutcome =
  | {
      kind: 'restored';
      /** Where the former database lies now; null when there was none. */
      aside: string | null;
      /** See `handOver`. */
      givenTo: number | null;
    }
  | { kind: 'refused'; fault: RestoreFault };

/** All pages in one step: in more than one, whatever is written between two of them makes the copy begin anew. */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * Copies a database, as it is at one moment, while others go on writing to it: outbox, entries and ledger lie in the
 * same one, so they agree. Done in a thread and by a connection of its own; the file is whole or not there, and for
 * its owner's eyes only, because addresses of feeds can hold passwords.
 */
export function copyDatabase(path: string, to: string): Promise<CopyOutcome> {
  return copyWhole(to, (unfinished) =>
    isPostgresUrl(path) ? copyServer(unfinished, path) : copyInto(unfinished, path),
  );
}

/** The same of a database that is in memory: no other connection sees it. */
export function copyMemory(db: Database, to: string): Promise<CopyOutcome> {
  return copyWhole(
    to,
    async (unfinished) => void (await sql`vacuum into ${unfinished}`.execute(db)),
  );
}

async function copyWhole(
  to: string,
  copy: (unfinished: string) => Promise<void>,
): Promise<CopyOutcome> {
  if (existsSync(to)) return { kind: 'exists' };
  const unfinished = `${to}.part`;
  await rm(unfinished, { force: true });
  try {
    await (await open(unfinished, 'wx', 0o600)).close();
    await copy(unfinished);
    await rename(unfinished, to);
    await syncFolder(to);
    return { kind: 'copied', bytes: (await stat(to)).size };
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function copyInto(copy: string, path: string): Promise<void> {
  const source = new DatabaseSync(path, { readOnly: true });
  try {
    await backup(source, copy, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
  standAlone(copy, 0);
}

/** What a server holds, as an embedded database has it. */
async function copyServer(copy: string, url: string): Promise<void> {
  const { kind } = await copyContents({ from: url, to: copy });
  if (kind !== 'moved') throw new Error('The copy is not what the database holds');
  standAlone(copy, 0);
}

/** Nothing beside the file itself belongs to it any more. Throws when somebody else has it open. */
function standAlone(path: string, timeout: number): void {
  const database = new DatabaseSync(path, { timeout });
  try {
    database.exec('pragma journal_mode = delete');
  } finally {
    database.close();
  }
}

/** Puts a copy in the place of the database, once it has proved to be whole and of this program; the former one is kept
 *  beside it as `aside`. Killed at any moment, it leaves the one or the other. */
export async function restoreDatabase(
  from: string,
  { path, aside }: { path: string; aside: string },
): Promise<RestoreOutcome> {
  if (!existsSync(from)) return { kind: 'refused', fault: 'missing' };
  const coming = `${path}.restoring`;
  try {
    const fault = (await takeOver(from, coming)) ?? (isInUse(path) ? 'inUse' : null);
    if (fault) return { kind: 'refused', fault };
    const hadOne = existsSync(path);
    const givenTo = await handOver(coming, { like: hadOne ? path : dirname(path) });
    if (hadOne) await putAside(path, aside);
    await rename(coming, path);
    await syncFolder(path);
    return { kind: 'restored', aside: hadOne ? aside : null, givenTo };
  } finally {
    await rm(coming, { force: true });
  }
}

/** Copies it as SQLite sees it, with what may stand beside it, and answers what is wrong with it. */
async function takeOver(from: string, coming: string): Promise<RestoreFault | null> {
  await rm(coming, { force: true });
  try {
    await copyInto(coming, from);
    await chmod(coming, 0o600);
    return await faultOf(coming);
  } catch (error) {
    const code = codeOf(error);
    if (code === NOT_A_DATABASE) return 'notADatabase';
    if (code === CORRUPT) return 'damaged';
    throw error;
  }
}

async function faultOf(path: string): Promise<RestoreFault | null> {
  const known = Object.keys(await migrations.getMigrations());
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const check = database.prepare('pragma integrity_check').all();
    if (check.length !== 1 || check[0]?.integrity_check !== 'ok') return 'damaged';
    const isOurs = database.prepare("select 1 from sqlite_master where name = 'kysely_migration'");
    if (isOurs.get() === undefined) return 'notOurs';
    const names = database.prepare('select name from kysely_migration').all();
    return names.every(({ name }) => known.includes(String(name))) ? null : 'newer';
  } finally {
    database.close();
  }
}

/** A database in use does not give its log up. One that cannot be opened at all is used by nobody. */
export function isInUse(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    standAlone(path, 0);
    return false;
  } catch (error) {
    return codeOf(error) === BUSY;
  }
}

/** With its log, where it could not be merged: a log without its database would be taken for the new one's. */
async function putAside(path: string, aside: string): Promise<void> {
  await copyFile(path, aside, constants.COPYFILE_FICLONE);
  for (const beside of ['-wal', '-shm']) {
    if (existsSync(path + beside)) await rename(path + beside, aside + beside);
  }
}

/** A file's name is durable when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** SQLite's own result codes (sqlite.org/rescode.html), of which the lowest byte tells the kind. */
const BUSY = 5;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

function codeOf(error: unknown): number {
  return Number((error as { errcode?: unknown }).errcode ?? 0) & 0xff;
}
