import type { EpochMs, Notice } from '../model.ts';
import { type FeedChanges, saveFeed } from './commit.ts';
import { AT_ONCE } from './moments.ts';
import { oweToFollowers } from './owe.ts';
import type { Database, Feed } from './schema.ts';

/** Who is told: people in their private chats, or every place that follows the feed. */
export type Audience =
  /** `otherwise`: who hears of it where none of them can be reached. */
  { kind: 'people'; userIds: number[]; otherwise?: number[] } | { kind: 'followers' };

/** Feeds in trouble, and telling people of it. */
export type Troubles = {
  /** Feeds that fail since before `failingBefore`, published nothing since `silentSince`, or are known to be in trouble. */
  suspects(
    failingBefore: EpochMs,
    silentSince: EpochMs,
  ): Promise<(Feed & { newestAt: EpochMs | null })[]>;
  /** Moments of the feed's newest entries, newest first. */
  moments(feedId: number, limit: number): Promise<EpochMs[]>;
  /** Remembers what was told and owes the notice to everyone meant: all or nothing. Answers how many get it. */
  tell(told: Told, now: EpochMs): Promise<number>;
};

export type Told = {
  feedId: number;
  changes: FeedChanges;
  notice: Notice;
  /** What it is about, where that is more than the feed: told of each once. */
  of?: string;
  to: Audience;
};

export function createTroubles(db: Database): Troubles {
  return {
    suspects: (failingBefore, silentSince) =>
      db
        .selectFrom('feed')
        .selectAll('feed')
        .select((eb) =>
          eb
            .selectFrom('entry')
            .select((entry) => entry.fn.max('at').as('newestAt'))
            .whereRef('entry.feedId', '=', 'feed.id')
            .as('newestAt'),
        )
        .where('baselineAt', 'is not', null)
        .where('stoppedAt', 'is', null)
        .where((eb) =>
          eb.or([
            eb('trouble', 'is not', null),
            eb('failingSince', '<=', failingBefore),
            eb.not(
              eb.exists(
                eb
                  .selectFrom('entry')
                  .select('entry.id')
                  .whereRef('entry.feedId', '=', 'feed.id')
                  .where('at', '>', silentSince),
              ),
            ),
          ]),
        )
        .execute(),

    async moments(feedId, limit) {
      const rows = await db
        .selectFrom('entry')
        .select('at')
        .where('feedId', '=', feedId)
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ at }) => at);
    },

    tell: (told, now) => db.transaction().execute((tx) => tell(tx, told, now)),
  };
}

async function tell(
  tx: Database,
  { feedId, changes, notice, of, to }: Told,
  now: EpochMs,
): Promise<number> {
  if (Object.keys(changes).length > 0) await saveFeed(tx, feedId, changes);
  // The key that makes a notice be told once, as an entry's id does for its post.
  const about = of === undefined ? '' : `:${of}`;
  const entryId = `notice:${notice.kind}:${notice.since}${about}`;
  const owed = { feedId, entryId, notice: JSON.stringify(notice) };
  if (to.kind === 'followers') return oweToFollowers(tx, { ...owed, line: 'none' }, now);
  let count = 0;
  for (const place of await peopleOf(tx, to)) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('delivery')
      .values({ ...owed, ...place, owedAt: now, dueAt: AT_ONCE })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    count += Number(numInsertedOrUpdatedRows ?? 0n);
  }
  return count;
}

async function peopleOf(
  tx: Database,
  { userIds, otherwise }: Extract<Audience, { kind: 'people' }>,
) {
  if (otherwise === undefined) return privateChats(tx, userIds, 'held too');
  const reached = await privateChats(tx, userIds, 'open');
  return reached.length > 0 ? reached : privateChats(tx, otherwise, 'held too');
}

/** A private chat has its person's id; who never wrote to the bot cannot be written to. */
async function privateChats(tx: Database, userIds: number[], which: 'open' | 'held too') {
  if (userIds.length === 0) return [];
  const chats = await tx
    .selectFrom('chat')
    .select('id')
    .where('id', 'in', userIds)
    .$if(which === 'open', (query) => query.where('heldAt', 'is', null))
    .execute();
  return chats.map(({ id }) => ({ chatId: id, threadId: 0 }));
}
