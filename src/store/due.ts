import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExpressionBuilder } from 'kysely';
import type { EpochMs } from '../model.ts';
import { feedsInLine, fronts, type InLine, isAnyLong, park } from './line.ts';
import { lineUpDue } from './lineup.ts';
import type { Database, Schema } from './schema.ts';

// Asked before every single send, so these never read all that is owed: that can be a hundred thousand rows.

export type Asked = { busy: number[]; limit: number };

/** Answers, of chats that may be sent to and are not `busy`, the ids of their oldest due deliveries. Feeds take turns,
 *  from look to look too: one with three subscribers does not wait for another with a hundred thousand. */
export type DueHeads = (now: EpochMs, asked: Asked) => Promise<number[]>;

/** `isCutShort`: there is more in the lines than was looked at. */
type Look = Asked & { now: EpochMs; found: InLine[]; isCutShort: boolean };

/** So many lines one query looks into. */
const FEEDS = 64;
/** At least so many of each line: most chats follow one feed alone. */
const SHARE = 8;

export function createDueHeads(db: Database): DueHeads {
  /** The feed that had the first turn at the last look. */
  let last = 0;

  return heads;

  async function heads(now: EpochMs, asked: Asked): Promise<number[]> {
    const isMoreParked = await lineUpDue(db, now);
    const ids = await headsInLine(now, asked);
    return ids.length < asked.limit && isMoreParked ? heads(now, asked) : ids;
  }

  async function headsInLine(now: EpochMs, { busy, limit }: Asked): Promise<number[]> {
    const look: Look = { found: [], now, busy, limit, isCutShort: false };
    const { found } = look;
    for await (const feedIds of laps(db, last, Math.min(FEEDS, limit))) {
      await lookInto(db, feedIds, look);
      if (found.length >= limit) break;
    }
    last = found[0]?.feedId ?? last;
    const ids = found.map(({ head }) => head);
    if (ids.length >= limit || !look.isCutShort) return ids.slice(0, limit);
    const others = [...busy, ...found.map(({ chatId }) => chatId)];
    return [...ids, ...(await allHeads(db, now, { busy: others, limit: limit - ids.length }))];
  }
}

/** All feeds with a line, page by page, beginning behind `first`. */
async function* laps(db: Database, first: number, size: number): AsyncGenerator<number[]> {
  for (const [from, to] of [
    [first, Number.POSITIVE_INFINITY],
    [0, first],
  ] as const) {
    let after = from;
    while (after < to) {
      const feedIds = (await feedsInLine(db, after, size)).filter((id) => id <= to);
      if (feedIds.length > 0) yield feedIds;
      after = feedIds.length === size ? (feedIds.at(-1) ?? to) : to;
    }
  }
}

/** Adds to what was found until these lines have no more. */
async function lookInto(db: Database, feedIds: number[], look: Look): Promise<void> {
  const { found, now, limit } = look;
  const share = Math.max(Math.ceil(limit / feedIds.length), Math.min(limit, SHARE));
  while (found.length < limit) {
    const busy = [...look.busy, ...found.map(({ chatId }) => chatId)];
    const met = await fronts(db, now, { feedIds, busy, share });
    const stuck = met.filter(({ isFree }) => !isFree).map(({ feedId }) => feedId);
    found.push(
      ...inTurns(
        met.filter(({ isFree }) => isFree),
        feedIds,
      ),
    );
    if (met.length === 0) break;
    if (stuck.length === 0) continue;
    await park(db, now, [...new Set(stuck)]);
    // There may be a hundred thousand of them, and others have things to do.
    await nextTurn();
  }
  if (found.length < limit) look.isCutShort ||= await isAnyLong(db, now, feedIds);
}

/** One of each feed, then the second of each, and so on; each chat once. */
function inTurns(met: InLine[], feedIds: number[]): InLine[] {
  const lines = feedIds.map((id) => met.filter(({ feedId }) => feedId === id));
  const longest = Math.max(0, ...lines.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, turn) => lines.flatMap((it) => it[turn] ?? []));
  const ofChats = new Map(
    turns
      .flat()
      .toReversed()
      .map((it) => [it.chatId, it]),
  );
  return [...ofChats.values()].reverse();
}

/** Chat by chat, by index: what stands far behind in a line of which the front can do nothing now. */
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
      eb('quietUntil', '<=', now),
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

/** A moment after `now` before which nothing that waits, for its own sake or its chat's, can go; null: none waits. */
export async function nextDueAt(db: Database, now: EpochMs): Promise<EpochMs | null> {
  const moments = [
    await nextOfChats(db, now, 'notBefore'),
    await nextOfChats(db, now, 'quietUntil'),
    await nextOfDeliveries(db, now),
  ].flatMap((row) => row?.at ?? []);
  return moments.length > 0 ? Math.min(...moments) : null;
}

function nextOfChats(db: Database, now: EpochMs, wait: 'notBefore' | 'quietUntil') {
  return db
    .selectFrom('chat')
    .select(`${wait} as at`)
    .where('heldAt', 'is', null)
    .where(wait, '>', now)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('delivery')
          .select('delivery.id')
          .whereRef('delivery.chatId', '=', 'chat.id')
          .where('deadAt', 'is', null),
      ),
    )
    .orderBy(wait)
    .limit(1)
    .executeTakeFirst();
}

function nextOfDeliveries(db: Database, now: EpochMs) {
  return db
    .selectFrom('delivery')
    .innerJoin('chat', 'chat.id', 'delivery.chatId')
    .select('dueAt as at')
    .where('deadAt', 'is', null)
    .where('heldAt', 'is', null)
    .where('dueAt', '>', now)
    .orderBy('dueAt')
    .limit(1)
    .executeTakeFirst();
}
