import { Parser } from 'htmlparser2';
import type { RawText } from './raw.ts';

/** One line of plain text. Markup goes, except what is no formatting and so must be meant: "the <canvas> element".
 *  Entities are decoded once more in either case: titles are often encoded twice. */
export function plainLine({ value, type }: RawText): string {
  const start = value.slice(0, MAX_LINE_LENGTH);
  const text = decodeEntities(type === 'html' ? withoutMarkup(start) : start);
  return storable(text).replace(/\s+/g, ' ').trim();
}

/** Far more than any headline has. */
const MAX_LINE_LENGTH = 4_000;

/** Markup that shows what was meant. Line breaks of plain text become breaks. */
export function markup({ value, type }: RawText): string {
  if (type === 'html') return storable(value).trim();
  const escaped = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const paragraphs = storable(escaped)
    .trim()
    .split(/\n\s*\n/);
  return paragraphs.length === 1
    ? withBreaks(paragraphs[0] ?? '')
    : paragraphs.map((it) => `<p>${withBreaks(it)}</p>`).join('');
}

/** What any database takes: no NUL, and no half of a surrogate pair. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** HTML's entities, of which XML knows only five. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let decoded = '';
  const parser = new Parser({ ontext: (part) => (decoded += part) });
  parser.end(text.replaceAll('<', '&lt;'));
  return decoded;
}

const FORMATTING = new Set(
  'a abbr b big blockquote br center cite code del div em font h1 h2 h3 h4 h5 h6 i img ins kbd li mark nobr ol p pre q s small span strike strong sub sup tt u ul var wbr'.split(
    ' ',
  ),
);

const BLOCKS = new Set('blockquote br center div h1 h2 h3 h4 h5 h6 li ol p pre ul'.split(' '));

const TAG = /<\/?([a-z][a-z0-9]{0,9})(?:\s[^<>]*)?\/?>/gi;

function withoutMarkup(html: string): string {
  return html.replace(TAG, (tag: string, name: string) => {
    if (BLOCKS.has(name.toLowerCase())) return ' ';
    return FORMATTING.has(name.toLowerCase()) ? '' : tag;
  });
}

function withBreaks(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('<br>');
}
