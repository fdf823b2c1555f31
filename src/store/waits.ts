import { sql } from 'kysely';
import type { EpochMs } from '../model.ts';
import type { Database } from './schema.ts';

/** Moments until which something waits for so long, and not until a certain hour. */
const WAITS = [
  ['chat', 'notBefore'],
  ['chat', 'textOnlyUntil'],
  ['feed', 'nextFetchAt'],
  ['feed', 'claimedUntil'],
  ['lease', 'askAt'],
] as const;

export type Waits = {
  /** The machine's clock has been set: all that waits at `now` waits as long as it was to. */
  shift(byMs: number, now: EpochMs): Promise<void>;
};

export function createWaits(db: Database): Waits {
  return {
    shift: (byMs, now) =>
      db.transaction().execute(async (tx) => {
        for (const [table, moment] of WAITS) {
          const column = sql.ref(moment);
          await sql`update ${sql.table(table)} set ${column} = ${column} + ${byMs}
            where ${column} > ${now}`.execute(tx);
        }
      }),
  };
}
