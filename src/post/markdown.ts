import type { MarkedToken, Token, Tokens } from 'marked';
import type { ListItem, Photo, RichBlock, RichText, Table, TableCell } from '../model/rich.ts';
import { aroundPhotos, isPhoto, joinText, plainText, unrolled } from './blocks.ts';
import { inline } from './inline.ts';
import { lexMarkdown } from './lexer.ts';
import { MAX_COLUMNS, MAX_DEPTH } from './limits.ts';
import { cleanText, isVisible } from './text.ts';

/** Blocks may stand this deep; the levels below are for formatting. */
const BLOCK_DEPTH = MAX_DEPTH - 2;

/** An article's Markdown as blocks, none of them empty, in the order of its words.
 *  `depth`: the level they are to stand on. */
export function blocksOf(markdown: string, depth = 1): RichBlock[] {
  return captioned(flow(lexMarkdown(markdown), depth));
}

function flow(tokens: Token[], depth: number): RichBlock[] {
  return (tokens as MarkedToken[]).flatMap((token) => blocksFrom(token, depth));
}

function blocksFrom(token: MarkedToken, depth: number): RichBlock[] {
  switch (token.type) {
    case 'heading':
      return texts({ type: 'heading', size: headingSize(token.depth) }, token.tokens, depth);
    case 'paragraph':
      return texts({ type: 'paragraph' }, token.tokens, depth);
    case 'code':
      return code(token);
    case 'hr':
      return [{ type: 'divider' }];
    case 'blockquote':
      return quote(token, depth);
    case 'list':
      return list(token, depth);
    case 'table':
      return table(token, depth);
    case 'space':
      return [];
    default:
      return texts({ type: 'paragraph' }, [token], depth);
  }
}

/** A block of text that still lacks its text. */
type Leaf = { type: 'paragraph' } | { type: 'heading'; size: 2 | 3 | 4 | 5 | 6 };

function texts(leaf: Leaf, tokens: Token[], depth: number): RichBlock[] {
  return aroundPhotos(inline(tokens, depth), (run) => textBlock(leaf, run));
}

function textBlock(leaf: Leaf, parts: RichText[]): RichBlock[] {
  const text = trimmed(joinText(parts));
  return isVisible(plainText(text)) ? [{ ...leaf, text }] : [];
}

/** Size 1 is the article's title. */
function headingSize(depth: number): 2 | 3 | 4 | 5 | 6 {
  return ([2, 2, 3, 4, 5, 6] as const)[depth - 1] ?? 6;
}

function code({ text, lang }: Tokens.Code): RichBlock[] {
  const language = /^[\w+#.-]{1,32}/.exec(lang ?? '')?.[0];
  const lines = cleanText(text).replace(/^\n+/, '').trimEnd();
  if (!isVisible(lines)) return [];
  return [{ type: 'pre', text: lines, ...(language !== undefined && { language }) }];
}

function quote({ tokens }: Tokens.Blockquote, depth: number): RichBlock[] {
  if (depth + 1 > BLOCK_DEPTH) return flow(tokens, depth);
  return aroundPhotos(flow(tokens, depth + 1), (blocks) =>
    blocks.length === 0 ? [] : [{ type: 'blockquote', blocks }],
  );
}

/** Photos divide a list, as they divide a paragraph. */
function list({ items, ordered, start }: Tokens.List, depth: number): RichBlock[] {
  if (depth + 2 > BLOCK_DEPTH) return items.flatMap((entry) => flow(entry.tokens, depth));
  const first = ordered ? Number(start) : null;
  const entries = items.flatMap((entry, index) =>
    listEntries(entry, depth, first === null ? null : first + index),
  );
  return aroundPhotos(entries, (run) => (run.length === 0 ? [] : [{ type: 'list', items: run }]));
}

function listEntries(
  entry: Tokens.ListItem,
  depth: number,
  value: number | null,
): (ListItem | Photo)[] {
  const marks: Omit<ListItem, 'blocks'> = {
    ...(value !== null && { value, type: '1' }),
    ...(entry.task && { has_checkbox: true }),
    ...(entry.checked && { is_checked: true }),
  };
  return aroundPhotos(flow(entry.tokens, depth + 2), (blocks) =>
    blocks.length === 0 ? [] : [{ ...marks, blocks }],
  );
}

/** Rows without words are left out; photos follow the table. */
function table({ header, rows }: Tokens.Table, depth: number): RichBlock[] {
  const contents = [header, ...rows].map((row) =>
    row.map((cell) => inline(cell.tokens, depth + 2)),
  );
  const photos = contents.flat(2).filter(isPhoto);
  const cells = [header, ...rows]
    .map((row, index) => row.map((cell, column) => cellOf(cell, contents[index]?.[column] ?? [])))
    .filter((row) => row.some((cell) => cell.text !== undefined));
  if (cells.length === 0) return photos;
  if (header.length > MAX_COLUMNS || depth + 2 > BLOCK_DEPTH) {
    return [...cells.map(unrolled), ...photos];
  }
  const block: Table = { type: 'table', cells, is_bordered: true };
  return [block, ...photos];
}

function cellOf({ header, align }: Tokens.TableCell, parts: (RichText | Photo)[]): TableCell {
  const text = trimmed(joinText(parts.filter(isText)));
  return {
    ...(isVisible(plainText(text)) && { text }),
    ...(header && { is_header: true }),
    align: align ?? 'left',
    valign: 'top',
  };
}

/** A paragraph all in italics right under a photo is what its publisher set as the caption. */
function captioned(blocks: RichBlock[]): RichBlock[] {
  return blocks.flatMap((block, index): RichBlock[] => {
    if (block.type === 'photo') {
      const caption = italicOnly(blocks[index + 1]);
      return [caption === null ? block : { ...block, caption: { text: caption } }];
    }
    return blocks[index - 1]?.type === 'photo' && italicOnly(block) !== null ? [] : [block];
  });
}

function italicOnly(block: RichBlock | undefined): RichText | null {
  if (block?.type !== 'paragraph' || typeof block.text === 'string') return null;
  return !Array.isArray(block.text) && block.text.type === 'italic' ? block.text.text : null;
}

/** Without blanks at its ends, where these are not formatted. */
function trimmed(text: RichText): RichText {
  if (typeof text === 'string') return text.trim();
  if (!Array.isArray(text)) return text;
  const trimEnd = (part: RichText) => (typeof part === 'string' ? part.trimEnd() : part);
  const trimStart = (part: RichText) => (typeof part === 'string' ? part.trimStart() : part);
  return joinText(text.with(-1, trimEnd(text.at(-1) ?? '')).with(0, trimStart(text[0] ?? '')));
}

function isText(part: RichText | Photo): part is RichText {
  return !isPhoto(part);
}
