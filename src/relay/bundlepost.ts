import type { EpochMs, Post } from '../model.ts';
import { type DigestLine, renderDigest } from '../post/digest.ts';
import type { Chat } from '../store/schema.ts';
import type { BundleEntry, GatheredBundle } from './bundlegather.ts';
import { type PostDeps, readUrl } from './posts.ts';

/** `told`: of how many entries, from the first on, the post tells. */
export type RenderBundle = (bundle: GatheredBundle & { chat: Chat; now: EpochMs }) => {
  post: Post;
  told: number;
};

/** Renders entries as one message, in the chat's language and time zone; the oldest stand first. */
export function createRenderBundle(deps: PostDeps): RenderBundle {
  const { words, defaultTimeZone, botUsername } = deps;
  return ({ kind, entries, more, chat, now }) => {
    const { locale, also, bundle, bundleRest } = words(chat);
    const lines = entries.flatMap((entry) => lineOf(entry, { also, username: botUsername() }));
    const total = entries.length + more;
    const view = {
      heading: (count: number) =>
        bundle(kind, { count: kind === 'digest' ? count : total, at: now }),
      rest: (left: number) => bundleRest(kind, left + more),
      ...{ timeZone: chat.timeZone ?? defaultTimeZone, locale },
      now,
    };
    return renderDigest(lines, view, kind === 'digest' ? 'as given' : 'reversed');
  };
}

type LineWords = { also: (sources: string[]) => string; username: string };

function lineOf({ delivery, also }: BundleEntry, words: LineWords): DigestLine[] {
  const { content, feedId, feedTitle } = delivery;
  if (content.kind !== 'post') return [];
  const others = [...new Set(also.map((it) => it.feedTitle))];
  const line = { feedId, source: feedTitle, readUrl: readUrl(words.username, content.token) };
  return [
    {
      ...line,
      article: content.article,
      also: others.length > 0 ? words.also(others) : '',
    },
  ];
}
