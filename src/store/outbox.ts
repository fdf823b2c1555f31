import type { Article, EpochMs, Notice } from '../model.ts';
import { dueHeads, nextDueAt } from './due.ts';
import { feedTitle } from './feeds.ts';
import type { Chat, Database, Delivery } from './schema.ts';
import type { Place } from './subscriptions.ts';

/** A delivery with all that is needed to send it. */
export type OwedDelivery = Omit<Delivery, 'notice'> & {
  chat: Chat;
  feedTitle: string;
  feedUrl: string;
  /** What is owed: an entry's post, or a notice of its feed. */
  content: { kind: 'post'; article: Article; token: string } | { kind: 'notice'; notice: Notice };
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
    heads: async (now, busy, limit) => load(db, await dueHeads(db, now, { busy, limit })),
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

async function load(db: Database, ids: number[]): Promise<OwedDelivery[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('delivery')
    .leftJoin('entry', (join) =>
      join.onRef('entry.feedId', '=', 'delivery.feedId').onRef('entry.id', '=', 'delivery.entryId'),
    )
    .innerJoin('feed', 'feed.id', 'delivery.feedId')
    .selectAll('delivery')
    .select(['entry.article', 'entry.token', 'feed.url as feedUrl', feedTitle])
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
  return rows.flatMap(({ article, token, notice, ...row }) => {
    const chat = chatOf.get(row.chatId);
    return chat ? [{ ...row, chat, content: contentOf({ article, token, notice }) }] : [];
  });
}

type StoredContent = { article: string | null; token: string | null; notice: string | null };

function contentOf({ article, token, notice }: StoredContent): OwedDelivery['content'] {
  if (notice !== null) return { kind: 'notice', notice: JSON.parse(notice) as Notice };
  return {
    kind: 'post',
    article: JSON.parse(article ?? 'null') as Article,
    token: token ?? '',
  };
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
