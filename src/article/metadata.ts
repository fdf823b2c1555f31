import { Parser } from 'htmlparser2';

/** What a page says about itself; '' where it says nothing, addresses as written. */
export type Metadata = {
  title: string;
  description: string;
  author: string;
  image: string;
  imageAlt: string;
  canonical: string;
  base: string;
  published: string;
  modified: string;
  /** `false` where only subscribers get the text (schema.org `isAccessibleForFree`). */
  free: string;
  /** `free`, `metered` or `locked`. */
  tier: string;
  /** Up to where the HTML is no deeper and no longer than pages are, in UTF-16 units. */
  readTo: number;
};

type Field = Exclude<keyof Metadata, 'readTo'>;

/** Where each is found, best first: `meta` names and properties, schema.org fields of JSON-LD, and `title`,
 *  `link`, `base`, `time` for the elements. */
const SOURCES: Record<Field, string[]> = {
  title: ['og:title', 'twitter:title', 'ld:headline', 'title'],
  description: ['og:description', 'description', 'twitter:description'],
  author: ['author', 'article:author:name', 'dc.creator', 'parsely-author', 'ld:author'],
  image: ['og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src'],
  imageAlt: ['og:image:alt', 'twitter:image:alt'],
  canonical: ['canonical'],
  base: ['base'],
  published: [
    'ld:datePublished',
    'article:published_time',
    'datepublished',
    'parsely-pub-date',
    'dc.date.issued',
    'dc.date',
    'date',
    'time',
  ],
  modified: ['ld:dateModified', 'article:modified_time', 'og:updated_time', 'datemodified'],
  free: ['ld:isAccessibleForFree', 'isaccessibleforfree'],
  tier: ['article:content_tier'],
};

const LINKED_FIELD = /"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\]|\\.){1,500})"/g;
const LINKED_AUTHOR = /"author"\s*:\s*\[?\s*\{[^{}]{0,500}?"name"\s*:\s*"((?:[^"\\]|\\.){1,200})"/;
const LINKED_ACCESS = /"isAccessibleForFree"\s*:\s*"?(true|false)\b/i;
const MAX_TITLE_CHARS = 1_000;
const MAX_OPEN_TAGS = 2_000;
/** The longest pages have some 15,000; more are a list of everything, or an attack. */
const MAX_TAGS = 20_000;
const CHUNK_CHARS = 16_384;

/** Reads a page's metadata; never throws, and stops where the HTML is no page any more. */
export function metadataOf(html: string): Metadata {
  const found = new Map<string, string>();
  let open = 0;
  let tags = 0;
  let inside = '';
  const note = (name: string | undefined, value: string | undefined) => {
    if (name && value && !found.has(name)) found.set(name, value);
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      open += 1;
      tags += 1;
      inside = tag === 'script' && attributes.type !== 'application/ld+json' ? '' : tag;
      for (const [name, value] of statements(tag, attributes)) note(name, value);
    },
    ontext(text) {
      if (inside !== 'title' && inside !== 'script') return;
      const before = found.get(inside) ?? '';
      if (inside === 'script' || before.length < MAX_TITLE_CHARS) found.set(inside, before + text);
    },
    onclosetag() {
      open -= 1;
      inside = '';
    },
  });
  let readTo = 0;
  while (readTo < html.length) {
    parser.write(html.slice(readTo, readTo + CHUNK_CHARS));
    if (open >= MAX_OPEN_TAGS || tags >= MAX_TAGS) break;
    readTo += CHUNK_CHARS;
  }
  parser.end();
  for (const [name, value] of linkedStatements(found.get('script') ?? '')) note(name, value);
  return { ...metadataFrom(found), readTo };
}

type Statement = [name: string | undefined, value: string | undefined];

function statements(tag: string, attributes: Record<string, string>): Statement[] {
  const { name, property, itemprop, content, rel, href, datetime } = attributes;
  switch (tag) {
    case 'meta':
      return [[(property ?? name ?? itemprop)?.toLowerCase(), content]];
    case 'link':
      return rel?.toLowerCase() === 'canonical' ? [['canonical', href]] : [];
    case 'base':
      return [['base', href]];
    case 'time':
      return [['time', datetime]];
    default:
      return [];
  }
}

/** JSON-LD is often not valid JSON, so its few fields are read as text. */
function linkedStatements(script: string): [string, string][] {
  const fields = [...script.matchAll(LINKED_FIELD)].map(
    ([, name = '', value = '']): [string, string] => [`ld:${name}`, unquoted(value)],
  );
  const author = LINKED_AUTHOR.exec(script)?.[1];
  if (author) fields.push(['ld:author', unquoted(author)]);
  const free = LINKED_ACCESS.exec(script)?.[1];
  if (free) fields.push(['ld:isAccessibleForFree', free.toLowerCase()]);
  return fields;
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

function metadataFrom(found: Map<string, string>): Record<Field, string> {
  const best = (field: Field) =>
    SOURCES[field].map((name) => found.get(name)?.trim()).find(Boolean) ?? '';
  return {
    title: best('title'),
    description: best('description'),
    author: best('author'),
    image: best('image'),
    imageAlt: best('imageAlt'),
    canonical: best('canonical'),
    base: best('base'),
    published: best('published'),
    modified: best('modified'),
    free: best('free'),
    tier: best('tier').toLowerCase(),
  };
}
