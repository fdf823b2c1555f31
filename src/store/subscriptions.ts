import type { EpochMs } from '../model.ts';
import type { Database, Feed, Subscription } from './schema.ts';

/** Where posts go: a chat, and in a forum one of its topics (0: none). */
export type Place = { chatId: number; threadId: number };

export type SubscribedFeed = Feed & Pick<Subscription, 'threadId' | 'pausedAt'>;

export type Subscriptions = {
  add(place: Place, feedId: number, now: EpochMs): Promise<'new' | 'already'>;
  /** Ends it, and what is still owed for it. */
  end(place: Place, feedId: number): Promise<'ended' | 'none'>;
  /** Pauses all of one topic: it is gone, and its posts must not land elsewhere. */
  pauseTopic(place: Place, now: EpochMs): Promise<void>;
  /** The feeds this chat reads in all its topics, by title. */
  ofChat(chatId: number): Promise<SubscribedFeed[]>;
};

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
        .set({ pausedAt })
        .where('chatId', '=', chatId)
        .where('threadId', '=', threadId)
        .execute();
    },

    ofChat: (chatId) =>
      db
        .selectFrom('feed')
        .innerJoin('subscription', 'subscription.feedId', 'feed.id')
        .selectAll('feed')
        .select(['subscription.threadId', 'subscription.pausedAt'])
        .where('chatId', '=', chatId)
        .orderBy('feed.title')
        .orderBy('feed.id')
        .execute(),
  };
}

async function end(tx: Database, place: Place, feedId: number): Promise<'ended' | 'none'> {
  const { chatId, threadId } = place;
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
