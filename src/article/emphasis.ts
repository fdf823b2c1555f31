import { createText, type TreeNode } from './tree.ts';

const FORMATS = new Set(['DEL', 'EM', 'STRONG']);
const MERGED = ['STRONG', 'EM', 'DEL', 'CODE'];
const EDGES = {
  before: { next: 'previousSibling', outer: 'lastChild', inner: 'firstChild' },
  after: { next: 'nextSibling', outer: 'firstChild', inner: 'lastChild' },
} as const;
type Side = keyof typeof EDGES;

const PUNCTUATION = /[\p{P}\p{S}]/u;
// Marked takes the tilde for a letter here.
const LETTER = /[^\s\p{P}\p{S}]|~/u;

/** Makes emphasis readable for CommonMark, whose `**` opens and closes only where it touches a letter on its
 *  inner side, or no letter on its outer side (spec 0.31 §6.2). Chinese and Japanese writers put no blanks there. */
export function settleEmphasis(root: TreeNode): void {
  mergeNeighbours(root);
  for (const name of FORMATS) {
    for (const format of root.find(name)) {
      if (isKnotted(format)) format.unwrap();
      if (format.parentNode) settleEdge(format, 'before');
      if (format.parentNode) settleEdge(format, 'after');
    }
  }
  // What was taken apart may stand beside its like now.
  mergeNeighbours(root);
}

/** `**a****b**` would show its asterisks. */
function mergeNeighbours(root: TreeNode): void {
  for (const node of MERGED.flatMap((name) => root.find(name))) {
    while (node.parentNode && node.nextSibling?.nodeName === node.nodeName) {
      const next = node.nextSibling;
      while (next.firstChild) node.appendChild(next.firstChild);
      next.remove();
    }
  }
}

/** `**a***b*` and `*a **b** c*`: delimiters side by side, or inside of other emphasis unless they embrace all
 *  of it, which readers of Markdown take apart differently. */
function isKnotted(format: TreeNode): boolean {
  const { nodeName, previousSibling, nextSibling } = format;
  if (format.closest('DEL')) return true;
  if (format.closest('EM', 'STRONG')) return previousSibling !== null || nextSibling !== null;
  return nodeName === 'EM' && (isStrong(previousSibling) || isStrong(nextSibling));
}

function isStrong(node: TreeNode | null): boolean {
  return node?.nodeName === 'STRONG';
}

/** Moves punctuation at an inner edge outside where the delimiter would fail; where nothing can be
 *  moved, the text goes without its emphasis. Blanks there are turndown's business. */
function settleEdge(format: TreeNode, side: Side): void {
  if (!LETTER.test(charBeside(format, side))) return;
  const inner = textAtEdge(format, side);
  const text = inner?.data ?? '';
  const [kept, moved] = side === 'before' ? withoutHead(text) : withoutTail(text);
  if (inner === null || kept === '') {
    format.unwrap();
  } else if (moved !== '') {
    inner.data = kept;
    const next = side === 'before' ? format : format.nextSibling;
    format.parentNode?.insertBefore(createText(moved), next);
  }
}

function withoutHead(text: string): [kept: string, moved: string] {
  const moved = /^[\p{P}\p{S}]+/u.exec(text)?.[0] ?? '';
  return [text.slice(moved.length), moved];
}

function withoutTail(text: string): [kept: string, moved: string] {
  const chars = [...text];
  let length = chars.length;
  while (length > 0 && PUNCTUATION.test(chars[length - 1] ?? '')) length -= 1;
  return [chars.slice(0, length).join(''), chars.slice(length).join('')];
}

/** The text at an inner edge, seen through other emphasis; null where markup stands there. */
function textAtEdge(format: TreeNode, side: Side): TreeNode | null {
  let node = format[EDGES[side].inner];
  while (node && FORMATS.has(node.nodeName)) node = node[EDGES[side].inner];
  return node && !node.isElement ? node : null;
}

/** The character that touches an emphasis from outside, seen through other emphasis; '' at the edge of a line
 *  or beside other markup. */
function charBeside(format: TreeNode, side: Side): string {
  const { next, outer } = EDGES[side];
  let node = format;
  while (node[next] === null && node.parentNode && FORMATS.has(node.parentNode.nodeName)) {
    node = node.parentNode;
    if (node.nodeName === 'DEL') return '~';
  }
  let beside = node[next];
  while (beside && FORMATS.has(beside.nodeName)) {
    if (beside.nodeName === 'DEL') return '~';
    beside = beside[outer];
  }
  if (beside === null || beside.isElement) return '';
  const chars = [...beside.data];
  return (side === 'before' ? chars.at(-1) : chars[0]) ?? '';
}
