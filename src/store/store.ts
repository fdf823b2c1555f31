import { Keyv } from 'keyv';
import { Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { type CopyOutcome, copyDatabase } from './backup.ts';
import { type Brought, createBrought } from './brought.ts';
import { type Bundles, createBundles } from './bundles.ts';
import { type Chats, createChats } from './chats.ts';
import { createDead, type Dead } from './dead.ts';
import { createEntries, type Entries } from './entries.ts';
import { createFeeds, type Feeds } from './feeds.ts';
import { createImports, type Imports } from './imports.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { DatabaseKeyvStore } from './keyv.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { migrations } from './migrations.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createPaceStore, type PaceStore } from './pace.ts';
import { createPermissions, type Permissions } from './permissions.ts';
import { createPictureFiles, type PictureFiles } from './pictures.ts';
import { createPrompts, type Prompts } from './prompts.ts';
import type { Schema } from './schema.ts';
import { createSearch, type Search } from './search.ts';
import { sqliteDialect } from './sqlite.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';
import { createTally, type Tally } from './tally.ts';
import { createTopics, type Topics } from './topics.ts';
import { createTroubles, type Troubles } from './troubles.ts';
import { createUnderWay, type UnderWay } from './underway.ts';
import { createWaits, type Waits } from './waits.ts';
import { createLeases, type Leases } from './websub.ts';

export type Store = {
  feeds: Feeds;
  entries: Entries;
  search: Search;
  chats: Chats;
  subscriptions: Subscriptions;
  outbox: Outbox;
  bundles: Bundles;
  underWay: UnderWay;
  pace: PaceStore;
  dead: Dead;
  troubles: Troubles;
  tally: Tally;
  topics: Topics;
  leases: Leases;
  imports: Imports;
  brought: Brought;
  permissions: Permissions;
  inbox: Inbox;
  pictureFiles: PictureFiles;
  prompts: Prompts;
  ledger: Ledger;
  /** Small things worth keeping over a restart, such as the list that "2" in /unsubscribe 2 refers to. */
  notes: Keyv;
  waits: Waits;
  /** A consistent copy of all this as a file; everybody goes on reading and writing meanwhile. */
  copyTo(file: string): Promise<CopyOutcome>;
  /** What the database takes of the disk, its log aside. */
  bytes(): Promise<number>;
  close(): Promise<void>;
};

/** Opens the database at `path` (`:memory:` for one that is forgotten) and brings its schema up to date. */
export async function openStore(path: string): Promise<Store> {
  const db = new Kysely<Schema>({ dialect: sqliteDialect(path) });
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error)
    throw new Error(`The database at ${path} could not be brought up to date`, { cause: error });

  // No 'error' listener anywhere: with one, Keyv answers a failed read with "missing", and "missing" means "not sent".
  const keyv = (namespace: string) => new Keyv({ store: new DatabaseKeyvStore(db), namespace });

  const chats = createChats(db);

  return {
    feeds: createFeeds(db),
    entries: createEntries(db),
    search: createSearch(db),
    chats,
    subscriptions: createSubscriptions(db),
    outbox: createOutbox(db),
    bundles: createBundles(db),
    underWay: createUnderWay(db),
    pace: createPaceStore(db),
    dead: createDead(db),
    troubles: createTroubles(db),
    tally: createTally(db),
    topics: createTopics(db),
    leases: createLeases(db),
    imports: createImports(db),
    brought: createBrought(db),
    permissions: createPermissions(db),
    inbox: createInbox(db),
    pictureFiles: createPictureFiles(db),
    prompts: createPrompts(db),
    ledger: createLedger(keyv('sent'), chats.formerId),
    notes: keyv('notes'),
    waits: createWaits(db),
    bytes: () => bytesOf(db),
    copyTo: (file) => copyDatabase(path, file),
    close: () => db.destroy(),
  };
}

async function bytesOf(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`.execute(
    db,
  );
  return rows[0]?.bytes ?? 0;
}
