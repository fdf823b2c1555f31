import { displayText, fingerprint, isRepeated, leafBlocks, shareOf } from './blocks.ts';
import { isDateline } from './dateline.ts';
import { isSamePage, isSiteRoot } from './links.ts';
import { removeBlock } from './paragraphs.ts';
import { isSameText } from './plain.ts';
import type { TreeNode } from './tree.ts';

/** What tells the ends of an article from its content. */
export type Surroundings = {
  title: string;
  link: string | null;
  /** Fingerprints of what recurs at the ends of that feed's entries. */
  repeated: ReadonlySet<string>;
};

/** Blocks looked at from the start, and removed at most from the end. */
const HEAD_BLOCKS = 4;
const TAIL_BLOCKS = 6;
const REPEATED_HEAD_BLOCKS = 2;
const REPEATED_TAIL_BLOCKS = 4;
/** From here on a block at the start is content. */
const CONTENT_CHARS = 60;
const PROMOTION_CHARS = 220;
const LABEL_CHARS = 24;

/** An invitation to read on elsewhere: a mark that text was cut, or words that stand for themselves. */
export const TEASE =
  /(?:\[\s*(?:…|\.\.\.)\s*\]|…|\.\.\.|(?<=^|[.!?…。！？\]:»)]\s{0,3})(?:\((?:more|mehr)\)|read (?:more|full|the (?:full|rest))\b.{0,40}|continue reading.{0,80}|weiterlesen|mehr lesen|lire (?:la suite|plus)|leer más|seguir leyendo|leia mais|continua a leggere|leggi tutto|lees meer|läs mer|czytaj (?:dalej|więcej)|читать (?:далее|полностью)|阅读(?:全文|更多|原文)|閱讀(?:全文|更多)|查看(?:全文|原文)|続きを読む|더\s?보기|اقرأ المزيد|devamını oku|xem thêm))\s*[»›>→]*\s*$/i;
/** The line that WordPress adds to each entry of a feed, in the languages met so far. */
const APPEARED_FIRST =
  /appeared first on|est apparu en premier|erschien zuerst auf|(?:se publicó|apareció) primero en|apareceu primeiro em|proviene da|pojawił się pocz|впервые появилась|最初に.{0,20}(?:登場|表示)|verscheen eerst op/i;

/** Removes the title's repetition, a date of its own, and what recurs; returns the date's text. */
export function trimHead(root: TreeNode, { title, repeated }: Surroundings): string | null {
  let dateline: string | null = null;
  const blocks = leafBlocks(root);
  let left = blocks.length;
  for (const [index, block] of blocks.slice(0, HEAD_BLOCKS).entries()) {
    const text = displayText(block);
    const isDate = isDateline(text);
    const isTitle = isSameText(text, title);
    const isBoilerplate = index < REPEATED_HEAD_BLOCKS && isRepeated(block, repeated);
    if (left > 1 && (isDate || isTitle || isBoilerplate)) {
      if (isDate) dateline ??= text;
      removeBlock(block);
      left -= 1;
    } else if (text.length > CONTENT_CHARS) {
      break;
    }
  }
  return dateline;
}

/** Removes rules, promotions and what recurs from the end, up to the first block of content. */
export function trimTail(root: TreeNode, surroundings: Surroundings): void {
  const blocks = leafBlocks(root);
  let removed = 0;
  for (let index = blocks.length - 1; index >= 1 && removed < TAIL_BLOCKS; index -= 1) {
    const block = blocks[index];
    if (block === undefined) break;
    const isRule = block.nodeName === 'HR';
    const isAfterRule = blocks[index - 1]?.nodeName === 'HR';
    const isEnd =
      isRule ||
      isRepeated(block, surroundings.repeated) ||
      (removed > 0 && isLabel(block)) ||
      isPromotion(block, isAfterRule ? 'after a rule' : 'after text', surroundings.link);
    if (!isEnd) break;
    removeBlock(block);
    if (!isRule) removed += 1;
  }
  const left = leafBlocks(root);
  if (left[0]?.nodeName === 'HR') removeBlock(left[0]);
  dropInvitation(left.at(-1));
}

/** A link behind the last words that only leads to the rest. */
function dropInvitation(block: TreeNode | undefined): void {
  const link = block?.find('A').at(-1);
  const text = link ? displayText(link) : '';
  const isLast = text !== '' && displayText(block as TreeNode).endsWith(text);
  if (isLast && text !== displayText(block as TreeNode) && TEASE.test(text)) link?.remove();
}

/** The fingerprints of an entry's ends, as `repeated` counts them. */
export function endsOf(root: TreeNode): Set<string> {
  const blocks = leafBlocks(root).filter(({ nodeName }) => nodeName !== 'HR');
  const ends = [...blocks.slice(0, REPEATED_HEAD_BLOCKS), ...blocks.slice(-REPEATED_TAIL_BLOCKS)];
  return new Set(ends.map(fingerprint).filter((it) => it.length > 1));
}

function isPromotion(
  block: TreeNode,
  place: 'after a rule' | 'after text',
  articleLink: string | null,
): boolean {
  const links = block.find('A');
  const text = displayText(block);
  if (links.length === 0 || text.length > PROMOTION_CHARS || block.has('IMG')) return false;
  if (block.nodeName === 'PRE' || /^[▶🎧] /u.test(text)) return false;
  const targets = links.map((link) => link.attributes.href ?? '');
  const share = shareOf(block, 'A');
  const rest = text.length * (1 - share);
  const toSites = targets.filter(isSiteRoot).length;
  const toItself = targets.filter(
    (target) => articleLink && isSamePage(target, articleLink),
  ).length;
  const showsAddress = links.some((link) => isAddress(displayText(link)));
  if (share >= 0.5 && (toSites > 0 || showsAddress || place === 'after a rule')) return true;
  if (share >= 0.5 && links.length >= 3 && !block.closest('LI')) return true;
  if (toItself > 0 && (toSites > 0 || share >= 0.4 || (links.length === 1 && rest <= 40)))
    return true;
  return APPEARED_FIRST.test(text) || (links.length === 1 && share >= 0.6 && TEASE.test(text));
}

function isLabel(block: TreeNode): boolean {
  const text = displayText(block);
  if (text.length > LABEL_CHARS || block.has('IMG') || block.has('A')) return false;
  return /[:：»›>]$/.test(text) || /^[\p{P}\p{S}\d\s]*$/u.test(text);
}

function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)?[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/i.test(text);
}
