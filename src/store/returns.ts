import type { EpochMs } from '../model.ts';
import { isPostgres } from './dialect.ts';
import { unpark } from './lineup.ts';
import type { Chat, Database } from './schema.ts';

// A chat, or a topic of it, that lets us in again may do so while a refusal of an earlier message is on its way to us. All
// of these are asked for inside a transaction.

/** Ends what barred us from the chat; answers since when it held us off, or null when it did not. */
export async function revive(tx: Database, chatId: number, now: EpochMs): Promise<EpochMs | null> {
  const { heldAt, failures, notBefore } = await atTheDoor(tx, chatId);
  // Our own back-off is over; a `retry_after`, which no failures go with, is not.
  const free = { heldAt: null, heldReason: null, notBefore: failures > 0 ? 0 : notBefore };
  const isBarred = heldAt !== null || failures > 0;
  await letIn(tx, chatId, { ...(isBarred && { ...free, failures: 0 }), returnedAt: now });
  await unpark(tx, chatId);
  return heldAt;
}

/** What the chat has refused of all that left before now says nothing of it any more. */
export function letBackIn(tx: Database, chatId: number, now: EpochMs): Promise<void> {
  return letIn(tx, chatId, { returnedAt: now });
}

/** Whether what was refused then says nothing of the chat; true to the transaction's end. */
export async function hasReturnedSince(
  tx: Database,
  chatId: number,
  sentAt: EpochMs,
): Promise<boolean> {
  const { returnedAt } = await atTheDoor(tx, chatId);
  return (returnedAt ?? 0) > sentAt;
}

type Door = Pick<Chat, 'heldAt' | 'failures' | 'notBefore' | 'returnedAt'>;

const OPEN: Door = { heldAt: null, failures: 0, notBefore: 0, returnedAt: null };

/** To the end of the transaction nobody else opens or shuts it. */
async function atTheDoor(tx: Database, chatId: number): Promise<Door> {
  const door = await tx
    .selectFrom('chat')
    .select(['heldAt', 'failures', 'notBefore', 'returnedAt'])
    .where('id', '=', chatId)
    .$if(isPostgres(tx), (query) => query.forNoKeyUpdate())
    .executeTakeFirst();
  return door ?? OPEN;
}

async function letIn(tx: Database, chatId: number, changes: Partial<Chat>): Promise<void> {
  await tx.updateTable('chat').set(changes).where('id', '=', chatId).execute();
}
