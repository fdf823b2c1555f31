import { type JsonFeed, parseJsonFeed } from 'feedsmith';
import { rawMedia } from './media.ts';
import { NO_RHYTHM, present, type RawEntry, type RawFeed, type RawLink, texts } from './raw.ts';

/** Reads a JSON Feed (jsonfeed.org/version/1.1), also when it forgets to say fully that it is one; throws when it is
 *  not, or says nothing at all. */
export function readJson(document: Record<string, unknown>, maxItems: number): RawFeed {
  const { version, ...rest } = document;
  const isNumber = /^1(\.\d)?$/.test(String(version));
  const claims = isNumber ? { ...rest, version: 'https://jsonfeed.org/version/1.1' } : document;
  const feed = parseJsonFeed(claims, { maxItems }) as JsonFeed.Feed<string>;
  return {
    dialect: 'json',
    titles: texts('plain', feed.title),
    links: [
      ...links('alternate', feed.home_page_url),
      ...links('self', feed.feed_url),
      ...links('hub', ...(feed.hubs ?? []).map(({ url }) => url)),
    ],
    authors: namesOf(feed.authors),
    language: feed.language ?? null,
    rhythm: NO_RHYTHM,
    bases: [],
    entries: (feed.items ?? []).map(fromItem),
  };
}

type Item = JsonFeed.Item<string>;

function fromItem(item: Item): RawEntry {
  return {
    id: item.id ?? '',
    titles: texts('plain', item.title),
    links: links('alternate', item.url, item.external_url),
    contents: [...texts('html', item.content_html), ...texts('plain', item.content_text)].slice(
      0,
      1,
    ),
    descriptions: [],
    summaries: texts('plain', item.summary),
    authors: namesOf(item.authors),
    categories: present(item.tags ?? []),
    published: present([item.date_published]),
    updated: present([item.date_modified]),
    media: [
      ...rawMedia('image', { url: item.image }),
      ...rawMedia('image', { url: item.banner_image }),
      ...(item.attachments ?? []).flatMap((file) =>
        rawMedia('enclosure', {
          url: file.url,
          type: file.mime_type,
          sizeBytes: file.size_in_bytes,
          durationSeconds: file.duration_in_seconds,
        }),
      ),
    ],
    bases: [],
  };
}

function links(rel: string, ...hrefs: (string | undefined)[]): RawLink[] {
  return present(hrefs).map((href) => ({ href, rel, type: null }));
}

function namesOf(authors: JsonFeed.Author[] | undefined): string[] {
  return present((authors ?? []).map(({ name }) => name));
}
