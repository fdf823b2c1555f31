import type { Entry } from '../model.ts';
import { entriesOf } from './entries.ts';
import { readJson } from './json.ts';
import { readLeniently } from './lenient.ts';
import { absoluteUrl, baseOf, type Place, pageLink } from './links.ts';
import type { RawFeed } from './raw.ts';
import { readStrictly } from './strict.ts';
import { plainLine, storable } from './text.ts';

export type ParsedFeed = {
  /** Plain text; '' when the publisher gave none. */
  title: string;
  /** The page the feed belongs to. */
  siteUrl: string | null;
  /** As the publisher wrote it: usually a BCP 47 tag. */
  language: string | null;
  /** For how long the publisher says the document stays as it is. */
  ttlMs: number | null;
  /** WebSub: where changes of the topic URL `self` can be subscribed to. */
  hubs: { hub: string; self: string }[];
  /** In document order, no two with the same id. */
  entries: Entry[];
};

/** Reads RSS, RDF, Atom and JSON Feed, well-formed or not; null when the text is no feed at all. Never throws.
 *  `url` is where the text was found, after redirects. */
export function parseFeed({ text, url }: { text: string; url: string }): ParsedFeed | null {
  const raw = readJsonFeed(text) ?? readXmlFeed(text);
  if (!raw) return null;

  const base = baseOf(raw.bases, url);
  const siteUrl = pageLink(raw.links, base ?? url);
  const place: Place = { url, base, siteUrl };
  return {
    title: raw.titles.map(plainLine).find((title) => title !== '') ?? '',
    siteUrl,
    language: storable(raw.language ?? '').trim() || null,
    ttlMs: ttlMsOf(raw),
    hubs: hubsOf(raw, place),
    entries: entriesOf(raw, place),
  };
}

/** A month: who says more has mistaken the unit, or never looks. */
const MAX_TTL_MINUTES = 30 * 24 * 60;

function ttlMsOf({ ttlMinutes }: RawFeed): number | null {
  if (ttlMinutes === null || !(ttlMinutes > 0)) return null;
  return Math.min(ttlMinutes, MAX_TTL_MINUTES) * 60_000;
}

/** More than any feed we know of holds: 10 MB, the most we fetch, of entries of 1 kB each. */
const MAX_ENTRIES = 10_000;

function readJsonFeed(text: string): RawFeed | null {
  if (!/^\s*\{/.test(text)) return null;
  return attempt(() => readJson(text, MAX_ENTRIES));
}

/** The strict reader knows more, the lenient one gives up less: it has its say when entries are missing. */
function readXmlFeed(text: string): RawFeed | null {
  const document = documentOf(text);
  if (document === null) return null;
  const strict = attempt(() => readStrictly(document, MAX_ENTRIES));
  const found = strict?.entries.length ?? 0;
  if (strict && found >= Math.min(countEntryTags(document), MAX_ENTRIES)) return strict;
  const lenient = readLeniently(document, MAX_ENTRIES);
  return strict && found >= (lenient?.entries.length ?? 0) ? strict : lenient;
}

/** Whatever a library throws at such a text means that it could not read it. */
function attempt(read: () => RawFeed): RawFeed | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const ROOT_TAG = /<(?:[a-z_][\w.-]{0,30}:)?(?:rss|feed|rdf|channel)(?=[\s>/])/i;

/** From the root's tag on. What stands before (blank lines, warnings of a script, entity definitions) is never
 *  needed; where that is the start of a page, the feed is only quoted in it. Control characters are not XML. */
function documentOf(text: string): string | null {
  const start = text.search(ROOT_TAG);
  if (start < 0 || /<(html|body)[\s>]/i.test(text.slice(0, start))) return null;
  return text.slice(start).replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '');
}

function countEntryTags(document: string): number {
  return document.match(/<(?:[\w.-]{1,30}:)?(?:item|entry)[\s>]/gi)?.length ?? 0;
}

function hubsOf({ links }: RawFeed, { url, base }: Place): ParsedFeed['hubs'] {
  const urls = (rel: string) =>
    links
      .filter((link) => link.rel === rel)
      .map(({ href }) => absoluteUrl(href, base ?? url))
      .filter((it) => it !== null);
  const self = urls('self')[0] ?? url;
  return urls('hub').map((hub) => ({ hub, self }));
}
