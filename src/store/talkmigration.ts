import { type Kysely, sql } from 'kysely';
import { addSearch } from './searchmigration.ts';

/** What people may do here, and what the bot remembers of its talks with them. */
export async function addTalk(db: Kysely<unknown>): Promise<void> {
  await addPermissions(db);
  await addTopics(db);
  await addPostWishes(db);
  await addPrompts(db);
  await addSearch(db);
}

async function addPermissions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('permission')
    .addColumn('id', 'bigint', (c) => c.primaryKey())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('userId', 'bigint', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  // How many feeds somebody brought along is asked whenever they bring another.
  await db.schema.createIndex('feedOfPerson').on('feed').column('addedBy').execute();
}

async function addTopics(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('chat').addColumn('topicPerFeed', 'text').execute();
  await db.schema.alterTable('feed').addColumn('headers', 'text').execute();
  await db.schema.alterTable('feed').addColumn('stoppedAt', 'bigint').execute();
  await db.schema
    .createTable('topic')
    .addColumn('chatId', 'bigint', (c) => c.notNull().references('chat.id').onDelete('cascade'))
    .addColumn('feedId', 'integer', (c) => c.notNull().references('feed.id').onDelete('cascade'))
    .addColumn('threadId', 'bigint', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('renameTo', 'text')
    .addColumn('goneAt', 'bigint')
    .addColumn('remadeAt', 'bigint')
    .addPrimaryKeyConstraint('topicKey', ['chatId', 'feedId'])
    .execute();
}

async function addPostWishes(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('chat').addColumn('postButtons', 'text').execute();
  await db.schema.alterTable('chat').addColumn('sound', 'text').execute();
  await db.schema.alterTable('subscription').addColumn('pausedUntil', 'bigint').execute();
  await db.schema
    .createIndex('subscriptionPausedUntil')
    .on('subscription')
    .column('pausedUntil')
    .where(sql.ref('pausedUntil'), 'is not', null)
    .execute();
}

async function addPrompts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('prompt')
    .addColumn('chatId', 'bigint', (c) => c.notNull())
    .addColumn('userId', 'bigint', (c) => c.notNull())
    .addColumn('messageId', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('expiresAt', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('promptKey', ['chatId', 'userId'])
    .execute();
}
