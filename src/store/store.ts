import { Keyv } from 'keyv';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { type Chats, createChats } from './chats.ts';
import { createDead, type Dead } from './dead.ts';
import { createEntries, type Entries } from './entries.ts';
import { createFeeds, type Feeds } from './feeds.ts';
import { createImports, type Imports } from './imports.ts';
import { DatabaseKeyvStore } from './keyv.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { migrations } from './migrations.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createPictureFiles, type PictureFiles } from './pictures.ts';
import type { Schema } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';
import { createTroubles, type Troubles } from './troubles.ts';
import { createLeases, type Leases } from './websub.ts';

export type Store = {
  feeds: Feeds;
  entries: Entries;
  chats: Chats;
  subscriptions: Subscriptions;
  outbox: Outbox;
  dead: Dead;
  troubles: Troubles;
  leases: Leases;
  imports: Imports;
  pictureFiles: PictureFiles;
  ledger: Ledger;
  /** Small things worth keeping over a restart, such as the list that "2" in /unsubscribe 2 refers to. */
  notes: Keyv;
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

  return {
    feeds: createFeeds(db),
    entries: createEntries(db),
    chats: createChats(db),
    subscriptions: createSubscriptions(db),
    outbox: createOutbox(db),
    dead: createDead(db),
    troubles: createTroubles(db),
    leases: createLeases(db),
    imports: createImports(db),
    pictureFiles: createPictureFiles(db),
    ledger: createLedger(keyv('sent')),
    notes: keyv('notes'),
    close: () => db.destroy(),
  };
}
