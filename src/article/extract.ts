import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { displayText, shareOf } from './blocks.ts';
import { parseTree } from './parse.ts';
import type { TreeNode } from './tree.ts';

/** An article's text is longer; Readability then tries again with softer rules. */
const TEXT_CHARS = 250;
/** Of these in a row Readability takes quadratic time, and so many say no more than a few. */
const BLANKS = /(?:\s|&nbsp;|\u00a0){100,}/g;
const BREAKS = /(?:<br\b[^<>]{0,100}>\s{0,10}){3,}/gi;
const FURNITURE = ['ASIDE', 'FOOTER', 'FORM', 'NAV'];
const HEADINGS = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
/** Lists and boxes of links beside the text: "related", "most read". */
const LINK_BOXES = ['DIV', 'OL', 'SECTION', 'TABLE', 'UL'];
const LINK_BOX_CHARS = 1_500;
const LINK_BOX_SHARE = 0.6;
const LINK_LINE_CHARS = 200;
const LINK_LINE_SHARE = 0.9;

/** The HTML of what a page's article consists of, without what stands in it but is none; '' when there is none. Takes
 *  10–100 ms, of a giant seconds; throws what a hostile page makes a parser throw. */
export function extractContent(html: string): string {
  const { document } = parseHTML(
    withSkeleton(html.replace(BLANKS, ' ').replace(BREAKS, '<br><br>')),
  );
  const read = new Readability(document, {
    charThreshold: TEXT_CHARS,
    // A class says in which language code is, and what only screen readers tell.
    keepClasses: true,
    disableJSONLD: true,
  }).parse();
  return withoutFurniture(read?.content ?? '');
}

/** HTML may leave out the tags of its skeleton; unlike a browser, linkedom does not put them in. */
function withSkeleton(html: string): string {
  if (/<html[\s>]/i.test(html) && /<body[\s>]/i.test(html)) return html;
  const title = /<title\b[^>]{0,200}>[^<]{0,1000}<\/title>/i.exec(html)?.[0] ?? '';
  const inside = html.replace(
    /<!doctype[^>]{0,500}>|<\/?(?:html|head|body)(?:\s[^>]{0,2000})?>/gi,
    '',
  );
  return `<html><head>${title}</head><body>${inside}</body></html>`;
}

/** Cut out of the HTML itself, so that all else in it stays as it was written. */
function withoutFurniture(html: string): string {
  const root = parseTree(html);
  const furniture = [
    ...FURNITURE.flatMap((name) => root.find(name)),
    ...LINK_BOXES.flatMap((name) => root.find(name)).filter(isLinkBox),
    ...root.find('P').filter(isLinkLine),
    ...HEADINGS.flatMap((name) => root.find(name)).filter(isLast),
  ].toSorted((a, b) => a.start - b.start);
  let kept = '';
  let from = 0;
  for (const { start, end } of furniture) {
    if (start >= from) kept += html.slice(from, start);
    from = Math.max(from, end);
  }
  return kept + html.slice(from);
}

function isLinkBox(box: TreeNode): boolean {
  if (!box.has('A')) return false;
  const text = displayText(box);
  if (text.length >= LINK_BOX_CHARS || box.find('A').length < 2) return false;
  return shareOf(box, 'A') > LINK_BOX_SHARE;
}

function isLinkLine(line: TreeNode): boolean {
  if (!line.has('A') || line.has('IMG') || line.has('IFRAME') || line.has('VIDEO')) return false;
  return displayText(line).length < LINK_LINE_CHARS && shareOf(line, 'A') > LINK_LINE_SHARE;
}

/** Whether neither text nor picture stands behind it. */
function isLast(heading: TreeNode): boolean {
  for (let node: TreeNode | null = heading; node; node = node.parentNode) {
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      const shows = next.isElement && (next.nodeName === 'IMG' || next.has('IMG'));
      if (shows || next.textContent.trim() !== '') return false;
    }
  }
  return true;
}
