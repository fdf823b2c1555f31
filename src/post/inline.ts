import type { MarkedToken, Token, Tokens } from 'marked';
import type { Photo, RichText, Style } from '../model/rich.ts';
import { aroundPhotos, joinText, plainText } from './blocks.ts';
import { MAX_DEPTH } from './limits.ts';
import { linkTarget } from './links.ts';
import { cleanText, isVisible, oneLine } from './text.ts';

const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

const FILE_NAME = /^\S+\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

/** Formatted text and the photos in it, in their order. `depth` is the level of the block that holds them: formatting
 *  that would go deeper than Telegram takes is left out, its words are not. */
export function inline(tokens: Token[] | undefined, depth: number): (RichText | Photo)[] {
  return ((tokens ?? []) as MarkedToken[]).flatMap((token) => inlineOf(token, depth));
}

function inlineOf(token: MarkedToken, depth: number): (RichText | Photo)[] {
  switch (token.type) {
    case 'strong':
      return styled('bold', token, depth);
    case 'em':
      return styled('italic', token, depth);
    case 'del':
      return styled('strikethrough', token, depth);
    case 'link':
      return linked(token, depth);
    case 'image':
      return [photoOf(token)];
    case 'codespan':
      return [wrapped(cleanText(token.text), depth, (text) => ({ type: 'code', text }))];
    case 'br':
      return ['\n'];
    case 'checkbox':
      return [];
    case 'escape':
      return [token.text];
    case 'text':
      return token.tokens ? inline(token.tokens, depth) : [literal(token.text)];
    default:
      return [literal(token.raw)];
  }
}

function styled(
  type: Style,
  { tokens }: Tokens.Strong | Tokens.Em | Tokens.Del,
  depth: number,
): (RichText | Photo)[] {
  return aroundPhotos(inline(tokens, depth + 1), (run) => [
    wrapped(joinText(run), depth, (text) => ({ type, text })),
  ]);
}

function linked({ href, tokens }: Tokens.Link, depth: number): (RichText | Photo)[] {
  const url = linkTarget(resolved(href));
  if (url === null) return inline(tokens, depth);
  return aroundPhotos(inline(tokens, depth + 1), (run) => [
    wrapped(joinText(run), depth, (text) => ({ type: 'url', text, url })),
  ]);
}

function wrapped(text: RichText, depth: number, wrap: (text: RichText) => RichText): RichText {
  return depth < MAX_DEPTH && isVisible(plainText(text)) ? wrap(text) : text;
}

/** A picture that cannot be shown leaves the words that stand for it. Its host must be one that Telegram asks: one bad
 *  address costs the whole message. */
function photoOf({ href, title, text }: Tokens.Image): RichText | Photo {
  const words = oneLine(resolved(title || text));
  const url = linkTarget(resolved(href));
  return url === null ? words : photo(url, words);
}

/** A photo block; words that say nothing (a file's name) make no caption. */
export function photo(url: string, words: string): Photo {
  const block: Photo = { type: 'photo', photo: { type: 'photo', media: url } };
  const isCaption = isVisible(words) && !FILE_NAME.test(words);
  return isCaption ? { ...block, caption: { text: words } } : block;
}

/** A line break in Markdown's source is a blank. */
function literal(text: string): string {
  return cleanText(resolved(text.replaceAll('\n', ' ')));
}

/** Character references resolved: the numeric ones and those that writers of Markdown use. */
function resolved(text: string): string {
  return text.replace(REFERENCE, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
