import { expect, test } from 'vitest';
import { NO_WISHES } from '../../src/feed/rhythm.ts';
import { adaptInterval, nextFetchAt } from '../../src/feed/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 25);
const bounds = { minMs: 10 * MINUTE, maxMs: 6 * HOUR };
const usual = {
  now: NOW,
  failures: 0,
  intervalMs: HOUR,
  retryAfterMs: null,
  freshMs: null,
  rhythm: NO_WISHES,
  spread: 'known' as const,
  jitter: 0,
  bounds,
};

test.each([
  ['asks after the interval', {}, HOUR],
  ['keeps the shortest interval', { intervalMs: 1 }, 10 * MINUTE],
  ['keeps the longest interval', { intervalMs: 9 * DAY }, 6 * HOUR],
  ['doubles with a failure', { failures: 1 }, 2 * HOUR],
  ['doubles with each failure', { failures: 3 }, 8 * HOUR],
  ['backs off for a day at most', { failures: 2000 }, DAY],
  ['waits as long as the server says', { retryAfterMs: 3 * HOUR }, 3 * HOUR],
  ['does not come sooner because the server allows it', { retryAfterMs: MINUTE }, HOUR],
  ['believes a server for a day', { retryAfterMs: 900 * DAY }, DAY],
  ['waits until the answer is stale', { freshMs: 2 * HOUR }, 2 * HOUR],
  ['waits for the ttl', { rhythm: { ...NO_WISHES, ttlMs: 3 * HOUR }, freshMs: 2 * HOUR }, 3 * HOUR],
  [
    'takes no hint beyond the longest interval',
    { rhythm: { ...NO_WISHES, ttlMs: 30 * DAY } },
    6 * HOUR,
  ],
  ['spreads by a tenth', { jitter: 1 }, 66 * MINUTE],
])('%s', (_, changed, waitMs) => {
  expect(nextFetchAt({ ...usual, ...changed }) - NOW).toBe(waitMs);
});

const every = (ms: number, count: number) => Array.from({ length: count }, (_, i) => NOW - i * ms);

test.each([
  ['half of the usual pause', every(2 * HOUR, 30), HOUR],
  ['the order of the times does not matter', every(2 * HOUR, 30).reverse(), HOUR],
  ['a busy feed: the shortest', every(MINUTE, 100), 10 * MINUTE],
  ['a slow feed: the longest', every(7 * DAY, 10), 6 * HOUR],
  [
    'nights do not count',
    [...every(HOUR, 9), ...every(HOUR, 9).map((it) => it - DAY)],
    30 * MINUTE,
  ],
  ['fallen silent after a burst', every(MINUTE, 30).map((it) => it - 2 * DAY), 4.8 * HOUR],
  ['one entry, an hour ago', [NOW - HOUR], 10 * MINUTE],
  ['none at all: the longest', [], 6 * HOUR],
  ['times to come do not count', [NOW + DAY], 6 * HOUR],
])('%s', (_, times, intervalMs) => {
  expect(adaptInterval(times, NOW, bounds)).toBe(intervalMs);
});
