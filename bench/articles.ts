import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type CleanBodies, learnFurniture, recurringEnds } from '../src/article/furniture.ts';
import { readArticle } from '../src/article/read.ts';
import { sketchOf } from '../src/article/sketch.ts';
import { decodeText } from '../src/feed/decode.ts';
import { parseFeed } from '../src/feed/parse.ts';
import type { Article, Entry } from '../src/model.ts';
import { renderPost } from '../src/post/render.ts';

// npm run bench:articles: entries a second and core from a feed's bytes to ready posts, stage by stage, on the real feeds
// beside the project.

const CORPUS = '../shared/corpora/feeds';
const ROUNDS = 3;
const LEAST_ENTRIES = 3;

type Stage = 'decode' | 'parse' | 'furniture' | 'article' | 'sketch' | 'post';
type Spent = Record<Stage, number>;

const feeds = realFeeds();
if (feeds.length === 0) print('There is no corpus beside this project: nothing to measure.');
else measure();

function measure(): void {
  // The first round warms up.
  relayAll();
  const rounds = Array.from({ length: ROUNDS }, relayAll);
  const best = rounds.reduce((one, two) => (total(two.spent) < total(one.spent) ? two : one));
  const ms = total(best.spent);
  print(
    `${feeds.length} feeds, ${best.entries} entries: ${Math.round((best.entries / ms) * 1000)} a second`,
  );
  for (const [stage, spent] of Object.entries(best.spent)) {
    print(
      `  ${stage.padEnd(10)} ${((spent / best.entries) * 1000).toFixed(0).padStart(5)} µs an entry, ${((spent / ms) * 100).toFixed(0)} %`,
    );
  }
  print(`  longest article: ${best.longest.ms.toFixed(1)} ms, ${best.longest.chars} characters`);
}

/** Milliseconds of CPU for everything, once. Whole feeds are measured, for a look at the CPU's clock costs as much as an
 *  entry's post. */
function relayAll() {
  const spent: Spent = { decode: 0, parse: 0, furniture: 0, article: 0, sketch: 0, post: 0 };
  let entries = 0;
  let longest = { ms: 0, chars: 0 };
  const readTimed = (
    entry: Entry,
    { repeated, bodies }: { repeated: ReadonlySet<string>; bodies: CleanBodies },
  ) => {
    const startedAt = performance.now();
    const article = readArticle(entry, { repeated, body: bodies.get(entry.id) });
    const ms = performance.now() - startedAt;
    if (ms > longest.ms) longest = { ms, chars: sizeOf(entry) };
    return article;
  };
  for (const bytes of feeds) {
    const text = timed(spent, 'decode', () => decodeText(bytes, null));
    const feed = timed(spent, 'parse', () => parseFeed({ text, url: 'https://example.org/feed' }));
    if (!feed) continue;
    const bodies: CleanBodies = new Map();
    const furniture = timed(spent, 'furniture', () => learnFurniture(null, feed.entries, bodies));
    const repeated = recurringEnds(furniture);
    const articles = timed(spent, 'article', () =>
      feed.entries.map((entry) => readTimed(entry, { repeated, bodies })),
    );
    timed(spent, 'sketch', () => articles.map(({ markdown }) => sketchOf(markdown)));
    timed(spent, 'post', () => articles.map((article) => postOf(article, feed.title)));
    entries += feed.entries.length;
  }
  return { spent, entries, longest };
}

function timed<Result>(spent: Spent, stage: Stage, work: () => Result): Result {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  spent[stage] += (user + system) / 1e3;
  return result;
}

function postOf(article: Article, source: string) {
  return renderPost(article, {
    source,
    ...{ timeZone: 'UTC', locale: 'en-GB' },
    style: 'picture',
    summary: 'normal',
    buttons: { read: { text: 'Read', data: 'r:x' }, open: 'Open', whole: 'Whole' },
  } as Parameters<typeof renderPost>[1]);
}

/** Documents of the size that people publish; those of a line or two are other projects' test cases. */
function realFeeds(): Uint8Array[] {
  return filesIn(CORPUS)
    .filter((path) => ['.xml', '.rss', '.atom', '.json', ''].includes(extname(path)))
    .map((path) => new Uint8Array(readFileSync(path)))
    .filter((bytes) => {
      const feed = parseFeed({ text: decodeText(bytes, null), url: 'https://example.org/feed' });
      return (feed?.entries.length ?? 0) >= LEAST_ENTRIES;
    });
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

function sizeOf({ content, summary }: Entry): number {
  return content.length + summary.length;
}

function total(spent: Spent): number {
  return Object.values(spent).reduce((sum, ms) => sum + ms, 0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
