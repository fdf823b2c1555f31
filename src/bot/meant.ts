import { urlOf } from '../relay/find.ts';
import type { StoredEntry } from '../store/entries.ts';
import type { BotContext } from './context.ts';
import type { BotParts } from './parts.ts';
import { linkUnder, tokenUnder } from './under.ts';

/** The kept entries that a command means by its link, of all feeds, newest first, or by the post that it replies to; null
 *  when it names neither. */
export async function entriesMeant(
  ctx: BotContext,
  { store }: BotParts,
  words = String(ctx.match ?? ''),
): Promise<StoredEntry[] | null> {
  const typed = words.trim();
  if (typed === '') {
    const post = ctx.msg?.reply_to_message;
    const token = tokenUnder(post);
    const link = linkUnder(post);
    // A chat may want no buttons under its posts.
    if (token === null) return link === null ? null : store.entries.byLink(link);
    const entry = await store.entries.byToken(token);
    return entry ? [entry] : [];
  }
  const url = urlOf(typed);
  if (url === null) return null;
  const asTyped = await store.entries.byLink(typed);
  return asTyped.length > 0 ? asTyped : store.entries.byLink(url);
}
