import type { ExpressionBuilder } from 'kysely';
import type { EpochMs } from '../model.ts';
import type { Database, Schema } from './schema.ts';

// Asked before every single send, so these never read all that is owed: that can be a hundred thousand rows.

type Asked = { busy: number[]; limit: number };

/** Enough for a page of heads where many chats are owed the same. */
const FRONT = 500;

/** Of each chat that may be sent to, but for the `busy` ones, the id of its oldest due delivery; oldest first. */
export async function dueHeads(db: Database, now: EpochMs, asked: Asked): Promise<number[]> {
  const front = await frontHeads(db, now, asked);
  return front.length === asked.limit ? front : allHeads(db, now, asked);
}

/** Heads among the oldest that are owed: in a broadcast to many chats no others are wanted. */
async function frontHeads(db: Database, now: EpochMs, { busy, limit }: Asked): Promise<number[]> {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('delivery')
        .select(['id', 'chatId', 'dueAt'])
        .where('deadAt', 'is', null)
        .orderBy('id')
        .limit(FRONT)
        .as('front'),
    )
    // A cross join, so that SQLite does not begin with the chats.
    .crossJoin('chat')
    .whereRef('chat.id', '=', 'front.chatId')
    .where(mayBeSentTo(now, busy))
    .where('dueAt', '<=', now)
    .select((eb) => eb.fn.min('front.id').as('id'))
    .groupBy('chat.id')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Chat by chat, by index. */
async function allHeads(db: Database, now: EpochMs, { busy, limit }: Asked): Promise<number[]> {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('chat')
        .select((chat) => oldestDue(chat, now).as('id'))
        .where(mayBeSentTo(now, busy))
        .as('head'),
    )
    .select('id')
    .where('id', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.flatMap(({ id }) => id ?? []);
}

function mayBeSentTo(now: EpochMs, busy: number[]) {
  return (eb: ExpressionBuilder<Schema, 'chat'>) =>
    eb.and([
      eb('heldAt', 'is', null),
      eb('notBefore', '<=', now),
      ...(busy.length > 0 ? [eb('chat.id', 'not in', busy)] : []),
    ]);
}

function oldestDue(chat: ExpressionBuilder<Schema, 'chat'>, now: EpochMs) {
  return chat
    .selectFrom('delivery')
    .select('delivery.id')
    .whereRef('delivery.chatId', '=', 'chat.id')
    .where('deadAt', 'is', null)
    .where('dueAt', '<=', now)
    .orderBy('delivery.id')
    .limit(1);
}

/** The first moment after `now` at which a delivery, or its chat's wait, comes due. */
export async function nextDueAt(db: Database, now: EpochMs): Promise<EpochMs | null> {
  const chat = await db
    .selectFrom('chat')
    .select('notBefore as at')
    .where('heldAt', 'is', null)
    .where('notBefore', '>', now)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('delivery')
          .select('delivery.id')
          .whereRef('delivery.chatId', '=', 'chat.id')
          .where('deadAt', 'is', null),
      ),
    )
    .orderBy('notBefore')
    .limit(1)
    .executeTakeFirst();
  const delivery = await db
    .selectFrom('delivery')
    .innerJoin('chat', 'chat.id', 'delivery.chatId')
    .select('dueAt as at')
    .where('deadAt', 'is', null)
    .where('heldAt', 'is', null)
    .where('dueAt', '>', now)
    .orderBy('dueAt')
    .limit(1)
    .executeTakeFirst();
  const moments = [chat, delivery].flatMap((row) => row?.at ?? []);
  return moments.length > 0 ? Math.min(...moments) : null;
}
