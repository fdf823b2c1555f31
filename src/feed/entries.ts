import type { Entry, EpochMs } from '../model.ts';
import { parseDate } from './dates.ts';
import { entryIds } from './identity.ts';
import { absoluteUrl, baseOf, type Place, pageLink } from './links.ts';
import { enclosuresIn, picturesIn } from './media.ts';
import type { RawEntry, RawFeed } from './raw.ts';
import { markup, plainLine, storable } from './text.ts';

/** The entries in our words, in their order. One that stands twice in the document comes once. */
export function entriesOf(feed: RawFeed, place: Place): Entry[] {
  const entries = feed.entries
    .filter(saysAnything)
    .map((raw) => ({ raw, entry: entryOf(raw, feed, place) }));
  const ids = entryIds(
    entries.map(({ raw, entry }) => ({
      id: storable(raw.id),
      link: entry.link,
      title: entry.title,
      published: entry.published,
      text: entry.content || entry.summary,
    })),
  );
  const seen = new Set<string>();
  return entries
    .map(({ entry }, index) => ({ ...entry, id: ids[index] ?? '' }))
    .filter(({ id }) => !seen.has(id) && seen.add(id));
}

type Unidentified = Omit<Entry, 'id'>;

function entryOf(raw: RawEntry, feed: RawFeed, place: Place): Unidentified {
  const base = baseOf([...feed.bases, ...raw.bases], place.url);
  // RSS has no base; its relative links are meant from the site (rssboard.org/rss-profile).
  const home = feed.dialect === 'rss' ? place.siteUrl : null;
  const link = pageLink(raw.links, base ?? home ?? place.url);
  const resolve = (url: string) => absoluteUrl(url, base ?? link ?? home ?? place.url);
  return {
    title: raw.titles.map(plainLine).find((title) => title !== '') ?? '',
    link,
    ...textsOf(raw),
    baseUrl: base ?? link ?? place.siteUrl ?? place.url,
    author: authorOf(raw.authors.length > 0 ? raw.authors : feed.authors),
    categories: distinct(raw.categories.map(plain)).slice(0, MAX_CATEGORIES),
    published: dateOf([...raw.published, ...raw.updated]),
    updated: dateOf(raw.updated),
    pictures: picturesIn(raw.media, resolve),
    enclosures: enclosuresIn(raw.media, resolve),
  };
}

const MAX_CATEGORIES = 50;
const MAX_AUTHORS = 5;

/** A description is the synopsis only where there is another content; otherwise it is the content
 *  (rssboard.org/rss-profile#namespace-elements-content-encoded). The longest text is taken for the content. */
function textsOf(raw: RawEntry): { content: string; summary: string } {
  const bodies = [...raw.contents, ...raw.descriptions].map(markup);
  const content = bodies.reduce((longest, it) => (it.length > longest.length ? it : longest), '');
  const synopses = [...raw.descriptions, ...raw.summaries].map(markup);
  const summary = synopses.find((it) => it !== '' && it !== content) ?? '';
  return { content, summary };
}

function plain(value: string): string {
  return plainLine({ value, type: 'html' });
}

/** The names only: RSS puts them in brackets behind an address. */
function authorOf(written: string[]): string | null {
  const names = written.map((it) => plain(it).replace(/^\S{1,200}@\S{1,200} \((.+)\)$/, '$1'));
  return distinct(names).slice(0, MAX_AUTHORS).join(', ') || null;
}

/** No feed is older: an earlier date is a zero somewhere. */
const FIRST_DATE = Date.UTC(1995, 0, 1);

function dateOf(written: string[]): EpochMs | null {
  for (const it of written) {
    const moment = parseDate(it);
    if (moment !== null && moment >= FIRST_DATE) return moment;
  }
  return null;
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '');
}

/** An empty element is no entry. */
function saysAnything(raw: RawEntry): boolean {
  return Object.values(raw).some((value) => value.length > 0);
}
