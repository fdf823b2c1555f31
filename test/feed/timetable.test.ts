import { expect, test } from 'vitest';
import { readTimetable } from '../../src/feed/timetable.ts';

test.each([
  ['', { kind: 'auto' }],
  [' Auto ', { kind: 'auto' }],
  ['30s', { kind: 'every', ms: 30_000 }],
  ['15m', { kind: 'every', ms: 900_000 }],
  ['2d', { kind: 'every', ms: 172_800_000 }],
  ['0 7 * * *', { kind: 'cron', expression: '0 7 * * *', timeZone: null }],
  ['*/5 0 7 * * mon-fri', { kind: 'cron', expression: '*/5 0 7 * * mon-fri', timeZone: null }],
  ['0 7 * * * Europe/Paris', { kind: 'cron', expression: '0 7 * * *', timeZone: 'Europe/Paris' }],
  ['0  7 * * 1/2  UTC', { kind: 'cron', expression: '0 7 * * 1/2', timeZone: 'UTC' }],
])('[%s] is understood', (written, timetable) => {
  expect(readTimetable(written)).toEqual(timetable);
});

test.each(['0m', '15', 'm', '-5m', 'daily', '0 7 * *', '1 2 3 4 5 6 7', '7 Europe/Paris'])(
  '[%s] is not',
  (written) => {
    expect(readTimetable(written)).toBeNull();
  },
);
