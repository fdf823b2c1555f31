import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { FreshEntry } from '../src/store/commit.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { createWriter, sign, word } from './search-texts.ts';

// npm run bench:search [articles]: what it costs to make articles findable, and to find them.

const ARTICLES = Number(process.argv[2] ?? 200_000);
const FEEDS = 400;
/** As many as a feed has new at once. */
const AT_ONCE = 10;
const TIMES = 40;

const folder = mkdtempSync(join(tmpdir(), 'telewire-bench-'));
const path = join(folder, 'search.db');
const store = await openStore(path);

try {
  const feedIds = await addFeeds();
  await fill(feedIds);
  tellSize();
  await tellQueries(feedIds);
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}

async function addFeeds(): Promise<number[]> {
  const ids: number[] = [];
  for (let number = 0; number < FEEDS; number += 1) {
    const url = `https://example.org/${number}.xml`;
    const added = { url, title: `Feed ${number}`, listed: 1, addedBy: null, intervalMs: 3_600_000 };
    ids.push((await store.feeds.add(added, Date.now())).id);
  }
  return ids;
}

/** The first feeds publish much more than the last, as everywhere. */
async function fill(feedIds: number[]): Promise<void> {
  const { article } = createWriter(1);
  const took: number[] = [];
  for (let kept = 0; kept < ARTICLES; kept += AT_ONCE) {
    const busy = Math.floor(FEEDS ** ((kept * 0.618_034) % 1)) - 1;
    const fresh = Array.from({ length: AT_ONCE }, (_, it): FreshEntry => {
      const written = article();
      const { title, link } = written;
      return { id: `${kept + it}`, title, link, at: kept + it, article: written };
    });
    const began = performance.now();
    const fetched = { feedId: feedIds[busy] ?? 1, changes: {}, fresh };
    await store.feeds.commit({ ...fetched, owedTo: 'nobody' }, Date.now());
    took.push(performance.now() - began);
  }
  const all = took.reduce((sum, it) => sum + it, 0);
  const late = took.slice(-Math.ceil(took.length / 10)).toSorted((a, b) => a - b);
  tell(`${ARTICLES} articles kept, ${AT_ONCE} at once`, [
    `${ms((all / ARTICLES) * 1_000)} per 1,000`,
    `at the end ${spread(late)} for ${AT_ONCE}`,
  ]);
}

function tellSize(): void {
  const disk = new DatabaseSync(path);
  disk.exec('pragma wal_checkpoint(truncate)');
  const bytes = disk.prepare(`select sum(length(block)) as bytes from search_data`).get() as {
    bytes: number;
  };
  const texts = disk
    .prepare('select sum(length(article)) as bytes from entry')
    .get() as typeof bytes;
  disk.close();
  tell('on disk', [
    `index ${megabytes(bytes.bytes)}`,
    `articles ${megabytes(texts.bytes)}`,
    `all ${megabytes(statSync(path).size)}`,
  ]);
}

async function tellQueries(feedIds: number[]): Promise<void> {
  const some = feedIds.filter((_, index) => index % 20 === 3);
  const queries: [string, (turn: number) => string][] = [
    ['the commonest words', (turn) => word('latin', turn % 5)],
    ['common words', (turn) => word('latin', 20 + turn)],
    ['rare words', (turn) => word('latin', 20_000 + turn)],
    ['two words', (turn) => `${word('latin', turn)} ${word('latin', 50 + turn)}`],
    ['two signs', (turn) => `${sign(turn)}${sign(turn + 3)}`],
    ['four signs', (turn) => `${sign(turn)}${sign(0)}${sign(1)}${sign(2)}`],
    ['one sign', (turn) => sign(turn)],
    ['a phrase', (turn) => `"${word('latin', turn % 7)} ${word('latin', turn % 5)}"`],
    ['a beginning', (turn) => word('latin', 300 + turn * 50).slice(0, 3)],
    ['all but', (turn) => `${word('arabic', turn)} -${word('arabic', turn + 1)}`],
  ];
  const whole: number[] = [];
  for (const [name, query] of queries) {
    const ofSome = await timesOf(store, some, query);
    const ofAll = await timesOf(store, feedIds, query);
    whole.push(...ofSome, ...ofAll);
    tell(name, [`in ${some.length} feeds ${spread(ofSome)}`, `in ${FEEDS} ${spread(ofAll)}`]);
  }
  tell('all of them', [spread(whole)]);
}

/** All of it holds the event loop, for SQLite answers at once or not at all. */
async function timesOf(searched: Store, feedIds: number[], query: (turn: number) => string) {
  const took: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    const began = performance.now();
    await searched.search.find(query(turn), { feedIds, limit: 8, offset: 0 });
    took.push(performance.now() - began);
  }
  return took;
}

function spread(took: number[]): string {
  const sorted = took.toSorted((a, b) => a - b);
  const part = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return `p50 ${ms(part(0.5))}, p95 ${ms(part(0.95))}, most ${ms(part(1))}`;
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function tell(what: string, figures: string[]): void {
  process.stdout.write(`${what}: ${figures.join(' · ')}\n`);
}
