import type { Kysely } from 'kysely';

/** Which entries are wanted: by a feed's owner, by a chat of all its feeds, and by it of one. */
export async function addFilters(db: Kysely<unknown>): Promise<void> {
  for (const table of ['feed', 'chat', 'subscription']) {
    await db.schema.alterTable(table).addColumn('filter', 'text').execute();
  }
}
