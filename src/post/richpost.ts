import type { RichBlock, RichText } from '../model/rich.ts';
import type { Article, Button, FormattedText, Rung } from '../model.ts';
import { joinText, plainText, withoutPhotos } from './blocks.ts';
import { directionOf } from './direction.ts';
import { headlineOf, visibleLine } from './headline.ts';
import { photo } from './inline.ts';
import { RICH_BUDGET, sizeOf } from './limits.ts';
import { linkTarget } from './links.ts';
import { blocksOf } from './markdown.ts';
import { splitBlocks } from './split.ts';
import { oneLine, shorten } from './text.ts';
import { type PostView, signatureOf, type Words, type Write } from './words.ts';

type RichDeps = { words: Words; view: PostView; write: Write; buttons: Button[][] };

/** Of the post itself; the article folded below it has what is left of the budget. */
const TITLE_LIMIT = 256;
const LEAD_LIMIT = 2_000;
const ALT_LIMIT = 256;

/** The level of blocks inside of others. */
const FOLDED_DEPTH = 2;

/** A rich message with the whole article folded into it; then the same without pictures. */
export function richRungs(article: Article, { words, view, write, buttons }: RichDeps): Rung[] {
  const post = view.template ? templated(write) : ordinary(article, words, view);
  const blocks = [...heroOf(article), ...post];
  const whole = [...blocks, ...foldedOf(article, blocks, view)];
  const bare = withoutPhotos(whole);
  const direction = directionOf(bare);
  const variants = sizeOf(whole).media > 0 ? [whole, bare] : [whole];
  return variants.map((variant) => ({ kind: 'rich', blocks: variant, direction, buttons }));
}

/** Nothing is detected in rich messages: foreign words stand in them as they are, and hashtags are not tapped. */
function ordinary(article: Article, words: Words, view: PostView): RichBlock[] {
  const lead = shorten(visibleLine(article.leads[view.summary]), LEAD_LIMIT);
  const signature = signatureOf(words);
  return [
    { type: 'heading', size: 1, text: shorten(headlineOf(article, view.source), TITLE_LIMIT) },
    ...(lead === '' ? [] : [{ type: 'paragraph', text: lead } as const]),
    ...(signature === '' ? [] : [{ type: 'footer', text: signature } as const]),
  ];
}

function templated(write: Write): RichBlock[] {
  return [{ type: 'paragraph', text: richTextOf(write(LEAD_LIMIT)) }];
}

function heroOf({ picture }: Article): RichBlock[] {
  const url = linkTarget(picture?.url ?? null);
  return url === null ? [] : [photo(url, shorten(visibleLine(picture?.alt ?? ''), ALT_LIMIT))];
}

/** As much of the article as there is room for under these blocks; nothing where they have said it all. */
function foldedOf(article: Article, above: RichBlock[], view: PostView): RichBlock[] {
  const summary = view.buttons.whole;
  const used = sizeOf([...above, { type: 'details', summary, blocks: [MORE] }]);
  const room = {
    characters: RICH_BUDGET.characters - used.characters,
    media: RICH_BUDGET.media - used.media,
    blocks: RICH_BUDGET.blocks - used.blocks,
  };
  const [first, ...rest] = splitBlocks(blocksOf(article.markdown, FOLDED_DEPTH), room);
  if (!first || (rest.length === 0 && isTold(first, visibleLine(article.leads[view.summary])))) {
    return [];
  }
  return [{ type: 'details', summary, blocks: rest.length > 0 ? [...first, MORE] : first }];
}

const MORE: RichBlock = { type: 'paragraph', text: '…' };

/** Of a feed that gives only teasers the lead is all there is. */
function isTold([only, ...others]: RichBlock[], lead: string): boolean {
  return (
    others.length === 0 && only?.type === 'paragraph' && oneLine(plainText(only.text)) === lead
  );
}

/** A text with entities that lie one over another only as a whole. */
function richTextOf({ text, entities }: FormattedText): RichText {
  const edges = entities.flatMap(({ offset, length }) => [offset, offset + length]);
  const cuts = [...new Set([0, ...edges, text.length])].toSorted((a, b) => a - b);
  const parts = cuts.slice(0, -1).map((start, index) => {
    let part: RichText = text.slice(start, cuts[index + 1]);
    for (const entity of entities) {
      const isOver = entity.offset <= start && start < entity.offset + entity.length;
      if (!isOver) continue;
      if (entity.type === 'text_link') part = { type: 'url', text: part, url: entity.url };
      if (entity.type === 'bold' || entity.type === 'italic')
        part = { type: entity.type, text: part };
    }
    return part;
  });
  return joinText(parts);
}
