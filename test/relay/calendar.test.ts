import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDigestAt, quietUntil } from '../../src/relay/calendar.ts';
import { readDigest, readQuiet } from '../../src/relay/hours.ts';
import { DAY_MS, HOUR_MS, wallAt } from '../../src/relay/localtime.ts';
import { readTimeZone } from '../../src/relay/timezone.ts';

const zones = fc.constantFrom(
  ...['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'],
  ...['Africa/Casablanca', 'America/Sao_Paulo', 'America/Nuuk', 'America/St_Johns', '+05:30'],
  ...['Pacific/Chatham', 'Africa/Cairo', 'Asia/Beirut', 'America/Havana', 'Europe/London'],
);
const moments = fc.integer({ min: Date.parse('2015-01-01'), max: Date.parse('2035-01-01') });
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
  .map((parts) => parts.map((it) => String(it).padStart(2, '0')).join(':'));
const weekdays = fc.constantFrom('sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat');

const at = (iso: string) => Date.parse(iso);
const shown = (moment: number, zone: string) =>
  new Date(wallAt(moment, zone)).toISOString().slice(11, 16);
const weekdayThere = (moment: number, zone: string) => new Date(wallAt(moment, zone)).getUTCDay();

/** Whether clocks there jump forward to what they show at that moment. */
function isJump(moment: number, zone: string): boolean {
  return wallAt(moment, zone) - wallAt(moment - 1_000, zone) > 1_000;
}

test('a daily digest comes after each moment once a day, at its time or where clocks jump over it', () => {
  fc.assert(
    fc.property(zones, moments, times, (zone, after, time) => {
      const next = nextDigestAt(`daily ${time}`, zone, after);
      expect(next).toBeGreaterThan(after);
      expect(next).toBeLessThanOrEqual(after + 25 * HOUR_MS);
      if (shown(next, zone) !== time) expect(isJump(next, zone)).toBe(true);
      const then = nextDigestAt(`daily ${time}`, zone, next);
      expect(then - next).toBeGreaterThanOrEqual(22 * HOUR_MS);
    }),
    { numRuns: 1_000 },
  );
});

test('a weekly digest comes on its weekday', () => {
  fc.assert(
    fc.property(zones, moments, times, weekdays, (zone, after, time, weekday) => {
      const next = nextDigestAt(`weekly ${weekday} ${time}`, zone, after);
      expect(next).toBeGreaterThan(after);
      expect(next).toBeLessThanOrEqual(after + 7 * DAY_MS + HOUR_MS);
      if (isJump(next, zone)) return;
      expect(shown(next, zone)).toBe(time);
      expect(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][weekdayThere(next, zone)]).toBe(
        weekday,
      );
    }),
    { numRuns: 500 },
  );
});

test('an hourly digest comes within the hour, when the local hour begins', () => {
  fc.assert(
    fc.property(zones, moments, (zone, after) => {
      const next = nextDigestAt('hourly', zone, after);
      expect(next).toBeGreaterThan(after);
      expect(next).toBeLessThanOrEqual(after + HOUR_MS);
      if (zone !== 'Australia/Lord_Howe') expect(shown(next, zone)).toMatch(/:00$/);
    }),
    { numRuns: 500 },
  );
});

test('quiet hours end at the first moment that is not quiet, and hold until then', () => {
  fc.assert(
    fc.property(zones, moments, times, times, (zone, now, from, to) => {
      fc.pre(from !== to);
      const quiet = `${from}-${to}`;
      const end = quietUntil(quiet, zone, now);
      if (end === null) {
        const time = shown(now, zone);
        const isWithin = from < to ? time >= from && time < to : time >= from || time < to;
        // What clocks show twice is quiet only the first time.
        if (isWithin) expect(hasChangedNear(now, zone)).toBe(true);
        return;
      }
      expect(end).toBeGreaterThan(now);
      expect(quietUntil(quiet, zone, end)).toBeNull();
      expect(quietUntil(quiet, zone, end - 1)).toBe(end);
      expect(quietUntil(quiet, zone, now + Math.floor((end - now) / 2))).toBe(end);
    }),
    { numRuns: 1_000 },
  );
});

function hasChangedNear(now: number, zone: string): boolean {
  return wallAt(now + DAY_MS, zone) - wallAt(now - DAY_MS, zone) !== 2 * DAY_MS;
}

test.each([
  // Clocks in Paris jump from 2:00 to 3:00 on 29 March 2026, and go from 3:00 back to 2:00 on 25 October.
  ['daily 08:00', 'Europe/Paris', '2026-03-28T12:00Z', '2026-03-29T06:00Z'],
  ['daily 02:30', 'Europe/Paris', '2026-03-28T12:00Z', '2026-03-29T01:00Z'],
  ['daily 02:30', 'Europe/Paris', '2026-03-29T01:00Z', '2026-03-30T00:30Z'],
  ['daily 02:30', 'Europe/Paris', '2026-10-24T12:00Z', '2026-10-25T00:30Z'],
  ['daily 02:30', 'Europe/Paris', '2026-10-25T00:30Z', '2026-10-26T01:30Z'],
  ['daily 08:00', 'Europe/Paris', '2026-10-25T07:00Z', '2026-10-26T07:00Z'],
  ['weekly sun 02:30', 'Europe/Paris', '2026-03-22T01:30Z', '2026-03-29T01:00Z'],
  ['weekly mon 09:00', 'Asia/Kathmandu', '2026-11-26T00:00Z', '2026-11-30T03:15Z'],
  // Midnight does not exist there on 4 November 2018.
  ['daily 00:00', 'America/Sao_Paulo', '2018-11-03T12:00Z', '2018-11-04T03:00Z'],
  ['hourly', 'Asia/Kathmandu', '2026-11-26T00:00Z', '2026-11-26T00:15Z'],
  ['hourly', 'Europe/Paris', '2026-10-25T00:10Z', '2026-10-25T01:00Z'],
])('%s in %s, after %s: %s', (digest, zone, after, next) => {
  expect(new Date(nextDigestAt(digest, zone, at(after)))).toEqual(new Date(next));
});

