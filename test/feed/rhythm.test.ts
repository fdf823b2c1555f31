import { expect, test } from 'vitest';
import { parseFeed } from '../../src/feed/parse.ts';
import { afterSkipped } from '../../src/feed/rhythm.ts';

const HOUR = 3_600_000;
const NS =
  'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:s="http://purl.org/rss/1.0/modules/syndication/"';
const ENTRY = '<item><title>One</title></item>';

function rhythmIn(inside: string, end = '</channel></rss>') {
  const text = `<rss version="2.0" ${NS}><channel><title>T</title>${inside}${ENTRY}${end}`;
  return parseFeed({ text, url: 'https://example.org/feed' })?.rhythm;
}

test.each([
  ['daily', 1, 24],
  ['daily', 4, 6],
  ['weekly', 1, 7 * 24],
  ['hourly', 2, 0.5],
])('"%s", %i times, is a wish to be left alone for %f hours', (period, frequency, hours) => {
  const inside = `<s:updatePeriod>${period}</s:updatePeriod><s:updateFrequency>${frequency}</s:updateFrequency>`;

  expect(rhythmIn(inside)?.ttlMs).toBe(hours * HOUR);
  expect(rhythmIn(inside, '<item>')?.ttlMs).toBe(hours * HOUR);
});

test('what blog software says by default is no wish, and neither is nonsense', () => {
  const said = (period: string) => `<sy:updatePeriod>\n ${period} </sy:updatePeriod>`;

  expect(rhythmIn(said('hourly'))?.ttlMs).toBeNull();
  expect(rhythmIn(said('sometimes'))?.ttlMs).toBeNull();
  expect(rhythmIn(`${said('daily')}<sy:updateFrequency>-1</sy:updateFrequency>`)?.ttlMs).toBe(
    24 * HOUR,
  );
});

test('the longer of ttl and period counts', () => {
  const daily = '<sy:updatePeriod>daily</sy:updatePeriod>';

  expect(rhythmIn(`<ttl>60</ttl>${daily}`)?.ttlMs).toBe(24 * HOUR);
  expect(rhythmIn(`<ttl>2880</ttl>${daily}`)?.ttlMs).toBe(48 * HOUR);
});

test('hours and days to be skipped are read by either reader', () => {
  const skips = `<skipHours><hour>0</hour><hour>24</hour><hour>5</hour></skipHours>
    <skipDays><day>Saturday</day><day>sunday</day></skipDays>`;
  const expected = { ttlMs: null, skipHours: [0, 5], skipDays: [6, 0] };

  expect(rhythmIn(skips)).toEqual(expected);
  expect(rhythmIn(skips, '<item>')).toEqual(expected);
});

const at = (text: string) => Date.parse(text);
const night = { ttlMs: null, skipHours: [22, 23, 0, 1, 2], skipDays: [] };
const weekend = { ttlMs: null, skipHours: [], skipDays: [6, 0] };

test.each([
  ['by day', night, '2026-11-25T12:34:56Z', '2026-11-25T12:34:56Z'],
  ['at night', night, '2026-11-25T22:34:56Z', '2026-11-26T03:00:00Z'],
  ['on a Saturday', weekend, '2026-11-28T00:00:00Z', '2026-11-30T00:00:00Z'],
  [
    'on a Friday night',
    { ...night, skipDays: [6, 0] },
    '2026-11-27T23:59:00Z',
    '2026-11-30T03:00:00Z',
  ],
  [
    'when everything is skipped',
    { ...weekend, skipDays: [0, 1, 2, 3, 4, 5, 6] },
    '2026-11-25T12:00:00Z',
    '2026-11-25T12:00:00Z',
  ],
])('%s it waits as it should', (_, rhythm, from, until) => {
  expect(new Date(afterSkipped(at(from), rhythm))).toEqual(new Date(until));
});
