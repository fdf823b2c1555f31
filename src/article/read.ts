import type { Article, Entry } from '../model.ts';
import { type Block, describeBlock, displayText, leafBlocks } from './blocks.ts';
import { cleanBody } from './clean.ts';
import { momentOf } from './dateline.ts';
import { type Surroundings, trimHead, trimTail } from './ends.ts';
import { furtherPictures } from './gallery.ts';
import { takeHero } from './hero.ts';
import { leadsOf } from './lead.ts';
import { toMarkdown } from './markdown.ts';
import { oneLine } from './plain.ts';
import { recordingOf, withRecording } from './recordings.ts';
import { clip } from './sentences.ts';
import type { TreeNode } from './tree.ts';

export type ReadOptions = {
  /** What recurs at the ends of that feed's entries (`recurringEnds`), so that promotions can be told from content. */
  repeated?: ReadonlySet<string>;
  /** Its body as `cleanBody` has made it, where that has been done already. It is used up. */
  body?: TreeNode | undefined;
};

const NOTHING_REPEATED: ReadonlySet<string> = new Set();
const TITLE_COLUMNS = 120;
const LEADING_BLOCKS = 20;

/** An entry as people read it. Never throws, and takes bounded time whatever the HTML. */
export function readArticle(entry: Entry, options: ReadOptions = {}): Article {
  const { repeated = NOTHING_REPEATED } = options;
  const surroundings = { title: oneLine(entry.title), link: entry.link, repeated };
  const { body, summary } = partsOf(entry, surroundings, options.body);
  const dateline = trimHead(body, surroundings);
  const picture = takeHero(body, entry, repeated);
  trimTail(body, surroundings);
  const blocks = blocksOf(body);
  const media = recordingOf(body, entry, picture);
  const title = surroundings.title || derivedTitle(entry.link, blocks);
  return {
    title,
    link: entry.link,
    author: entry.author,
    published: entry.published ?? (dateline === null ? null : momentOf(dateline)),
    leads: leadsOf({ summary, blocks, title }),
    picture,
    pictures: furtherPictures(body, entry, { hero: picture, repeated }),
    media,
    categories: entry.categories,
    markdown: withRecording(toMarkdown(body), media),
  };
}

/** The body is the content, else the summary; the synopsis is the text of a summary beside a content. */
function partsOf(
  entry: Entry,
  surroundings: Surroundings,
  cleaned: TreeNode | undefined,
): { body: TreeNode; summary: string } {
  if (cleaned && entry.content === '') return { body: cleaned, summary: '' };
  const body = cleaned ?? cleanBody(entry.content, entry.baseUrl);
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
