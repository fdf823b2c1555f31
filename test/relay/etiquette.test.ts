import { afterEach, beforeEach, expect, test } from 'vitest';
import { nextCron } from '../../src/app/cron.ts';
import { createFetchFeed } from '../../src/feed/fetch.ts';
import type { HttpRequest } from '../../src/http.ts';
import { checkFeed } from '../../src/relay/check.ts';
import { type CollectDeps, createCollecting } from '../../src/relay/collect.ts';
import type { Feed } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { createTestClock, type TestClock } from '../clock.ts';
import { drain, NOW, subscribe } from '../store/content.ts';
import { emptyStore } from '../store/seed.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const URL = 'https://paper.example/feed.xml';

/** What a server says to the next request; a feed with an entry of that title, or none of these. */
type Answer = {
  status?: number;
  title?: string;
  ttl?: number;
  headers?: Record<string, string>;
  /** Redirects on the way, all of them to `/new.xml`. */
  moved?: number[];
};

let store: Store;
let clock: TestClock;
let deps: CollectDeps;
let answer: Answer;
let requests: HttpRequest[];

beforeEach(async () => {
  store = await emptyStore();
  clock = createTestClock(NOW);
  [answer, requests] = [{ title: 'old' }, []];
  deps = {
    ...{ store, clock, jitter: () => 0, onOwed: () => {}, log: () => {} },
    bounds: { minMs: MINUTE, maxMs: 6 * HOUR },
    complete: async (_feed, entries) => entries,
    nextCron: (expression, timeZone, after) => nextCron(expression, timeZone ?? 'UTC', after),
    fetchFeed: createFetchFeed({ http: async (request) => replyTo(request) }),
  };
  const feed = { url: URL, title: '', listed: 0, addedBy: null, intervalMs: MINUTE };
  await subscribe(store, await store.feeds.add(feed, NOW), 7);
  await nextAsked({ title: 'old' });
});

afterEach(() => store.close());

function replyTo(request: HttpRequest) {
  requests.push(request);
  const { status = 200, title, ttl, headers = {}, moved = [] } = answer;
  const at = 'https://paper.example/new.xml';
  const wish = ttl ? `<ttl>${ttl}</ttl>` : '';
  const text = `<rss><channel><title>P</title>${wish}<item><guid>${title}</guid><title>${title}</title><pubDate>${new Date(clock.now()).toUTCString()}</pubDate></item></channel></rss>`;
  return {
    ...{
      kind: 'answered' as const,
      status,
      headers,
      body: Buffer.from(status === 200 ? text : ''),
    },
    url: moved.length > 0 ? at : request.url,
    redirects: moved.map((it) => ({ status: it, url: at })),
  };
}

const theFeed = async () => (await store.feeds.all())[0] as Feed;
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Time passes until the feed is due and is asked; answers how much. */
async function nextAsked(next: Answer): Promise<number> {
  const startedAt = clock.now();
  answer = next;
  await clock.advance(Math.max((await theFeed()).nextFetchAt - startedAt, 0), settled);
  await createCollecting(deps).tick();
  return clock.now() - startedAt;
}

/** The same, several times. */
async function allAsked(answers: Answer[]): Promise<number[]> {
  const waits: number[] = [];
  for (const next of answers) waits.push(await nextAsked(next));
  return waits;
}

const UNCHANGED = { status: 304 };

test('what a document wishes is respected also when it has not changed since', async () => {
  await nextAsked({ title: 'old', ttl: 120 });

  expect(await allAsked([UNCHANGED, UNCHANGED])).toEqual([2 * HOUR, 2 * HOUR]);
});

test('a server says for how long its answer is fresh, but never beyond the longest interval', async () => {
  const freshFor = (seconds: number) => ({
    ...UNCHANGED,
    headers: { 'cache-control': `max-age=${seconds}` },
  });
  await nextAsked(freshFor(3_600));

  expect(await allAsked([freshFor(9_000_000), UNCHANGED])).toEqual([HOUR, 6 * HOUR]);
});

test('a server that wants to be left alone is, for a day at the most', async () => {
  await nextAsked({ status: 429, headers: { 'retry-after': '7200' } });
  const endless = { status: 503, headers: { 'retry-after': '9000000' } };

  expect(await allAsked([endless, UNCHANGED])).toEqual([2 * HOUR, DAY]);
});

