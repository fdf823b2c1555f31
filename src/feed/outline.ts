import { absoluteUrl } from './links.ts';
import { decodeEntities, storable } from './text.ts';

/** A feed as a subscription list names it. */
export type ListedFeed = {
  /** Absolute http(s) URL. */
  url: string;
  /** '' when the list gives none. */
  title: string;
  /** The categories around it, outermost first: `News/World`; null when there is none. */
  category: string | null;
  siteUrl: string | null;
};

export type Outline =
  | { kind: 'feed'; feed: ListedFeed }
  | { kind: 'badUrl'; url: string; title: string }
  | { kind: 'category'; name: string };

type Attributes = Record<string, string>;

/** What an OPML `outline` says, by its attributes (names in lower case, values undecoded) and the categories around. */
export function readOutline(written: Attributes, around: string[]): Outline {
  const attributes = Object.fromEntries(
    Object.entries(written).map(([name, value]) => [name, plainText(value)]),
  );
  const title = nameIn(attributes);
  const url = urlIn(attributes);
  if (url === '') return { kind: 'category', name: title };
  const absolute = /^https?:|^www\./i.test(url) ? absoluteUrl(url, 'http://localhost') : null;
  if (!absolute) return { kind: 'badUrl', url, title };
  const [ownCategory = ''] = (attributes.category ?? '').split(',');
  return {
    kind: 'feed',
    feed: {
      url: absolute,
      title,
      category: categoryPath(around) ?? categoryPath([ownCategory]),
      siteUrl: absoluteUrl(attributes.htmlurl ?? '', absolute),
    },
  };
}

/** Names, or paths of names, as one path of bounded length; null when nothing is left. */
export function categoryPath(names: string[]): string | null {
  const path = names
    .flatMap((name) => name.split('/'))
    .map((name) => oneLine(name.slice(0, MAX_CATEGORY_LENGTH)))
    .filter((name) => name !== '')
    .slice(0, MAX_CATEGORIES);
  return path.length > 0 ? path.join('/') : null;
}

/** Entities are decoded; those that a document defines itself stay as they are, so that none can grow. */
export function plainText(written: string): string {
  return oneLine(written.replace(ENTITY, decodeEntities));
}

/** Without what cannot stand in XML or in a database. */
export function oneLine(text: string): string {
  return storable(text)
    .replace(/[\p{Cc}\ufffe\uffff\s]+/gu, ' ')
    .trim();
}

const MAX_TITLE_LENGTH = 500;
const MAX_CATEGORIES = 8;
const MAX_CATEGORY_LENGTH = 100;

/** Only with its semicolon: in an address that nobody escaped, `&section=1` is no paragraph sign. */
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

/** Some write `url`, which else is where a link or another list lies; some write `feed:` before it. */
function urlIn({ xmlurl = '', url = '', type = '' }: Attributes): string {
  const written = xmlurl || (/^(rss|atom|feed|rdf)/i.test(type) ? url : '');
  return written.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:');
}

/** What people called it stands in `text`, by the specification, or in `title`, by habit; an address is no name. */
function nameIn({ text = '', title = '', xmlurl = '' }: Attributes): string {
  const name = [text, title].find((it) => it !== '' && it !== xmlurl) ?? '';
  return oneLine(name.slice(0, MAX_TITLE_LENGTH));
}
