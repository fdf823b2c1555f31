import { type Kysely, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';

/** Append only: a released migration is never changed, because somebody's database has already run it. */
const MIGRATIONS: Record<string, Migration> = {
  '0001 feeds, chats, deliveries': { up: createFirstSchema },
};

export const migrations: MigrationProvider = { getMigrations: async () => MIGRATIONS };

async function createFirstSchema(db: Kysely<unknown>): Promise<void> {
  await createFeeds(db);
  await createChats(db);
  await createDeliveries(db);
}

async function createFeeds(db: Kysely<unknown>): Promise<void> {
  // AUTOINCREMENT: the id of a removed feed never returns, so ledger keys of an old feed cannot match a new one.
  await db.schema
    .createTable('feed')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('url', 'text', (c) => c.notNull().unique())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('category', 'text')
    .addColumn('siteUrl', 'text')
    .addColumn('listed', 'integer', (c) => c.notNull())
    .addColumn('addedBy', 'bigint')
    .addColumn('etag', 'text')
    .addColumn('lastModified', 'text')
    .addColumn('bodyHash', 'text')
    .addColumn('nextFetchAt', 'bigint', (c) => c.notNull())
    .addColumn('intervalMs', 'bigint', (c) => c.notNull())
    .addColumn('claimedUntil', 'bigint', (c) => c.notNull())
    .addColumn('baselineAt', 'bigint')
    .addColumn('lastSuccessAt', 'bigint')
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('failingSince', 'bigint')
    .addColumn('failure', 'text')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('feedDue').on('feed').column('nextFetchAt').execute();

  await db.schema
    .createTable('entry')
    .addColumn('feedId', 'integer', (c) => c.notNull().references('feed.id').onDelete('cascade'))
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('token', 'text', (c) => c.notNull().unique())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('link', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('seenAt', 'bigint', (c) => c.notNull())
    .addColumn('article', 'text')
    .addPrimaryKeyConstraint('entryKey', ['feedId', 'id'])
    .execute();
  await db.schema.createIndex('entryNewest').on('entry').columns(['feedId', 'at']).execute();
  await db.schema.createIndex('entryLink').on('entry').column('link').execute();
}

async function createChats(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('chat')
    .addColumn('id', 'bigint', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('language', 'text')
    .addColumn('languageHint', 'text')
    .addColumn('timeZone', 'text')
    .addColumn('heldAt', 'bigint')
    .addColumn('heldReason', 'text')
    .addColumn('notBefore', 'bigint', (c) => c.notNull())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .addColumn('textOnlyUntil', 'bigint', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('subscription')
    .addColumn('chatId', 'bigint', (c) => c.notNull().references('chat.id'))
    .addColumn('threadId', 'bigint', (c) => c.notNull())
    .addColumn('feedId', 'integer', (c) => c.notNull().references('feed.id').onDelete('cascade'))
    .addColumn('pausedAt', 'bigint')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('subscriptionKey', ['chatId', 'threadId', 'feedId'])
    .execute();
  await db.schema.createIndex('subscriptionOfFeed').on('subscription').column('feedId').execute();
}

async function createDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delivery')
    .addColumn('id', 'integer', (c) => c.primaryKey().autoIncrement())
    .addColumn('chatId', 'bigint', (c) => c.notNull().references('chat.id'))
    .addColumn('threadId', 'bigint', (c) => c.notNull())
    .addColumn('feedId', 'integer', (c) => c.notNull().references('feed.id').onDelete('cascade'))
    .addColumn('entryId', 'text', (c) => c.notNull())
    .addColumn('owedAt', 'bigint', (c) => c.notNull())
    .addColumn('dueAt', 'bigint', (c) => c.notNull())
    .addColumn('deadAt', 'bigint')
    .addColumn('deadReason', 'text')
    .addUniqueConstraint('deliveryOnce', ['chatId', 'threadId', 'feedId', 'entryId'])
    .execute();
  await db.schema
    .createIndex('deliveryOwed')
    .on('delivery')
    .columns(['chatId', 'id'])
    .where(sql.ref('deadAt'), 'is', null)
    .execute();

  await db.schema
    .createTable('picture')
    .addColumn('url', 'text', (c) => c.primaryKey())
    .addColumn('fileId', 'text', (c) => c.notNull())
    .addColumn('storedAt', 'bigint', (c) => c.notNull())
    .execute();

  await db.schema
    .createTable('kv')
    .addColumn('ns', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('expires', 'bigint')
    .addPrimaryKeyConstraint('kvKey', ['ns', 'key'])
    .execute();
}
