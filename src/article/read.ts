import type { Article, Entry } from '../model.ts';
import { type Block, describeBlock, displayText, leafBlocks } from './blocks.ts';
import { cleanBody } from './clean.ts';
import { momentOf } from './dateline.ts';
import { endsOf, type Surroundings, trimHead, trimTail } from './ends.ts';
import { takeHero } from './hero.ts';
import { leadsOf } from './lead.ts';
import { toMarkdown } from './markdown.ts';
import { oneLine } from './plain.ts';
import { clip } from './sentences.ts';
import type { TreeNode } from './tree.ts';

export type ReadOptions = {
  /** What recurs at the ends of that feed's entries (`repeatedBlocks`), so that promotions can be told from content. */
  repeated?: ReadonlySet<string>;
};

const NOTHING_REPEATED: ReadonlySet<string> = new Set();
const TITLE_COLUMNS = 120;
const LEADING_BLOCKS = 40;
/** Boilerplate stands in that many entries of a fetch, and in that part of them. */
const REPEATED_ENTRIES = 3;
const REPEATED_SHARE = 0.4;

/** An entry as people read it. Never throws, and takes bounded time whatever the HTML. */
export function readArticle(entry: Entry, options: ReadOptions = {}): Article {
  const { repeated = NOTHING_REPEATED } = options;
  const surroundings = { title: oneLine(entry.title), link: entry.link, repeated };
  const { body, summary } = partsOf(entry, surroundings);
  const dateline = trimHead(body, surroundings);
  const picture = takeHero(body, entry, repeated);
  trimTail(body, surroundings);
  const blocks = blocksOf(body);
  const title = surroundings.title || derivedTitle(entry.link, blocks);
  return {
    title,
    link: entry.link,
    author: entry.author,
    published: entry.published ?? (dateline === null ? null : momentOf(dateline)),
    leads: leadsOf({ summary, blocks, title }),
    picture,
    pictures: [],
    media: null,
    categories: entry.categories,
    markdown: toMarkdown(body),
  };
}

/** Fingerprints of the blocks that recur at the ends of one fetch's entries: footers, newsletter calls, banners. */
export function repeatedBlocks(entries: Entry[]): Set<string> {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    for (const end of endsOf(cleanBody(entry.content || entry.summary, entry.baseUrl))) {
      counts.set(end, (counts.get(end) ?? 0) + 1);
    }
  }
  const least = Math.max(REPEATED_ENTRIES, entries.length * REPEATED_SHARE);
  return new Set([...counts].filter(([, count]) => count >= least).map(([end]) => end));
}

/** The body is the content, else the summary; the synopsis is the text of a summary beside a content. */
function partsOf(entry: Entry, surroundings: Surroundings): { body: TreeNode; summary: string } {
  const body = cleanBody(entry.content, entry.baseUrl);
  if (entry.summary === '' || entry.summary === entry.content) return { body, summary: '' };
  const summary = cleanBody(entry.summary, entry.baseUrl);
  if (displayText(body) === '' && displayText(summary) !== '') {
    for (const image of body.find('IMG')) summary.insertBefore(image, summary.firstChild);
    return { body: summary, summary: '' };
  }
  trimTail(summary, surroundings);
  const texts = blocksOf(summary).map(({ text }) => text);
  return { body, summary: texts.join(' ') };
}

/** The first blocks, from which titles and leads are made. */
function blocksOf(root: TreeNode): Block[] {
  return leafBlocks(root)
    .slice(0, LEADING_BLOCKS)
    .map(describeBlock)
    .filter((block) => block !== null);
}

function derivedTitle(link: string | null, blocks: Block[]): string {
  const text = blocks.find(({ kind }) => kind !== 'caption' && kind !== 'code')?.text;
  if (text) return clip(text, TITLE_COLUMNS);
  const url = link === null ? null : URL.parse(link);
  if (url === null) return 'Untitled';
  return `${url.hostname.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}`;
}
