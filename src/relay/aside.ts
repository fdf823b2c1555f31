import type { Log } from '../log.ts';
import type { EpochMs } from '../model.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import { nextDigestAt, wishedDigest } from './calendar.ts';
import { leaveOut, ruleAgainstOwed } from './filters.ts';
import { heldQuietUntil } from './quiet.ts';

export type AsideDeps = {
  store: Pick<Store, 'outbox' | 'ledger' | 'chats' | 'bundles'>;
  defaultTimeZone: string;
  now: EpochMs;
  log: Log;
};

/** Of posts that come at once so many still come each by itself, the newest. */
const KEPT_OF_CROWD = 3;

/**
 * What becomes of a delivery, and of others like it at its place, instead of being sent now: it waits for the end of
 * quiet hours or for a digest, a filter leaves it out, or it is told together with those it came with. null: it is sent.
 */
export function setAside(delivery: OwedDelivery, deps: AsideDeps): (() => Promise<void>) | null {
  const { store, defaultTimeZone, now, log } = deps;
  const { chat, content, bundle } = delivery;
  const quietEnd = quietEndOf(delivery, deps);
  if (quietEnd !== null) return () => store.chats.hush(chat, quietEnd);
  if (content.kind !== 'post' || (bundle !== null && bundle !== 'old')) return null;

  const digest = wishedDigest(chat, delivery.ownDigest);
  if (digest !== null) {
    return async () => {
      const dueAt = nextDigestAt(digest, chat.timeZone ?? defaultTimeZone, now);
      await store.bundles.intoDigest(delivery, { digest, dueAt }, now);
    };
  }
  if (bundle === 'old') return null;
  const rule = ruleAgainstOwed(delivery, log);
  if (rule) return () => leaveOut(delivery, rule, { store, now, log });
  return delivery.isInCrowd ? () => store.bundles.crowd(delivery, KEPT_OF_CROWD, now) : null;
}

function quietEndOf(
  { id, chat }: OwedDelivery,
  { defaultTimeZone, now, log }: AsideDeps,
): EpochMs | null {
  try {
    return heldQuietUntil(now, chat, defaultTimeZone);
  } catch (error) {
    // Better a post at night than none for anybody.
    log('quiet.crashed', { id, chatId: chat.id, error });
    return null;
  }
}
