import { expect, test } from 'vitest';
import { nextCron } from '../../src/app/cron.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');

test.each([
  ['*/10 * * * * *', 'UTC', '2026-11-25T12:00:10Z'],
  ['0 12 * * *', 'UTC', '2026-11-26T12:00:00Z'],
  ['0 7 * * *', 'Europe/Paris', '2026-11-26T06:00:00Z'],
  ['30 6 * * mon', 'Asia/Kolkata', '2026-11-30T01:00:00Z'],
  ['59 23 31 12 *', 'America/New_York', '2027-01-01T04:59:00Z'],
  // The clocks go forward at two that night: there is no such time.
  ['30 2 28 3 *', 'Europe/Paris', null],
  ['0 0 31 2 *', 'UTC', null],
  ['61 * * * *', 'UTC', null],
  ['0 7 * * *', 'Mars/Olympus', null],
])('[%s] in %s comes next at %s', (expression, timeZone, moment) => {
  expect(nextCron(expression, timeZone, NOW)).toBe(moment && Date.parse(moment));
});
