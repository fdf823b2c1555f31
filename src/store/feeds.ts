import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Article, EpochMs } from '../model.ts';
import type { Database, Feed } from './schema.ts';

/** {@link titleOf} in SQL, as column `feedTitle`. */
export const feedTitle =
  sql<string>`coalesce(nullif(${sql.ref('feed.name')}, ''), nullif(${sql.ref('feed.title')}, ''), ${sql.ref('feed.url')})`.as(
    'feedTitle',
  );

/** What a fetch teaches us of a feed besides its entries. */
export type FeedChanges = Partial<Omit<Feed, 'id' | 'createdAt'>>;

/** An entry not seen before; `article` null when it is too old to be worth reading. */
export type FreshEntry = {
  id: string;
  title: string;
  link: string | null;
  at: EpochMs;
  article: Article | null;
};

export type Fetched = {
  feedId: number;
  changes: FeedChanges;
  /** Oldest first: the order in which chats will get them. */
  fresh: FreshEntry[];
  owedTo: 'subscribers' | 'nobody';
};

export type NewFeed = Pick<Feed, 'url' | 'title' | 'listed' | 'addedBy' | 'intervalMs'>;

/** What people call a feed: the owner's name for it, else its own title. */
export function titleOf({ name, title, url }: Pick<Feed, 'name' | 'title' | 'url'>): string {
  return name || title || url;
}

export type Feeds = {
  /** Takes up to `limit` due feeds for `leaseMs`: nobody else gets them meanwhile. Feeds nobody reads are never due. */
  claimDue(now: EpochMs, limit: number, leaseMs: number): Promise<Feed[]>;
  /** Remembers what a fetch without entries taught; the claim ends. */
  save(feedId: number, changes: FeedChanges): Promise<void>;
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

export function createFeeds(db: Database): Feeds {
  const feeds = () => db.selectFrom('feed').selectAll();

  return {
    claimDue: (now, limit, leaseMs) =>
      db
        .updateTable('feed')
        .set({ claimedUntil: now + leaseMs })
        .where('id', 'in', (eb) => dueFeeds(eb as unknown as Database, now).limit(limit))
        .returningAll()
        .execute(),

    save: (feedId, changes) => save(db, feedId, changes),

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

function dueFeeds(db: Database, now: EpochMs) {
  return db
    .selectFrom('feed')
    .select('feed.id')
    .where('nextFetchAt', '<=', now)
    .where('claimedUntil', '<=', now)
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

async function commit(tx: Database, fetched: Fetched, now: EpochMs): Promise<number> {
  const { feedId, changes, fresh, owedTo } = fetched;
  await save(tx, feedId, changes);
  let owed = 0;
  for (const entry of fresh) {
    const isNew = await insertEntry(tx, feedId, entry, now);
    if (isNew && owedTo === 'subscribers') owed += await owe(tx, feedId, entry.id, now);
  }
  return owed;
}

async function save(db: Database, feedId: number, changes: FeedChanges): Promise<void> {
  await db
    .updateTable('feed')
    .set({ claimedUntil: 0, ...changes })
    .where('id', '=', feedId)
    .execute();
}

/** Answers whether the entry was new to the feed. */
async function insertEntry(
  tx: Database,
  feedId: number,
  { article, ...entry }: FreshEntry,
  now: EpochMs,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('entry')
    .values({
      ...entry,
      feedId,
      token: tokenOf(feedId, entry.id),
      seenAt: now,
      article: article && JSON.stringify(article),
    })
    .onConflict((conflict) => conflict.columns(['feedId', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Owed to held chats too: when they come back they hear of what they missed. */
async function owe(tx: Database, feedId: number, entryId: string, now: EpochMs): Promise<number> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('delivery')
    .columns(['chatId', 'threadId', 'feedId', 'entryId', 'owedAt', 'dueAt'])
    .expression((eb) =>
      eb
        .selectFrom('subscription')
        .select((select) => [
          'chatId',
          'threadId',
          'feedId',
          select.val(entryId).as('entryId'),
          select.val(now).as('owedAt'),
          select.val(now).as('dueAt'),
        ])
        .where('feedId', '=', feedId)
        .where('pausedAt', 'is', null),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

/** 128 bits: short enough for callback data and deep links, and nobody can guess one. */
function tokenOf(feedId: number, entryId: string): string {
  return createHash('sha256').update(`${feedId}\n${entryId}`).digest('base64url').slice(0, 22);
}
