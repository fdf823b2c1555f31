import { BLOCKS, DROPPED, nameOf } from './tags.ts';
import { createElement, createText, type TreeNode } from './tree.ts';

/** A tree that grows with a parser's events. */
export type Builder = {
  readonly root: TreeNode;
  current: TreeNode;
  /** One per open tag; null where the element is not in the tree. */
  readonly open: (TreeNode | null)[];
  nodes: number;
  depth: number;
  indents: number;
  /** Open tags inside of something dropped, and NOSCRIPT, where only pictures count. */
  dropped: number;
  noscript: number;
  /** Whether a blank, or in PRE a line end, would be one too many. */
  isAfterBlank: boolean;
  /** The `srcset` of a PICTURE's last SOURCE, for its IMG. */
  sourceSet: string;
};

/** What exceeds these limits is somebody's attack or mistake, not an article. */
const MAX_NODES = 20_000;
const MAX_DEPTH = 256;
/** Lists, their entries and quotations indent; deeper ones are no longer told apart. */
const MAX_INDENTS = 24;
/** Unclosed tags that htmlparser2 may hold; its stack takes quadratic time. */
const MAX_OPEN_TAGS = 2_000;

const INDENTING = new Set(['BLOCKQUOTE', 'LI', 'OL', 'UL']);
const FORMATS = new Set(['A', 'CODE', 'DEL', 'EM', 'STRONG', 'SUB', 'SUP']);
/** What an element says besides its content. */
const SAYS = new Map([
  ['q', { before: '“', after: '”' }],
  ['rt', { before: '(', after: ')' }],
]);

/** Blanks that are not one space; soft hyphens, zero-width and direction marks; controls. */
const UNTIDY = /\s{2,}|[^\S ]|[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]|\p{Cc}/u;
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|(?!\s)\p{Cc}/gu;
const HIDING_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const HIDING_CLASS = /(?:^|\s)(?:screen-reader-text|sr-only|visually-?hidden)(?:\s|$)/i;
/** A form with that much text is a whole page that was put into one. */
const FORM_CHARS = 400;

export function createBuilder(): Builder {
  const root = createElement('X-TURNDOWN');
  return {
    root,
    current: root,
    open: [],
    nodes: 0,
    depth: 0,
    indents: 0,
    dropped: 0,
    noscript: 0,
    isAfterBlank: true,
    sourceSet: '',
  };
}

export function isFull({ nodes, open, dropped }: Builder): boolean {
  return nodes >= MAX_NODES || open.length + dropped >= MAX_OPEN_TAGS;
}

/** `start` is the tag's place in the HTML, in UTF-16 units. */
export function openTag(
  builder: Builder,
  tag: string,
  attributes: Record<string, string>,
  start: number,
): void {
  if (builder.dropped > 0 || DROPPED.has(tag) || isHidden(attributes)) {
    builder.dropped += 1;
    return;
  }
  noteSource(builder, tag, attributes);
  if (tag === 'noscript') builder.noscript += 1;
  writeText(builder, SAYS.get(tag)?.before ?? '');
  const name = admitted(builder, nameOf(tag));
  if (builder.current.nodeName === 'PRE' || builder.current.nodeName === 'CODE') {
    enterCode(builder, name, attributes);
    builder.open.push(null);
  } else {
    builder.open.push(name === null ? null : enter(builder, name, attributes));
  }
  const node = builder.open.at(-1);
  if (node) node.start = start;
}

export function writeText(builder: Builder, text: string): void {
  if (text === '' || builder.dropped > 0 || builder.noscript > 0) return;
  if (builder.current.nodeName === 'PRE') {
    append(builder, text);
    builder.isAfterBlank = text.endsWith('\n');
    return;
  }
  let tidy = text;
  if (UNTIDY.test(text)) tidy = text.replace(INVISIBLE, '').replace(/\s+/g, ' ');
  if (builder.isAfterBlank && tidy.startsWith(' ')) tidy = tidy.slice(1);
  if (tidy === '') return;
  append(builder, tidy);
  builder.isAfterBlank = tidy.endsWith(' ');
}

