import { canonicalLink } from '../src/feed/identity.ts';
import { type ParsedFeed, parseFeed } from '../src/feed/parse.ts';
import { DOCUMENT_URL, type Document } from './documents.ts';

/** What is left of a feed's entries after something happened to the document. */
export type Damage = { fault: string; path: string; expected: number; kept: number };

const ENTRY_END = /<\/(?:[\w.-]+:)?(?:item|entry)\s*>/gi;
const TEXT_START = /<(description|summary|content:encoded|content)\b[^>]*>(?:\s*<!\[CDATA\[)?/gi;

/** Everything that happens to feeds on the web, done to a document that was whole. */
const FAULTS: Record<string, (text: string) => string> = {
  'cut off at 70 %': (text) => text.slice(0, Math.floor(text.length * 0.7)),
  'raw & in links': (text) => text.replace(/(<link>[^<]*)(<\/link>)/gi, '$1?a=1&b=2&c$2'),
  'a PHP warning first': (text) =>
    `<br />\n<b>Warning</b>:  Undefined array key "x" in <b>/var/www/feed.php</b> on line <b>7</b><br />\n${text}`,
  'a mark and blank lines first': (text) => `\ufeff\n\n  \n${text}`,
  'a script and a comment last': (text) =>
    `${text}\n<script>var x = "<item>";</script><!-- 0.2 s -->`,
  'unclosed tags in texts': (text) => text.replace(TEXT_START, '$&<br><b>'),
  'entries without an end': (text) => text.replace(ENTRY_END, ''),
  'every third text without an end': everyThirdTextOpen,
  'stray </p> in entries': (text) => text.replace(ENTRY_END, '</p>$&'),
  'tags in capitals': (text) =>
    text.replace(/<\/?(rss|channel|item|title|link|description|guid|pubDate)\b/g, (tag) =>
      tag.toUpperCase(),
    ),
  'control characters': (text) => text.replace(/<title\b[^>]*>/gi, '$&\u0000\u0008\u001b'),
  'entities nobody knows': (text) => text.replace(/<title>(?!<!)/gi, '$&&nbsp;&foo; & '),
  'prefixes nobody declared': (text) => text.replace(ENTRY_END, '<foo:bar>1</foo:bar>$&'),
};

/** Of fewer entries too little is lost to tell anything. */
const MIN_ENTRIES = 5;

/** Does every kind of damage to every feed of some length, and counts the entries whose link or title is still found. */
export function judgeDamage(documents: Document[]): Damage[] {
  return documents.flatMap(({ path, text }) => {
    const whole = read(text);
    if (!whole || whole.entries.length < MIN_ENTRIES || !text.trimStart().startsWith('<'))
      return [];
    return Object.entries(FAULTS).map(([fault, harm]) => {
      const harmed = harm(text);
      const before = harmed.length < text.length ? wholeEntriesIn(harmed, text) : undefined;
      const expected = whole.entries.slice(0, before ?? whole.entries.length);
      const found = new Set((read(harmed)?.entries ?? []).flatMap(marksOf));
      const kept = expected.filter((entry) =>
        marksOf(entry).some((mark) => found.has(mark)),
      ).length;
      return { fault, path, expected: expected.length, kept };
    });
  });
}

/** Entries that end before the place where the rest was cut off; undefined when nothing was. */
function wholeEntriesIn(harmed: string, text: string): number | undefined {
  return text.startsWith(harmed) ? (harmed.match(ENTRY_END)?.length ?? 0) : undefined;
}

function read(text: string): ParsedFeed | null {
  return parseFeed({ text, url: DOCUMENT_URL });
}

/** What an entry can be recognised by, whatever was added to it. */
function marksOf(entry: ParsedFeed['entries'][number]): string[] {
  const page = entry.link ? canonicalLink(entry.link).split('?', 1)[0] : undefined;
  const text = entry.title || entry.content.replace(/<[^>]*>/g, '').slice(0, 200);
  const letters = text.replace(/&foo;|[^\p{L}\p{N}]/gu, '');
  return [entry.id, page, letters].filter((mark) => mark !== undefined && mark !== '') as string[];
}

function everyThirdTextOpen(text: string): string {
  let ends = 0;
  return text.replace(/<\/(description|summary|content)\s*>/gi, (tag) => {
    ends += 1;
    return ends % 3 === 0 ? '' : tag;
  });
}
