/** Where a text stands in the Markdown. */
export type Place = { startsLine: boolean; inTable: boolean };

const SPECIAL = /[\\`*_[\]~<&]/;
const LINE_START =
  /^(\s*)(?:([-+])(?=[\s\-|:]|$)|(=|>|\||#{1,6}(?=\s|$)|:(?=-))|(\d{1,9})([.)])(?=\s|$))/;

/** Plain text as Markdown that a CommonMark or GFM parser reads back as the same text. */
export function escapeText(text: string, { startsLine, inTable }: Place): string {
  const escaped = SPECIAL.test(text) ? escapeInline(text) : text;
  if (inTable) return escaped.replace(/\|/g, '\\|');
  return startsLine ? escaped.replace(LINE_START, escapeStart) : escaped;
}

/** A mark before a link would make it a picture. */
export function beforeLink(markdown: string): string {
  return markdown.replace(/!$/, '\\!');
}

/** A link's target between parentheses. */
export function escapeTarget(url: string): string {
  return url
    .replace(/[\s<>`|\\]/g, encodeURIComponent)
    .replace(/[()]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;');
}

function escapeStart(_: string, ...groups: string[]): string {
  const [blank = '', bullet, sign, number, point] = groups;
  if (number) return `${blank}${number}\\${point}`;
  return `${blank}\\${bullet ?? sign}`;
}

/** Escapes what means something anywhere in a line. */
export function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]~]|(?<=\])\(/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/<(?=[a-z/!?]|$)/gi, '\\<')
    .replace(/&(?=#?\w{1,40};|$)/g, '\\&');
}
