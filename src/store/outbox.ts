import type { EpochMs } from '../model.ts';
import { createDueHeads, nextDueAt } from './due.ts';
import type { LedgerKey } from './ledger.ts';
import { waitNoMore } from './lineup.ts';
import { NEVER } from './moments.ts';
import { loadOwed, type OwedDelivery } from './owed.ts';
import { type OwedChange, oweChange } from './owedcontent.ts';
import { pages } from './pages.ts';
import { hasReturnedSince, letBackIn } from './returns.ts';
import type { Database, Delivery } from './schema.ts';
import type { Place } from './subscriptions.ts';
import { together } from './together.ts';
import { endUnderWay } from './underway.ts';

export type { OwedDelivery } from './owed.ts';

export type OutboxDepth = {
  owed: number;
  held: number;
  dead: number;
  /** Of what waits for no digest. */
  oldestOwedAt: EpochMs | null;
};

/** What is owed to chats and not yet sent. A delivery leaves it when Telegram has said yes, or stays in it dead. */
export type Outbox = {
  /** The oldest delivery of each chat that may be sent to now, but for the chats in `busy`: of the feeds in turns. */
  heads(now: EpochMs, busy: number[], limit: number): Promise<OwedDelivery[]>;
  /** When the first delivery that waits now, for its own sake or its chat's, may go; null when none waits. */
  nextDueAt(now: EpochMs): Promise<EpochMs | null>;
  done(id: number): Promise<void>;
  /** What is owed, or dead, of an entry in a place. */
  find(key: LedgerKey): Promise<Delivery | undefined>;
  /** Owes a change of the post that a place got of an entry, once for each `reason`. */
  oweChange(place: Place, of: { feedId: number; entryId: string }, owed: OwedChange): Promise<void>;
  /** Moves all that is owed to one topic, so that its order stays; what waits for a later digest goes on waiting. A topic
   *  that was opened after the refused message was `sentAt` is asked once more instead. */
  postponeTopic(place: Place, until: { dueAt: EpochMs; sentAt: EpochMs }): Promise<void>;
  /** People have opened it again: nothing owed to it waits any more. */
  topicOpened(place: Place, now: EpochMs): Promise<void>;
  /** Nothing owed to that topic waits for it any more. */
  freeTopic(place: Place): Promise<void>;
  /** Never tried again by itself; kept so that people can see why. */
  bury(ids: number[], reason: string, now: EpochMs): Promise<void>;
  /** How many posts a chat is owed. */
  countOf(chatId: number): Promise<number>;
  depth(): Promise<OutboxDepth>;
};

export function createOutbox(db: Database): Outbox {
  const dueHeads = createDueHeads(db);

  return {
    async heads(now, busy, limit) {
      const ids = await dueHeads(now, { busy, limit });
      const owed = await loadOwed(db, ids, now);
      const turnOf = new Map(ids.map((id, turn) => [id, turn]));
      return owed.sort((a, b) => (turnOf.get(a.id) ?? 0) - (turnOf.get(b.id) ?? 0));
    },
    nextDueAt: (now) => nextDueAt(db, now),
    find: (key) => find(db, key),

    postponeTopic: (place, until) =>
      db.transaction().execute((tx) => postponeTopic(tx, place, until)),
    topicOpened: (place, now) =>
      db.transaction().execute(async (tx) => {
        await letBackIn(tx, place.chatId, now);
        await waitNoMore(tx, place);
      }),
    freeTopic: (place) => waitNoMore(db, place),

    done: together(async (ids) => {
      await db.deleteFrom('delivery').where('id', 'in', ids).execute();
    }),

    oweChange: (place, of, owed) => oweChange(db, { ...place, ...of }, owed),

    bury: (ids, deadReason, deadAt) =>
      db.transaction().execute(async (tx) => {
        const dead = { deadAt, deadReason, takenAt: null };
        for (const page of pages(ids)) {
          await tx.updateTable('delivery').set(dead).where('id', 'in', page).execute();
        }
      }),

    async countOf(chatId) {
      const { count } = await db
        .selectFrom('delivery')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('chatId', '=', chatId)
        .where('deadAt', 'is', null)
        .where('notice', 'is', null)
        .where('dueAt', '<', NEVER)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    depth: () => depth(db),
  };
}

async function postponeTopic(
  tx: Database,
  { chatId, threadId }: Place,
  { dueAt, sentAt }: { dueAt: EpochMs; sentAt: EpochMs },
): Promise<void> {
  if (await hasReturnedSince(tx, chatId, sentAt)) return endUnderWay(tx, chatId);
  await tx
    .updateTable('delivery')
    .set({ dueAt, takenAt: null })
    .where('chatId', '=', chatId)
    .where('threadId', '=', threadId)
    .where('deadAt', 'is', null)
    .where((eb) => eb.or([eb('bundle', 'is', null), eb('dueAt', '<=', dueAt)]))
    .execute();
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
        .filterWhere('bundle', 'is', null)
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
