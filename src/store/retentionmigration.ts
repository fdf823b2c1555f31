import type { Kysely } from 'kysely';

/** What is asked when the database forgets: what expires, who is owed an entry, and which was last listed long ago. */
export async function indexAges(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('kvExpires').on('kv').column('expires').execute();
  await db.schema.createIndex('deliveryOf').on('delivery').columns(['feedId', 'entryId']).execute();
  await db.schema.createIndex('entryListed').on('entry').column('listedAt').execute();
}
