import { Keyv } from 'keyv';
import { type CopyOutcome, copyDatabase, copyMemory } from './backup.ts';
import { type Brought, createBrought } from './brought.ts';
import { type Bundles, createBundles } from './bundles.ts';
import { type Chats, createChats } from './chats.ts';
import { type Claims, createClaims } from './claims.ts';
import { createDead, type Dead } from './dead.ts';
import { createDuties, type Duties } from './duties.ts';
import { createEntries, type Entries } from './entries.ts';
import { createFeeds, type Feeds } from './feeds.ts';
import { createImports, type Imports } from './imports.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { DatabaseKeyvStore } from './keyv.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { bytesOf, openDatabase } from './open.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createPaceStore, type PaceStore } from './pace.ts';
import { createPermissions, type Permissions } from './permissions.ts';
import { createPictureFiles, type PictureFiles } from './pictures.ts';
import { createProcesses, type Processes } from './processes.ts';
import { createPrompts, type Prompts } from './prompts.ts';
import { openRedis, type Redis } from './redis.ts';
import { createRetention, type Retention } from './retention.ts';
import type { Database } from './schema.ts';
import { createSearch, type Search } from './search.ts';
import { createSubscriptions, type Subscriptions } from './subscriptions.ts';
import { createTally, type Tally } from './tally.ts';
import { createTopics, type Topics } from './topics.ts';
import { createTroubles, type Troubles } from './troubles.ts';
import { createUnderWay, type UnderWay } from './underway.ts';
import { createWaits, type Waits } from './waits.ts';
import { createLeases, type Leases } from './websub.ts';

export type Store = {
  feeds: Feeds;
  claims: Claims;
  entries: Entries;
  search: Search;
  chats: Chats;
  subscriptions: Subscriptions;
  outbox: Outbox;
  bundles: Bundles;
  underWay: UnderWay;
  duties: Duties;
  processes: Processes;
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
  retention: Retention;
  /** A consistent copy of all this as a file; everybody goes on reading and writing meanwhile. */
  copyTo(file: string): Promise<CopyOutcome>;
  /** What the database takes of the disk, its log aside. */
  bytes(): Promise<number>;
  close(): Promise<void>;
};

/** Opens a database and brings its schema up to date: `postgres://…`, or the path of a file (`:memory:` for one that is
 *  forgotten). `ledgerUrl`: the Redis server that keeps the ledger; undefined: it is in the same database. */
export async function openStore(url: string, ledgerUrl?: string): Promise<Store> {
  const db = await openDatabase(url);
  const redis = ledgerUrl === undefined ? undefined : await openLedger(ledgerUrl, db);
  // No 'error' listener anywhere: with one, Keyv answers a failed read with "missing", and "missing" means "not sent".
  const keyv = (namespace: string) => new Keyv({ store: new DatabaseKeyvStore(db), namespace });

  const chats = createChats(db);
  const duties = createDuties(db);

  return {
    feeds: createFeeds(db),
    claims: createClaims(db),
    entries: createEntries(db),
    search: createSearch(db),
    chats,
    subscriptions: createSubscriptions(db),
    outbox: createOutbox(db),
    bundles: createBundles(db),
    underWay: createUnderWay(db, duties),
    duties,
    processes: createProcesses(db),
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
    ledger: createLedger(
      redis ? new Keyv({ store: redis.keyvStore, namespace: 'sent' }) : keyv('sent'),
      chats.formerId,
    ),
    notes: keyv('notes'),
    waits: createWaits(db, duties),
    retention: createRetention(db),
    bytes: () => bytesOf(db),
    copyTo: (file) => (url === ':memory:' ? copyMemory(db, file) : copyDatabase(url, file)),
    async close() {
      await redis?.close();
      await db.destroy();
    },
  };
}

async function openLedger(url: string, db: Database): Promise<Redis> {
  try {
    return await openRedis(url);
  } catch (cause) {
    await db.destroy();
    throw new Error('The ledger at LEDGER_URL cannot be reached', { cause });
  }
}
