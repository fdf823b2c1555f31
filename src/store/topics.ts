import type { ExpressionBuilder } from 'kysely';
import type { EpochMs } from '../model.ts';
import { waitNoMore } from './lineup.ts';
import { holdFeeds } from './locks.ts';
import type { Chat, Database, Schema, Topic } from './schema.ts';
import type { Place } from './subscriptions.ts';

/** A topic as it has just been made. */
export type MadeTopic = Pick<Topic, 'chatId' | 'feedId' | 'threadId' | 'name' | 'remadeAt'>;

/** Topics that the bot has made, each for one feed of a chat. Those of people are none of these. */
export type Topics = {
  /** Whether each feed of that chat gets a topic of its own from now on. */
  want(chatId: number, wish: Chat['topicPerFeed']): Promise<void>;
  find(chatId: number, feedId: number): Promise<Topic | undefined>;
  ofChat(chatId: number): Promise<Topic[]>;
  /** Keeps a new topic. What its feed had in an earlier place of that chat moves there: subscription and what is owed. */
  settle(topic: MadeTopic, from: number | null): Promise<void>;
  /** A topic is no longer there; answers whether it is to be made anew, which happens once. */
  gone(place: Place, now: EpochMs): Promise<boolean>;
  /** It cannot be made anew. */
  giveUp(topic: Topic, now: EpochMs): Promise<void>;
  /** Topics of that feed shall be called so. */
  rename(feedId: number, name: string): Promise<void>;
  renamed(topic: Topic): Promise<void>;
  /** Topics to be made anew or renamed, of chats that can be written to. */
  wanting(now: EpochMs, limit: number): Promise<Topic[]>;
};

export function createTopics(db: Database): Topics {
  return {
    async want(chatId, topicPerFeed) {
      await db.updateTable('chat').set({ topicPerFeed }).where('id', '=', chatId).execute();
    },

    find: (chatId, feedId) =>
      db
        .selectFrom('topic')
        .selectAll()
        .where('chatId', '=', chatId)
        .where('feedId', '=', feedId)
        .executeTakeFirst(),

    ofChat: (chatId) => db.selectFrom('topic').selectAll().where('chatId', '=', chatId).execute(),

    settle: (topic, from) => db.transaction().execute((tx) => settle(tx, topic, from)),
    gone: (place, now) => db.transaction().execute((tx) => gone(tx, place, now)),

    async giveUp({ chatId, feedId }, remadeAt) {
      await change(db, { chatId, feedId }, { remadeAt });
    },
    async rename(feedId, name) {
      await db
        .updateTable('topic')
        .set({ renameTo: name })
        .where('feedId', '=', feedId)
        .where('goneAt', 'is', null)
        .execute();
    },
    async renamed({ chatId, feedId, name, renameTo }) {
      await change(db, { chatId, feedId }, { name: renameTo ?? name, renameTo: null });
    },

    wanting: (now, limit) =>
      db
        .selectFrom('topic')
        .innerJoin('chat', 'chat.id', 'topic.chatId')
        .selectAll('topic')
        .where('heldAt', 'is', null)
        .where('notBefore', '<=', now)
        .where((eb) =>
          eb.or([
            eb.and([eb('goneAt', 'is not', null), eb('remadeAt', 'is', null)]),
            eb.and([eb('goneAt', 'is', null), eb('renameTo', 'is not', null)]),
          ]),
        )
        .orderBy('topic.chatId')
        .limit(limit)
        .execute(),
  };
}

type Of = Pick<Topic, 'chatId' | 'feedId'>;

async function change(db: Database, { chatId, feedId }: Of, changes: Partial<Topic>) {
  await db
    .updateTable('topic')
    .set(changes)
    .where('chatId', '=', chatId)
    .where('feedId', '=', feedId)
    .execute();
}

async function settle(tx: Database, topic: MadeTopic, from: number | null): Promise<void> {
  const made = { ...topic, renameTo: null, goneAt: null };
  await holdFeeds(tx, [topic.feedId]);
  await tx
    .insertInto('topic')
    .values(made)
    .onConflict((conflict) => conflict.columns(['chatId', 'feedId']).doUpdateSet(made))
    .execute();
  if (from === null || from === topic.threadId) return;
  const { chatId, feedId, threadId } = topic;
  const { to, back } = {
    to: { chatId, feedId, threadId },
    back: { chatId, feedId, threadId: from },
  };
  // What had been sent there once, before its subscription ended, is no longer owed by anybody.
  await tx.deleteFrom('delivery').where(at(to)).where('deadAt', 'is not', null).execute();
  const already = await tx
    .selectFrom('subscription')
    .select('feedId')
    .where(at(to))
    .executeTakeFirst();
  if (already) {
    await tx.deleteFrom('delivery').where(at(back)).execute();
    await tx.deleteFrom('subscription').where(at(back)).execute();
    return;
  }
  await tx.updateTable('subscription').set({ threadId }).where(at(back)).execute();
  await tx
    .updateTable('delivery')
    .set({ threadId, takenAt: null, parkedUntil: null })
    .where(at(back))
    .where('deadAt', 'is', null)
    .execute();
  await waitNoMore(tx, to);
}

/** One feed in one place, in any table that has both. */
function at({ chatId, threadId, feedId }: Of & { threadId: number }) {
  return (eb: ExpressionBuilder<Schema, 'subscription' | 'delivery'>) =>
    eb.and([eb('chatId', '=', chatId), eb('threadId', '=', threadId), eb('feedId', '=', feedId)]);
}

async function gone(tx: Database, { chatId, threadId }: Place, goneAt: EpochMs): Promise<boolean> {
  const lost = await tx
    .updateTable('topic')
    .set({ goneAt })
    .where('chatId', '=', chatId)
    .where('threadId', '=', threadId)
    .returning('remadeAt')
    .execute();
  return lost.some(({ remadeAt }) => remadeAt === null);
}
