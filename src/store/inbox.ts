import type { EpochMs } from '../model.ts';
import type { Database } from './schema.ts';

/** An update as it came from Telegram, as JSON. */
export type KeptUpdate = { updateId: number; body: string };

/** Updates from before they are confirmed until they have been dealt with; and for a while the ids of those that were. */
export type Inbox = {
  /** Resolves when it is durable; answers false when it was kept, or dealt with, before. */
  keep(update: KeptUpdate): Promise<boolean>;
  /** It has been dealt with; that it was here is remembered, because Telegram may bring it once more. */
  done(updateId: number, at: EpochMs): Promise<void>;
  /** Forgets what was done before that moment. */
  forget(before: EpochMs): Promise<void>;
  /** Those that have not been dealt with, in their order. */
  left(): Promise<KeptUpdate[]>;
};

export function createInbox(db: Database): Inbox {
  return {
    async keep(update) {
      const kept = await db
        .insertInto('inbox')
        .values({ ...update, doneAt: null })
        .onConflict((conflict) => conflict.doNothing())
        .returning('updateId')
        .execute();
      return kept.length > 0;
    },
    async done(updateId, doneAt) {
      const done = { body: '', doneAt };
      await db
        .insertInto('inbox')
        .values({ updateId, ...done })
        .onConflict((conflict) => conflict.column('updateId').doUpdateSet(done))
        .execute();
    },
    async forget(before) {
      await db.deleteFrom('inbox').where('doneAt', '<', before).execute();
    },
    left: () =>
      db
        .selectFrom('inbox')
        .select(['updateId', 'body'])
        .where('doneAt', 'is', null)
        .orderBy('updateId')
        .execute(),
  };
}
