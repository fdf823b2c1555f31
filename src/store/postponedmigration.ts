import { type Kysely, sql } from 'kysely';

/** What waits for a closed topic is asked for whenever a feed has something new: see `owe.ts`. */
export async function indexPostponed(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('deliveryPostponed')
    .on('delivery')
    .columns(['chatId', 'threadId', 'dueAt'])
    .where(sql.ref('deadAt'), 'is', null)
    .where(sql.ref('bundle'), 'is', null)
    .where(sql.ref('threadId'), '<>', sql.lit(0))
    .where(sql.ref('dueAt'), '>', sql.lit(0))
    .execute();
}
