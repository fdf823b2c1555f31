import { Parser } from 'htmlparser2';
import { type Element, entryOf, feedOf } from './elements.ts';
import { createNames } from './namespaces.ts';
import type { RawFeed } from './raw.ts';

/** Reads what can be read of a document that is cut off, nested wrongly or not quite XML. One pass, linear:
 *  nothing is repaired and what is nested too deep ends it. Null when the root is not a feed's. */
export function readLeniently(document: string, maxEntries: number): RawFeed | null {
  const outline = outlineOf(document, maxEntries);
  if (!outline.root) return null;
  const dialect = outline.root === 'feed' ? 'atom' : 'rss';
  const feed = feedOf(outline.feed, dialect);
  const entries = outline.entries
    .map((elements) => entryOf(elements, dialect))
    .map((entry) => ({ ...entry, bases: entry.bases.slice(feed.bases.length) }));
  return { ...feed, entries };
}

/** Every element that holds a text or attributes, flat: those of the feed, and those of each entry. */
type Outline = { root: string | null; feed: Element[]; entries: Element[][] };

type Leaf = {
  name: string;
  attributes: Record<string, string>;
  depth: number;
  start: number;
  /** The `xml:base` of everything around it, outermost first, and its own. */
  base: string[];
};

const ROOTS = new Set(['rss', 'rdf', 'feed', 'channel']);
const ENTRIES = new Set(['item', 'entry']);

/** What is entered instead of being read as one text. */
const CONTAINERS = new Set([...ROOTS, 'media:group', 'media:content']);

/** What holds titles and links of something else. */
const FOREIGN = new Set([
  'source',
  'image',
  'textinput',
  'media:community',
  'itunes:owner',
  'contributor',
]);

/** Texts that hold markup, and elements that no markup has: where one of these begins, the end tag before it is missing. */
const TEXTS = new Set(['description', 'content', 'summary', 'content:encoded']);
const NEVER_IN_TEXTS = new Set(['guid', 'pubdate', 'id', 'published', 'updated', 'dc:date']);

/** htmlparser2 searches its stack for each end tag: this keeps that cheap. */
const MAX_DEPTH = 1_000;

function outlineOf(document: string, maxEntries: number): Outline {
  const outline: Outline = { root: null, feed: [], entries: [] };
  const names = createNames();
  const bases: string[][] = [];
  let elements = outline.feed;
  let leaf: Leaf | null = null;

  const parser = new Parser(
    { onopentag: opened, onclosetag: closed },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(document);
  if (!isEnough()) parser.end();
  return outline;

  function opened(tag: string, attributes: Record<string, string>): void {
    names.learn(attributes);
    const name = names.nameOf(tag);
    const outer = bases.at(-1) ?? [];
    const base = attributes['xml:base'] ? [...outer, attributes['xml:base']] : outer;
    bases.push(base);
    outline.root ??= ROOTS.has(name) ? name : '';
    if (leaf && TEXTS.has(leaf.name) && NEVER_IN_TEXTS.has(name)) closeLeaf(leaf);
    if (ENTRIES.has(name)) startEntry(attributes, base);
    else if (!leaf) enter(name, attributes, base);
    if (isEnough()) parser.pause();
  }

  /** Also inside of anything else: then an end tag is missing before it. */
  function startEntry(attributes: Record<string, string>, base: string[]): void {
    leaf = null;
    elements = [{ name: 'about', text: attributes['rdf:about'] ?? '', attributes: {}, base }];
    if (outline.entries.length < maxEntries) outline.entries.push(elements);
  }

  function enter(name: string, attributes: Record<string, string>, base: string[]): void {
    // An RSS author is a text, an Atom author has a name.
    const isContainer = CONTAINERS.has(name) || (name === 'author' && outline.root === 'feed');
    if (isContainer) elements.push({ name, text: '', attributes, base });
    else leaf = { name, attributes, depth: bases.length, start: parser.endIndex + 1, base };
  }

  function closed(tag: string): void {
    if (leaf && leaf.depth === bases.length) {
      closeLeaf(leaf);
    } else if (!leaf && ENTRIES.has(names.nameOf(tag))) {
      elements = outline.feed;
    }
    bases.pop();
  }

  function closeLeaf(ended: Leaf): void {
    const text = document.slice(ended.start, Math.max(ended.start, parser.startIndex));
    if (!FOREIGN.has(ended.name)) elements.push({ ...ended, text });
    leaf = null;
  }

  function isEnough(): boolean {
    const isFull = outline.entries.length >= maxEntries && elements === outline.feed;
    return outline.root === '' || bases.length > MAX_DEPTH || isFull;
  }
}
