import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { EpochMs } from '../model.ts';
import { isPostgres } from './dialect.ts';
import type { Database, Schema } from './schema.ts';

// Of each feed, what is due stands in a line. What cannot leave now because its chat refuses us, waits or is quiet is
// parked beside it as soon as a look meets it, so that it is passed over once and not at every look.

/** So far one look goes into one line. */
const FRONT = 500;
/** Parked for as long as the chat is held. */
const HELD = Number.MAX_SAFE_INTEGER;

/** The first in its feed's line that is owed to this chat, and the chat's oldest due delivery of any feed. */
export type InLine = { feedId: number; head: number; chatId: number; isFree: boolean };

/** Feeds that have something in their lines, in the order of their ids, from behind one of them on. */
export async function feedsInLine(db: Database, after: number, limit: number): Promise<number[]> {
  const nextAfter = (feedId: ReturnType<typeof sql.ref> | number) =>
    db
      .selectFrom('delivery')
      .select((eb) => eb.fn.min('feedId').as('feedId'))
      .where('deadAt', 'is', null)
      .where('parkedUntil', 'is', null)
      .where('feedId', '>', feedId as never);
  const rows = await db
    .withRecursive('owed', (cte) =>
      cte
        .selectFrom(nextAfter(after).as('first'))
        .select('first.feedId')
        .unionAll(
          cte
            .selectFrom('owed')
            .select(sql<number>`(${nextAfter(sql.ref('owed.feedId'))})`.as('feedId'))
            .where('owed.feedId', 'is not', null),
        ),
    )
    .selectFrom('owed')
    .select('feedId')
    .where('feedId', 'is not', null)
    .limit(limit)
    .execute();
  return rows.map(({ feedId }) => feedId);
}

/** From the front of each of these lines at most `share` deliveries, each to another chat that is not `busy`. */
export async function fronts(
  db: Database,
  now: EpochMs,
  { feedIds, busy, share }: { feedIds: number[]; busy: number[]; share: number },
): Promise<InLine[]> {
  const rows = await joinFronts(db, (eb) =>
    eb
      .selectFrom((from) => front(from.selectFrom('delivery'), now).as('front'))
      .select((of) => of.fn.min('front.id').as('id'))
      .$if(busy.length > 0, (query) => query.where('front.chatId', 'not in', busy))
      .groupBy('front.chatId')
      .orderBy('id')
      .limit(share),
  )
    .innerJoin('chat', 'chat.id', 'line.chatId')
    .where('feed.id', 'in', feedIds)
    .select(['line.feedId', 'line.chatId'])
    .select((eb) => [
      eb
        .selectFrom('delivery')
        .select('delivery.id')
        .whereRef('delivery.chatId', '=', 'chat.id')
        .where('delivery.deadAt', 'is', null)
        .where('delivery.dueAt', '<=', now)
        .orderBy('delivery.id')
        .limit(1)
        .as('head'),
      freeAt.as('freeAt'),
    ])
    .orderBy('line.id')
    .execute();
  return rows.map(({ head, freeAt: at, ...row }) => ({
    ...row,
    head: Number(head),
    isFree: Number(at) <= now,
  }));
}

/** Each feed with these of its deliveries. A join to a row's neighbours is what PostgreSQL has an index for, and SQLite
 *  does not know. */
function joinFronts(db: Database, ids: (eb: ExpressionBuilder<Schema, 'feed'>) => Ids) {
  const feeds = db.selectFrom('feed');
  if (!isPostgres(db)) {
    return feeds.innerJoin('delivery as line', (join) => join.on('line.id', 'in', ids as never));
  }
  return feeds
    .innerJoinLateral(
      (eb) => ids(eb).as('first'),
      (join) => join.onTrue(),
    )
    .innerJoin('delivery as line', 'line.id', 'first.id') as never;
}

/** Takes out of these lines what stands in front and cannot leave before some later moment. */
export async function park(db: Database, now: EpochMs, feedIds: number[]): Promise<void> {
  for (const feedId of feedIds) {
    await db.transaction().execute(async (tx) => {
      const chatIds = await waitingInFront(tx, now, feedId);
      if (chatIds.length === 0) return;
      await tx
        .updateTable('delivery')
        .set((eb) => ({
          parkedUntil: eb
            .selectFrom('chat')
            .select(freeAt.as('until'))
            .whereRef('chat.id', '=', 'delivery.chatId'),
        }))
        .where('chatId', 'in', chatIds)
        .where('deadAt', 'is', null)
        .where('parkedUntil', 'is', null)
        .execute();
    });
  }
}

/** Inside a transaction: chats that cannot be sent to yet. To its end none of them comes back: else what is parked then
 *  would be parked for ever. */
async function waitingInFront(tx: Database, now: EpochMs, feedId: number): Promise<number[]> {
  const chats = await tx
    .selectFrom((eb) => front(eb.selectFrom('delivery'), now, feedId).as('front'))
    .innerJoin('chat', 'chat.id', 'front.chatId')
    .where(freeAt, '>', now)
    .select('chat.id')
    .$if(isPostgres(tx), (query) => query.forShare('chat'))
    .execute();
  return [...new Set(chats.map(({ id }) => id))];
}

/** Whether any of these lines is longer than what a look sees of it. */
export async function isAnyLong(db: Database, now: EpochMs, feedIds: number[]): Promise<boolean> {
  const rows = await db
    .selectFrom('feed')
    .select('feed.id')
    .where('feed.id', 'in', feedIds)
    .where((eb) =>
      eb.exists(inLine(eb.selectFrom('delivery'), now).select('id').limit(1).offset(FRONT)),
    )
    .limit(1)
    .execute();
  return rows.length > 0;
}

type Ids = SelectQueryBuilder<Schema, never, { id: number }>;
type Rows = SelectQueryBuilder<Schema, 'delivery', object>;

function front(rows: Rows, now: EpochMs, feedId?: number) {
  return inLine(rows, now, feedId).select(['id', 'chatId']).limit(FRONT);
}

/** A feed's line, oldest first: that of `feed.id` where no feed is named. */
function inLine(rows: Rows, now: EpochMs, feedId?: number) {
  return rows
    .where('delivery.feedId', '=', feedId ?? sql.ref<number>('feed.id'))
    .where('delivery.deadAt', 'is', null)
    .where('delivery.parkedUntil', 'is', null)
    .where('delivery.dueAt', '<=', now)
    .orderBy('delivery.dueAt')
    .orderBy('delivery.id');
}

/** When nothing about the chat stands in the way any more. */
const freeAt = sql<EpochMs>`case
  when ${sql.ref('chat.heldAt')} is not null then ${sql.lit(HELD)}
  when ${sql.ref('chat.notBefore')} > ${sql.ref('chat.quietUntil')} then ${sql.ref('chat.notBefore')}
  else ${sql.ref('chat.quietUntil')} end`;
