import type { Article, Button, FormattedText, Media, Rung } from '../model.ts';
import { visibleLine } from './headline.ts';
import { webUrl } from './links.ts';
import { shorten } from './text.ts';
import type { Words } from './words.ts';

/** core.telegram.org/bots/api#sendmediagroup */
const ALBUM_LEAST = 2;
const ALBUM_MOST = 10;
/** A player shows less. */
const PLAYED_LIMIT = 128;

type Frame = { words: Words; caption: FormattedText; buttons: Button[][] };

/** A recording under the article's own words; a feed performs what names nobody else. */
export function playedRungs({ media }: Article, { words, caption, buttons }: Frame): Rung[] {
  const url = webUrl(media?.url ?? null);
  if (!media || url === null) return [];
  const played: Media = {
    ...media,
    url,
    title: shorten(visibleLine(media.title) || words.title, PLAYED_LIMIT),
    performer: shorten(visibleLine(media.performer) || words.source, PLAYED_LIMIT),
  };
  return [{ kind: media.kind, media: played, caption, buttons }];
}

/** All pictures of the article, the hero first, where there are several. The link to the article is in the caption. */
export function albumRungs({ picture, pictures }: Article, { caption }: Frame): Rung[] {
  const urls = [picture, ...pictures].map((it) => webUrl(it?.url ?? null));
  const usable = [...new Set(urls.filter((url) => url !== null))];
  if (usable.length < ALBUM_LEAST) return [];
  return [{ kind: 'album', pictureUrls: usable.slice(0, ALBUM_MOST), caption }];
}

export function photoRungs({ picture }: Article, { caption, buttons }: Frame): Rung[] {
  const pictureUrl = webUrl(picture?.url ?? null);
  return pictureUrl === null ? [] : [{ kind: 'photo', pictureUrl, caption, buttons }];
}
