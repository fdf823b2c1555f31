import type { ExpressionBuilder } from 'kysely';
import type { EpochMs } from '../model.ts';
import { AT_ONCE } from './moments.ts';
import type { Database, Schema } from './schema.ts';

/** What everyone who follows a feed is owed. `line`: behind what waits for a closed topic, or whenever it may go. */
export type OwedToFollowers = {
  feedId: number;
  entryId: string;
  notice: string | null;
  line: 'behind others' | 'none';
  /** Old news are told together. */
  bundle?: 'old' | null;
};

/** Inside a transaction: owes it once to each place, to held chats too: when they come back they hear of what they
 *  missed. Answers how many places get it. */
export async function oweToFollowers(
  tx: Database,
  { feedId, entryId, notice, line, bundle = null }: OwedToFollowers,
  now: EpochMs,
): Promise<number> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('delivery')
    .columns(['chatId', 'threadId', 'feedId', 'entryId', 'notice', 'bundle', 'owedAt', 'dueAt'])
    .expression((eb) =>
      eb
        .selectFrom('subscription')
        .select((select) => [
          'chatId',
          'threadId',
          'feedId',
          select.val(entryId).as('entryId'),
          select.val(notice).as('notice'),
          select.val(bundle).as('bundle'),
          select.val(now).as('owedAt'),
          (line === 'none'
            ? select.val(AT_ONCE)
            : select.fn.coalesce(postponedUntil(select, now), select.val(AT_ONCE))
          ).as('dueAt'),
        ])
        .where('feedId', '=', feedId)
        .where('pausedAt', 'is', null),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

/** Until when what is owed before it waits for a closed topic: due earlier, it would overtake that. */
function postponedUntil(eb: ExpressionBuilder<Schema, 'subscription'>, now: EpochMs) {
  return eb
    .selectFrom('delivery as earlier')
    .select((select) => select.fn.max('earlier.dueAt').as('until'))
    .where('earlier.dueAt', '>', now)
    .where('earlier.deadAt', 'is', null)
    .where('earlier.bundle', 'is', null)
    .where('earlier.threadId', '!=', 0)
    .whereRef('earlier.chatId', '=', 'subscription.chatId')
    .whereRef('earlier.threadId', '=', 'subscription.threadId');
}
