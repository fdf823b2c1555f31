import { createHash } from 'node:crypto';
import type { Article, EpochMs } from '../model.ts';
import type { Database, EntryMarks, Feed } from './schema.ts';

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

/** An entry that the document lists, fresh or not, with the marks it bears now. */
export type ListedEntry = EntryMarks & { id: string };

export type Fetched = {
  feedId: number;
  changes: FeedChanges;
  /** Oldest first: the order in which chats will get them. */
  fresh: FreshEntry[];
  listed?: ListedEntry[];
  owedTo: 'subscribers' | 'nobody';
};

/** Inside a transaction: see `Feeds.commit`. */
export async function commit(tx: Database, fetched: Fetched, now: EpochMs): Promise<number> {
  const { feedId, changes, fresh, listed = [], owedTo } = fetched;
  await saveFeed(tx, feedId, changes);
  let owed = 0;
  for (const entry of fresh) {
    const isNew = await insertEntry(tx, feedId, entry, now);
    if (isNew && owedTo === 'subscribers') owed += await owe(tx, feedId, entry.id, now);
  }
  for (const entry of listed) await markListed(tx, feedId, entry, now);
  return owed;
}

/** Whoever saves a feed has done with it: the claim ends. */
export async function saveFeed(db: Database, feedId: number, changes: FeedChanges): Promise<void> {
  await db
    .updateTable('feed')
    .set({ claimedUntil: 0, ...changes })
    .where('id', '=', feedId)
    .execute();
}

async function markListed(
  tx: Database,
  feedId: number,
  { id, ...marks }: ListedEntry,
  now: EpochMs,
): Promise<void> {
  await tx
    .updateTable('entry')
    .set({ ...marks, listedAt: now })
    .where('feedId', '=', feedId)
    .where('id', '=', id)
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
      listedAt: now,
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
