import { rawMedia } from './media.ts';
import {
  atomTexts,
  present,
  type RawEntry,
  type RawFeed,
  type RawLink,
  type RawText,
  texts,
} from './raw.ts';
import { decodeEntities } from './text.ts';

/** An element as it stands in the document: `text` is its inside, undecoded. */
export type Element = {
  name: string;
  text: string;
  attributes: Record<string, string>;
  base: string[];
};

type Dialect = 'rss' | 'atom';

export function entryOf(elements: Element[], dialect: Dialect): RawEntry {
  const { all, plain, rich, links } = createLookup(elements, dialect);
  const guid = all('guid')[0];
  const isPermalink = guid !== undefined && attribute(guid, 'ispermalink') !== 'false';
  const contents = all('content:encoded', 'content', 'xhtml:body', 'encoded', 'body');
  return {
    id: plain('guid', 'id', 'about', 'dc:identifier')[0] ?? '',
    titles: rich('title', 'dc:title', 'media:title', 'itunes:title'),
    links: [
      ...links(),
      ...present([isPermalink ? content(guid) : undefined, ...plain('about')]).map((href) =>
        linkTo(href, 'permalink'),
      ),
    ],
    contents: contents.flatMap((it) => textsOf(it, dialect)),
    descriptions: dialect === 'rss' ? rich('description') : [],
    summaries: rich(
      'summary',
      'dc:description',
      'itunes:summary',
      'media:description',
      'itunes:subtitle',
    ),
    authors: plain('author', 'name', 'dc:creator', 'itunes:author'),
    categories: [
      ...present(all('category').map((it) => attribute(it, 'label') ?? attribute(it, 'term'))),
      ...plain('category', 'dc:subject'),
      ...plain('itunes:keywords').flatMap((it) => present(it.split(','))),
    ],
    published: plain(
      'pubdate',
      'published',
      'issued',
      'dc:date',
      'dcterms:issued',
      'dcterms:created',
      'created',
      'date',
    ),
    updated: plain('updated', 'modified', 'dcterms:modified'),
    media: elements.flatMap(mediaOf),
    bases: contents[0]?.base ?? elements[0]?.base ?? [],
  };
}

export function feedOf(elements: Element[], dialect: Dialect): Omit<RawFeed, 'entries'> {
  const { all, plain, rich, links } = createLookup(elements, dialect);
  const root = elements[0];
  return {
    dialect,
    titles: rich('title', 'dc:title', 'itunes:title'),
    links: links(),
    authors: dialect === 'atom' ? plain('name') : [],
    language: plain('language', 'dc:language')[0] ?? root?.attributes['xml:lang'] ?? null,
    rhythm: {
      ttlMinutes: Number(plain('ttl')[0]) || null,
      period: plain('sy:updateperiod')[0] ?? null,
      frequency: Number(plain('sy:updatefrequency')[0]) || null,
      skipHours: all('skiphours').flatMap((it) => (it.text.match(/\d+/g) ?? []).map(Number)),
      skipDays: all('skipdays').flatMap((it) => it.text.match(/[a-z]+day/gi) ?? []),
    },
    bases: root?.base ?? [],
  };
}

function createLookup(elements: Element[], dialect: Dialect) {
  const named = Map.groupBy(elements, ({ name }) => name);
  const all = (...names: string[]) => names.flatMap((name) => named.get(name) ?? []);
  const plain = (...names: string[]) => present(all(...names).map((it) => content(it).trim()));
  const rich = (...names: string[]) => all(...names).flatMap((it) => textsOf(it, dialect));
  return { all, plain, rich, links: () => all('link').flatMap(linksOf) };
}

function textsOf(element: Element, dialect: Dialect): RawText[] {
  if (dialect === 'rss') return texts('html', content(element));
  if (attribute(element, 'mode') === 'base64') return atomTexts(element.text, 'base64');
  const type = attribute(element, 'type');
  return type?.includes('xhtml')
    ? atomTexts(withoutWrapper(element.text), type)
    : atomTexts(content(element), type);
}

/** The `div` around XHTML is not part of the content (RFC 4287 §3.1.1.3); its prefix has no meaning in HTML. */
function withoutWrapper(xhtml: string): string {
  const [start, prefix = ''] = /^\s*<([\w.-]{1,40}:)?div\b[^>]*>/.exec(xhtml) ?? [];
  if (start === undefined) return xhtml;
  const inside = xhtml.slice(start.length, Math.max(start.length, xhtml.lastIndexOf('</')));
  return prefix === ''
    ? inside
    : inside.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</');
}

function linksOf(element: Element): RawLink[] {
  const href = attribute(element, 'href');
  if (href === undefined) return present([content(element)]).map((it) => linkTo(it, 'alternate'));
  const rel = attribute(element, 'rel')?.toLowerCase() ?? 'alternate';
  return [{ href, rel, type: attribute(element, 'type') ?? null }];
}

function linkTo(href: string, rel: string): RawLink {
  return { href: href.trim(), rel, type: null };
}

function mediaOf(element: Element) {
  const offered = {
    url: attribute(element, 'url') ?? attribute(element, 'href'),
    type: attribute(element, 'type'),
    medium: attribute(element, 'medium'),
    width: Number(attribute(element, 'width')),
    height: Number(attribute(element, 'height')),
    sizeBytes: Number(attribute(element, 'length') ?? attribute(element, 'filesize')),
  };
  if (element.name === 'media:content') return rawMedia('content', offered);
  if (element.name === 'media:thumbnail') return rawMedia('thumbnail', offered);
  if (element.name === 'itunes:image') return rawMedia('image', offered);
  const isEnclosure = element.name === 'enclosure' || attribute(element, 'rel') === 'enclosure';
  return isEnclosure ? rawMedia('enclosure', offered) : [];
}

/** Attribute names come as they are written, their values undecoded. */
function attribute({ attributes }: Element, name: string): string | undefined {
  const value =
    attributes[name] ??
    Object.entries(attributes).find(([written]) => written.toLowerCase() === name)?.[1];
  return value === undefined ? undefined : decodeEntities(value).trim();
}

/** The inside of an element as text or markup: CDATA as it stands, the rest decoded, unless tags stand in it. */
function content({ text }: Element): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('<![CDATA[', at);
    parts.push(decodedUnlessMarkup(withoutComments(text.slice(at, start < 0 ? undefined : start))));
    if (start < 0) return parts.join('');
    const end = text.indexOf(']]>', start);
    parts.push(text.slice(start + '<![CDATA['.length, end < 0 ? undefined : end));
    if (end < 0) return parts.join('');
    at = end + ']]>'.length;
  }
}

function decodedUnlessMarkup(text: string): string {
  return text.includes('<') ? text : decodeEntities(text);
}

/** By searching: a pattern for comments goes quadratic where many are left open. */
function withoutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    parts.push(text.slice(at, start < 0 ? undefined : start));
    const end = start < 0 ? -1 : text.indexOf('-->', start);
    if (end < 0) return parts.join('');
    at = end + '-->'.length;
  }
}
