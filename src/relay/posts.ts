import type { Button, Notice, Post } from '../model.ts';
import { renderPost } from '../post/render.ts';
import type { StoredEntry } from '../store/entries.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { Chat } from '../store/schema.ts';

/** The words around articles, in the chat's language. */
export type PostWords = {
  read: string;
  open: string;
  /** A notice of a feed, as one sentence. */
  notice: (notice: Notice, feed: { title: string; url: string }) => string;
};

export type PostDeps = {
  words: (chat: Chat) => PostWords;
  defaultTimeZone: string;
  botUsername: () => string;
};

/** Renders what is owed: an entry's post, or a notice of its feed. */
export function render({ chat, feedTitle, feedUrl, content }: OwedDelivery, deps: PostDeps): Post {
  if (content.kind === 'post') return postFor(chat, { ...content, feedTitle }, deps);
  const feed = { title: feedTitle, url: feedUrl };
  return { rungs: [{ kind: 'plain', text: deps.words(chat).notice(content.notice, feed) }] };
}

/** Renders an entry as this chat sees it: its language, its time zone, its kind of Read button. */
export function postFor(
  chat: Chat,
  { article, token, feedTitle }: Pick<StoredEntry, 'article' | 'token' | 'feedTitle'>,
  { words, defaultTimeZone, botUsername }: PostDeps,
): Post {
  const { read, open } = words(chat);
  return renderPost(article, {
    source: feedTitle,
    timeZone: chat.timeZone ?? defaultTimeZone,
    style: 'picture',
    summary: 'normal',
    buttons: { read: readButton(read, token, { chat, username: botUsername() }), open },
  });
}

/** A channel's readers cannot be answered in place: their button leads to the bot's private chat. */
function readButton(
  text: string,
  token: string,
  { chat, username }: { chat: Chat; username: string },
): Button {
  return chat.kind === 'channel'
    ? { text, url: `https://t.me/${username}?start=r_${token}` }
    : { text, data: `r:${token}` };
}
