import { sql } from 'kysely';
import type { EpochMs } from '../model.ts';
import type { LedgerKey } from './ledger.ts';
import { comesAtOnce, digestOf, loadOwed, type OwedDelivery } from './owed.ts';
import { pages } from './pages.ts';
import type { Database, Delivery } from './schema.ts';
import type { Place } from './subscriptions.ts';

/** Why deliveries are told in one message (see `DeliveryTable.bundle`). */
export type BundleKind = NonNullable<Delivery['bundle']>;

/** What is told in one message at one place. */
export type Bundle = Place & { bundle: BundleKind };

/** Deliveries that are told in one message with others of their place. */
export type Bundles = {
  /** All posts due at a place of feeds of which digests are wanted at these times wait for the next one. */
  intoDigest(place: Place, next: { digest: string; dueAt: EpochMs }, now: EpochMs): Promise<void>;
  /** All posts due at a place but the newest `kept` are told together. */
  crowd(place: Place, kept: number, now: EpochMs): Promise<void>;
  /** At most `limit` of what is due of a bundle, the oldest first or the newest; and how many more there are. */
  due(
    of: Bundle,
    now: EpochMs,
    asked: { limit: number; first: 'oldest' | 'newest' },
  ): Promise<{ owed: OwedDelivery[]; more: number }>;
  /** These are done. */
  done(ids: number[]): Promise<void>;
  /** What is due of a bundle up to that delivery. */
  upTo(of: Bundle, id: number, now: EpochMs): Promise<(LedgerKey & { id: number })[]>;
};

export function createBundles(db: Database): Bundles {
  return {
    intoDigest: async (place, { digest, dueAt }, now) => {
      await duePosts(db, place, now)
        .set({ bundle: 'digest', dueAt })
        .where((eb) => eb.or([eb('bundle', 'is', null), eb('bundle', '=', 'old')]))
        .where(digestOf('delivery'), '=', digest)
        .execute();
    },

    crowd: async (place, kept, now) => {
      const { chatId, threadId } = place;
      await duePosts(db, place, now)
        .set({ bundle: 'many' })
        .where(comesAtOnce('delivery'))
        .where('id', 'not in', (eb) =>
          eb
            .selectFrom('delivery as newer')
            .select('newer.id')
            .where('newer.chatId', '=', chatId)
            .where('newer.threadId', '=', threadId)
            .where('newer.deadAt', 'is', null)
            .where('newer.dueAt', '<=', now)
            .where(comesAtOnce('newer'))
            .orderBy('newer.id', 'desc')
            .limit(kept),
        )
        .execute();
    },

    due: (of, now, asked) => due(db, of, now, asked),

    done: (ids) =>
      db.transaction().execute(async (tx) => {
        for (const page of pages(ids)) {
          await tx.deleteFrom('delivery').where('id', 'in', page).execute();
        }
      }),

    upTo: ({ chatId, threadId, bundle }, id, now) =>
      db
        .selectFrom('delivery')
        .select(['id', 'chatId', 'threadId', 'feedId', 'entryId'])
        .where('chatId', '=', chatId)
        .where('threadId', '=', threadId)
        .where('bundle', '=', bundle)
        .where('deadAt', 'is', null)
        .where('dueAt', '<=', now)
        .where('id', '<=', id)
        .execute(),
  };
}

function duePosts(db: Database, { chatId, threadId }: Place, now: EpochMs) {
  return db
    .updateTable('delivery')
    .where('chatId', '=', chatId)
    .where('threadId', '=', threadId)
    .where('deadAt', 'is', null)
    .where('notice', 'is', null)
    .where('dueAt', '<=', now);
}

async function due(
  db: Database,
  { chatId, threadId, bundle }: Bundle,
  now: EpochMs,
  { limit, first }: { limit: number; first: 'oldest' | 'newest' },
): Promise<{ owed: OwedDelivery[]; more: number }> {
  const all = db
    .selectFrom('delivery')
    .where('chatId', '=', chatId)
    .where('threadId', '=', threadId)
    .where('bundle', '=', bundle)
    .where('deadAt', 'is', null)
    .where('dueAt', '<=', now);
  const rows = await all
    .select('id')
    .orderBy('id', first === 'newest' ? 'desc' : 'asc')
    .limit(limit)
    .execute();
  const { count } = await all.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow();
  const ids = rows.map(({ id }) => id);
  return { owed: await loadOwed(db, ids, now), more: Number(count) - ids.length };
}
