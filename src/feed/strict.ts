import { type AtomFeed, type RssFeed, parseFeed as readDocument } from 'feedsmith';
import { mediaRss, rawMedia } from './media.ts';
import {
  atomTexts,
  NO_RHYTHM,
  present,
  type RawEntry,
  type RawFeed,
  type RawLink,
  type RawMedia,
  texts,
} from './raw.ts';

type About = { rdf?: { about?: string } };
type Item = RssFeed.Item<string> & About;
type Channel = Omit<RssFeed.Feed<string>, 'items'> & { items?: Item[] };
type AtomEntry = AtomFeed.Entry<string>;

/** Reads a well-formed RSS, RDF or Atom document; throws when it is not one or says nothing at all. */
export function readStrictly(text: string, maxItems: number): RawFeed {
  const { format, feed } = readDocument(text, { maxItems });
  if (format === 'atom') return fromAtom(feed as AtomFeed.Feed<string>);
  return fromChannel(feed as Channel);
}

function fromChannel(channel: Channel): RawFeed {
  const { atom, dc, xml } = channel;
  return {
    dialect: 'rss',
    titles: texts('html', channel.title, dc?.titles?.[0], channel.itunes?.title),
    links: [...alternate(channel.link), ...atomLinks(atom?.links)],
    authors: [],
    language: present([channel.language, dc?.languages?.[0], xml?.lang])[0] ?? null,
    rhythm: {
      ttlMinutes: channel.ttl ?? null,
      period: channel.sy?.updatePeriod ?? null,
      frequency: channel.sy?.updateFrequency ?? null,
      skipHours: channel.skipHours ?? [],
      skipDays: channel.skipDays ?? [],
    },
    bases: present([xml?.base]),
    entries: (channel.items ?? []).map(fromItem),
  };
}

function fromItem(item: Item): RawEntry {
  const { atom, dc, dcterms, guid, itunes, media } = item;
  const mediaTexts = media?.groups?.[0] ?? media;
  return {
    id: present([guid?.value, atom?.id, item.rdf?.about, dc?.identifiers?.[0]])[0] ?? '',
    titles: texts(
      'html',
      item.title,
      atom?.title?.value,
      dc?.titles?.[0],
      media?.title?.value,
      itunes?.title,
    ),
    links: [
      ...alternate(item.link),
      ...atomLinks(atom?.links),
      ...(guid?.isPermaLink === false ? [] : permalink(guid?.value ?? item.rdf?.about)),
    ],
    contents: [
      ...texts('html', item.content?.encoded),
      ...atomTexts(atom?.content?.value, atom?.content?.type),
    ],
    descriptions: texts('html', item.description),
    summaries: [
      ...texts('html', atom?.summary?.value, dc?.descriptions?.[0], itunes?.summary),
      ...atomTexts(mediaTexts?.description?.value, mediaTexts?.description?.type),
      ...texts('plain', itunes?.subtitle),
    ],
    authors: peopleOf(item),
    categories: present([
      ...(item.categories ?? []).map(({ name }) => name),
      ...(dc?.subjects ?? []),
      ...(atom?.categories ?? []).map(({ label, term }) => label ?? term),
      ...(itunes?.keywords ?? []),
    ]),
    published: present([
      item.pubDate,
      atom?.published,
      dc?.dates?.[0],
      dcterms?.issued?.[0],
      dcterms?.created?.[0],
    ]),
    updated: present([atom?.updated, dcterms?.modified?.[0]]),
    media: [
      ...mediaRss(media),
      ...rawMedia('image', { url: itunes?.image }),
      ...(item.enclosures ?? []).flatMap((file) => enclosure(file, itunes?.duration)),
    ],
    bases: present([item.xml?.base]),
  };
}

function peopleOf({ authors, dc, atom, itunes }: Item): string[] {
  return present([
    ...(authors ?? []).map(({ name, email }) => name ?? email),
    ...(dc?.creators ?? []),
    ...(atom?.authors ?? []).map(({ name }) => name),
    itunes?.author,
  ]);
}

function fromAtom(feed: AtomFeed.Feed<string>): RawFeed {
  return {
    dialect: 'atom',
    titles: [
      ...atomTexts(feed.title?.value, feed.title?.type),
      ...texts('plain', feed.dc?.titles?.[0]),
    ],
    links: atomLinks(feed.links),
    authors: present((feed.authors ?? []).map(({ name }) => name)),
    language: present([feed.xml?.lang, feed.dc?.languages?.[0]])[0] ?? null,
    rhythm: {
      ...NO_RHYTHM,
      period: feed.sy?.updatePeriod ?? null,
      frequency: feed.sy?.updateFrequency ?? null,
    },
    bases: present([feed.xml?.base]),
    entries: (feed.entries ?? []).map(fromAtomEntry),
  };
}

function fromAtomEntry(entry: AtomEntry): RawEntry {
  const { content, dc, dcterms, itunes, media, source, summary, title } = entry;
  const mediaTexts = media?.groups?.[0] ?? media;
  const people = entry.authors ?? source?.authors ?? [];
  const files = (entry.links ?? []).filter(({ rel }) => rel === 'enclosure');
  return {
    id: entry.id ?? '',
    titles: [
      ...atomTexts(title?.value, title?.type),
      ...texts('plain', dc?.titles?.[0], mediaTexts?.title?.value),
    ],
    links: [...atomLinks(entry.links), ...alternate(content?.src)],
    contents: atomTexts(content?.value, content?.type),
    descriptions: [],
    summaries: [
      ...atomTexts(summary?.value, summary?.type),
      ...atomTexts(mediaTexts?.description?.value, mediaTexts?.description?.type),
    ],
    authors: present([...people.map(({ name, email }) => name ?? email), ...(dc?.creators ?? [])]),
    categories: present([
      ...(entry.categories ?? []).map(({ label, term }) => label ?? term),
      ...(dc?.subjects ?? []),
      ...(itunes?.keywords ?? []),
    ]),
    published: present([
      entry.published,
      dcterms?.issued?.[0],
      dcterms?.created?.[0],
      dc?.dates?.[0],
    ]),
    updated: present([entry.updated, dcterms?.modified?.[0]]),
    media: [
      ...mediaRss(media),
      ...rawMedia('image', { url: itunes?.image }),
      ...files.flatMap(({ href, type, length }) =>
        enclosure({ url: href, type, length }, itunes?.duration),
      ),
    ],
    bases: present([entry.xml?.base, (content ?? summary)?.xml?.base]),
  };
}

function alternate(href: string | undefined): RawLink[] {
  return present([href]).map((it) => ({ href: it, rel: 'alternate', type: null }));
}

function permalink(href: string | undefined): RawLink[] {
  return present([href]).map((it) => ({ href: it, rel: 'permalink', type: null }));
}

function atomLinks(links: AtomFeed.Link<string>[] | undefined): RawLink[] {
  return (links ?? []).flatMap(({ href, rel = 'alternate', type = null }) =>
    href ? [{ href, rel: rel.toLowerCase(), type }] : [],
  );
}

type RawEnclosure = { [K in keyof RssFeed.Enclosure]?: RssFeed.Enclosure[K] | undefined };

function enclosure(
  { url, type, length }: RawEnclosure,
  durationSeconds: number | undefined,
): RawMedia[] {
  return rawMedia('enclosure', { url, type, sizeBytes: length, durationSeconds });
}
