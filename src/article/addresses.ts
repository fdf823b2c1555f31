import { escapeInline } from './escape.ts';
import { BLOCKS } from './tags.ts';
import { createElement, createText, type TreeNode } from './tree.ts';

/** What GFM makes a link of by itself (spec 0.29 §6.9): it goes on to the next blank, and takes backslashes literally. */
const BARE = /(?:(?:https?|ftp):\/\/|www\.)[a-z\d-][^\s<]*/gi;
const ADDRESS = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w/=%~&*-]/;
const APART = new Set(['A', 'CODE', 'PRE']);

/** Makes links of those bare addresses that Markdown's own link would get wrong: with characters that need
 *  escapes, or with markup right behind them. Texts are joined already. */
export function settleAddresses(node: TreeNode): void {
  for (const child of node.childNodes) {
    if (!child.isElement) splitText(child);
    else if (!APART.has(child.nodeName)) settleAddresses(child);
  }
}

function splitText(text: TreeNode): void {
  const { data } = text;
  if (!/:\/\/|www\./i.test(data)) return;
  let from = 0;
  BARE.lastIndex = 0;
  for (let match = BARE.exec(data); match; match = BARE.exec(data)) {
    if (isSafe(match[0], text, data[BARE.lastIndex])) continue;
    const address = ADDRESS.exec(match[0])?.[0] ?? match[0];
    insertBefore(text, createText(data.slice(from, match.index)));
    insertBefore(text, linkTo(address));
    from = match.index + address.length;
    BARE.lastIndex = from;
  }
  text.data = data.slice(from);
}

function isSafe(run: string, text: TreeNode, after: string | undefined): boolean {
  if (escapeInline(run) !== run || run.endsWith('#') || after === '<') return false;
  if (after !== undefined || text.nextSibling?.nodeName === 'BR') return true;
  return text.nextSibling === null && BLOCKS.has(text.parentNode?.nodeName ?? '');
}

function linkTo(address: string): TreeNode {
  const href = /^www\./i.test(address) ? `http://${address}` : address;
  const link = createElement('A', { href });
  link.appendChild(createText(address));
  return link;
}

function insertBefore(text: TreeNode, node: TreeNode): void {
  text.parentNode?.insertBefore(node, text);
}
