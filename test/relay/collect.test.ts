import { beforeEach, expect, test } from 'vitest';
import type { FetchOutcome } from '../../src/feed/fetch.ts';
import { type Collecting, createCollecting } from '../../src/relay/collect.ts';
import type { Store } from '../../src/store/store.ts';
import { createTestClock, type TestClock } from '../clock.ts';
import { type Faults, onFaultyDisk } from '../faults.ts';
import { MINUTE_MS, NOW } from '../store/content.ts';
import { emptyStore } from '../store/seed.ts';

const DOWN: FetchOutcome = { kind: 'failed', reason: 'timeout', detail: '', retryAfterMs: null };

/** A fetch that somebody waits for. */
type Asked = { url: string; answer(outcome?: FetchOutcome): Promise<void>; crash(): Promise<void> };

let store: Store;
let clock: TestClock;
let collecting: Collecting;
/** Fetches under way, oldest first. */
let asked: Asked[];
/** URLs in the order in which they were asked for. */
let history: string[];
let logged: { event: string; url?: unknown }[];
let faults: Faults;
let taken: Store['claims']['take'];

beforeEach(async () => {
  faults = new Set();
  store = onFaultyDisk(faults)(await emptyStore());
  taken = store.claims.take;
  clock = createTestClock(NOW);
  [asked, history, logged] = [[], [], []];
  collecting = createCollecting({
    ...{ store, clock, jitter: () => 0, nextCron: () => null, onOwed: () => {} },
    bounds: { minMs: MINUTE_MS, maxMs: MINUTE_MS },
    complete: async (_feed, entries) => entries,
    log: (event, fields) => void logged.push({ event, ...fields }),
    fetchFeed: ({ url }) => {
      history.push(url);
      const { promise, resolve, reject } = Promise.withResolvers<FetchOutcome>();
      const end = (how: () => void) => {
        asked = asked.filter((it) => it !== question);
        how();
        return quiet();
      };
      const question: Asked = {
        url,
        answer: (outcome = DOWN) => end(() => resolve(outcome)),
        crash: () => end(() => reject(new Error('a fault of ours'))),
      };
      asked.push(question);
      return promise;
    },
  });
});

