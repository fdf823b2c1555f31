import type { Database } from './schema.ts';

/** An update as it came from Telegram, as JSON. */
export type KeptUpdate = { updateId: number; body: string };

/** Updates that Telegram tells only once, from before they are confirmed until they have been dealt with. */
export type Inbox = {
  /** Resolves when it is durable. */
  keep(update: KeptUpdate): Promise<void>;
  done(updateId: number): Promise<void>;
  /** Those that have not been dealt with, in their order. */
  left(): Promise<KeptUpdate[]>;
};

export function createInbox(db: Database): Inbox {
  return {
    async keep(update) {
      await db
        .insertInto('inbox')
        .values(update)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async done(updateId) {
      await db.deleteFrom('inbox').where('updateId', '=', updateId).execute();
    },
    left: () => db.selectFrom('inbox').selectAll().orderBy('updateId').execute(),
  };
}
