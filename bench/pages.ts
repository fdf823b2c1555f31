import { globSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { type Page, readPage } from '../src/article/page.ts';
import { readArticle } from '../src/article/read.ts';
import { textOf } from '../src/article/teaser.ts';
import { decodeText } from '../src/feed/decode.ts';
import { createPages } from '../src/relay/pages.ts';
import { text } from './json.ts';

/** How well one web page is read: F1 of the words that stand in its text, as another project has it. */
export type PageVerdict = {
  path: string;
  /** Of what was taken out of the page, and of the article that people read. */
  extracted: number;
  shown: number;
  /** null where the other project says nothing. */
  titleRight: boolean | null;
  publishedRight: boolean | null;
  gate: Page['gate'];
};

const PAGES = fileURLToPath(new URL('../../shared/corpora/articles/', import.meta.url));
const PAGE_URL = 'http://fakehost/test/page.html';

const paths = () => globSync('*/*/source.html', { cwd: PAGES }).sort();

/** The corpus stands beside the project and never in it. */
export const hasPages = paths().length > 0;

export function judgePages(): PageVerdict[] {
  return paths().map((path) => {
    const page = readPage(decodeText(readFileSync(PAGES + path), null), PAGE_URL);
    const expected = wordsOf(textIn(readFile(path, 'expected.html')));
    const metadata: unknown = JSON.parse(readFile(path, 'expected-metadata.json'));
    const published = Date.parse(text(metadata, 'publishedTime') ?? '');
    const title = text(metadata, 'title');
    return {
      path: path.replace('/source.html', ''),
      extracted: f1(wordsOf(textIn(page?.entry.content ?? '')), expected),
      shown: page ? f1(wordsOf(textOf(readArticle(page.entry))), expected) : 0,
      titleRight:
        title === null ? null : wordsOf(title).join() === wordsOf(page?.entry.title ?? '').join(),
      publishedRight: Number.isNaN(published) ? null : page?.entry.published === published,
      gate: page?.gate ?? null,
    };
  });
}

/** Pages a second as the program reads them, and for how long the event loop stood still meanwhile at most. */
export async function pagesASecond(): Promise<{ rate: number; holdMs: number }> {
  const sources = paths().map((path) => new Uint8Array(readFileSync(PAGES + path)));
  const pages = createPages();
  const page = { contentType: 'text/html', url: PAGE_URL, teaser: null };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await pages.read({ ...page, bytes: new TextEncoder().encode('<title>Warm</title>') });
  const startedAt = performance.now();
  for (const bytes of sources) await pages.read({ ...page, bytes });
  const seconds = (performance.now() - startedAt) / 1_000;
  delay.disable();
  await pages.stop();
  return { rate: sources.length / seconds, holdMs: delay.max / 1e6 };
}

function readFile(path: string, name: string): string {
  return readFileSync(PAGES + path.replace('source.html', name), 'utf8');
}

function textIn(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#?\w+;/g, ' ');
}

/** Single characters where no blanks part words. */
function wordsOf(written: string): string[] {
  const lower = written.normalize('NFKC').toLowerCase();
  return (
    lower.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu,
    ) ?? []
  );
}

function f1(found: string[], expected: string[]): number {
  const left = new Map<string, number>();
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count > 0) both += 1;
    left.set(word, count - 1);
  }
  const all = found.length + expected.length;
  return all === 0 ? 1 : (2 * both) / all;
}
