import type { Entry, EpochMs } from '../model.ts';
import { displayText } from './blocks.ts';
import { extractContent } from './extract.ts';
import { type Gate, gateBefore } from './gates.ts';
import { webUrl } from './links.ts';
import { type Metadata, metadataOf } from './metadata.ts';
import { boundedHtml, parseTree } from './parse.ts';
import { oneLine } from './plain.ts';

/** A web page as an entry; behind a gate its content is left, and it has only what it says of itself. */
export type Page = { entry: Entry; gate: Gate | null };

/** Of a longer page, the start is read: what takes its place behind the article is seldom part of it. */
const MAX_CHARS = 2_000_000;

/** An ordinary web page: its metadata, and the HTML of its article. Null when there is neither a title nor a text.
 *  `url` is the page's final address. Never throws, and may take seconds: it is called in a thread of its own. */
export function readPage(html: string, url: string): Page | null {
  const source = boundedHtml(html, MAX_CHARS);
  const metadata = metadataOf(source);
  const content = contentOf(source.slice(0, metadata.readTo));
  const text = displayText(parseTree(content));
  const gate = gateBefore(metadata, text);
  const entry = entryOf(metadata, gate || text === '' ? '' : content, url);
  return entry.title === '' && entry.content === '' ? null : { entry, gate };
}

function entryOf(metadata: Metadata, content: string, url: string): Entry {
  const baseUrl = webUrl(metadata.base, url) ?? url;
  const link = webUrl(metadata.canonical, baseUrl) ?? webUrl(url, url);
  return {
    id: link ?? url,
    title: oneLine(metadata.title),
    link,
    summary: escaped(metadata.description),
    content,
    baseUrl,
    author: oneLine(metadata.author) || null,
    categories: [],
    published: momentOf(metadata.published),
    updated: momentOf(metadata.modified),
    pictures: picturesOf(metadata, baseUrl),
    enclosures: [],
  };
}

/** Parsers of whole pages are not ours, and some pages are made to break them. */
function contentOf(source: string): string {
  try {
    return extractContent(source);
  } catch {
    return '';
  }
}

function picturesOf({ image, imageAlt }: Metadata, baseUrl: string) {
  const url = webUrl(image, baseUrl);
  return url === null ? [] : [{ url, alt: oneLine(imageAlt), width: null, height: null }];
}

function momentOf(text: string): EpochMs | null {
  const moment = Date.parse(text);
  return /^\d{4}-\d\d-\d\d/.test(text) && Number.isFinite(moment) ? moment : null;
}

/** Plain text as HTML. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
