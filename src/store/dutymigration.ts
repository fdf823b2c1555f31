import type { Kysely } from 'kysely';

/** Who does what only one process may do. */
export async function addDuties(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('duty')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('holder', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
}

/** Since when. Who holds one already cannot say. */
export async function dateDuties(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('duty').addColumn('since', 'bigint').execute();
}
