import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ExpressionBuilder, sql } from 'kysely';
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

/** So many chats one statement owes it to: a million would hold the event loop for seconds with SQLite, and exceed the
 *  patience with a server's answer. */
const PAGE = 5_000;

type Page = { after: number; upTo: number };

/** Inside a transaction: owes it once to each place, to held chats too: when they come back they hear of what they
 *  missed. Answers how many places get it. */
export async function oweToFollowers(
  tx: Database,
  owed: OwedToFollowers,
  now: EpochMs,
): Promise<number> {
  let count = 0;
  for await (const page of pagesOfFollowers(tx, owed.feedId)) {
    count += await oweToPage(tx, owed, { page, now });
  }
  return count;
}

/** Spans of chat ids, the smallest first: those of channels, whose readers are many. */
async function* pagesOfFollowers(tx: Database, feedId: number): AsyncGenerator<Page> {
  let after = Number.MIN_SAFE_INTEGER;
  while (true) {
    const full = await tx
      .selectFrom('subscription')
      .select('chatId')
      .where('feedId', '=', feedId)
      .where('chatId', '>', after)
      .orderBy('chatId')
      .limit(1)
      .offset(PAGE - 1)
      .executeTakeFirst();
    yield { after, upTo: full?.chatId ?? Number.MAX_SAFE_INTEGER };
    if (full === undefined) return;
    after = full.chatId;
    // Whatever needs no database goes on meanwhile.
    await nextTurn();
  }
}

async function oweToPage(
  tx: Database,
  { feedId, entryId, notice, line, bundle = null }: OwedToFollowers,
  { page, now }: { page: Page; now: EpochMs },
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
        .where('chatId', '>', page.after)
        .where('chatId', '<=', page.upTo)
        .where('pausedAt', 'is', null),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

/** Until when what is owed before it waits for a closed topic: due earlier, it would overtake that. Constants are written
 *  out, or SQLite does not know its index of these and reads all that the chat is owed. */
function postponedUntil(eb: ExpressionBuilder<Schema, 'subscription'>, now: EpochMs) {
  return eb
    .selectFrom('delivery as earlier')
    .select((select) => select.fn.max('earlier.dueAt').as('until'))
    .where('earlier.dueAt', '>', now)
    .where('earlier.deadAt', 'is', null)
    .where('earlier.bundle', 'is', null)
    .where('earlier.dueAt', '>', sql.lit(AT_ONCE))
    .where('earlier.threadId', '<>', sql.lit(0))
    .whereRef('earlier.chatId', '=', 'subscription.chatId')
    .whereRef('earlier.threadId', '=', 'subscription.threadId');
}
