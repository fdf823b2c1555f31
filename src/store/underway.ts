import type { EpochMs } from '../model.ts';
import type { Duties } from './duties.ts';
import type { LedgerKey } from './ledger.ts';
import { pages } from './pages.ts';
import type { Chat, Database, Delivery } from './schema.ts';
import { together } from './together.ts';

/** Deliveries whose message may be on its way: so that a process which dies then knows afterwards what it had begun. */
export type UnderWay = {
  /** Before the message leaves. Resolves when that is durable; `notOurs`: another process delivers by now, and nothing may
   *  leave. Whoever takes the duty over sees all that was begun before. */
  begin(id: number, now: EpochMs): Promise<'begun' | 'notOurs'>;
  /** Nothing was sent after all. */
  putBack(ids: number[]): Promise<void>;
  /** What an earlier life of this process began and never heard of. */
  left(): Promise<LeftUnderWay[]>;
};

export type LeftUnderWay = LedgerKey & Pick<Delivery, 'id' | 'notice'> & Pick<Chat, 'repeats'>;

type Begun = { id: number; now: EpochMs };

export function createUnderWay(db: Database, duties: Pick<Duties, 'isOurs'>): UnderWay {
  return {
    ...{ begin: begin(db, duties), left: () => left(db) },
    async putBack(ids) {
      await db.transaction().execute(async (tx) => {
        for (const page of pages(ids)) {
          await tx.updateTable('delivery').set({ takenAt: null }).where('id', 'in', page).execute();
        }
      });
    },
  };
}

/** Inside a transaction: Telegram's answer to whatever was under way to this chat has been drawn. */
export async function endUnderWay(tx: Database, chatId: number): Promise<void> {
  await tx
    .updateTable('delivery')
    .set({ takenAt: null })
    .where('takenAt', 'is not', null)
    .where('chatId', '=', chatId)
    .execute();
}

/** One sync to disk serves all that leave at the same time. */
function begin(db: Database, duties: Pick<Duties, 'isOurs'>): UnderWay['begin'] {
  const beginTogether = together<Begun, 'begun' | 'notOurs'>((begun) => {
    const now = Math.max(...begun.map((it) => it.now));
    const ids = begun.map(({ id }) => id);
    return db.transaction().execute(async (tx) => {
      if (!(await duties.isOurs(tx, 'deliver'))) return 'notOurs';
      await tx.updateTable('delivery').set({ takenAt: now }).where('id', 'in', ids).execute();
      return 'begun';
    });
  });
  return (id, now) => beginTogether({ id, now });
}

function left(db: Database): Promise<LeftUnderWay[]> {
  return db
    .selectFrom('delivery')
    .innerJoin('chat', 'chat.id', 'delivery.chatId')
    .select(['delivery.id', 'chatId', 'threadId', 'feedId', 'entryId', 'notice', 'chat.repeats'])
    .where('takenAt', 'is not', null)
    .where('deadAt', 'is', null)
    .execute();
}
