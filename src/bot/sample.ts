import { postFor } from '../relay/posts.ts';
import type { Feed } from '../store/schema.ts';
import type { Place } from '../store/subscriptions.ts';
import type { BotContext } from './context.ts';
import type { BotParts } from './parts.ts';

/** Shows a feed's newest post as it will look here; answers whether there was one. */
export async function sendNewest(
  ctx: BotContext,
  place: Place,
  { feeds, count, parts }: { feeds: Pick<Feed, 'id'>[]; count: number; parts: BotParts },
): Promise<number> {
  const { store, sendPost, posts, log } = parts;
  const ids = feeds.map(({ id }) => id);
  const newest = await store.entries.newest(ids, count);
  for (const entry of newest.toReversed()) {
    const outcome = await sendPost(
      { ...place, pictures: 'wanted' },
      postFor(ctx.known, entry, posts),
    );
    if (outcome.kind !== 'sent') log('sample.unsent', { chatId: place.chatId, ...outcome });
  }
  return newest.length;
}
