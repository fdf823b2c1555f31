import type { Article, Entry } from '../model.ts';
import { TEASE } from './ends.ts';
import type { Gate } from './gates.ts';
import { escaped, type Page } from './page.ts';
import { readArticle } from './read.ts';
import { columnsOf } from './sentences.ts';
import { textOf } from './teaser.ts';

/** `left`: the page does not tell what the teaser promises. */
export type Whole = { kind: 'article'; article: Article } | { kind: 'left'; reason: LeftReason };
export type LeftReason = Gate | 'nothing' | 'short' | 'other';

/** Less is a caption or a notice; and a page must tell that much more than its teaser. */
const LEAST_COLUMNS = 250;
const LEAST_GAIN = 1.5;
/** Of the teaser's words, so many stand in its article. Fewer words than these prove nothing: then the title's do. */
const LEAST_SHARED = 0.4;
const LEAST_WORDS = 4;
const READ_CHARS = 2_000;
/** What collectors of links write in place of a text. */
const COLLECTORS_TEXT =
  /https?:\S+|(?:article|comments) url:|points: \d+|#? ?comments: \d+|submitted by .*$/gi;

/** The whole article of an entry: its feed's title, date and picture, and the text of its page. */
export function wholeOf(teaser: Article, page: Page | null): Whole {
  if (page?.gate) return { kind: 'left', reason: page.gate };
  if (!page || page.entry.content === '') return { kind: 'left', reason: 'nothing' };
  const article = readArticle(entryOf(teaser, page.entry));
  const text = textOf(article);
  const teased = textOf(teaser).replace(TEASE, '').replace(COLLECTORS_TEXT, '');
  const columns = columnsOf(text);
  if (columns < LEAST_COLUMNS || columns < columnsOf(teased) * LEAST_GAIN) {
    return { kind: 'left', reason: 'short' };
  }
  const told = `${page.entry.title} ${page.entry.summary} ${text}`;
  const promise = wordsOf(teased).size < LEAST_WORDS ? teaser.title : teased;
  if (!tells(told, promise)) return { kind: 'left', reason: 'other' };
  const { media, categories } = teaser;
  return { kind: 'article', article: { ...article, media, categories } };
}

function entryOf(teaser: Article, page: Entry): Entry {
  return {
    ...page,
    title: teaser.title,
    link: teaser.link ?? page.link,
    summary: escaped(teaser.leads.long) || page.summary,
    author: teaser.author ?? page.author,
    published: teaser.published ?? page.published,
    pictures: teaser.picture ? [teaser.picture, ...page.pictures] : page.pictures,
  };
}

/** Whether enough of what was promised stands in a text; of few words, all must. */
function tells(text: string, promise: string): boolean {
  const promised = [...wordsOf(promise.slice(0, READ_CHARS))];
  const words = wordsOf(text);
  const kept = promised.filter((word) => words.has(word)).length;
  const least = promised.length < LEAST_WORDS ? 1 : LEAST_SHARED;
  return kept > 0 && kept >= promised.length * least;
}

/** Pairs of letters where no blanks part words. */
function wordsOf(text: string): Set<string> {
  const runs = text.normalize('NFKC').toLowerCase().match(RUNS) ?? [];
  return new Set(runs.flatMap((run) => (UNPARTED.test(run) ? pairsOf(run) : [run])));
}

const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+|[\p{L}\p{M}\p{N}]+/gu;
const UNPARTED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function pairsOf(run: string): string[] {
  const letters = [...run];
  return letters.length < 2
    ? letters
    : letters.slice(1).map((letter, index) => letters[index] + letter);
}
