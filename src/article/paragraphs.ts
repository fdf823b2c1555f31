import { displayText, leafBlocks } from './blocks.ts';
import { BLOCKS } from './tags.ts';
import { createElement, type TreeNode } from './tree.ts';

const FORMATS = ['STRONG', 'EM', 'DEL'];
/** Blocks that hold no text of their own. */
const STRUCTURE = new Set(['HR', 'PRE', 'TABLE', 'TBODY', 'TFOOT', 'THEAD', 'TR']);
const LISTS = new Set(['OL', 'UL']);
/** Blocks whose own text needs no paragraph beside inner blocks. */
const TIGHT = new Set(['LI', 'TD', 'TH']);
const SINGLE_LINE = /^(?:H[1-6]|TD|TH)$/;

/** Brings the tree into the form that all later passes rely on: blocks hold either blocks or inline
 *  content (list entries may hold both), inline elements hold no blocks, and empty elements are gone. */
export function settleParagraphs(root: TreeNode): void {
  liftBlocks(root);
  groupLines(root);
  dropEmpty(root);
}

/** Removes a block, and the blocks around it that are empty then. */
export function removeBlock(block: TreeNode): void {
  let node: TreeNode | null = block;
  while (node?.parentNode) {
    const around: TreeNode = node.parentNode;
    node.remove();
    node = isEmpty(around) ? around : null;
  }
}

/** A link around blocks moves into the first of them that has text; bold around blocks into each. */
function liftBlocks(root: TreeNode): void {
  for (const link of root.find('A').filter(holdsBlocks)) {
    const first = leafBlocks(link).find((block) => displayText(block) && block.nodeName !== 'PRE');
    if (first) wrapContent(first, createElement('A', link.attributes));
    link.unwrap();
  }
  for (const format of FORMATS.flatMap((name) => root.find(name)).filter(holdsBlocks)) {
    for (const block of leafBlocks(format)) {
      if (!STRUCTURE.has(block.nodeName)) wrapContent(block, createElement(format.nodeName));
    }
    format.unwrap();
  }
}

function wrapContent(block: TreeNode, wrapper: TreeNode): void {
  while (block.firstChild) wrapper.appendChild(block.firstChild);
  block.appendChild(wrapper);
}

function holdsBlocks(node: TreeNode): boolean {
  return node.has('BLOCK');
}

function groupLines(node: TreeNode): void {
  for (const child of node.childNodes) {
    if (BLOCKS.has(child.nodeName) && !STRUCTURE.has(child.nodeName)) groupLines(child);
  }
  const isSingleLine = SINGLE_LINE.test(node.nodeName);
  const hasGaps = !isSingleLine && node.has('BR') && markGaps(node);
  const isMixed = node.has('BLOCK') && !TIGHT.has(node.nodeName);
  if (!hasGaps && !isMixed && node.parentNode !== null) return;
  wrapLines(node, LISTS.has(node.nodeName) ? 'LI' : 'P');
  if (node.nodeName === 'P' || isSingleLine) node.rename('DIV');
}

/** Puts an empty block where two line breaks or more follow one another, and says whether it did. */
function markGaps(node: TreeNode): boolean {
  let hasGaps = false;
  let breaks: TreeNode[] = [];
  for (const child of [...node.childNodes, null]) {
    if (child && isBreak(child)) {
      breaks.push(child);
      continue;
    }
    if (breaks.filter(({ nodeName }) => nodeName === 'BR').length > 1) {
      hasGaps = true;
      node.insertBefore(createElement('P'), child);
      for (const lineBreak of breaks) lineBreak.remove();
    }
    breaks = [];
  }
  return hasGaps;
}

/** Wraps each run of inline content between blocks. */
function wrapLines(node: TreeNode, wrapper: string): void {
  let line: TreeNode | null = null;
  for (const child of node.childNodes) {
    if (BLOCKS.has(child.nodeName)) {
      line = null;
      continue;
    }
    if (line === null) {
      line = createElement(wrapper);
      node.insertBefore(line, child);
    }
    line.appendChild(child);
  }
}

/** From the leaves up; a blank inline element leaves the blank behind. */
function dropEmpty(node: TreeNode): void {
  for (const child of node.childNodes) {
    if (!child.isElement) continue;
    dropEmpty(child);
    if (BLOCKS.has(child.nodeName) && !child.has('BLOCK')) trimBreaks(child);
    if (!isEmpty(child) || child.nodeName === 'TD') continue;
    if (BLOCKS.has(child.nodeName) || child.firstChild === null) child.remove();
    else child.unwrap();
  }
}

function trimBreaks(block: TreeNode): void {
  while (block.firstChild && isBreak(block.firstChild)) block.firstChild.remove();
  while (block.lastChild && isBreak(block.lastChild)) block.lastChild.remove();
}

function isBreak(node: TreeNode): boolean {
  return node.nodeName === 'BR' || isBlankText(node);
}

function isEmpty(node: TreeNode): boolean {
  if (/^(?:IMG|BR|HR|X-TURNDOWN)$/.test(node.nodeName)) return false;
  return !node.has('IMG') && !node.has('HR') && node.textContent.trim() === '';
}

function isBlankText(node: TreeNode): boolean {
  return !node.isElement && node.data.trim() === '';
}
