import type { RichBlock } from '../model/rich.ts';
import type { Article, FormattedText } from '../model.ts';
import { byline } from './byline.ts';
import type { Dated } from './dates.ts';
import { headlineOf, visibleLine } from './headline.ts';
import { photo } from './inline.ts';
import { linkTarget } from './links.ts';
import { blocksOf } from './markdown.ts';
import { pagesOf } from './pages.ts';
import { splitBlocks } from './split.ts';

/** How the whole article is shown. */
export type ReaderView = Dated & {
  /** The post above may have shown the hero already. */
  hero: 'shown' | 'omitted';
  /** The feed's title. */
  source: string;
};

/** The whole article as rich messages, each within the budget. To be sent with `skip_entity_detection`: the words of
 *  a foreign text are literal here. */
export function readerBlocks(article: Article, view: ReaderView): RichBlock[][] {
  return splitBlocks(wholeOf(article, view));
}

/** The same as pages of classic text, for clients and chats that have no rich messages. */
export function readerPages(article: Article, view: ReaderView): FormattedText[] {
  return pagesOf(wholeOf(article, view));
}

function wholeOf(article: Article, view: ReaderView): RichBlock[] {
  const source = visibleLine(view.source);
  const signature = byline(source, article.published, view);
  const blocks: RichBlock[] = [
    { type: 'heading', size: 1, text: headlineOf(article, source) },
    ...heroOf(article, view),
    ...blocksOf(article.markdown),
  ];
  return signature === '' ? blocks : [...blocks, { type: 'footer', text: signature }];
}

function heroOf({ picture }: Article, { hero }: ReaderView): RichBlock[] {
  const url = hero === 'shown' && picture !== null ? linkTarget(picture.url) : null;
  return url === null || picture === null ? [] : [photo(url, visibleLine(picture.alt))];
}
