import type { EpochMs } from '../model.ts';
import { byName } from './feeds.ts';
import { type Wanted, wanted } from './filters.ts';
import { holdFeeds } from './locks.ts';
import { type OwnLook, type WishedLook, wishedLook } from './looks.ts';
import type { Database, Feed, Subscription } from './schema.ts';
import { mute, pause, resume, setDigest } from './wishes.ts';

/** Where posts go: a chat, and in a forum one of its topics (0: none). */
export type Place = { chatId: number; threadId: number };

export type SubscribedFeed = Feed &
  Pick<Subscription, 'threadId' | 'pausedAt' | 'pausedUntil'> & {
    subscribedAt: EpochMs;
    ownFilter: Subscription['filter'];
    ownDigest: Subscription['digest'];
  };

export type Subscriptions = {
  add(place: Place, feedId: number, now: EpochMs): Promise<'new' | 'already'>;
  /** Ends it, and what is still owed for it. */
  end(place: Place, feedId: number): Promise<'ended' | 'none'>;
  /** Pauses all of one topic: it is gone, and its posts must not land elsewhere. */
  pauseTopic(place: Place, now: EpochMs): Promise<void>;
  /** Of one feed, or of all (null): nothing more of it comes until `resume`. Answers how many were not paused before. */
  pause(place: Place, feedId: number | null, now: EpochMs): Promise<number>;
  /** Like `pause`, until that moment; a pause without an end stays as it is. */
  mute(place: Place, feedId: number, during: { now: EpochMs; until: EpochMs }): Promise<void>;
  /** Whose pause is to have ended by itself. */
  unmuted(now: EpochMs): Promise<(Place & { feedId: number })[]>;
  /** Ends a pause; answers how many entries were missed, which come in one message. */
  resume(place: Place, feedId: number | null, now: EpochMs): Promise<number>;
  /** When digests of this feed come there; 'off': never; null: as the chat wants it. */
  setDigest(place: Place, feedId: number, digest: string | null): Promise<void>;
  /** How this feed's posts look there from now on; what is not named stays. */
  look(place: Place, feedId: number, look: Partial<OwnLook>): Promise<void>;
  /** Which of this feed's entries are wanted there; null: all again. */
  setFilter(place: Place, feedId: number, filter: string | null): Promise<void>;
  /** What that subscription wants of it so far; undefined when there is none. */
  own(place: Place, feedId: number): Promise<OwnLook | undefined>;
  /** What anybody wants of it so far; undefined when there is no such feed. */
  wished(place: Place, feedId: number): Promise<(WishedLook & Wanted) | undefined>;
  /** The feeds this chat reads in all its topics, by title. */
  ofChat(chatId: number): Promise<SubscribedFeed[]>;
};

/** The others follow at the next tick. */
const UNMUTED_AT_ONCE = 100;

export function createSubscriptions(db: Database): Subscriptions {
  return {
    async add({ chatId, threadId }, feedId, now) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('subscription')
        .values({ chatId, threadId, feedId, pausedAt: null, createdAt: now })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n ? 'new' : 'already';
    },

    end: (place, feedId) => db.transaction().execute((tx) => end(tx, place, feedId)),

    async pauseTopic({ chatId, threadId }, pausedAt) {
      await db
        .updateTable('subscription')
        .set({ pausedAt, pausedUntil: null })
        .where('chatId', '=', chatId)
        .where('threadId', '=', threadId)
        .execute();
    },

    pause: (place, feedId, now) =>
      db.transaction().execute((tx) => pause(tx, { place, feedId }, now)),
    mute: (place, feedId, during) =>
      db.transaction().execute((tx) => mute(tx, { place, feedId }, during)),
    unmuted: (now) => unmuted(db, now),
    resume: (place, feedId, now) =>
      db.transaction().execute((tx) => resume(tx, { place, feedId }, now)),
    setDigest: (place, feedId, digest) =>
      db.transaction().execute((tx) => setDigest(tx, { place, feedId }, digest)),

    async look(place, feedId, look) {
      if (Object.keys(look).length > 0) await change(db, { ...place, feedId }, look);
    },
    setFilter: (place, feedId, filter) => change(db, { ...place, feedId }, { filter }),

    own: (place, feedId) => own(db, place, feedId),
    wished: (place, feedId) => wished(db, place, feedId),

    async ofChat(chatId) {
      const followed = await db
        .selectFrom('feed')
        .innerJoin('subscription', 'subscription.feedId', 'feed.id')
        .selectAll('feed')
        .select(['subscription.threadId', 'subscription.pausedAt', 'subscription.pausedUntil'])
        .select(['subscription.createdAt as subscribedAt', 'subscription.filter as ownFilter'])
        .select('subscription.digest as ownDigest')
        .where('chatId', '=', chatId)
        .execute();
      return followed.sort((one, other) => byName(one, other) || one.threadId - other.threadId);
    },
  };
}

type Subscribed = Place & { feedId: number };

function unmuted(db: Database, now: EpochMs): Promise<Subscribed[]> {
  return db
    .selectFrom('subscription')
    .select(['chatId', 'threadId', 'feedId'])
    .where('pausedUntil', '<=', now)
    .limit(UNMUTED_AT_ONCE)
    .execute();
}

async function change(
  db: Database,
  { chatId, threadId, feedId }: Subscribed,
  changes: Partial<OwnLook & Pick<Subscription, 'filter'>>,
): Promise<void> {
  await db
    .updateTable('subscription')
    .set(changes)
    .where('chatId', '=', chatId)
    .where('threadId', '=', threadId)
    .where('feedId', '=', feedId)
    .execute();
}

function own(
  db: Database,
  { chatId, threadId }: Place,
  feedId: number,
): Promise<OwnLook | undefined> {
  return db
    .selectFrom('subscription')
    .select(['style', 'summary', 'hashtags', 'template'])
    .where('chatId', '=', chatId)
    .where('threadId', '=', threadId)
    .where('feedId', '=', feedId)
    .executeTakeFirst();
}

function wished(
  db: Database,
  { chatId, threadId }: Place,
  feedId: number,
): Promise<(WishedLook & Wanted) | undefined> {
  return db
    .selectFrom('feed')
    .leftJoin('subscription', (join) =>
      join
        .onRef('subscription.feedId', '=', 'feed.id')
        .on('subscription.chatId', '=', chatId)
        .on('subscription.threadId', '=', threadId),
    )
    .select(wishedLook)
    .select(wanted)
    .where('feed.id', '=', feedId)
    .executeTakeFirst();
}

async function end(tx: Database, place: Place, feedId: number): Promise<'ended' | 'none'> {
  const { chatId, threadId } = place;
  await holdFeeds(tx, [feedId]);
  await tx
    .deleteFrom('delivery')
    .where('chatId', '=', chatId)
    .where('threadId', '=', threadId)
    .where('feedId', '=', feedId)
    .where('deadAt', 'is', null)
    .execute();
  const { numDeletedRows } = await tx
    .deleteFrom('subscription')
    .where('chatId', '=', chatId)
    .where('threadId', '=', threadId)
    .where('feedId', '=', feedId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n ? 'ended' : 'none';
}
