import { createFetchFeed } from '../src/feed/fetch.ts';
import { createHttp } from '../src/http.ts';
import { createCollecting } from '../src/relay/collect.ts';
import { openStore, type Store } from '../src/store/store.ts';

// One process of the feeds' benchmark: `fill` makes the feeds known and fetches them once, `measure` goes round again.

const [part, mode, count = '0', port, database = ''] = process.argv.slice(2);
const FEEDS = Number(count);
const ROUNDS = 3;
const HOUR_MS = 3_600_000;

const clock = {
  at: Date.parse('2026-11-25T20:00:00Z'),
  now: () => clock.at,
  sleep: async () => {},
};
const store = await openStore(database);
const http = createHttp({ allowedAddresses: ['127.0.0.0/8'], userAgent: 'Telewire bench' });
const claims = countClaims(store);
const collecting = createCollecting({
  store: claims.store,
  fetchFeed: createFetchFeed({ http: http.fetch }),
  complete: async (_feed, entries) => entries,
  clock,
  log: () => {},
  bounds: { minMs: HOUR_MS / 2, maxMs: HOUR_MS / 2 },
  jitter: () => 0,
  nextCron: () => null,
  onOwed: () => {},
});

if (part === 'fill') await fill();
else await measure();
await http.close();
await store.close();

async function fill(): Promise<void> {
  for (let number = 0; number < FEEDS; number += 1) {
    // Each on a host of its own, or our politeness would be what is measured.
    const url = `http://127.0.${(number >> 8) & 255}.${number & 255}:${port}/${number}`;
    await store.feeds.add(
      { url, title: '', listed: 1, addedBy: null, intervalMs: HOUR_MS },
      clock.at,
    );
  }
  await round();
}

async function measure(): Promise<void> {
  const idleMb = rssMb();
  clock.at += 2 * HOUR_MS;
  const seconds: number[] = [];
  for (let number = 0; number < ROUNDS; number += 1) seconds.push(await round());
  const what = mode === '304' ? 'all 304             ' : 'all 200, unchanged  ';
  const per1000 = (Math.min(...seconds) / FEEDS) * 1_000;
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1_024);
  process.stdout.write(
    `${what}  ${FEEDS} feeds: ${per1000.toFixed(2)} CPU-s per 1,000 checks, memory ${idleMb} MB before, ${peakMb} MB at most\n`,
  );
}

async function round(): Promise<number> {
  clock.at += HOUR_MS;
  const before = process.cpuUsage();
  do {
    claims.last = 0;
    await collecting.tick();
  } while (claims.last > 0);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Tells how many feeds the last tick took up. */
function countClaims(opened: Store): { store: Store; last: number } {
  const counted = {
    last: 0,
    store: {
      ...opened,
      claims: {
        ...opened.claims,
        async take(...args: Parameters<Store['claims']['take']>) {
          const feeds = await opened.claims.take(...args);
          counted.last += feeds.length;
          return feeds;
        },
      },
    },
  };
  return counted;
}

function rssMb(): number {
  return Math.round(process.memoryUsage.rss() / 1_048_576);
}
