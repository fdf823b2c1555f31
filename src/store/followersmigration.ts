import type { Kysely } from 'kysely';

/** Who follows a feed is gone through page by page: see `owe.ts`. */
export async function indexFollowers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('subscriptionFollowers')
    .on('subscription')
    .columns(['feedId', 'chatId'])
    .execute();
  await db.schema.dropIndex('subscriptionOfFeed').execute();
}
