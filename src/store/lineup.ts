import type { EpochMs } from '../model.ts';
import { AT_ONCE, NEVER } from './moments.ts';
import type { Database } from './schema.ts';
import type { Place } from './subscriptions.ts';

// Who comes to stand in a line: see `line.ts`.

const PAGE = 500;

/** What has waited for long enough, for its own moment or its chat's, stands in line again, the oldest in front; answers
 *  whether there is more of it. */
export async function lineUpDue(db: Database, now: EpochMs): Promise<boolean> {
  const isMoreDue = await comeDue(db, now);
  return (await unparkDue(db, now)) || isMoreDue;
}

/** From its moment on it is due whatever becomes of the clock. */
async function comeDue(db: Database, now: EpochMs): Promise<boolean> {
  const come = await db
    .selectFrom('delivery')
    .select('id')
    .where('deadAt', 'is', null)
    .where('dueAt', '>', AT_ONCE)
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(PAGE)
    .execute();
  // A write that changes nothing still takes the lock of writers.
  if (come.length === 0) return false;
  const ids = come.map(({ id }) => id);
  await db
    .updateTable('delivery')
    .set({ dueAt: AT_ONCE })
    .where('id', 'in', ids)
    // Its topic may have been found closed meanwhile.
    .where('dueAt', '<=', now)
    .execute();
  return come.length === PAGE;
}

async function unparkDue(db: Database, now: EpochMs): Promise<boolean> {
  const due = await db
    .selectFrom('delivery')
    .select('id')
    .where('parkedUntil', '<=', now)
    .orderBy('parkedUntil')
    .orderBy('id')
    .limit(PAGE)
    .execute();
  if (due.length === 0) return false;
  const ids = due.map(({ id }) => id);
  await db.updateTable('delivery').set({ parkedUntil: null }).where('id', 'in', ids).execute();
  return due.length === PAGE;
}

/** The chat may be sent to earlier than it looked. */
export async function unpark(db: Database, chatId: number): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ parkedUntil: null })
    .where('chatId', '=', chatId)
    .where('deadAt', 'is', null)
    .where('parkedUntil', 'is not', null)
    .execute();
}

/** Nothing that is owed there, of all feeds or of one, waits for a moment any more, but for a digest. */
export async function waitNoMore(
  db: Database,
  { chatId, threadId, feedId }: Place & { feedId?: number },
): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ dueAt: AT_ONCE })
    .where('chatId', '=', chatId)
    .where('threadId', '=', threadId)
    .$if(feedId !== undefined, (query) => query.where('feedId', '=', feedId ?? 0))
    .where('deadAt', 'is', null)
    .where('dueAt', '<', NEVER)
    .where((eb) => eb.or([eb('bundle', 'is', null), eb('bundle', '<>', 'digest')]))
    .execute();
}
