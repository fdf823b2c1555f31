import { expect, test } from 'vitest';
import { horizonOf } from '../../src/feed/horizon.ts';

const DAY_MS = 24 * 3_600_000;
const NOW = Date.parse('2026-11-25T12:00:00Z');

test.each([
  ['says no dates', [], 7],
  ['publishes every hour', [0, 1 / 24, 2 / 24], 7],
  ['publishes every month', [0, 30, 60, 90], 90],
  ['publishes every month, and paused for a year once', [0, 30, 395, 425], 90],
])('a feed that %s', (_rhythm, daysAgo, days) => {
  const times = daysAgo.map((day) => NOW - day * DAY_MS);

  expect((NOW - horizonOf(times, NOW)) / DAY_MS).toBe(days);
});
