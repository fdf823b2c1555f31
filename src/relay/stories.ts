import type { Log } from '../log.ts';
import type { EpochMs } from '../model.ts';
import type { Told } from '../store/ledger.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';

export type StoriesDeps = { store: Pick<Store, 'ledger' | 'outbox'>; now: EpochMs; log: Log };

/**
 * One story, once: whether another feed has told this place the same. Then the earlier post names this feed as well, and
 * the delivery is done. Each step may be repeated, so that a crash between any two of them loses nothing.
 */
export async function isToldAlready(
  delivery: OwedDelivery,
  { store, now, log }: StoriesDeps,
): Promise<boolean> {
  const { id, chatId, threadId, feedId, feedTitle, chat, content } = delivery;
  if (content.kind !== 'post' || chat.stories === 'all') return false;
  const told = await store.ledger.told(delivery, content.story);
  if (told === undefined || told.feedId === feedId) return false;

  const also = [...new Set([...told.also, feedTitle])];
  await store.ledger.recordTold(delivery, content.story, { ...told, also });
  await store.outbox.oweChange({ chatId, threadId }, told, { reason: `also ${feedId}`, now });
  await store.ledger.record(delivery, { messageId: 0, rung: 'told', at: now });
  await store.outbox.done(id);
  log('delivery.told', { id, chatId, feedId, by: told.feedId });
  return true;
}

/** Once a post is sent: whoever tells the same after it is not posted again. `also`: titles of feeds that it names. */
export async function rememberTold(
  { chatId, threadId, feedId, content }: OwedDelivery,
  ledger: Store['ledger'],
  also: string[] = [],
): Promise<void> {
  if (content.kind !== 'post' || content.story === '') return;
  const { story, entryId } = content;
  const told: Told = { feedId, entryId, also };
  await ledger.recordTold({ chatId, threadId }, story, told);
}

/** The other feeds that told the same, as far as this entry's post names them. */
export async function tellersOf(
  { chatId, threadId, feedId, content }: OwedDelivery,
  ledger: Store['ledger'],
): Promise<string[]> {
  if (content.kind !== 'revision') return [];
  const told = await ledger.told({ chatId, threadId }, content.story);
  return told?.feedId === feedId && told.entryId === content.entryId ? told.also : [];
}
