import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseOf } from '../config/written.ts';
import type { EpochMs } from '../model.ts';
import { isInUse } from '../store/backup.ts';
import { isPostgresUrl } from '../store/dialect.ts';
import { type MovingFault, moveDatabase } from '../store/moving.ts';
import { handOverToFolder } from '../store/ownership.ts';
import { ownedBy, type Told } from './backups.ts';
import { thisProcess } from './holder.ts';

export type MoveDeps = { now: EpochMs; progress: (line: string) => void };

const USE = 'Say where from and where to: telewire migrate --from sqlite:… --to postgres://…';

/** `telewire migrate --from … --to …`; the bot must not run. */
export async function moveHouse(args: string[], { now, progress }: MoveDeps): Promise<Told> {
  const ways = { from: wayIn(args, 'from'), to: wayIn(args, 'to') };
  const { from, to } = ways;
  if (from === undefined || to === undefined) return fault(USE);
  if (from === to) return fault('It is there already: both addresses are the same.');
  if (!isPostgresUrl(from)) {
    if (!existsSync(from)) return fault(`There is no database ${from} to move.`);
    if (isInUse(from)) return fault(SENTENCES.inUse({ kind: 'inUse', by: 'somebody' }));
  }
  const tell = (table: string, rows: number) => progress(`${table}: ${rows}`);
  try {
    const { isGone } = thisProcess(undefined);
    const outcome = await moveDatabase({ from, to }, { now, isGone, progress: tell });
    if (outcome.kind !== 'moved') return fault(SENTENCES[outcome.kind](outcome as never));
    const owned = isPostgresUrl(to) ? '' : ownedBy(await handOverToFolder(to));
    return {
      kind: 'done',
      text: `All ${outcome.rows} rows have moved, and read back they are the same. Set DATABASE_URL to the new database; the old one stays as it was.${owned}`,
    };
  } catch (error) {
    return fault(`The database cannot be moved: ${(error as Error).message}.`);
  }
}

const SENTENCES: {
  [Kind in MovingFault['kind']]: (fault: MovingFault & { kind: Kind }) => string;
} = {
  inUse: ({ by }) => `The database is in use by ${by}: stop the bot first.`,
  notEmpty: ({ table }) =>
    `The database to move into is not empty (table ${table}): nothing is ever written over.`,
  different: ({ table }) =>
    `The table ${table} did not arrive as it was; empty the new database and try again.`,
};

/** `--from x` and `--from=x` alike; undefined where it means no database. */
function wayIn(args: string[], name: 'from' | 'to'): string | undefined {
  const at = args.findIndex((it) => it === `--${name}` || it.startsWith(`--${name}=`));
  const written = args[at]?.includes('=') ? args[at].slice(name.length + 3) : args[at + 1];
  const url = at < 0 || written === undefined ? undefined : databaseOf(written);
  return url?.startsWith('sqlite:') ? resolve(url.slice('sqlite:'.length)) : url;
}

function fault(text: string): Told {
  return { kind: 'fault', text };
}
