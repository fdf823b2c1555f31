import { defuse } from '../post/defuse.ts';
import { headlineOf, visibleLine } from '../post/headline.ts';
import { shorten } from '../post/text.ts';
import { type Picked, pickFeed } from '../relay/pick.ts';
import type { StoredEntry } from '../store/entries.ts';
import { titleOf, withoutKeys } from '../store/feeds.ts';
import type { Feed } from '../store/schema.ts';
import { answer, type BotContext } from './context.ts';
import { join, type Piece } from './format.ts';
import { lastList } from './lists.ts';
import type { BotParts } from './parts.ts';

/** UTF-16 units: short enough for a button, and for ten feeds with all that is said of each in one message. */
const NAME_LIMIT = 60;
const NAMES_TOLD = 10;
/** UTF-16 units: whole for nearly every headline, and eight of them leave room in one message. */
const HEADLINE_LIMIT = 160;

/** What a feed is called in what the bot says: one short line, with nothing in it to tap. */
export function nameOf(feed: Pick<Feed, 'name' | 'title' | 'url'>): string {
  return quoted(titleOf(feed)) || quoted(withoutKeys(feed.url));
}

/** A foreign text as our sentences and buttons can hold it; '' when there is nothing to see in it. */
export function quoted(text: string): string {
  return shorten(defuse(visibleLine(text)), NAME_LIMIT);
}

/** What an article is called in what the bot says, with nothing in it to tap; never ''. */
export function headlineTold({ article, feedTitle }: StoredEntry): string {
  return shorten(defuse(headlineOf(article, feedTitle)), HEADLINE_LIMIT);
}

/** The one of these feeds that somebody names; null when they were told that it is none, or more than one. */
export async function namedFeed<Known extends Feed>(
  ctx: BotContext,
  name: string,
  { store }: Pick<BotParts, 'store'>,
  { feeds, unknown = ctx.say('feed-unknown', { name }) }: { feeds: Known[]; unknown?: string },
): Promise<Known | null> {
  const picked = pickFeed(name, feeds, await lastList(ctx, store));
  if (picked.kind === 'feed') return picked.feed;
  await answer(ctx, picked.kind === 'ambiguous' ? ambiguity(ctx, name, picked) : unknown);
  return null;
}

/** Which feeds a name could mean. */
export function ambiguity(
  ctx: BotContext,
  name: string,
  { feeds }: Extract<Picked<Feed>, { kind: 'ambiguous' }>,
): Piece {
  const names = feeds.slice(0, NAMES_TOLD).map((feed) => `• ${nameOf(feed)}`);
  const more = feeds.length > NAMES_TOLD ? ['…'] : [];
  return join([ctx.say('feed-ambiguous', { name }), ...names, ...more], '\n');
}

/** The feeds that words about a chat can mean: those it follows, and the catalogue. */
export async function feedsKnown(chatId: number, { store }: BotParts): Promise<Feed[]> {
  const followed = await store.subscriptions.ofChat(chatId);
  const catalogue = await store.feeds.catalogue();
  return [...new Map([...followed, ...catalogue].map((feed) => [feed.id, feed])).values()];
}
