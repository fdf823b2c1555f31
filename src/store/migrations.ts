import { type Kysely, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';
import { byAddress } from './addressindex.ts';
import { addClaims } from './claimsmigration.ts';
import { addDeliveryWishes } from './deliverymigration.ts';
import { isPostgres } from './dialect.ts';
import { addDuties, dateDuties } from './dutymigration.ts';
import { addFilters } from './filtersmigration.ts';
import { indexFollowers } from './followersmigration.ts';
import { addLooks } from './looksmigration.ts';
import { addMarksAndWishes } from './marksmigration.ts';
import { indexPostponed } from './postponedmigration.ts';
import { indexAges } from './retentionmigration.ts';
import { addTalk } from './talkmigration.ts';

/** Append only: a released migration is never changed, because somebody's database has already run it. */
const MIGRATIONS: Record<string, Migration> = {
  '0001 feeds, chats, deliveries': { up: createFirstSchema },
  '0002 leases of hubs': { up: addLeases },
  '0003 what is due next': { up: indexDueDeliveries },
  '0004 marks of entries, wishes of feeds': { up: addMarksAndWishes },
  '0005 notices of feeds': { up: addNotices },
  '0006 looks, full texts, stories': { up: addLooks },
  '0007 filters': { up: addFilters },
  '0008 digests, quiet hours, pace, inbox': { up: addDeliveryWishes },
  '0009 permissions and talks': { up: addTalk },
  '0010 ages': { up: indexAges },
  '0011 duties': { up: addDuties },
  '0012 claims': { up: addClaims },
  '0013 since when': { up: dateDuties },
  '0014 followers by chat': { up: indexFollowers },
  '0015 postponed': { up: indexPostponed },
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
  await byAddress(db, 'entryLink', { column: 'link' });
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
    // SQLite's integers have 64 bits, and only such a one counts by itself.
    .addColumn('id', isPostgres(db) ? 'bigint' : 'integer', (c) => c.primaryKey().autoIncrement())
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

async function addLeases(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('feed').addColumn('hubUrl', 'text').execute();
  await db.schema.alterTable('feed').addColumn('topicUrl', 'text').execute();
  await db.schema.alterTable('feed').addColumn('pushedUntil', 'bigint').execute();
  // No foreign key: the lease of a removed feed is still to be given back to its hub.
  await db.schema
    .createTable('lease')
    .addColumn('callback', 'text', (c) => c.primaryKey())
    .addColumn('feedId', 'integer', (c) => c.notNull())
    .addColumn('hubUrl', 'text', (c) => c.notNull())
    .addColumn('topicUrl', 'text', (c) => c.notNull())
    .addColumn('secret', 'text', (c) => c.notNull())
    .addColumn('mode', 'text', (c) => c.notNull())
    .addColumn('endsAt', 'bigint')
    .addColumn('askAt', 'bigint', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('leaseOfFeed').on('lease').column('feedId').execute();
}

async function indexDueDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('deliveryDue')
    .on('delivery')
    .column('dueAt')
    .where(sql.ref('deadAt'), 'is', null)
    .execute();
}

async function addNotices(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('delivery').addColumn('notice', 'text').execute();
  const feed = () => db.schema.alterTable('feed');
  await feed().addColumn('trouble', 'text').execute();
  await feed().addColumn('troubledAt', 'bigint').execute();
  await feed().addColumn('toldTo', 'text').execute();
}
