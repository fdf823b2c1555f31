import { sql } from 'kysely';
import type { EpochMs } from '../model.ts';
import { commit, type FeedChanges, type Fetched, saveFeed } from './commit.ts';
import { isPostgres } from './dialect.ts';
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

/** The address of a feed without a title stands for it; what follows its `?` may be somebody's key. */
export function withoutKeys(title: string): string {
  return /^https?:\/\/\S+$/.test(title) ? title.replace(/\?.*$/, '?…') : title;
}

export type Feeds = {
  /** Takes up to `limit` due feeds for `leaseMs`: nobody else gets them meanwhile. Feeds nobody reads are never due,
   *  and neither are those that are gone, or that their owner lets rest. */
  claimDue(now: EpochMs, limit: number, leaseMs: number): Promise<Feed[]>;
  /** Remembers what a fetch without entries taught; the claim ends. */
  save(feedId: number, changes: FeedChanges): Promise<void>;
  /** Gives a feed the URL where it is now, and what else changes with it; answers false, and changes nothing, when another
   *  feed has that one. */
  move(feedId: number, url: string, changes?: FeedChanges): Promise<boolean>;
  /** Validators, entries and what is owed for them: all or nothing. Answers the number of deliveries owed. */
  commit(fetched: Fetched, now: EpochMs): Promise<number>;
  /** The feed of that URL, made if need be. A listed feed stays listed. */
  add(feed: NewFeed, now: EpochMs): Promise<Feed>;
  byId(feedId: number): Promise<Feed | undefined>;
  byUrl(url: string): Promise<Feed | undefined>;
  /** Every feed of the owner's catalogue, by title. */
  catalogue(): Promise<Feed[]>;
  all(): Promise<Feed[]>;
  /** Subscriptions of it, in chats and topics. */
  subscribers(feedId: number): Promise<number>;
  /** With its entries, subscriptions and deliveries. */
  remove(feedId: number): Promise<void>;
};

type Saved = { feedId: number; changes: FeedChanges };

export function createFeeds(db: Database): Feeds {
  const feeds = () => db.selectFrom('feed').selectAll();
  const save = together<Saved>((saved) => saveAll(db, saved));

  return {
    claimDue: (now, limit, leaseMs) => claimDue(db, now, { limit, leaseMs }),

    save: (feedId, changes) => save({ feedId, changes }),

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
    catalogue: () => feeds().where('listed', '=', 1).orderBy('title').orderBy('id').execute(),
    all: () => feeds().orderBy('title').orderBy('id').execute(),

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

function saveAll(db: Database, saved: Saved[]): Promise<void> {
  return db.transaction().execute(async (tx) => {
    for (const { feedId, changes } of saved) await saveFeed(tx, feedId, changes);
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

function claimDue(
  db: Database,
  now: EpochMs,
  { limit, leaseMs }: { limit: number; leaseMs: number },
): Promise<Feed[]> {
  return db
    .updateTable('feed')
    .set({ claimedUntil: now + leaseMs })
    .where('id', 'in', (eb) =>
      dueFeeds(eb as unknown as Database, now)
        .limit(limit)
        .$if(isPostgres(db), untaken),
    )
    .returningAll()
    .execute();
}

/** Whoever else claims some now takes others. */
function untaken(query: ReturnType<typeof dueFeeds>): ReturnType<typeof dueFeeds> {
  return query.forUpdate('feed').skipLocked();
}

function dueFeeds(db: Database, now: EpochMs) {
  return db
    .selectFrom('feed')
    .select('feed.id')
    .where('nextFetchAt', '<=', now)
    .where('claimedUntil', '<=', now)
    .where('goneAt', 'is', null)
    .where('stoppedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('listed', '=', 1),
        eb.exists(
          eb
            .selectFrom('subscription')
            .select('subscription.feedId')
            .whereRef('subscription.feedId', '=', 'feed.id'),
        ),
      ]),
    )
    .orderBy('nextFetchAt');
}
