import type { Entry, EpochMs } from '../model.ts';
import { displayText, leafBlocks, shareOf } from './blocks.ts';
import { webUrl } from './links.ts';
import { type Metadata, metadataOf } from './metadata.ts';
import { boundedHtml, parseTree } from './parse.ts';
import { oneLine } from './plain.ts';
import type { TreeNode } from './tree.ts';

const MAX_CHARS = 3_000_000;
/** Less text is a caption, a consent wall or a login form, not an article. */
const LEAST_CHARS = 140;
const LEAST_BLOCK_CHARS = 40;
const FURNITURE = ['ASIDE', 'FOOTER', 'NAV'];
const CONTAINERS = ['ARTICLE', 'DIV', 'MAIN', 'SECTION', 'TD'];
/** Lists and boxes of links beside the text: "related", "most read". */
const LINK_BOXES = ['DIV', 'OL', 'SECTION', 'TABLE', 'UL'];
const LINK_BOX_CHARS = 1_500;
const LINK_BOX_SHARE = 0.6;

/** An ordinary web page as an entry: its metadata, and the HTML of the element that holds its text. Null when
 *  there is neither a title nor a text. `url` is the page's final address. */
export function readPage(html: string, url: string): Entry | null {
  const source = boundedHtml(html, MAX_CHARS);
  const metadata = metadataOf(source);
  const baseUrl = webUrl(metadata.base, url) ?? url;
  const link = webUrl(metadata.canonical, baseUrl) ?? webUrl(url, url);
  const content = contentOf(source);
  const title = oneLine(metadata.title);
  if (title === '' && content === '') return null;
  return {
    id: link ?? url,
    title,
    link,
    summary: escaped(metadata.description),
    content,
    baseUrl,
    author: oneLine(metadata.author) || null,
    categories: [],
    published: momentOf(metadata.published),
    updated: momentOf(metadata.modified),
    pictures: picturesOf(metadata, baseUrl),
    enclosures: [],
  };
}

/** The HTML of the element with the article, without what stands in it but is none. */
function contentOf(source: string): string {
  const root = parseTree(source);
  const main = mainElement(root);
  if (main === null) return '';
  const ranges = [...FURNITURE, ...LINK_BOXES]
    .flatMap((name) => main.find(name))
    .filter((node) => FURNITURE.includes(node.nodeName) || isLinkBox(node))
    .toSorted((a, b) => a.start - b.start);
  let content = '';
  let from = main.start;
  for (const { start, end } of ranges) {
    if (start >= from) content += source.slice(from, start);
    from = Math.max(from, end);
  }
  return content + source.slice(from, main.end);
}

/** The longest ARTICLE, else MAIN, else the element whose own blocks hold most unlinked text. */
function mainElement(root: TreeNode): TreeNode | null {
  for (const name of ['ARTICLE', 'MAIN']) {
    const [longest] = root
      .find(name)
      .toSorted((a, b) => b.textContent.length - a.textContent.length);
    if (longest && displayText(longest).length >= LEAST_CHARS) return longest;
  }
  let densest: TreeNode | null = null;
  let most = LEAST_CHARS;
  for (const [container, chars] of textByContainer(root)) {
    if (chars <= most) continue;
    densest = container;
    most = chars;
  }
  return densest;
}

/** Unlinked characters of blocks of text, for the element around them, and half of them for the one around that. */
function textByContainer(root: TreeNode): Map<TreeNode, number> {
  const texts = new Map<TreeNode, number>();
  for (const block of leafBlocks(root)) {
    const length = displayText(block).length;
    if (length < LEAST_BLOCK_CHARS || block.closest(...FURNITURE)) continue;
    const chars = length * (1 - shareOf(block, 'A'));
    const container = block.closest(...CONTAINERS) ?? block;
    const around = container.closest(...CONTAINERS);
    texts.set(container, (texts.get(container) ?? 0) + chars);
    if (around) texts.set(around, (texts.get(around) ?? 0) + chars / 2);
  }
  return texts;
}

function isLinkBox(node: TreeNode): boolean {
  if (!node.has('A')) return false;
  const text = displayText(node);
  if (text.length >= LINK_BOX_CHARS || node.find('A').length < 2) return false;
  return shareOf(node, 'A') > LINK_BOX_SHARE;
}

function picturesOf({ image, imageAlt }: Metadata, baseUrl: string) {
  const url = webUrl(image, baseUrl);
  return url === null ? [] : [{ url, alt: oneLine(imageAlt), width: null, height: null }];
}

function momentOf(text: string): EpochMs | null {
  const moment = Date.parse(text);
  return /^\d{4}-\d\d-\d\d/.test(text) && Number.isFinite(moment) ? moment : null;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