/** `end` is the place in the HTML after the tag. */
export function closeTag(builder: Builder, tag: string, end: number): void {
  if (builder.dropped > 0) {
    builder.dropped -= 1;
    return;
  }
  if (tag === 'noscript') builder.noscript -= 1;
  if (tag === 'picture') builder.sourceSet = '';
  const node = builder.open.pop();
  writeText(builder, SAYS.get(tag)?.after ?? '');
  if (node) leave(builder, node, end);
}

/** SOURCE elements are not in the tree: a picture's go to its IMG, a player's to the player as `source`. */
function noteSource(builder: Builder, tag: string, attributes: Record<string, string>): void {
  if (tag === 'source') {
    const set = attributes.srcset ?? attributes['data-srcset'];
    if (set) builder.sourceSet = set;
    else if (attributes.src) builder.current.attributes.source ??= attributes.src;
  }
  if (tag === 'img' && builder.sourceSet) attributes.srcset ??= builder.sourceSet;
}

/** The name under which an element enters the tree here; null where it does not. */
function admitted(builder: Builder, name: string | null): string | null {
  if (name === null || builder.depth >= MAX_DEPTH || builder.nodes >= MAX_NODES) return null;
  if (builder.noscript > 0 && name !== 'IMG' && name !== 'IFRAME') return null;
  if (INDENTING.has(name) && builder.indents >= MAX_INDENTS) return 'DIV';
  return FORMATS.has(name) && isFormatted(builder, name) ? null : name;
}

/** Formats stand close together: at most as many ancestors are looked at as there are formats. */
function isFormatted({ current }: Builder, name: string): boolean {
  let node: TreeNode | null = current;
  while (node && FORMATS.has(node.nodeName) && node.nodeName !== name) node = node.parentNode;
  return node?.nodeName === name;
}

function enter(builder: Builder, name: string, attributes: Record<string, string>): TreeNode {
  const node = createElement(name, attributes);
  builder.current.appendChild(node);
  builder.current = node;
  builder.nodes += 1;
  builder.depth += 1;
  if (INDENTING.has(name)) builder.indents += 1;
  if (name === 'BR' || BLOCKS.has(name)) builder.isAfterBlank = true;
  else if (name === 'IMG') builder.isAfterBlank = false;
  return node;
}

/** Inside code only text and line ends count. */
function enterCode(
  builder: Builder,
  name: string | null,
  attributes: Record<string, string>,
): void {
  if (name === 'CODE' && attributes.class) builder.current.attributes.class ??= attributes.class;
  if (name === 'BR') writeText(builder, '\n');
  else if (name !== null && BLOCKS.has(name) && !builder.isAfterBlank) writeText(builder, '\n');
}

function append({ current }: Builder, text: string): void {
  const last = current.lastChild;
  if (last && !last.isElement) last.data += text;
  else current.appendChild(createText(text));
}

function leave(builder: Builder, node: TreeNode, end: number): void {
  builder.current = node.parentNode ?? builder.root;
  builder.depth -= 1;
  node.end = end;
  if (INDENTING.has(node.nodeName)) builder.indents -= 1;
  if (BLOCKS.has(node.nodeName)) builder.isAfterBlank = true;
  if (isFurniture(node)) node.remove();
  else if (node.nodeName === 'FORM') node.rename('DIV');
}

function isHidden({ hidden, style, class: classes }: Record<string, string>): boolean {
  return (
    hidden !== undefined ||
    (style !== undefined && HIDING_STYLE.test(style)) ||
    (classes !== undefined && HIDING_CLASS.test(classes))
  );
}

/** Forms, and what is hidden from screen readers unless it is a picture or a paragraph of its own. */
function isFurniture(node: TreeNode): boolean {
  if (node.nodeName === 'FORM') return node.textContent.length < FORM_CHARS;
  if (node.attributes['aria-hidden'] !== 'true' || node.nodeName === 'P') return false;
  return node.nodeName !== 'IMG' && !node.has('IMG');
}
