import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DOCUMENT_URL, readDocuments } from '../../bench/documents.ts';
import { readPage } from '../../src/article/page.ts';
import { readArticle } from '../../src/article/read.ts';
import { decodeText } from '../../src/feed/decode.ts';
import { parseFeed } from '../../src/feed/parse.ts';
import type { Article, PostStyle, Rung } from '../../src/model.ts';
import { readerBlocks, readerPages } from '../../src/post/reader.ts';
import { renderPost } from '../../src/post/render.ts';
import type { PostView } from '../../src/post/words.ts';
import { BUTTONS, STYLES, SUMMARIES } from './looks.ts';
import { openStrictTelegram } from './strict.ts';

/** Every fourth document, a few entries of each feed, of each entry one style in turn; all of everything with
 *  `ALL=1 vitest run test/post/refused-corpora.test.ts`. */
const ALL = process.env.ALL === '1';
const EACH = ALL ? 1 : 4;
const ENTRIES_OF_A_FEED = ALL ? Number.POSITIVE_INFINITY : 3;
const TIMEOUT_MS = ALL ? 900_000 : 60_000;

const CORPORA = fileURLToPath(new URL('../../../shared/corpora/', import.meta.url));
const PAGE_URL = 'https://paper.example/page.html';
const TEMPLATE =
  '{title}\n{if author}{author|italic} · {end}{lead|cut:200}\n{source} {tags} {date}';

type Read = { path: string; source: string; article: Article };

test('feeds that none of us wrote become posts of which Telegram takes every rung, and readable articles', {
  timeout: TIMEOUT_MS,
}, async (context) => {
  const reads = [...feedArticles(), ...hostileArticles()];
  if (reads.length === 0) return context.skip('There is no corpus beside this project');

  expect(await faultsIn(reads)).toEqual([]);
});

test('and so do web pages', { timeout: TIMEOUT_MS }, async (context) => {
  const reads = pageArticles();
  if (reads.length === 0) return context.skip('There is no corpus beside this project');

  expect(await faultsIn(reads)).toEqual([]);
});

async function faultsIn(reads: Read[]): Promise<string[]> {
  const telegram = await openStrictTelegram();
  const found: string[] = [];
  for (const [turn, { path, source, article }] of reads.entries()) {
    for (const rung of rungsOf(article, source, turn)) {
      const faults = await telegram.faultsOf(rung);
      found.push(...faults.map((fault) => `${path} ${article.title}, ${rung.kind}: ${fault}`));
    }
  }
  return found;
}

function rungsOf(article: Article, source: string, turn: number): Rung[] {
  const styles = ALL ? STYLES : STYLES.filter((_, index) => index === turn % STYLES.length);
  const view = { source, timeZone: 'Europe/Paris', locale: 'en-GB', hero: 'shown' } as const;
  return [
    ...styles.flatMap((style) => renderPost(article, lookOf(style, source, turn)).rungs),
    ...readerBlocks(article, view).map(
      (blocks): Rung => ({ kind: 'rich', blocks, direction: 'ltr', buttons: [] }),
    ),
    ...readerPages(article, view).map((body): Rung => ({ kind: 'text', body, buttons: [] })),
  ];
}

function lookOf(style: PostStyle, source: string, turn: number): PostView {
  return {
    ...{ style, source, timeZone: 'Europe/Paris', locale: 'en-GB', buttons: BUTTONS },
    summary: SUMMARIES[turn % SUMMARIES.length] ?? 'normal',
    hashtags: turn % 2 === 0 ? 'on' : 'off',
    template: turn % 7 === 0 ? TEMPLATE : null,
    category: turn % 4 === 0 ? source : null,
    ...(turn % 11 === 0 && { also: `${source}, ${source}` }),
  };
}

function feedArticles(): Read[] {
  return readDocuments()
    .filter(isSampled)
    .flatMap(({ path, text }) => articlesOf(path, text));
}

function hostileArticles(): Read[] {
  return globSync('hostile/*', { cwd: CORPORA }).flatMap((path) => articlesOf(path, textAt(path)));
}

function isSampled(_: unknown, index: number): boolean {
  return index % EACH === 0;
}

function articlesOf(path: string, text: string): Read[] {
  const feed = parseFeed({ text, url: DOCUMENT_URL });
  return (feed?.entries ?? [])
    .slice(0, ENTRIES_OF_A_FEED)
    .map((entry) => ({ path, source: feed?.title ?? '', article: readArticle(entry) }));
}

function pageArticles(): Read[] {
  const paths = globSync('articles/*/*/source.html', { cwd: CORPORA });
  return paths.filter(isSampled).flatMap((path) => {
    const page = readPage(textAt(path), PAGE_URL);
    return page === null ? [] : [{ path, source: 'The Paper', article: readArticle(page.entry) }];
  });
}

function textAt(path: string): string {
  return decodeText(readFileSync(CORPORA + path), null);
}
