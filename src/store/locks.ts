import { sql } from 'kysely';
import { isPostgres } from './dialect.ts';
import type { Database } from './schema.ts';

// What SQLite has by having one writer: see `docs/decisions.md`. Each is asked for inside a transaction and held to its end.

/** Nothing new of these feeds comes to be owed meanwhile: `commit` writes to the feed first. */
export async function holdFeeds(tx: Database, feedIds: number[]): Promise<void> {
  if (!isPostgres(tx) || feedIds.length === 0) return;
  const feeds = tx.selectFrom('feed').select('id').where('id', 'in', feedIds);
  await feeds.orderBy('id').forShare().execute();
}

/** The same of all feeds that a chat follows, in one of its topics or in all. */
export async function holdFeedsOf(
  tx: Database,
  { chatId, threadId }: { chatId: number; threadId?: number },
): Promise<void> {
  if (!isPostgres(tx)) return;
  const rows = await tx
    .selectFrom('subscription')
    .select('feedId')
    .where('chatId', '=', chatId)
    .$if(threadId !== undefined, (query) => query.where('threadId', '=', threadId ?? 0))
    .execute();
  await holdFeeds(
    tx,
    rows.map(({ feedId }) => feedId),
  );
}

/** Any number; it means these locks among those of whoever else uses the server. */
const OURS = 7_310_042;

/** Entries become parts of stories one commit after the other: two that tell the same must not both be the first. */
export async function holdStories(tx: Database): Promise<void> {
  if (isPostgres(tx)) await sql`select pg_advisory_xact_lock(${OURS}, 1)`.execute(tx);
}
