import type { StoredEntry } from '../store/entries.ts';
import type { Chat } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

export type Reacted = { chatId: number; messageId: number };

type ReactedDeps = { store: Pick<Store, 'entries' | 'ledger' | 'notes' | 'subscriptions'> };

/** People react to what came lately; of these the articles are read. */
const LATELY = 60;
/** How long a post that somebody asked for is known by its message. */
const SHOWN_MS = 7 * 24 * 3_600_000;

/** Remembers which entry a message shows that is no delivery and has no receipt, such as a sample. Only in a private chat
 *  is a reaction for us. */
export async function rememberShown(
  { chat: { id: chatId, kind }, messageId }: { chat: Pick<Chat, 'id' | 'kind'>; messageId: number },
  token: string,
  { store }: { store: Pick<Store, 'notes'> },
): Promise<void> {
  if (kind === 'private') await store.notes.set(keyOf({ chatId, messageId }), token, SHOWN_MS);
}

/**
 * The entry whose post is that message; undefined for one that is too old, and for messages that are no post of one
 * entry alone. Receipts are kept by entry, so those of the newest entries are looked through: a second index would cost a
 * row for each of a million posts, and few people ever ask.
 */
export async function entryOfMessage(
  reacted: Reacted,
  { store }: ReactedDeps,
): Promise<StoredEntry | undefined> {
  const { chatId, messageId } = reacted;
  const token = await store.notes.get<string>(keyOf(reacted));
  if (token !== undefined) return store.entries.byToken(token);
  const followed = await store.subscriptions.ofChat(chatId);
  const newest = await store.entries.newest([...new Set(followed.map(({ id }) => id))], LATELY);
  for (const entry of newest) {
    const { feedId, id: entryId } = entry;
    for (const { threadId } of followed.filter(({ id }) => id === feedId)) {
      const receipt = await store.ledger.receipt({ chatId, threadId, feedId, entryId });
      if (receipt?.messageId === messageId && receipt.bundle === undefined) return entry;
    }
  }
  return undefined;
}

function keyOf({ chatId, messageId }: Reacted): string {
  return `shown:${chatId}:${messageId}`;
}
