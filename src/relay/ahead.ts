import type { EpochMs, Post } from '../model.ts';
import type { OwedDelivery } from '../store/outbox.ts';

type Ahead = { render: (delivery: OwedDelivery, also: string[]) => Post; now: EpochMs };

/** The post as far as its pictures go, before it is its turn; null where it shows none. */
export function postAhead(delivery: OwedDelivery, { render, now }: Ahead): Post | null {
  const { content, bundle, chat } = delivery;
  if (content.kind !== 'post' || bundle !== null || chat.textOnlyUntil > now) return null;
  try {
    return render(delivery, []);
  } catch {
    // The delivery itself meets the same fault, and reports it.
    return null;
  }
}

/** What Telegram counts: each picture of an album. */
export function messagesIn(post: Post | null): number {
  const best = post?.rungs[0];
  return best?.kind === 'album' ? best.pictureUrls.length : 1;
}
