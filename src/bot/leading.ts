import { pickFeed } from '../relay/pick.ts';
import type { SubscribedFeed } from '../store/subscriptions.ts';
import type { BotContext } from './context.ts';
import { preferHere, unfollowedText } from './followed.ts';
import { lastList } from './lists.ts';
import { namedFeed } from './naming.ts';
import type { BotParts } from './parts.ts';

/** Words of a name that are tried; longer ones have a beginning that suffices. */
const NAME_WORDS = 10;

/** The longest beginning that names a feed which is followed there, and the rest; null when they were told that none does,
 *  by `unknown` where the words could have been something else. */
export async function leadingFeed(
  ctx: BotContext,
  text: string,
  { chatId, parts, unknown }: { chatId: number; parts: BotParts; unknown?: string },
): Promise<{ feed: SubscribedFeed; rest: string } | null> {
  const feeds = preferHere(ctx, await parts.store.subscriptions.ofChat(chatId));
  const numbers = await lastList(ctx, parts.store);
  const ends = [...text.matchAll(/\S+/g)]
    .slice(0, NAME_WORDS)
    .map((word) => word.index + word[0].length);
  for (const end of ends.toReversed()) {
    const picked = pickFeed(text.slice(0, end), feeds, numbers);
    if (picked.kind === 'feed') return { feed: picked.feed, rest: text.slice(end).trim() };
  }
  const [first = text] = text.split(/\s/);
  const feed = await namedFeed(ctx, first, parts, {
    feeds,
    unknown: unknown ?? (await unfollowedText(ctx, first, { chatId, parts })),
  });
  return feed && { feed, rest: '' };
}
