import type { Entry } from '../model.ts';
import { countEntryTags, documentOf, endsInEntry } from './document.ts';
import { entriesOf } from './entries.ts';
import { readJson } from './json.ts';
import { readLeniently } from './lenient.ts';
import { absoluteUrl, baseOf, type Place, pageLink } from './links.ts';
import type { RawFeed } from './raw.ts';
import { type Rhythm, rhythmOf } from './rhythm.ts';
import { salvageJson } from './salvage.ts';
import { readStrictly } from './strict.ts';
import { plainLine, storable } from './text.ts';

export type ParsedFeed = {
  /** Plain text; '' when the publisher gave none. */
  title: string;
  /** The page the feed belongs to. */
  siteUrl: string | null;
  /** As the publisher wrote it: usually a BCP 47 tag. */
  language: string | null;
  rhythm: Rhythm;
  /** WebSub: where changes of the topic URL `self` can be subscribed to. */
  hubs: { hub: string; self: string }[];
  /** In document order, no two with the same id. */
  entries: Entry[];
  /** Id of the entry in which the document breaks off: what we have of that is not to be believed. */
  cutOff: string | null;
};

/** Reads RSS, RDF, Atom and JSON Feed, well-formed or not; null when the text is no feed at all. Never throws.
 *  `url` is where the text was found, after redirects. */
export function parseFeed({ text, url }: { text: string; url: string }): ParsedFeed | null {
  const document = /^\s*\{/.test(text) ? null : documentOf(text);
  const raw = document === null ? readJsonFeed(text) : readXmlFeed(document);
  if (!raw) return null;

  const base = baseOf(raw.bases, url);
  const siteUrl = pageLink(raw.links, base ?? url);
  const place: Place = { url, base, siteUrl };
  const entries = entriesOf(raw, place);
  return {
    title: raw.titles.map(plainLine).find((title) => title !== '') ?? '',
    siteUrl,
    language: storable(raw.language ?? '').trim() || null,
    rhythm: rhythmOf(raw.rhythm),
    hubs: hubsOf(raw, place),
    entries,
    cutOff: document !== null && endsInEntry(document) ? (entries.at(-1)?.id ?? null) : null,
  };
}

/** More than any feed we know of holds: 10 MB, the most we fetch, of entries of 2 kB each. */
const MAX_ENTRIES = 5_000;

function readJsonFeed(text: string): RawFeed | null {
  const document = salvageJson(text);
  return document && attempt(() => readJson(document, MAX_ENTRIES));
}

/** Longer than any feed in use; the strict reader needs thirty times as much memory. */
const MAX_STRICT_LENGTH = 4_000_000;

/** The strict reader knows more, the lenient one gives up less: it has its say when entries are missing. */
function readXmlFeed(document: string): RawFeed | null {
  const written = countEntryTags(document);
  const isTooMuch = document.length > MAX_STRICT_LENGTH || written > MAX_ENTRIES;
  const isPacked = /\smode\s*=\s*["']base64/.test(document);
  const strict = isTooMuch || isPacked ? null : attempt(() => readStrictly(document, MAX_ENTRIES));
  const found = strict?.entries.length ?? 0;
  if (strict && found >= written) return strict;
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

function hubsOf({ links }: RawFeed, { url, base }: Place): ParsedFeed['hubs'] {
  const urls = (rel: string) =>
    links
      .filter((link) => link.rel === rel)
      .map(({ href }) => absoluteUrl(href, base ?? url))
      .filter((it) => it !== null);
  const self = urls('self')[0] ?? url;
  return urls('hub').map((hub) => ({ hub, self }));
}
