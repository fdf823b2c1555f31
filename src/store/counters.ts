import { sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Database } from './schema.ts';

/** Tables whose ids count by themselves; an id that was given once is never given again. */
const COUNTED = ['feed', 'delivery'] as const;

/** What is new in the target gets ids that were never given before, whatever was removed since. */
export async function moveCounters(source: Database, target: Database): Promise<void> {
  for (const table of COUNTED) {
    const given = await lastGiven(source, table);
    if (given > 0) await countFrom(target, table, given);
  }
  if (!isPostgres(target)) return;
  await sql`select setval(${'"searchNumber"'}, (select coalesce(max(${sql.ref('searchId')}), 0) + 1 from entry), false)`.execute(
    target,
  );
}

async function lastGiven(db: Database, table: (typeof COUNTED)[number]): Promise<number> {
  const { rows } = isPostgres(db)
    ? await sql<{ last: number | null }>`select pg_sequence_last_value(
        pg_get_serial_sequence(${table}, 'id')::regclass) as last`.execute(db)
    : await sql<{ last: number }>`select seq as last from sqlite_sequence
        where name = ${table}`.execute(db);
  return Number(rows[0]?.last ?? 0);
}

async function countFrom(
  db: Database,
  table: (typeof COUNTED)[number],
  given: number,
): Promise<void> {
  if (isPostgres(db)) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'), ${given}::bigint)`.execute(db);
    return;
  }
  await sql`delete from sqlite_sequence where name = ${table}`.execute(db);
  await sql`insert into sqlite_sequence (name, seq) values (${table}, ${given})`.execute(db);
}
