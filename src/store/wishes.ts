import type { EpochMs } from '../model.ts';
import { unpark } from './lineup.ts';
import { holdFeeds, holdFeedsOf } from './locks.ts';
import { AT_ONCE, NEVER } from './moments.ts';
import type { Chat, Database } from './schema.ts';
import type { Place } from './subscriptions.ts';

/** What people want of when posts come here, and how often. */
export type ChatWishes = Pick<Chat, 'digest' | 'quiet' | 'quietMode' | 'timeZone' | 'repeats'>;

/** So much of what was published during a pause is told of; the rest can be read with /latest. */
const MISSED = 100;

/** Saves the wishes that are named. What waited because of an earlier one is looked at anew. */
export async function wish(
  tx: Database,
  chatId: number,
  wishes: Partial<ChatWishes>,
): Promise<void> {
  if (Object.keys(wishes).length === 0) return;
  const isOfQuiet = 'quiet' in wishes || 'quietMode' in wishes || 'timeZone' in wishes;
  await tx
    .updateTable('chat')
    .set({ ...wishes, ...(isOfQuiet && { quietUntil: 0 }) })
    .where('id', '=', chatId)
    .execute();
  if (isOfQuiet) await unpark(tx, chatId);
  if ('digest' in wishes || 'timeZone' in wishes) await outOfDigest(tx, { chatId });
}

/** null: as the chat wants it; 'off': its posts come at once whatever the chat wants. */
export async function setDigest(
  tx: Database,
  { place, feedId }: { place: Place; feedId: number },
  digest: string | null,
): Promise<void> {
  await tx
    .updateTable('subscription')
    .set({ digest })
    .where('chatId', '=', place.chatId)
    .where('threadId', '=', place.threadId)
    .where('feedId', '=', feedId)
    .execute();
  await outOfDigest(tx, { ...place, feedId });
}

/** Whoever delivers finds the digest that it belongs into now, if any. */
async function outOfDigest(
  tx: Database,
  { chatId, threadId, feedId }: { chatId: number } & Partial<Place & { feedId: number }>,
): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ bundle: null, dueAt: AT_ONCE })
    .where('chatId', '=', chatId)
    .where('bundle', '=', 'digest')
    .where('deadAt', 'is', null)
    .$if(threadId !== undefined, (query) => query.where('threadId', '=', threadId ?? 0))
    .$if(feedId !== undefined, (query) => query.where('feedId', '=', feedId ?? 0))
    .execute();
}

/** One feed of a place, or all. */
export type Meant = { place: Place; feedId: number | null };

/** Pauses what is not paused yet, or only for a time, and what is still owed of it; answers how many feeds that were. */
export async function pause(tx: Database, meant: Meant, pausedAt: EpochMs): Promise<number> {
  await holdMeant(tx, meant);
  const lasting = await endless(tx, meant);
  const paused = await ofMeant(tx, meant)
    .set({ pausedAt })
    .where('pausedAt', 'is', null)
    .returning('feedId')
    .execute();
  const feedIds = paused.map(({ feedId }) => feedId);
  if (feedIds.length > 0)
    await waiting(tx, meant.place, feedIds).set({ bundle: 'missed', dueAt: NEVER }).execute();
  return paused.length + lasting;
}

/** Pauses it until then; what somebody has paused without an end is theirs to resume. */
export async function mute(
  tx: Database,
  { place, feedId }: Meant & { feedId: number },
  { now, until }: { now: EpochMs; until: EpochMs },
): Promise<void> {
  const paused = await pause(tx, { place, feedId }, now);
  if (paused > 0) await ofMeant(tx, { place, feedId }).set({ pausedUntil: until }).execute();
}

/** Pauses that would have ended by themselves end no more; answers how many. */
async function endless(tx: Database, meant: Meant): Promise<number> {
  const { numUpdatedRows } = await ofMeant(tx, meant)
    .set({ pausedUntil: null })
    .where('pausedUntil', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

function ofMeant(tx: Database, { place, feedId }: Meant) {
  return tx
    .updateTable('subscription')
    .where('chatId', '=', place.chatId)
    .where('threadId', '=', place.threadId)
    .$if(feedId !== null, (query) => query.where('feedId', '=', feedId ?? 0));
}

/** What is published meanwhile is owed either because of the pause or in spite of it. */
function holdMeant(tx: Database, { place, feedId }: Meant): Promise<void> {
  return feedId === null ? holdFeedsOf(tx, place) : holdFeeds(tx, [feedId]);
}

/** Owes what was missed, to be told in one message; answers how many entries that are. */
export async function resume(tx: Database, meant: Meant, now: EpochMs): Promise<number> {
  const { chatId, threadId } = meant.place;
  await holdMeant(tx, meant);
  const paused = await tx
    .selectFrom('subscription')
    .select(['feedId', 'pausedAt'])
    .where('pausedAt', 'is not', null)
    .where('chatId', '=', chatId)
    .where('threadId', '=', threadId)
    .$if(meant.feedId !== null, (query) => query.where('feedId', '=', meant.feedId ?? 0))
    .execute();
  const feedIds = paused.map(({ feedId }) => feedId);
  if (feedIds.length === 0) return 0;
  const { numUpdatedRows } = await waiting(tx, meant.place, feedIds)
    .set({ dueAt: AT_ONCE })
    .executeTakeFirstOrThrow();
  const published = await oweMissed(tx, { place: meant.place, paused }, now);
  await tx
    .updateTable('subscription')
    .set({ pausedAt: null, pausedUntil: null })
    .where('chatId', '=', chatId)
    .where('threadId', '=', threadId)
    .where('feedId', 'in', feedIds)
    .execute();
  return Number(numUpdatedRows) + published;
}

/** The posts of these feeds that a place is owed. */
function waiting(tx: Database, { chatId, threadId }: Place, feedIds: number[]) {
  return tx
    .updateTable('delivery')
    .where('chatId', '=', chatId)
    .where('threadId', '=', threadId)
    .where('feedId', 'in', feedIds)
    .where('notice', 'is', null)
    .where('deadAt', 'is', null);
}

type Paused = { feedId: number; pausedAt: EpochMs | null };

async function oweMissed(
  tx: Database,
  { place, paused }: { place: Place; paused: Paused[] },
  now: EpochMs,
): Promise<number> {
  const missed: { feedId: number; entryId: string; at: EpochMs }[] = [];
  for (const { feedId, pausedAt } of paused) {
    const published = await tx
      .selectFrom('entry')
      .select(['feedId', 'id as entryId', 'at'])
      .where('feedId', '=', feedId)
      .where('seenAt', '>', pausedAt ?? now)
      .where('article', 'is not', null)
      .orderBy('at', 'desc')
      .limit(MISSED)
      .execute();
    missed.push(...published);
  }
  const newest = missed.sort((a, b) => b.at - a.at).slice(0, MISSED);
  if (newest.length === 0) return 0;
  const owed = newest.reverse().map(({ feedId, entryId }) => ({
    ...{ ...place, feedId, entryId, notice: null },
    ...{ owedAt: now, dueAt: AT_ONCE, bundle: 'missed' as const },
  }));
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('delivery')
    .values(owed)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}
