import type { EpochMs } from '../model.ts';
import { AT_ONCE } from './moments.ts';
import type { Database } from './schema.ts';

/** Deliveries that Telegram refused in every form, for the same reason. */
export type DeadGroup = { reason: string; count: number; chats: number; latestAt: EpochMs };

/** What became of deliveries that could not be sent; they are kept until an owner says otherwise. */
export type Dead = {
  /** By reason, the most frequent first; at most `limit` of them. */
  groups(limit: number): Promise<DeadGroup[]>;
  /** Owes them anew; answers how many. */
  retry(reason: string): Promise<number>;
  /** Forgets them; answers how many. */
  drop(reason: string): Promise<number>;
  /** Those that died after a moment, by feed. */
  since(at: EpochMs): Promise<{ feedId: number; count: number; latestAt: EpochMs }[]>;
};

export function createDead(db: Database): Dead {
  const dead = () => db.selectFrom('delivery').where('deadAt', 'is not', null);

  return {
    async groups(limit) {
      const rows = await dead()
        .select('deadReason')
        .select((eb) => [
          eb.fn.countAll<number>().as('count'),
          eb.fn.count<number>('chatId').distinct().as('chats'),
          eb.fn.max('deadAt').as('latestAt'),
        ])
        .groupBy('deadReason')
        .orderBy('count', 'desc')
        .orderBy('deadReason')
        .limit(limit)
        .execute();
      return rows.map(({ deadReason, count, chats, latestAt }) => ({
        reason: deadReason ?? '',
        count: Number(count),
        chats: Number(chats),
        latestAt: Number(latestAt),
      }));
    },

    async retry(reason) {
      const { numUpdatedRows } = await db
        .updateTable('delivery')
        .set({ deadAt: null, deadReason: null, dueAt: AT_ONCE })
        .where('deadAt', 'is not', null)
        .where('deadReason', '=', reason)
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    },

    async drop(reason) {
      const { numDeletedRows } = await db
        .deleteFrom('delivery')
        .where('deadAt', 'is not', null)
        .where('deadReason', '=', reason)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },

    async since(at) {
      const rows = await dead()
        .select('feedId')
        .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('deadAt').as('latestAt')])
        .where('deadAt', '>', at)
        .groupBy('feedId')
        .execute();
      return rows.map(({ feedId, count, latestAt }) => ({
        feedId,
        count: Number(count),
        latestAt: Number(latestAt),
      }));
    },
  };
}
