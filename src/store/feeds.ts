import { sql } from 'kysely';
import type { EpochMs } from '../model.ts';
import {
  type Check,
  commit,
  endCheck,
  type FeedChanges,
  type Fetched,
  saveFeed,
} from './commit.ts';
import type { Database, Feed } from './schema.ts';
import { together } from './together.ts';

/** {@link titleOf} in SQL, as column `feedTitle`; to be read through {@link withoutKeys}. */
export const feedTitle =
  sql<string>`coalesce(nullif(${sql.ref('feed.name')}, ''), nullif(${sql.ref('feed.title')}, ''), ${sql.ref('feed.url')})`.as(
    'feedTitle',
  );

export type NewFeed = Pick<Feed, 'url' | 'title' | 'listed' | 'addedBy' | 'intervalMs'>;

/** What people call a feed: the owner's name for it, else its own title. */
export function titleOf({ name, title, url }: Pick<Feed, 'name' | 'title' | 'url'>): string {
  return name || title || withoutKeys(url);
}

const NAMES = new Intl.Collator('en', { numeric: true });

/** As people look names up: capitals or not, “Paper 9” before “Paper 10”. Databases compare letters each their own way. */
export function byName(one: Named, other: Named): number {
  return NAMES.compare(titleOf(one), titleOf(other)) || one.id - other.id;
}

type Named = Pick<Feed, 'id' | 'name' | 'title' | 'url'>;

/** The address of a feed without a title stands for it; what follows its `?` may be somebody's key. */
export function withoutKeys(title: string): string {
  return /^https?:\/\/\S+$/.test(title) ? title.replace(/\?.*$/, '?…') : title;
}

export type Feeds = {
  save(feedId: number, changes: FeedChanges): Promise<void>;
  /** Remembers what a check without entries taught, and its claim ends; see {@link endCheck}. */
  learn(check: Check): Promise<'learnt' | 'late'>;
  /** Gives a feed the URL where it is now, and what else changes with it; answers false, and changes nothing, when another
   *  feed has that one. */
  move(feedId: number, url: string, changes?: FeedChanges): Promise<boolean>;
  /** Validators, entries and what is owed for them: all or nothing, and the claim ends. Answers the number of deliveries
   *  owed; 'late': nothing was saved, see {@link endCheck}. */
  commit(fetched: Fetched, now: EpochMs): Promise<number | 'late'>;
  /** The feed of that URL, made if need be. A listed feed stays listed. */
  add(feed: NewFeed, now: EpochMs): Promise<Feed>;
  byId(feedId: number): Promise<Feed | undefined>;
  byUrl(url: string): Promise<Feed | undefined>;
  /** Every feed of the owner's catalogue, by name. */
  catalogue(): Promise<Feed[]>;
  all(): Promise<Feed[]>;
  /** Subscriptions of it, in chats and topics. */
  subscribers(feedId: number): Promise<number>;
  /** With its entries, subscriptions and deliveries. */
  remove(feedId: number): Promise<void>;
};

export function createFeeds(db: Database): Feeds {
  const feeds = () => db.selectFrom('feed').selectAll();
  const learn = together<Check, Set<Check>>((checks) => endAll(db, checks));

  return {
    save: (feedId, changes) => saveFeed(db, feedId, changes),

    learn: async (check) => ((await learn(check)).has(check) ? 'learnt' : 'late'),

    move: (feedId, url, changes = {}) => move(db, feedId, { ...changes, url }),

    commit: (fetched, now) => db.transaction().execute((tx) => commit(tx, fetched, now)),

    async add(feed, now) {
      await db
        .insertInto('feed')
        .values({
          ...feed,
          nextFetchAt: now,
          claimedUntil: 0,
          failures: 0,
          createdAt: now,
        })
        .onConflict((conflict) => conflict.column('url').doNothing())
        .execute();
      if (feed.listed === 1) {
        await db.updateTable('feed').set({ listed: 1 }).where('url', '=', feed.url).execute();
      }
      return feeds().where('url', '=', feed.url).executeTakeFirstOrThrow();
    },

    byId: (feedId) => feeds().where('id', '=', feedId).executeTakeFirst(),
    byUrl: (url) => feeds().where('url', '=', url).executeTakeFirst(),
    catalogue: async () => (await feeds().where('listed', '=', 1).execute()).sort(byName),
    all: async () => (await feeds().execute()).sort(byName),

    async subscribers(feedId) {
      const row = await db
        .selectFrom('subscription')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('feedId', '=', feedId)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },

    async remove(feedId) {
      await db.deleteFrom('feed').where('id', '=', feedId).execute();
    },
  };
}

/** Answers those that were in time. */
function endAll(db: Database, checks: Check[]): Promise<Set<Check>> {
  return db.transaction().execute(async (tx) => {
    const ended = new Set<Check>();
    for (const check of checks) if (await endCheck(tx, check)) ended.add(check);
    return ended;
  });
}

async function move(
  db: Database,
  feedId: number,
  { url, ...changes }: FeedChanges & { url: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('feed')
    .set({ ...changes, url, movedTo: null, movedTimes: 0 })
    .where('id', '=', feedId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('feed').select('id').where('url', '=', url))))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