test.each([
  ['22:00-07:00', 'Europe/Paris', '2026-11-26T22:30Z', '2026-11-27T06:00Z'],
  ['22:00-07:00', 'Europe/Paris', '2026-11-27T06:00Z', null],
  ['22:00-07:00', 'Europe/Paris', '2026-03-28T22:00Z', '2026-03-29T05:00Z'],
  ['22:00-07:00', 'Europe/Paris', '2026-10-24T22:00Z', '2026-10-25T06:00Z'],
  ['13:00-15:00', 'Asia/Shanghai', '2026-11-26T05:00Z', '2026-11-26T07:00Z'],
  ['22:00-00:00', 'UTC', '2026-11-26T23:59Z', '2026-11-27T00:00Z'],
  // The end is jumped over; the beginning comes twice.
  ['22:00-02:30', 'Europe/Paris', '2026-03-28T23:00Z', '2026-03-29T01:00Z'],
  ['02:30-07:00', 'Europe/Paris', '2026-10-25T01:10Z', '2026-10-25T06:00Z'],
])('quiet %s in %s at %s: until %s', (quiet, zone, now, end) => {
  const until = quietUntil(quiet, zone, at(now));
  expect(until && new Date(until)).toEqual(end && new Date(end));
});

test.each([
  ['hourly', 'hourly'],
  ['Every hour', 'hourly'],
  ['每小时', 'hourly'],
  ['daily 08:00', 'daily 08:00'],
  ['daily 8', 'daily 08:00'],
  ['DAILY 8:05', 'daily 08:05'],
  ['daily at 8.30 pm', 'daily 20:30'],
  ['8am', 'daily 08:00'],
  ['12am', 'daily 00:00'],
  ['12 pm', 'daily 12:00'],
  ['every day at 8', 'daily 08:00'],
  ['daily', 'daily 08:00'],
  ['每天8点半', 'daily 08:30'],
  ['每天 晚上8点', 'daily 20:00'],
  ['每天８：３０', 'daily 08:30'],
  ['weekly mon 09:00', 'weekly mon 09:00'],
  ['weekly monday 9', 'weekly mon 09:00'],
  ['every sunday at 7.30pm', 'weekly sun 19:30'],
  ['Fridays 17h30', 'weekly fri 17:30'],
  ['weekly', 'weekly mon 09:00'],
  ['每周一 9点', 'weekly mon 09:00'],
  ['星期天', 'weekly sun 09:00'],
  ['daily 24', 'daily 00:00'],
  ['8', null],
  ['daily 25', null],
  ['daily 8:60', null],
  ['13pm', null],
  ['weekly 9', null],
  ['monthly', null],
  ['daily soon', null],
  ['', null],
])('a digest “%s” means %s', (words, digest) => {
  expect(readDigest(words)).toBe(digest);
});

test.each([
  ['22:00-07:00', '22:00-07:00'],
  ['22-7', '22:00-07:00'],
  ['22:30 – 6.45', '22:30-06:45'],
  ['10pm-7am', '22:00-07:00'],
  ['from 10 pm until 7 am', '22:00-07:00'],
  ['晚上10点到早上7点', '22:00-07:00'],
  ['22-24', '22:00-00:00'],
  ['10-11pm', null],
  ['7-7', null],
  ['22', null],
  ['22-7-8', null],
  ['night', null],
])('quiet hours “%s” mean %s', (words, quiet) => {
  expect(readQuiet(words)).toBe(quiet);
});

test.each([
  ['Europe/Paris', 'Europe/Paris'],
  ['europe/paris', 'Europe/Paris'],
  ['paris', 'Europe/Paris'],
  ['new york', 'America/New_York'],
  ['Kolkata', 'Asia/Kolkata'],
  ['北京', 'Asia/Shanghai'],
  ['japan', 'Japan'],
  ['us/eastern', 'US/Eastern'],
  ['UTC', 'UTC'],
  ['utc+2', '+02:00'],
  ['+02:00', '+02:00'],
  ['GMT−3', '-03:00'],
  ['gmt -3', '-03:00'],
  ['+5:30', '+05:30'],
  ['+0', 'UTC'],
  ['+15', null],
  ['etc/gmt-2', 'Etc/GMT-2'],
  ['CST', null],
  ['CET', null],
  ['AEST', null],
  ['Nowhere', null],
  ['../etc/passwd', null],
  ['constructor', null],
  ['__proto__', null],
  ['', null],
])('a time zone “%s” means %s', (words, zone) => {
  expect(readTimeZone(words)).toBe(zone);
});

test('whatever is written, what is read can be reckoned with', () => {
  const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), times);
  fc.assert(
    fc.property(words, words, (one, other) => {
      const digest = readDigest(`${one} ${other}`);
      const quiet = readQuiet(`${one}-${other}`);
      const zone = readTimeZone(one) ?? 'UTC';
      if (digest) expect(nextDigestAt(digest, zone, 0)).toBeGreaterThan(0);
      if (quiet) expect(quietUntil(quiet, zone, 0) ?? 1).toBeGreaterThan(0);
    }),
  );
});
