import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { databaseOf } from '../config/written.ts';
import type { EpochMs } from '../model.ts';
import { isInUse } from '../store/backup.ts';
import { isPostgresUrl } from '../store/dialect.ts';
import { type MovingDeps, type MovingFault, moveDatabase } from '../store/moving.ts';
import { makeFile } from '../store/ownership.ts';
import { ownedBy, type Told } from './backups.ts';
import { thisProcess } from './holder.ts';
import { reasonOf } from './setup.ts';

export type MoveDeps = { now: EpochMs; progress: (line: string) => void };

const USE = 'Say where from and where to: telewire migrate --from sqlite:… --to postgres://…';
const NO_DATABASE = (name: string) =>
  `What --${name} names is no database: it looks like sqlite:data/telewire.db or postgres://localhost/telewire; in a password @ is written %40, / %2F and : %3A.`;

/** `telewire migrate --from … --to …`; the bot must not run. */
export async function moveHouse(args: string[], { now, progress }: MoveDeps): Promise<Told> {
  const written = { from: wayIn(args, 'from'), to: wayIn(args, 'to') };
  if (written.from === undefined || written.to === undefined) return fault(USE);
  const [from, to] = [databaseIn(written.from), databaseIn(written.to)];
  if (from === undefined) return fault(NO_DATABASE('from'));
  if (to === undefined) return fault(NO_DATABASE('to'));
  if (from === to) return fault('It is there already: both addresses are the same.');
  if (!isPostgresUrl(from)) {
    if (!existsSync(from)) return fault(`There is no database ${from} to move.`);
    if (isInUse(from)) return fault(SENTENCES.inUse({ kind: 'inUse', by: 'somebody' }));
  }
  const { isGone } = thisProcess(undefined);
  const tell = (table: string, rows: number) => progress(`${table}: ${rows}`);
  return move({ from, to }, { now, isGone, progress: tell });
}

/** A file of its own making that it cannot fill does not stay. */
async function move(ways: Ways, deps: MovingDeps): Promise<Told> {
  const { to } = ways;
  if (isPostgresUrl(to)) return fill(ways, deps).catch(failed);
  const isNew = !existsSync(to);
  try {
    const givenTo = await makeFile(to);
    const told = await fill(ways, deps).catch(failed);
    if (told.kind === 'done') return { ...told, text: `${told.text}${ownedBy(givenTo)}` };
    if (isNew) await rm(to);
    return told;
  } catch (error) {
    return failed(error as Error);
  }
}

async function fill(ways: Ways, deps: MovingDeps): Promise<Told> {
  const outcome = await moveDatabase(ways, deps);
  if (outcome.kind !== 'moved') return fault(SENTENCES[outcome.kind](outcome as never));
  const text = `All ${outcome.rows} rows have moved, and read back they are the same. Set DATABASE_URL to the new database; the old one stays as it was.`;
  return { kind: 'done', text };
}

function failed(error: Error): Told {
  return fault(`The database cannot be moved: ${reasonOf(error)}.`);
}

type Ways = { from: string; to: string };

const SENTENCES: {
  [Kind in MovingFault['kind']]: (fault: MovingFault & { kind: Kind }) => string;
} = {
  inUse: ({ by }) => `The database is in use by ${by}: stop the bot first.`,
  notEmpty: ({ table }) =>
    `The database to move into is not empty (table ${table}): nothing is ever written over.`,
  different: ({ table }) =>
    `The table ${table} did not arrive as it was; empty the new database and try again.`,
};

/** `--from x` and `--from=x` alike. */
function wayIn(args: string[], name: 'from' | 'to'): string | undefined {
  const at = args.findIndex((it) => it === `--${name}` || it.startsWith(`--${name}=`));
  if (at < 0) return undefined;
  return args[at]?.includes('=') ? args[at].slice(name.length + 3) : args[at + 1];
}

/** undefined where it means no database. */
function databaseIn(written: string): string | undefined {
  const url = databaseOf(written);
  return url?.startsWith('sqlite:') ? resolve(url.slice('sqlite:'.length)) : url;
}

function fault(text: string): Told {
  return { kind: 'fault', text };
}
