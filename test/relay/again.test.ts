import { expect, test } from 'vitest';
import { nextCron } from '../../src/app/cron.ts';
import { askAgainAt, type Told } from '../../src/relay/again.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const FEED = {
  intervalMs: 30 * MINUTE,
  rhythm: JSON.stringify({ ttlMs: HOUR, skipHours: [], skipDays: [] }) as string | null,
  schedule: null as string | null,
  freshAt: NOW as number | null,
  pushedUntil: null,
};

const waitOf = (changed: Partial<typeof FEED>, told: Told = {}, jitter = 0) =>
  askAgainAt({ ...FEED, ...changed }, told, {
    now: NOW,
    bounds: { minMs: 5 * MINUTE, maxMs: 6 * HOUR },
    jitter: () => jitter,
    nextCron: (expression, timeZone, after) => nextCron(expression, timeZone ?? 'UTC', after),
  }) - NOW;

test.each([
  ['what the publisher wished counts when nothing has changed, too', {}, {}, HOUR],
  ['before the first fetch there are no wishes', { rhythm: null }, {}, 30 * MINUTE],
  ['after two silent days it is asked less often', { freshAt: NOW - 2 * DAY }, {}, 4.8 * HOUR],
  ['"auto" is the same as nothing', { schedule: 'auto' }, {}, HOUR],
  [
    'a pace of its owner outweighs what is hinted',
    { schedule: '15m' },
    { freshMs: HOUR },
    15 * MINUTE,
  ],
  ['though not the shortest interval', { schedule: '1s' }, {}, 5 * MINUTE],
  ['and may be slower than the longest', { schedule: '2d' }, {}, 2 * DAY],
  ['failures slow it down', { schedule: '15m' }, { failures: 2 }, HOUR],
  ['and so does the server', { schedule: '15m' }, { retryAfterMs: 2 * HOUR }, 2 * HOUR],
  ['a cron expression names the moment', { schedule: '0 7 * * * Europe/Paris' }, {}, 18 * HOUR],
  ['which waits for nobody’s hint', { schedule: '*/10 * * * *' }, { freshMs: DAY }, 10 * MINUTE],
  ['but for a server', { schedule: '*/10 * * * *' }, { retryAfterMs: HOUR }, HOUR],
  [
    'a daily feed that fails is tried again sooner',
    { schedule: '0 7 * * *' },
    { failures: 1 },
    2 * HOUR,
  ],
  [
    'a moment that comes too soon waits for the shortest interval',
    { schedule: '* * * * * *' },
    {},
    5 * MINUTE,
  ],
  ['nonsense is no timetable', { schedule: '99 99 * * *' }, {}, HOUR],
] as const)('%s', (_, changed, told, waitMs) => {
  expect(waitOf(changed, told)).toBe(waitMs);
});

test('feeds that come together are spread over their interval, and never asked too soon', () => {
  const fresh = { rhythm: null, intervalMs: 2 * HOUR };

  expect(waitOf(fresh, { spread: 'new' }, 0)).toBe(2 * HOUR);
  expect(waitOf(fresh, { spread: 'new' }, 0.5)).toBe(HOUR);
  expect(waitOf(fresh, { spread: 'new' }, 0.99)).toBe(5 * MINUTE);
  expect(waitOf({ intervalMs: 2 * HOUR }, { spread: 'new' }, 0.99)).toBe(HOUR);
});
