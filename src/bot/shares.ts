import type { InlineQueryResult } from 'grammy/types';
import type { Rung } from '../model.ts';
import { byline } from '../post/byline.ts';
import type { Dated } from '../post/dates.ts';
import { headlineOf, visibleLine } from '../post/headline.ts';
import { linkTarget } from '../post/links.ts';
import { renderPost } from '../post/render.ts';
import { shorten } from '../post/text.ts';
import { readUrl } from '../relay/posts.ts';
import type { StoredEntry } from '../store/entries.ts';
import { keyboard } from '../telegram/send.ts';

/** How articles are shared with people whom we do not know, in a chat where we may not be. */
export type Sharing = Dated & {
  words: { read: string; open: string; whole: string };
  username: string;
  /** What Telegram calls a picture that it has. */
  fileIdOf: (pictureUrl: string) => Promise<string | null>;
};

const TITLE_LIMIT = 128;
const DESCRIPTION_LIMIT = 160;

/** Inline results, one for each entry; `plain`: the same without files of Telegram's, which it may have forgotten. */
export async function sharesOf(
  entries: StoredEntry[],
  sharing: Sharing,
): Promise<{ results: InlineQueryResult[]; plain: InlineQueryResult[] }> {
  const plain = entries.map((entry) => textShare(entry, sharing));
  const results: InlineQueryResult[] = [];
  for (const entry of entries) {
    results.push((await photoShare(entry, sharing)) ?? textShare(entry, sharing));
  }
  const last = plain.at(-1);
  // Nothing but photos would be shown as a gallery, in which nobody can read the titles.
  const isGallery = results.every(({ type }) => type === 'photo');
  return { results: isGallery && last ? [...results.slice(0, -1), last] : results, plain };
}

async function photoShare(
  entry: StoredEntry,
  sharing: Sharing,
): Promise<InlineQueryResult | undefined> {
  const { post, look } = shared(entry, sharing);
  const photo = post.rungs.find((rung) => rung.kind === 'photo');
  const fileId = photo && (await sharing.fileIdOf(photo.pictureUrl));
  if (!photo || !fileId) return undefined;
  return {
    ...{ type: 'photo', ...look, photo_file_id: fileId },
    ...{ caption: photo.caption.text, caption_entities: photo.caption.entities },
    ...keyboard(photo.buttons),
  };
}

function textShare(entry: StoredEntry, sharing: Sharing): InlineQueryResult {
  const { post, look } = shared(entry, sharing);
  const text = post.rungs.find(hasBody);
  if (!text) throw new Error('A post without a text rung');
  const thumbnail = linkTarget(entry.article.picture?.url ?? null);
  return {
    ...{ type: 'article', ...look },
    ...(thumbnail !== null && { thumbnail_url: thumbnail }),
    input_message_content: {
      message_text: text.body.text,
      entities: text.body.entities,
      link_preview_options:
        text.kind === 'preview'
          ? { url: text.previewUrl, prefer_large_media: true, show_above_text: true }
          : { is_disabled: true },
    },
    ...keyboard(text.buttons),
  };
}

function hasBody(rung: Rung): rung is Extract<Rung, { kind: 'preview' | 'text' }> {
  return rung.kind === 'preview' || rung.kind === 'text';
}

/** A press of a button under it would not reach us from a foreign chat: Read leads to ours. */
function shared({ article, feedTitle, token, at }: StoredEntry, sharing: Sharing) {
  const { words, timeZone, locale, username } = sharing;
  const post = renderPost(article, {
    ...{ style: 'picture', summary: 'normal', hashtags: 'off', template: null, category: null },
    ...{ source: feedTitle, timeZone, locale },
    buttons: { ...words, read: { text: words.read, url: readUrl(username, token) } },
  });
  const described = `${byline(visibleLine(feedTitle), at, sharing)}\n${article.leads.short}`;
  const look = {
    id: token,
    title: shorten(headlineOf(article, feedTitle), TITLE_LIMIT),
    description: shorten(described.trim(), DESCRIPTION_LIMIT),
  };
  return { post, look };
}
