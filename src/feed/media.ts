import type { MediaNs } from 'feedsmith';
import type { Enclosure, Picture } from '../model.ts';
import type { RawMedia } from './raw.ts';
import { plainLine, storable } from './text.ts';

type Offered = { url: string | undefined } & {
  [K in 'type' | 'medium' | 'alt']?: string | undefined;
} & {
  [K in 'width' | 'height' | 'sizeBytes' | 'durationSeconds']?: number | undefined;
};

/** One file as an element offers it; none without a URL. */
export function rawMedia(from: RawMedia['from'], offered: Offered): RawMedia[] {
  if (!offered.url?.trim()) return [];
  return [
    {
      from,
      url: offered.url,
      type: offered.type ? storable(offered.type.toLowerCase()) : null,
      medium: offered.medium?.toLowerCase() ?? null,
      alt: plainLine({ value: offered.alt ?? '', type: 'html' }),
      width: positive(offered.width),
      height: positive(offered.height),
      sizeBytes: positive(offered.sizeBytes),
      durationSeconds: positive(offered.durationSeconds),
    },
  ];
}

/** All that Media RSS elements offer, in groups and outside of them. */
export function mediaRss(media: MediaNs.ItemOrFeed | undefined): RawMedia[] {
  if (!media) return [];
  const groups = [media, ...(media.groups ?? [])];
  const contents = groups.flatMap((group) => group.contents ?? []);
  const thumbnails = [...groups, ...contents].flatMap((group) => group.thumbnails ?? []);
  return [
    ...contents.flatMap((content) =>
      rawMedia('content', {
        ...content,
        url: content.url,
        alt: content.description?.value ?? content.title?.value,
        sizeBytes: content.fileSize,
        durationSeconds: content.duration,
      }),
    ),
    ...thumbnails.flatMap((thumbnail) =>
      rawMedia('thumbnail', { ...thumbnail, url: thumbnail.url }),
    ),
  ];
}

type Resolve = (url: string) => string | null;

/** Pictures, best first: what is given as content, the larger the better, before thumbnails and the rest. */
export function picturesIn(media: RawMedia[], resolve: Resolve): Picture[] {
  const ranked = media
    .filter(isPicture)
    .sort((a, b) => RANK[a.from] - RANK[b.from] || (b.width ?? 0) - (a.width ?? 0));
  return distinct(ranked, resolve).map(({ url, alt, width, height }) => ({
    url,
    alt,
    width,
    height,
  }));
}

/** Everything that is not a picture: sound, films, documents. */
export function enclosuresIn(media: RawMedia[], resolve: Resolve): Enclosure[] {
  const files = media.filter((file) => !isPicture(file) && file.type !== FLASH);
  return distinct(files, resolve).map(({ url, type, sizeBytes, durationSeconds }) => ({
    url,
    type,
    sizeBytes,
    durationSeconds,
  }));
}

const RANK: Record<RawMedia['from'], number> = { content: 0, thumbnail: 1, image: 2, enclosure: 3 };

/** YouTube still offers its films so; nothing plays it. */
const FLASH = 'application/x-shockwave-flash';

const PICTURE_PATH = /\.(jpe?g|png|gif|webp|avif)$/i;

function isPicture({ from, type, medium, url }: RawMedia): boolean {
  if (from === 'thumbnail' || from === 'image') return true;
  if (medium || type) return medium === 'image' || (type?.startsWith('image/') ?? false);
  return PICTURE_PATH.test(url.split(/[?#]/, 1)[0] ?? '');
}

/** The same file is often offered twice, as an enclosure and as media content. */
function distinct(media: RawMedia[], resolve: Resolve): RawMedia[] {
  const found = new Map<string, RawMedia>();
  for (const file of media) {
    const url = resolve(file.url);
    if (url && !found.has(url)) found.set(url, { ...file, url });
  }
  return [...found.values()];
}

function positive(number: number | undefined): number | null {
  return number && number > 0 && number < Number.MAX_SAFE_INTEGER ? Math.round(number) : null;
}
