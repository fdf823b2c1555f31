import { parseFeed } from '../src/feed/parse.ts';
import { DOCUMENT_URL, type Document } from './documents.ts';
import { list } from './json.ts';

/** A document that shows entries, and how many of them we have. */
export type Presence = { path: string; shown: number; found: number };

/** Counts in each document the entries in which a reader would see anything, and those we give. */
export function judgePresence(documents: Document[]): Presence[] {
  return documents
    .map(({ path, text }) => ({
      path,
      shown: shownIn(text),
      found: parseFeed({ text, url: DOCUMENT_URL })?.entries.length ?? 0,
    }))
    .filter(({ shown }) => shown > 0);
}

const SHOWN =
  /<(?:\w+:)?(title|link|description|summary|content|content:encoded|guid|id)\b[^>]*>\s*[^<\s]/;

/** Different entries with a text in them: of two that are the same only one is shown, and a source is another feed. */
function shownIn(text: string): number {
  if (text.trimStart().startsWith('{')) return list(JSON.parse(text), 'items').length;
  const root = text.search(/<(?:[\w.-]+:)?(rss|feed|rdf|entry)[\s>]/i);
  if (root < 0) return 0;
  const document = text.slice(root).replace(/<source\b[\s\S]*?<\/source>/gi, '');
  const entries = document.split(/<(?:[\w.-]+:)?(?:item|entry)[\s>]/i).slice(1);
  const insides = entries.map((it) => it.split(/<\/(?:[\w.-]+:)?(?:item|entry)\s*>/i, 1)[0] ?? '');
  return new Set(insides.filter((it) => SHOWN.test(it))).size;
}
