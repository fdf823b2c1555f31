import { sql } from 'kysely';
import type { EpochMs } from '../model.ts';
import type { Duties } from './duties.ts';
import type { Database } from './schema.ts';

/** Moments until which something waits for so long, and not until a certain hour; and after a clock that was put back,
 *  that by which a chat tells old refusals from new ones. */
const WAITS = [
  ['chat', 'notBefore'],
  ['chat', 'returnedAt'],
  ['chat', 'textOnlyUntil'],
  ['feed', 'nextFetchAt'],
  ['feed', 'claimedUntil'],
  ['lease', 'askAt'],
] as const;

export type Waits = {
  /** The machine's clock has been set: all that waits at `now` waits as long as it was to. Of several processes who
   *  delivers does that: one that has lost its duty, and does not know it yet, shifts nothing. */
  shift(byMs: number, now: EpochMs): Promise<void>;
};

export function createWaits(db: Database, duties: Pick<Duties, 'isOurs'>): Waits {
  return {
    shift: (byMs, now) =>
      db.transaction().execute(async (tx) => {
        if (!(await duties.isOurs(tx, 'deliver'))) return;
        for (const [table, moment] of WAITS) {
          const column = sql.ref(moment);
          await sql`update ${sql.table(table)} set ${column} = ${column} + ${byMs}
            where ${column} > ${now}`.execute(tx);
        }
      }),
  };
}
