import type { Kysely } from 'kysely';

/** Whose a claimed feed is, which collectors live, and which check of a feed was too late. */
export async function addClaims(db: Kysely<unknown>): Promise<void> {
  const feed = () => db.schema.alterTable('feed');
  await feed().addColumn('claimedBy', 'text').execute();
  await feed()
    .addColumn('checks', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('collector')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
}