test.each([404, 500])(
  'a feed that answers %i is asked less and less, once a day at last, and never given up',
  async (status) => {
    const waits = await allAsked(Array.from({ length: 14 }, () => ({ status })));

    expect(waits.slice(1, 5)).toEqual([2, 4, 8, 16].map((minutes) => minutes * MINUTE));
    expect(waits.slice(-2)).toEqual([DAY, DAY]);
    await nextAsked({ title: 'back' });
    expect(await drain(store, clock.now())).toEqual(['7: back']);
    expect(await theFeed()).toMatchObject({ failures: 0, failure: null, failingSince: null });
  },
);

test('a feed that says it is gone is not asked again', async () => {
  await nextAsked({ status: 410 });
  await clock.advance(30 * DAY, settled);
  await createCollecting(deps).tick();

  expect(requests).toHaveLength(2);
  expect(await theFeed()).toMatchObject({ failure: 'gone', failures: 1 });
});

test('a feed that was gone goes on when somebody checks it and it is there', async () => {
  await nextAsked({ status: 410 });
  answer = { title: 'back' };

  expect(await checkFeed(await theFeed(), deps)).toEqual({ kind: 'fetched', fresh: 1 });
  await nextAsked({ title: 'more' });

  expect(await drain(store, clock.now())).toEqual(['7: back', '7: more']);
});

test('a check by somebody during which another one was saved is made once more, from what that one left', async () => {
  answer = { title: 'new' };
  const { fetchFeed } = deps;
  const asked: (string | null)[] = [];
  const crossed: CollectDeps = {
    ...deps,
    async fetchFeed(feed, now) {
      asked.push(feed.etag);
      const outcome = await fetchFeed(feed, now);
      const { id: feedId, checks } = await theFeed();
      if (asked.length === 1)
        await store.feeds.learn({ feedId, checks, changes: { etag: '"other"' } });
      return outcome;
    },
  };

  expect(await checkFeed(await theFeed(), crossed)).toEqual({ kind: 'fetched', fresh: 1 });

  expect(asked).toEqual([null, '"other"']);
  expect(await drain(store, clock.now())).toEqual(['7: new']);
});

test('a check of a feed that is removed meanwhile fails', async () => {
  const feed = await theFeed();
  const removing: CollectDeps = {
    ...deps,
    async fetchFeed(asked, now) {
      await store.feeds.remove(feed.id);
      return deps.fetchFeed(asked, now);
    },
  };

  expect(await checkFeed(feed, removing)).toEqual({ kind: 'failed', reason: 'gone' });
});

test('a feed that was gone and fails in another way when it is checked stays gone', async () => {
  await nextAsked({ status: 410 });
  answer = { status: 500 };

  expect(await checkFeed(await theFeed(), deps)).toEqual({ kind: 'failed', reason: 'serverError' });
  expect((await theFeed()).goneAt).not.toBeNull();
});

test('a feed that has moved for good is followed when it has said so three times', async () => {
  const urls: string[] = [];
  for (const next of [
    { title: 'old', moved: [301] },
    { ...UNCHANGED, moved: [308, 301] },
    { title: 'b', moved: [301] },
  ]) {
    await nextAsked(next);
    urls.push((await theFeed()).url);
  }
  await nextAsked(UNCHANGED);

  expect(urls).toEqual([URL, URL, 'https://paper.example/new.xml']);
  expect(requests.at(-1)?.url).toBe('https://paper.example/new.xml');
});

test('a move that is taken back, or that is none for good, is not followed', async () => {
  for (const moved of [[301], [308], [302], [301], [301], [301, 302]])
    await nextAsked({ title: 'old', moved });

  expect(await theFeed()).toMatchObject({ url: URL, movedTo: null, movedTimes: 0 });
});

test('a feed does not move to where another of ours is', async () => {
  const other = { url: 'https://paper.example/new.xml', title: 'Z', listed: 0, addedBy: null };
  await store.feeds.add({ ...other, intervalMs: MINUTE }, NOW);
  await allAsked(Array.from({ length: 5 }, () => ({ title: 'old', moved: [301] })));

  expect((await store.feeds.all()).map(({ url }) => url).toSorted()).toEqual([URL, other.url]);
});

test('an owner’s own timetable is kept to the second', async () => {
  await store.feeds.save((await theFeed()).id, { schedule: '30 18 * * * Europe/Paris' });
  await allAsked([UNCHANGED, UNCHANGED]);

  expect(new Date(clock.now()).toISOString()).toBe('2026-11-25T17:30:00.000Z');
});
