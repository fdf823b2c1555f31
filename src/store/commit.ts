import { createHash } from 'node:crypto';
import type { Article, EpochMs } from '../model.ts';
import type { EntryMarks } from './feedschema.ts';
import { makeFindable } from './findable.ts';
import { holdStories } from './locks.ts';
import { type OwedToFollowers, oweToFollowers } from './owe.ts';
import { pages } from './pages.ts';
import { revise } from './revisions.ts';
import type { Database, Feed } from './schema.ts';
import { joinStory } from './stories.ts';

/** What a fetch teaches us of a feed besides its entries. */
export type FeedChanges = Partial<Omit<Feed, 'id' | 'createdAt'>>;

/** An entry not seen before; `article` null when it is too old to be worth reading. */
export type FreshEntry = {
  id: string;
  title: string;
  link: string | null;
  at: EpochMs;
  article: Article | null;
  /** What posts show of it (see `EntryTable.shown`), and the sketch of its words, where it has them. */
  shown?: string;
  sketch?: string[];
  /** Old when it is new to us: see `relay/remember.ts`. */
  isOld?: boolean;
};

/** A known entry as it reads now; `visible`: what its posts show has changed, and in what. */
export type RevisedEntry = {
  id: string;
  article: Article | null;
  shown: string;
  visible: 'no' | 'words' | 'picture';
};

/** An entry, fresh or not, that is to be recognised by other marks from now on. */
export type MarkedEntry = EntryMarks & { id: string };

export type Fetched = {
  feedId: number;
  /** Of the feed when its check began: see `Check`. */
  checks?: number;
  changes: FeedChanges;
  /** Oldest first: the order in which chats will get them. */
  fresh: FreshEntry[];
  /** Ids of all that the document lists. */
  listed?: string[];
  marked?: MarkedEntry[];
  revised?: RevisedEntry[];
  owedTo: 'subscribers' | 'nobody';
};

/** What was learnt of a feed that had been looked at so often before; without that number it counts in any case. */
export type Check = { feedId: number; checks?: number | undefined; changes: FeedChanges };

/** Inside a transaction: see `Feeds.commit`. */
export async function commit(
  tx: Database,
  fetched: Fetched,
  now: EpochMs,
): Promise<number | 'late'> {
  const { feedId, fresh, listed = [], marked = [], revised = [], owedTo } = fetched;
  if (!(await endCheck(tx, fetched))) return 'late';
  let owed = 0;
  for (const entry of fresh) {
    const isNew = await insertEntry(tx, feedId, entry, now);
    if (isNew && owedTo === 'subscribers')
      owed += await oweToFollowers(tx, postOf(feedId, entry), now);
  }
  for (const entry of marked) await mark(tx, feedId, entry);
  if (fresh.some(({ article }) => article !== null)) await holdStories(tx);
  for (const entry of fresh) await joinStory(tx, feedId, { entry, now });
  for (const entry of revised) owed += await revise(tx, feedId, { entry, now });
  await list(tx, { feedId, ids: listed, now });
  return owed;
}

/** The feed is free again. Answers false, and changes nothing, when another check of it was saved since this one began:
 *  what this one knows is older, and it would undo, or tell twice, what that one has saved. */
export async function endCheck(db: Database, { feedId, checks, changes }: Check): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('feed')
    .set((eb) => ({ claimedUntil: 0, claimedBy: null, checks: eb('checks', '+', 1), ...changes }))
    .where('id', '=', feedId)
    .$if(checks !== undefined, (query) => query.where('checks', '=', checks ?? 0))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** What somebody says of a feed: whoever is at it goes on. */
export async function saveFeed(db: Database, feedId: number, changes: FeedChanges): Promise<void> {
  if (Object.values(changes).every((value) => value === undefined)) return;
  await db.updateTable('feed').set(changes).where('id', '=', feedId).execute();
}

async function mark(tx: Database, feedId: number, { id, ...marks }: MarkedEntry): Promise<void> {
  await tx
    .updateTable('entry')
    .set(marks)
    .where('feedId', '=', feedId)
    .where('id', '=', id)
    .execute();
}

async function list(
  tx: Database,
  { feedId, ids, now }: { feedId: number; ids: string[]; now: EpochMs },
): Promise<void> {
  for (const page of pages(ids)) {
    await tx
      .updateTable('entry')
      .set({ listedAt: now })
      .where('feedId', '=', feedId)
      .where('id', 'in', page)
      .execute();
  }
}

/** Answers whether the entry was new to the feed. */
async function insertEntry(
  tx: Database,
  feedId: number,
  { article, sketch: _, isOld: __, ...entry }: FreshEntry,
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
  const isNew = numInsertedOrUpdatedRows === 1n;
  if (isNew && article) await makeFindable(tx, { feedId, id: entry.id }, article);
  return isNew;
}

function postOf(feedId: number, { id: entryId, isOld }: FreshEntry): OwedToFollowers {
  return { feedId, entryId, notice: null, line: 'behind others', bundle: isOld ? 'old' : null };
}

/** 128 bits: short enough for callback data and deep links, and nobody can guess one. */
export function tokenOf(feedId: number, entryId: string): string {
  return createHash('sha256').update(`${feedId}\n${entryId}`).digest('base64url').slice(0, 22);
}
