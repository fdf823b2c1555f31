import type { EpochMs } from '../model.ts';
import type { Database } from './schema.ts';
import { together } from './together.ts';
import { unsynced } from './unsynced.ts';

/** What Telegram still counts of what was sent to a chat, and until when it wants that chat left alone. */
export type KeptPace = { chatId: number; moments: EpochMs[]; restsUntil: EpochMs };

/** The pace of sending over a restart: Telegram does not begin anew because we do. */
export type PaceStore = {
  /** Before a message leaves. Resolves when it outlives the process: a machine that loses its power is not back before
   *  what was sent counts no more, so no sync to disk is waited for. */
  keep(kept: KeptPace): Promise<void>;
  /** What counts after a moment; forgets the rest. */
  recall(after: EpochMs): Promise<KeptPace[]>;
};

export function createPaceStore(db: Database): PaceStore {
  return {
    keep: together((kept) => unsynced(db, (connection) => keep(connection, kept))),

    async recall(after) {
      await db.deleteFrom('pace').where('lastAt', '<=', after).execute();
      const rows = await db.selectFrom('pace').select(['chatId', 'moments']).execute();
      return rows.map(({ chatId, moments }) => ({ chatId, ...JSON.parse(moments) }));
    },
  };
}

async function keep(db: Database, kept: KeptPace[]): Promise<void> {
  // PostgreSQL refuses to touch one row twice in one statement: the last word on a chat stands.
  const last = new Map(kept.map((it) => [it.chatId, it]));
  const rows = [...last.values()].map(({ chatId, moments, restsUntil }) => ({
    chatId,
    lastAt: Math.max(restsUntil, ...moments),
    moments: JSON.stringify({ moments, restsUntil }),
  }));
  await db
    .insertInto('pace')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('chatId').doUpdateSet((eb) => ({
        lastAt: eb.ref('excluded.lastAt'),
        moments: eb.ref('excluded.moments'),
      })),
    )
    .execute();
}
