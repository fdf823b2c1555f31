import type { EpochMs } from '../model.ts';
import type { Database, Prompt } from './schema.ts';

/** Questions that people were asked to answer by writing; a new one takes the place of an older one. */
export type Prompts = {
  ask(prompt: Prompt): Promise<void>;
  /** The question that this person was asked in that chat. */
  of(chatId: number, userId: number): Promise<Prompt | undefined>;
  /** Answers whether there was one. */
  forget(chatId: number, userId: number): Promise<boolean>;
  /** Forgets those that nobody answered in time. */
  forgetExpired(before: EpochMs): Promise<void>;
};

export function createPrompts(db: Database): Prompts {
  return {
    async ask(prompt) {
      await db
        .insertInto('prompt')
        .values(prompt)
        .onConflict((conflict) => conflict.columns(['chatId', 'userId']).doUpdateSet(prompt))
        .execute();
    },
    of: (chatId, userId) =>
      db
        .selectFrom('prompt')
        .selectAll()
        .where('chatId', '=', chatId)
        .where('userId', '=', userId)
        .executeTakeFirst(),
    async forget(chatId, userId) {
      const { numDeletedRows } = await db
        .deleteFrom('prompt')
        .where('chatId', '=', chatId)
        .where('userId', '=', userId)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
    async forgetExpired(before) {
      await db.deleteFrom('prompt').where('expiresAt', '<', before).execute();
    },
  };
}
