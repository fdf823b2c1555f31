import type { Button, EpochMs, Notice, Post } from '../model.ts';
import { renderPost } from '../post/render.ts';
import type { BundleKind } from '../store/bundles.ts';
import type { StoredEntry } from '../store/entries.ts';
import type { WishedLook } from '../store/looks.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { Chat } from '../store/schema.ts';
import { lookOf } from './look.ts';

/** The words around articles, in the chat's language. */
export type PostWords = {
  /** That language as `Intl` knows it, for dates. */
  locale: string;
  read: string;
  open: string;
  /** What the article is called that is folded into a post. */
  whole: string;
  /** A notice of a feed, as one sentence. */
  notice: (notice: Notice, feed: { title: string; url: string }) => string;
  /** Names the other feeds that tell the same story. */
  also: (sources: string[]) => string;
  /** Above `count` articles that one message tells of, and below them of those that it does not. */
  bundle: (kind: BundleKind, about: { count: number; at: EpochMs }) => string;
  bundleRest: (kind: BundleKind, count: number) => string;
};

export type PostDeps = {
  words: (chat: Chat) => PostWords;
  defaultTimeZone: string;
  botUsername: () => string;
};

/** Renders what is owed: an entry's post, as it is or as it changes to, or a notice of its feed. `also`: other feeds that
 *  told the chat the same story. */
export function render(owed: OwedDelivery, also: string[], deps: PostDeps): Post {
  const { chat, feedTitle, feedUrl, content } = owed;
  if (content.kind !== 'notice')
    return postFor(chat, { ...content, feedTitle, also, wished: owed }, deps);
  const feed = { title: feedTitle, url: feedUrl };
  return { rungs: [{ kind: 'plain', text: deps.words(chat).notice(content.notice, feed) }] };
}

/** Renders an entry as this chat sees it: its language, its time zone, its kind of Read button. */
export function postFor(
  chat: Chat,
  entry: Pick<StoredEntry, 'article' | 'token' | 'feedTitle'> & {
    wished: WishedLook;
    also?: string[];
  },
  { words, defaultTimeZone, botUsername }: PostDeps,
): Post {
  const { article, token, feedTitle, wished, also = [] } = entry;
  const { whole, locale, also: alsoIn, ...labels } = words(chat);
  return renderPost(article, {
    source: feedTitle,
    ...{ timeZone: chat.timeZone ?? defaultTimeZone, locale },
    ...lookOf(chat, wished),
    category: wished.feedCategory,
    also: also.length > 0 ? alsoIn(also) : '',
    buttons: { ...buttonsFor(chat, token, { ...labels, username: botUsername() }), whole },
  });
}

/** A channel's readers cannot be answered in place: their button leads to the bot's private chat, and there is no other. */
function buttonsFor(
  { kind, postButtons }: Chat,
  token: string,
  { read, open, username }: { read: string; open: string; username: string },
): { read: Button | null; open: string | null; more: Button | null } {
  if (postButtons === 'none') return { read: null, open: null, more: null };
  if (postButtons === 'open') return { read: null, open, more: null };
  return kind === 'channel'
    ? { read: { text: read, url: readUrl(username, token) }, open, more: null }
    : { read: { text: read, data: `r:${token}` }, open, more: { text: '⋯', data: `m:${token}` } };
}

/** Opens the reader in the private chat with the bot. */
export function readUrl(username: string, token: string): string {
  return `https://t.me/${username}?start=r_${token}`;
}
