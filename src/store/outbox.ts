import type { EpochMs } from '../model.ts';
import { dueHeads, nextDueAt } from './due.ts';
import { feedTitle } from './feeds.ts';
import { type Wanted, wanted } from './filters.ts';
import type { LedgerKey } from './ledger.ts';
import { type WishedLook, wishedLook } from './looks.ts';
import { type OwedChange, type OwedContent, oweChange, readable, told } from './owedcontent.ts';
import type { Chat, Database, Delivery } from './schema.ts';
import type { Place } from './subscriptions.ts';

/** A delivery with all that is needed to send it. */
export type OwedDelivery = Omit<Delivery, 'notice'> &
  WishedLook &
  Wanted & {
    chat: Chat;
    feedTitle: string;
    feedUrl: string;
    content: OwedContent;
  };

export type OutboxDepth = {
  owed: number;
  held: number;
  dead: number;
  oldestOwedAt: EpochMs | null;
};

/** What is owed to chats and not yet sent. A delivery leaves it when Telegram has said yes, or stays in it dead. */
export type Outbox = {
  /** The oldest delivery of each chat that may be sent to now, but for the chats in `busy`; oldest first. */
  heads(now: EpochMs, busy: number[], limit: number): Promise<OwedDelivery[]>;
  /** When the first delivery that waits now, for its own sake or its chat's, may go; null when none waits. */
  nextDueAt(now: EpochMs): Promise<EpochMs | null>;
  done(id: number): Promise<void>;
  /** What is owed, or dead, of an entry in a place. */
  find(key: LedgerKey): Promise<Delivery | undefined>;
  /** Owes a change of the post that a place got of an entry, once for each `reason`. */
  oweChange(place: Place, of: { feedId: number; entryId: string }, owed: OwedChange): Promise<void>;
  /** Moves all that is owed to one topic, so that its order stays. */
  postponeTopic(place: Place, dueAt: EpochMs): Promise<void>;
  /** Never tried again by itself; kept so that people can see why. */
  bury(id: number, reason: string, now: EpochMs): Promise<void>;
  /** Drops all posts owed to a chat but the newest `keep`; answers how many were dropped. */
  keepNewest(chatId: number, keep: number): Promise<number>;
  depth(): Promise<OutboxDepth>;
};

export function createOutbox(db: Database): Outbox {
  return {
    heads: async (now, busy, limit) => load(db, await dueHeads(db, now, { busy, limit })),
    nextDueAt: (now) => nextDueAt(db, now),
    find: (key) => find(db, key),

    async postponeTopic({ chatId, threadId }, dueAt) {
      await db
        .updateTable('delivery')
        .set({ dueAt })
        .where('chatId', '=', chatId)
        .where('threadId', '=', threadId)
        .where('deadAt', 'is', null)
        .execute();
    },

    async done(id) {
      await db.deleteFrom('delivery').where('id', '=', id).execute();
    },

    oweChange: (place, of, owed) => oweChange(db, { ...place, ...of }, owed),

    async bury(id, deadReason, deadAt) {
      await db.updateTable('delivery').set({ deadAt, deadReason }).where('id', '=', id).execute();
    },

    async keepNewest(chatId, keep) {
      const { numDeletedRows } = await db
        .deleteFrom('delivery')
        .where('chatId', '=', chatId)
        .where('deadAt', 'is', null)
        .where('notice', 'is', null)
        .where('id', 'not in', (eb) =>
          eb
            .selectFrom('delivery as newer')
            .select('newer.id')
            .where('newer.chatId', '=', chatId)
            .where('newer.deadAt', 'is', null)
            .where('newer.notice', 'is', null)
            .orderBy('newer.id', 'desc')
            .limit(keep),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },

    depth: () => depth(db),
  };
}

function find(
  db: Database,
  { chatId, threadId, feedId, entryId }: LedgerKey,
): Promise<Delivery | undefined> {
  return db
    .selectFrom('delivery')
    .selectAll()
    .where('chatId', '=', chatId)
    .where('threadId', '=', threadId)
    .where('feedId', '=', feedId)
    .where('entryId', '=', entryId)
    .executeTakeFirst();
}

async function load(db: Database, ids: number[]): Promise<OwedDelivery[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('delivery')
    .leftJoin('entry', (join) =>
      join.onRef('entry.feedId', '=', 'delivery.feedId').onRef('entry.id', '=', 'delivery.entryId'),
    )
    .innerJoin('feed', 'feed.id', 'delivery.feedId')
    .leftJoin('subscription', (join) =>
      join
        .onRef('subscription.chatId', '=', 'delivery.chatId')
        .onRef('subscription.threadId', '=', 'delivery.threadId')
        .onRef('subscription.feedId', '=', 'delivery.feedId'),
    )
    .selectAll('delivery')
    .select(['entry.article', 'entry.token', 'entry.story', 'feed.url as feedUrl', feedTitle])
    .select(wishedLook)
    .select(wanted)
    .where('delivery.id', 'in', ids)
    .orderBy('delivery.id')
    .execute();
  const chats = await db
    .selectFrom('chat')
    .selectAll()
    .where(
      'id',
      'in',
      rows.map(({ chatId }) => chatId),
    )
    .execute();
  const chatOf = new Map(chats.map((chat) => [chat.id, chat]));
  const owed: OwedDelivery[] = [];
  for (const { article, token, story, notice, ...row } of rows) {
    const chat = chatOf.get(row.chatId);
    const stored = { entryId: row.entryId, article, token, story };
    const content = notice === null ? readable(stored) : await told(db, row.feedId, notice);
    if (chat) owed.push({ ...row, chat, content });
  }
  return owed;
}

async function depth(db: Database): Promise<OutboxDepth> {
  const row = await db
    .selectFrom('delivery')
    .innerJoin('chat', 'chat.id', 'delivery.chatId')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('deadAt', 'is', null).as('owed'),
      eb.fn
        .countAll<number>()
        .filterWhere('deadAt', 'is', null)
        .filterWhere('heldAt', 'is not', null)
        .as('held'),
      eb.fn.countAll<number>().filterWhere('deadAt', 'is not', null).as('dead'),
      eb.fn
        .min('owedAt')
        .filterWhere('deadAt', 'is', null)
        .filterWhere('heldAt', 'is', null)
        .as('oldestOwedAt'),
    ])
    .executeTakeFirstOrThrow();
  return {
    owed: Number(row.owed),
    held: Number(row.held),
    dead: Number(row.dead),
    oldestOwedAt: row.oldestOwedAt ?? null,
  };
}
