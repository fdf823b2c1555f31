import { sql } from 'kysely';
import type { Database } from './schema.ts';

/** What is counted for as long as the database lives. `answersLost`: messages of which nobody knows whether they came. */
export type Counted = 'answersLost' | 'floods';

export type Tally = { add(what: Counted): Promise<void>; of(what: Counted): Promise<number> };

/** Beside Keyv's own namespaces. */
const NAMESPACE = 'tally';

/** Counts in one statement, so that none of several at the same time gets lost. */
export function createTally(db: Database): Tally {
  return {
    async add(what) {
      await db
        .insertInto('kv')
        .values({ ns: NAMESPACE, key: what, value: '1', expires: null })
        .onConflict((conflict) =>
          conflict.columns(['ns', 'key']).doUpdateSet({
            value: sql<string>`cast(cast(${sql.ref('kv.value')} as integer) + 1 as text)`,
          }),
        )
        .execute();
    },
    async of(what) {
      const row = await db
        .selectFrom('kv')
        .select('value')
        .where('ns', '=', NAMESPACE)
        .where('key', '=', what)
        .executeTakeFirst();
      return Number(row?.value ?? 0);
    },
  };
}
