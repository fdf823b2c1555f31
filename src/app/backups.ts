import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { TakeBackup } from '../bot/backup.ts';
import type { Clock, EpochMs } from '../model.ts';
import { copyDatabase, type RestoreFault, restoreDatabase } from '../store/backup.ts';
import { isPostgresUrl } from '../store/dialect.ts';
import type { Store } from '../store/store.ts';
import { reasonOf } from './setup.ts';

/** What came of a command, in one sentence. */
export type Told = { kind: 'done' | 'fault'; text: string };

/** Backups in `backups/` below the data directory, named by their moment. */
export function createTakeBackup(
  store: Pick<Store, 'copyTo'>,
  { dataDir, clock }: { dataDir: string; clock: Pick<Clock, 'now'> },
): TakeBackup {
  return async () => {
    const folder = resolve(dataDir, 'backups');
    const name = `telewire-${stampOf(clock.now())}.db`;
    const path = join(folder, name);
    try {
      await mkdir(folder, { recursive: true });
      const copied = await store.copyTo(path);
      if (copied.kind === 'exists') return { kind: 'failed', folder, reason: 'EEXIST' };
      const remove = () => rm(path, { force: true });
      return { kind: 'taken', path, name, bytes: copied.bytes, remove };
    } catch (error) {
      return { kind: 'failed', folder, reason: codeOrReasonOf(error) };
    }
  };
}

/** `telewire backup <file>`; the bot may go on running. */
export async function backUpTo(file: string, database: string): Promise<Told> {
  if (!isPostgresUrl(database) && !existsSync(database))
    return fault(`There is no database ${database} to back up.`);
  const path = resolve(file);
  try {
    const copied = await copyDatabase(database, path);
    if (copied.kind === 'exists')
      return fault(`There is a file ${path} already; it stays as it is.`);
    const megabytes = Math.ceil(copied.bytes / 1_000_000);
    return {
      kind: 'done',
      text: `The backup ${path} has ${megabytes} MB. Addresses of feeds in it may hold passwords; the bot’s token is not in it.`,
    };
  } catch (error) {
    return fault(`The backup ${path} cannot be written: ${codeOrReasonOf(error)}.`);
  }
}

/** `telewire --restore <file>`; the bot must not run. */
export async function restoreFrom(file: string, database: string, now: EpochMs): Promise<Told> {
  const path = resolve(file);
  if (isPostgresUrl(database)) return fault(INTO_SERVER(file));
  try {
    const aside = `${database}.before-${stampOf(now)}`;
    const outcome = await restoreDatabase(path, { path: database, aside });
    if (outcome.kind === 'refused') return fault(FAULTS[outcome.fault](path, database));
    const former = outcome.aside === null ? '' : ` The former one lies at ${outcome.aside}.`;
    const text = `The database ${database} is now what ${path} holds.${former}${ownedBy(outcome.givenTo)}`;
    return { kind: 'done', text };
  } catch (error) {
    return fault(`The backup ${path} cannot be restored: ${codeOrReasonOf(error)}.`);
  }
}

const INTO_SERVER = (file: string) =>
  `A backup is brought into an empty PostgreSQL database by: telewire migrate --from sqlite:${file} --to postgres://…`;

const FAULTS: Record<RestoreFault, (path: string, database: string) => string> = {
  missing: (path) => `There is no file ${path}.`,
  notADatabase: (path) => `The file ${path} is no SQLite database.`,
  damaged: (path) => `The file ${path} is damaged; the database stays as it was.`,
  notOurs: (path) => `The file ${path} is a database, but none of Telewire’s.`,
  newer: (path) => `The file ${path} was written by a later version of Telewire; update first.`,
  inUse: (_, database) => `The database ${database} is in use: stop the bot first.`,
};

/** What root has made for somebody else. */
export function ownedBy(userId: number | null): string {
  return userId === null
    ? ''
    : ` It belongs to user ${userId}, as its folder does, so that the bot can open it.`;
}

/** `20261125-120509`, in UTC: nothing that a file system could mind. */
function stampOf(at: EpochMs): string {
  return new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}

function fault(text: string): Told {
  return { kind: 'fault', text };
}

function codeOrReasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code?.startsWith('E') && !code.startsWith('ERR_') ? code : reasonOf(error as Error);
}