/** Everything that needs no answer has happened. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function addFeeds(host: string, count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    const feed = { url: `https://${host}/${number}`, title: '', listed: 1, addedBy: null };
    await store.feeds.add({ ...feed, intervalMs: MINUTE_MS }, NOW);
  }
}

async function addHosts(count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) await addFeeds(`host-${number}.org`, 1);
}

async function tick(): Promise<void> {
  void collecting.tick();
  await quiet();
}

const urls = () => asked.map(({ url }) => url);

test('no more than sixteen feeds are asked for at once, and all in the end', async () => {
  await addHosts(50);

  await tick();
  expect(asked).toHaveLength(16);
  while (asked[0]) {
    expect(asked.length).toBeLessThanOrEqual(16);
    await asked[0].answer();
  }

  expect(new Set(history).size).toBe(50);
  expect(history).toHaveLength(50);
});

test('no more than two feeds of one host are asked for at once', async () => {
  await addFeeds('one.org', 5);

  void collecting.tick();
  await clock.advance(10_000, quiet);

  expect(urls()).toEqual(['https://one.org/1', 'https://one.org/2']);
});

test('a host that hangs stalls no other, however many feeds it has', async () => {
  await addFeeds('hanging.org', 300);
  await addHosts(20);

  void collecting.tick();
  await clock.advance(10_000, quiet);
  for (const it of asked.filter(({ url }) => !url.includes('hanging'))) await it.answer();
  for (const it of asked.filter(({ url }) => !url.includes('hanging'))) await it.answer();

  expect(history.filter((url) => !url.includes('hanging'))).toHaveLength(20);
  expect(urls()).toEqual(['https://hanging.org/1', 'https://hanging.org/2']);
});

test('a feed that waits for its host longer than its claim lasts is asked for once', async () => {
  await addFeeds('slow.org', 3);
  void collecting.tick();
  await clock.advance(5 * MINUTE_MS, quiet);

  void collecting.tick();
  await clock.advance(10_000, quiet);
  while (asked[0]) {
    await asked[0].answer();
    await clock.advance(5_000, quiet);
  }

  expect(history).toEqual([1, 2, 3].map((number) => `https://slow.org/${number}`));
});

test('a feed whose check broke off is taken up again after five seconds', async () => {
  await addHosts(1);
  await tick();
  await asked[0]?.crash();
  expect(logged).toMatchObject([{ event: 'feed.crashed', url: 'https://host-1.org/1' }]);

  await clock.advance(4_999, quiet);
  await tick();
  expect(history).toHaveLength(1);
  await clock.advance(1, quiet);
  await tick();

  expect(history).toHaveLength(2);
});

test('a feed whose checks break off again and again rests longer each time, up to five minutes', async () => {
  await addHosts(1);
  await tick();
  for (const seconds of [5, 10, 20, 40, 80, 160, 300, 300]) {
    await asked[0]?.crash();
    await clock.advance(seconds * 1_000 - 1, quiet);
    await tick();
    expect(asked, `before ${seconds} s`).toHaveLength(0);
    await clock.advance(1, quiet);
    await tick();
    expect(asked, `after ${seconds} s`).toHaveLength(1);
  }

  await asked[0]?.answer();
  await clock.advance(2 * MINUTE_MS, quiet);
  await tick();
  await asked[0]?.crash();
  await clock.advance(5_000, quiet);
  await tick();

  expect(asked).toHaveLength(1);
});

test('a feed that could not be given back is, as soon as the store writes again', async () => {
  await addHosts(2);
  await tick();
  const [first, second] = await store.feeds.all();
  await asked[0]?.crash();
  faults.add('claims.giveBack').add('claims.take');

  await clock.advance(10_000, quiet);
  await expect(collecting.tick()).rejects.toThrow('power cut at claims.giveBack');
  await expect(collecting.tick()).rejects.toThrow('power cut at claims.take');
  await tick();

  expect(history).toEqual([first?.url, second?.url, first?.url]);
  expect(asked).toHaveLength(2);
});

test('a claim whose answer was lost is given back', async () => {
  await addHosts(1);
  store.claims.take = async (...args) => {
    store.claims.take = taken;
    await taken(...args);
    throw new Error('the connection broke');
  };
  await expect(collecting.tick()).rejects.toThrow('the connection broke');
  expect(history).toEqual([]);

  await tick();

  expect(history).toEqual(['https://host-1.org/1']);
});

test('a check that comes too late counts for nothing, and its feed is taken up as the other check left it', async () => {
  await addHosts(1);
  await tick();
  const [feed] = await store.feeds.all();
  const changes = { etag: '"new"', nextFetchAt: NOW + MINUTE_MS };
  await store.feeds.learn({ feedId: feed?.id ?? 0, checks: 0, changes });

  await asked[0]?.answer();
  expect(logged).toMatchObject([{ event: 'feed.late', url: 'https://host-1.org/1' }]);
  expect(await store.feeds.byId(feed?.id ?? 0)).toMatchObject({ ...changes, failures: 0 });
  await clock.advance(MINUTE_MS, quiet);
  await tick();

  expect(history).toHaveLength(2);
});

test('a fault with one feed is not another’s', async () => {
  await addHosts(2);
  const ticked = collecting.tick();
  await quiet();

  await asked[0]?.crash();
  await asked[0]?.answer();
  await ticked;

  expect(logged.map(({ event }) => event)).toEqual(['feed.crashed', 'feed.failed']);
});

test('a fetch that the end of the program cuts off counts for nothing', async () => {
  await addHosts(1);
  await tick();

  const stopped = collecting.stop();
  await asked[0]?.answer();
  await stopped;

  const [feed] = await store.feeds.all();
  expect(feed).toMatchObject({ failures: 0, failure: null, claimedUntil: 0, nextFetchAt: NOW });
});

test('after the end nothing is taken up, and what waited has not been asked for', async () => {
  await addFeeds('one.org', 40);
  await tick();
  const before = history.length;

  const stopped = collecting.stop();
  while (asked[0]) await asked[0].answer();
  await stopped;
  await collecting.tick();

  expect(history).toHaveLength(before);
  expect((await store.feeds.all()).every(({ claimedUntil }) => claimedUntil === 0)).toBe(true);
});
