import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createFetchFeed } from '../src/feed/fetch.ts';
import { parseFeed } from '../src/feed/parse.ts';
import { createHttp } from '../src/http.ts';
import { createCollecting } from '../src/relay/collect.ts';
import { openStore, type Store } from '../src/store/store.ts';
import { feedText } from './feed-text.ts';

// npm run bench [number of feeds]: what checking feeds costs, in CPU seconds and memory, on loopback.

const FEEDS = Number(process.argv[2] ?? 2_000);
const ROUNDS = 3;
const HOUR_MS = 3_600_000;

benchParsing();
for (const mode of ['304', '200'] as const) await benchRounds(mode);

/** Parsing and identity of one feed of 40 entries. */
function benchParsing(): void {
  const text = feedText('/1');
  const parse = () => parseFeed({ text, url: 'https://example.org/' });
  const count = 300;
  for (let warm = 0; warm < count; warm += 1) parse();
  const before = process.cpuUsage();
  for (let number = 0; number < count; number += 1) parse();
  const ms = (secondsSince(before) / count) * 1_000;
  print(
    `parse and identity    ${Math.round(text.length / 1000)} kB, 40 entries: ${ms.toFixed(2)} ms CPU`,
  );
}

/** Whole rounds: the first brings every entry, the ones measured bring nothing new. */
async function benchRounds(mode: '304' | '200'): Promise<void> {
  const server = fork(fileURLToPath(new URL('feed-server.ts', import.meta.url)), [mode]);
  const [port] = await once(server, 'message');
  const clock = {
    at: Date.parse('2026-11-25T20:00:00Z'),
    now: () => clock.at,
    sleep: async () => {},
  };
  const store = await openStore(':memory:');
  const http = createHttp({ allowedAddresses: ['127.0.0.0/8'], userAgent: 'Telewire bench' });
  const claims = countClaims(store);
  const collecting = createCollecting({
    store: claims.store,
    fetchFeed: createFetchFeed({ http: http.fetch }),
    clock,
    log: () => {},
    bounds: { minMs: HOUR_MS / 2, maxMs: HOUR_MS / 2 },
    jitter: () => 0,
    nextCron: () => null,
    onOwed: () => {},
  });
  for (let number = 0; number < FEEDS; number += 1) {
    // Each on a host of its own, or our politeness would be what is measured.
    const url = `http://127.0.${(number >> 8) & 255}.${number & 255}:${port}/${number}`;
    await store.feeds.add(
      { url, title: '', listed: 1, addedBy: null, intervalMs: HOUR_MS },
      clock.at,
    );
  }
  await round();
  const seconds: number[] = [];
  for (let number = 0; number < ROUNDS; number += 1) seconds.push(await round());
  report(mode, Math.min(...seconds));
  await http.close();
  await store.close();
  server.kill();

  async function round(): Promise<number> {
    clock.at += HOUR_MS;
    const before = process.cpuUsage();
    do {
      claims.last = 0;
      await collecting.tick();
    } while (claims.last > 0);
    return secondsSince(before);
  }
}

/** Tells how many feeds the last tick took up. */
function countClaims(store: Store): { store: Store; last: number } {
  const counted = {
    last: 0,
    store: {
      ...store,
      feeds: {
        ...store.feeds,
        async claimDue(...args: Parameters<Store['feeds']['claimDue']>) {
          const feeds = await store.feeds.claimDue(...args);
          counted.last += feeds.length;
          return feeds;
        },
      },
    },
  };
  return counted;
}

function report(mode: '304' | '200', seconds: number): void {
  const what = mode === '304' ? 'all 304             ' : 'all 200, unchanged  ';
  const per1000 = (seconds / FEEDS) * 1_000;
  const peakMb = process.resourceUsage().maxRSS / 1_024;
  print(
    `${what}  ${FEEDS} feeds: ${per1000.toFixed(2)} CPU-s per 1,000 checks, peak memory ${Math.round(peakMb)} MB`,
  );
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
