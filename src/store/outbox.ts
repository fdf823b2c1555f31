import type { Article, EpochMs } from '../model.ts';
import { feedTitle } from './feeds.ts';
import type { Chat, Database, Delivery } from './schema.ts';
import type { Place } from './subscriptions.ts';

/** A delivery with all that is needed to send it. */
export type OwedDelivery = Delivery & {
  chat: Chat;
  article: Article;
  token: string;
  feedTitle: string;
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
  /** Moves all that is owed to one topic, so that its order stays. */
  postponeTopic(place: Place, dueAt: EpochMs): Promise<void>;
  /** Never tried again by itself; kept so that people can see why. */
  bury(id: number, reason: string, now: EpochMs): Promise<void>;
  /** Drops all that is owed to a chat but the newest `keep`; answers how many were dropped. */
  keepNewest(chatId: number, keep: number): Promise<number>;
  depth(): Promise<OutboxDepth>;
};

export function createOutbox(db: Database): Outbox {
  return {
    heads: (now, busy, limit) => heads(db, now, { busy, limit }),
    nextDueAt: (now) => nextDueAt(db, now),

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

    async bury(id, deadReason, deadAt) {
      await db.updateTable('delivery').set({ deadAt, deadReason }).where('id', '=', id).execute();
    },

    async keepNewest(chatId, keep) {
      const { numDeletedRows } = await db
        .deleteFrom('delivery')
        .where('chatId', '=', chatId)
        .where('deadAt', 'is', null)
        .where('id', 'not in', (eb) =>
          eb
            .selectFrom('delivery as newer')
            .select('newer.id')
            .where('newer.chatId', '=', chatId)
            .where('newer.deadAt', 'is', null)
            .orderBy('newer.id', 'desc')
            .limit(keep),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },

    depth: () => depth(db),
  };
}

async function heads(
  db: Database,
  now: EpochMs,
  { busy, limit }: { busy: number[]; limit: number },
): Promise<OwedDelivery[]> {
  const rows = await owed(db)
    .where('chat.heldAt', 'is', null)
    .where('chat.notBefore', '<=', now)
    .where('delivery.dueAt', '<=', now)
    .$if(busy.length > 0, (query) => query.where('delivery.chatId', 'not in', busy))
    .select((eb) => eb.fn.min('delivery.id').as('id'))
    .groupBy('delivery.chatId')
    .orderBy('id')
    .limit(limit)
    .execute();
  return load(
    db,
    rows.map(({ id }) => id),
  );
}

async function nextDueAt(db: Database, now: EpochMs): Promise<EpochMs | null> {
  const first = (column: 'chat.notBefore' | 'delivery.dueAt') =>
    owed(db)
      .where('chat.heldAt', 'is', null)
      .where(column, '>', now)
      .select((eb) => eb.fn.min(column).as('at'))
      .executeTakeFirst();
  const rows = [await first('chat.notBefore'), await first('delivery.dueAt')];
  const moments = rows.flatMap((row) => row?.at ?? []);
  return moments.length > 0 ? Math.min(...moments) : null;
}

/** Deliveries still owed, with their chats. */
function owed(db: Database) {
  return db
    .selectFrom('delivery')
    .innerJoin('chat', 'chat.id', 'delivery.chatId')
    .where('delivery.deadAt', 'is', null);
}

async function load(db: Database, ids: number[]): Promise<OwedDelivery[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('entry', (join) =>
      join.onRef('entry.feedId', '=', 'delivery.feedId').onRef('entry.id', '=', 'delivery.entryId'),
    )
    .innerJoin('feed', 'feed.id', 'delivery.feedId')
    .selectAll('delivery')
    .select(['entry.article', 'entry.token', feedTitle])
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
  return rows.flatMap((row) => {
    const chat = chatOf.get(row.chatId);
    return chat ? [{ ...row, chat, article: JSON.parse(row.article ?? 'null') as Article }] : [];
  });
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
