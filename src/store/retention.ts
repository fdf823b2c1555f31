import { setImmediate as nextTurn } from 'node:timers/promises';
import { type SelectQueryBuilder, sql } from 'kysely';
import type { EpochMs } from '../model.ts';
import type { Database, Schema } from './schema.ts';

/** What is older than these moments may go. */
export type Ages = {
  /** Entries, by when a document last listed them. */
  entriesBefore: EpochMs;
  deadBefore: EpochMs;
  /** What is owed to chats that have refused us since before then. */
  owedBefore: EpochMs;
  /** `file_id`s of pictures. */
  picturesBefore: EpochMs;
};

export type Forgotten = { entries: number; deliveries: number; other: number };

/** What the database forgets, so that it has a size. */
export type Retention = {
  /** In pages, between which others have their turn. An entry stays as long as its feed lists it or a chat is owed it. */
  forget(ages: Ages, now: EpochMs): Promise<Forgotten>;
  /** The first moment after `before` when an entry that may go was last listed; null: there is none. */
  nextEntryAfter(before: EpochMs): Promise<EpochMs | null>;
};

/** So many rows at once: a few milliseconds. */
const PAGE = 200;

export function createRetention(db: Database): Retention {
  return {
    async forget(ages, now) {
      const { numDeletedRows: dead } = await db
        .deleteFrom('delivery')
        .where('deadAt', '<', ages.deadBefore)
        .executeTakeFirstOrThrow();
      const abandoned = await inPages(() => forgetAbandoned(db, ages.owedBefore));
      const entries = await inPages(() => forgetEntries(db, ages.entriesBefore));
      const expired = await inPages(() => forgetExpired(db, now));
      const { numDeletedRows: pictures } = await db
        .deleteFrom('picture')
        .where('storedAt', '<', ages.picturesBefore)
        .executeTakeFirstOrThrow();
      const other = expired + Number(pictures);
      return { entries, deliveries: Number(dead) + abandoned, other };
    },

    async nextEntryAfter(before) {
      const row = await unlisted(db.selectFrom('entry'))
        .select((eb) => eb.fn.min('entry.listedAt').as('at'))
        .where('entry.listedAt', '>=', before)
        .executeTakeFirst();
      return row?.at ?? null;
    },
  };
}

async function inPages(forget: () => Promise<number>): Promise<number> {
  let forgotten = 0;
  for (let page = PAGE; page === PAGE; forgotten += page) {
    page = await forget();
    await nextTurn();
  }
  return forgotten;
}

async function forgetAbandoned(db: Database, before: EpochMs): Promise<number> {
  const rows = await db
    .selectFrom('chat')
    .innerJoin('delivery', 'delivery.chatId', 'chat.id')
    .select('delivery.id')
    .where('chat.heldAt', '<', before)
    .where('delivery.owedAt', '<', before)
    .limit(PAGE)
    .execute();
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await db.deleteFrom('delivery').where('id', 'in', ids).execute();
  return ids.length;
}

async function forgetEntries(db: Database, before: EpochMs): Promise<number> {
  const rows = await unlisted(db.selectFrom('entry'))
    .select(['entry.feedId', 'entry.id'])
    .where('entry.listedAt', '<', before)
    .orderBy('entry.listedAt')
    .limit(PAGE)
    .execute();
  for (const [feedId, ofFeed] of Map.groupBy(rows, (row) => row.feedId)) {
    const ids = ofFeed.map(({ id }) => id);
    await db.deleteFrom('entry').where('feedId', '=', feedId).where('id', 'in', ids).execute();
  }
  return rows.length;
}

/** Not listed by the latest document of its feed, and owed to nobody. */
function unlisted<Selected>(entries: SelectQueryBuilder<Schema, 'entry', Selected>) {
  return entries
    .where('entry.listedAt', '<', (eb) =>
      eb
        .selectFrom('entry as newest')
        .select((newest) => newest.fn.max('newest.listedAt').as('at'))
        .whereRef('newest.feedId', '=', 'entry.feedId'),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('delivery')
            .select(sql<number>`1`.as('one'))
            .whereRef('delivery.feedId', '=', 'entry.feedId')
            .whereRef('delivery.entryId', '=', 'entry.id'),
        ),
      ),
    );
}

async function forgetExpired(db: Database, now: EpochMs): Promise<number> {
  const rows = await db
    .selectFrom('kv')
    .select(['ns', 'key'])
    .where('expires', '<', now)
    .limit(PAGE)
    .execute();
  for (const [ns, ofNs] of Map.groupBy(rows, (row) => row.ns)) {
    const keys = ofNs.map(({ key }) => key);
    await db
      .deleteFrom('kv')
      .where('ns', '=', ns)
      .where('key', 'in', keys)
      .where('expires', '<', now)
      .execute();
  }
  return rows.length;
}
