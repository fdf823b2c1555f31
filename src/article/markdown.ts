import Turndown from 'turndown';
import { settleAddresses } from './addresses.ts';
import { settleEmphasis } from './emphasis.ts';
import { beforeLink, escapeTarget, escapeText } from './escape.ts';
import { oneLine } from './plain.ts';
import { BLOCKS } from './tags.ts';
import type { TreeNode } from './tree.ts';

type Replacement = (content: string, node: TreeNode) => string;

const ALT_CHARS = 200;
const MAX_LIST_NUMBER = 999_999_999;
/** Turndown's own expressions take quadratic time in long blanks. */
const LONG_BLANK = /\s{100,}/g;

const RULES: Record<string, Replacement> = {
  a: (content, node) => linked(content, node.attributes.href),
  // Not a backslash: after a bare address it would belong to the address.
  br: () => '  \n',
  code: (_, node) => inlineCode(node),
  del: (content) => around(content, '~~'),
  em: (content) => around(content, '*'),
  figcaption: caption,
  hr: () => paragraph('---'),
  img: (_, node) => picture(node),
  li: listEntry,
  ol: list,
  pre: (_, node) => codeBlock(node),
  strong: (content) => around(content, '**'),
  table: (content) => paragraph(content.trim()),
  td: (content) => ` ${content.trim()} |`,
  tr: tableRow,
  ul: list,
};

const turndown = createTurndown();

/** The tree as CommonMark with GFM tables and strikethrough, ready to be read back as the same text.
 *  The tree is used up. */
export function toMarkdown(root: TreeNode): string {
  unwrapTickedCode(root);
  joinTexts(root);
  settleAddresses(root);
  settleEmphasis(root);
  joinTexts(root);
  settleTexts(root);
  // Our nodes have what turndown asks for, not all that a browser's elements have.
  return turndown.turndown(root as unknown as Turndown.Node).trim();
}

function createTurndown(): Turndown {
  const service = new Turndown({ headingStyle: 'atx', hr: '---' });
  for (const [name, replacement] of Object.entries(RULES)) {
    service.addRule(name, {
      filter: name as Turndown.TagName,
      replacement: (content, node) => replacement(content, node as unknown as TreeNode),
    });
  }
  service.addRule('heading', {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    replacement: (content, node) => heading(content, node as unknown as TreeNode),
  });
  // Texts are escaped beforehand, where we know what stands around them.
  service.escape = (text) => text;
  return service;
}

/** Marked reads no link whose text holds code with such characters in it. */
function unwrapTickedCode(root: TreeNode): void {
  for (const code of root.find('CODE')) {
    if (/[`\\[\]]/.test(code.textContent) && code.closest('A')) code.unwrap();
  }
}

/** Neighbouring texts become one, so that each can be judged by what stands beside it. */
function joinTexts(node: TreeNode): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.isElement) {
      joinTexts(child);
      continue;
    }
    let data = child.data;
    while (child.nextSibling && !child.nextSibling.isElement) {
      data += child.nextSibling.data;
      child.nextSibling.remove();
    }
    child.data = data;
  }
}

/** Escapes all texts for their places. */
function settleTexts(node: TreeNode): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeName === 'PRE') settleCode(child);
    else if (child.nodeName !== 'CODE' && child.isElement) settleTexts(child);
    else if (!child.isElement) settleText(child);
  }
}

function settleText(text: TreeNode): void {
  const escaped = escapeText(text.data.replace(LONG_BLANK, ' '), placeOf(text));
  text.data = text.nextSibling?.nodeName === 'A' ? beforeLink(escaped) : escaped;
}

function settleCode(block: TreeNode): void {
  for (const text of block.childNodes) text.data = text.data.replace(LONG_BLANK, '\n');
}

function placeOf(node: TreeNode) {
  const before = node.previousSibling;
  return {
    startsLine: before === null || before.nodeName === 'BR' || BLOCKS.has(before.nodeName),
    inTable: node.closest('TABLE') !== null,
  };
}

function paragraph(content: string): string {
  return `\n\n${content}\n\n`;
}

function around(content: string, delimiter: string): string {
  const text = content.replace(/^\s*\n|\s*\n$/g, '');
  return text.trim() === '' ? content : `${delimiter}${text}${delimiter}`;
}

function linked(content: string, href: string | undefined): string {
  const text = content.replace(/\s*\n/g, ' ').trim();
  return href && text ? `[${text}](${escapeTarget(href)})` : text;
}

function picture(node: TreeNode): string {
  const { src, alt = '' } = node.attributes;
  if (!src) return '';
  const place = { startsLine: false, inTable: node.closest('TABLE') !== null };
  const text = escapeText(oneLine(alt).slice(0, ALT_CHARS).toWellFormed(), place);
  return `![${text}](${escapeTarget(src)})`;
}

function caption(content: string, node: TreeNode): string {
  const text = content.replace(/\s*\n/g, ' ').trim();
  return paragraph(node.has('EM') ? text : around(text, '*'));
}

function heading(content: string, node: TreeNode): string {
  const text = content
    .replace(/\s*\n/g, ' ')
    .trim()
    .replace(/(?<!\\)#$/, '\\#');
  return text ? paragraph(`${'#'.repeat(Number(node.nodeName[1]))} ${text}`) : '';
}

function list(content: string, node: TreeNode): string {
  return node.parentNode?.nodeName === 'LI' ? `\n${content.trim()}\n` : paragraph(content);
}

function listEntry(content: string, node: TreeNode): string {
  const marker = `${markerOf(node)} `;
  const lines = content.trim().replace(/\n/g, `\n${' '.repeat(marker.length)}`);
  return `\n${marker}${lines.replace(/^ +$/gm, '')}\n`;
}

function markerOf(node: TreeNode): string {
  if (node.parentNode?.nodeName !== 'OL') return '-';
  const before = node.previousSibling?.attributes.number;
  const start = before === undefined ? node.parentNode.attributes.start : Number(before) + 1;
  const number = Number(start ?? 1);
  const isListed = Number.isInteger(number) && number >= 0 && number <= MAX_LIST_NUMBER;
  node.attributes.number = String(isListed ? number : 1);
  return `${node.attributes.number}.`;
}

function tableRow(content: string, node: TreeNode): string {
  const row = `\n|${content.replace(/\s*\n\s*/g, ' ')}`;
  if (node.previousSibling) return row;
  return `${row}\n|${' --- |'.repeat(node.childNodes.length)}`;
}

function inlineCode(node: TreeNode): string {
  const code = oneLine(node.textContent);
  if (code === '') return '';
  const text = node.closest('TABLE') ? code.replace(/\|/g, '\\|') : code;
  const fence = '`'.repeat(longestRun(text) + 1);
  const gap = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${gap}${text}${gap}${fence}`;
}

function codeBlock(node: TreeNode): string {
  const code = node.textContent.replace(/^\n+/, '').trimEnd();
  const language = /(?:^|\s)(?:lang|language|highlight)-([\w+#-]{1,20})/.exec(
    node.attributes.class ?? '',
  );
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return paragraph(`${fence}${language?.[1] ?? ''}\n${code}\n${fence}`);
}

function longestRun(code: string): number {
  return (code.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
