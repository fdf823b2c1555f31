import type { EpochMs } from '../model.ts';
import { monthOf } from './months.ts';
import { takeZone } from './zones.ts';

/** Reads a date as feeds write them: RFC 822 and 3339, and what people make of them in many languages.
 *  Without a zone it means UTC; null when it names no day of a year. */
export function parseDate(written: string): EpochMs | null {
  if (written.length > MAX_LENGTH) return null;
  const text = simplified(written);
  const standard = STANDARD.exec(text);
  if (standard) return Date.parse(text);
  return fromDigits(text) ?? fromWords(text);
}

const MAX_LENGTH = 120;
const MINUTE_MS = 60_000;

/** RFC 3339, the only form that JavaScript reads alike everywhere. */
const STANDARD =
  /^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-](0\d|1[0-3]):[0-5]\d)$/;

/** Seconds or milliseconds since 1970, and dates without any punctuation. */
function fromDigits(text: string): EpochMs | null {
  if (/^\d{13}$/.test(text)) return Number(text);
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000;
  const [, year, month, day, time = ''] =
    /^(\d{4})(\d\d)(\d\d)(?:[T ]?(\d{4}(?:\d\d)?(?:Z|[+-]\d\d:?\d\d)?))?$/.exec(text) ?? [];
  if (!year) return null;
  const clock = time.replace(/^(\d\d)(\d\d)(\d\d)?/, (_, h, m, s = '00') => `${h}:${m}:${s} `);
  return fromWords(`${year}-${month}-${day} ${clock}`);
}

/** The time first, for it cannot be mistaken; then the zone behind it; what is left must be the day. */
function fromWords(text: string): EpochMs | null {
  const { timeMs, before, after } = takeTime(text);
  const named = takeZone(after, 0);
  const dayMs = readDay(`${before} ${named.rest}`);
  if (dayMs === null || timeMs === null) return null;
  const asUtc = dayMs + timeMs;
  return asUtc - takeZone(after, asUtc).offsetMinutes * MINUTE_MS;
}

/** Everything that has a simpler spelling, in that spelling. */
function simplified(written: string): string {
  return SPELLINGS.reduce(
    (text, [pattern, spelling]) => text.replace(pattern, spelling),
    written.normalize('NFKC').replace(/[٠-٩۰-۹०-९]/g, asciiDigit),
  ).trim();
}

const SPELLINGS: [RegExp, string][] = [
  [/\s+/g, ' '],
  [/ ?\([^)]*\)$/, ''],
  [/(\d) ?[年년] ?/g, '$1-'],
  [/(\d) ?[月월] ?/g, '$1-'],
  [/(\d) ?[日일号] ?/g, '$1 '],
  [/(\d) ?[时時시点] ?/g, '$1:'],
  [/(\d) ?[分분] ?(?=\d)/g, '$1:'],
  [/(\d) ?[分분秒초]/g, '$1 '],
  [/(\d):(?= |$)/g, '$1:00'],
  [/\b(\d{1,2})(?:st|nd|rd|th)\b/gi, '$1'],
  [/(\d{1,2})[.h:](\d{2}) ?Uhr\b/gi, '$1:$2'],
  [/(?<![\d:.])(\d{1,2}) ?(?=[ap]\.?m\b)/gi, '$1:00 '],
  [/上午|凌晨|早上|午前|오전/g, ' am '],
  [/下午|晚上|中午|午後|오후/g, ' pm '],
  [/\b([ap])\.? ?m\b\.?/gi, '$1m'],
];

function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = [0x0966, 0x06f0, 0x0660].find((it) => it <= point) ?? point;
  return String(point - zero);
}

const TIME = /(?:^|[T\s,;-])(\d{1,2})[:h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?![\d:])/i;

/** `timeMs` since midnight, null if there is no such time; `before` and `after` where it stood. */
function takeTime(text: string): { timeMs: number | null; before: string; after: string } {
  const meridiem = /\b[ap]m\b/i.exec(text)?.[0].toLowerCase();
  const plain = meridiem ? text.replace(/\b[ap]m\b/i, ' ') : text;
  const found = TIME.exec(plain);
  if (!found) return { timeMs: 0, before: plain, after: '' };

  const [hour, minute, second] = [found[1], found[2], found[3] ?? 0].map(Number) as Three;
  const before = plain.slice(0, found.index);
  const after = plain.slice(found.index + found[0].length);
  if (hour > 24 || minute > 59 || second > 60) return { timeMs: null, before, after };
  const seconds = (hourOfDay(hour, meridiem) * 60 + minute) * 60 + Math.min(second, 59);
  return {
    timeMs: seconds * 1000 + Math.trunc(Number(`0.${found[4] ?? 0}`) * 1000),
    before,
    after,
  };
}

type Three = [number, number, number];

function hourOfDay(hour: number, meridiem: string | undefined): number {
  if (meridiem === 'pm' && hour < 12) return hour + 12;
  return meridiem === 'am' && hour === 12 ? 0 : hour;
}

function readDay(text: string): EpochMs | null {
  return yearFirst(text) ?? monthByName(text) ?? yearLast(text) ?? onlyYear(text);
}

function yearFirst(text: string): EpochMs | null {
  const found = /(?:^|[\s,])(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?![\d])/.exec(text);
  if (!found) return null;
  return utc(Number(found[1]), Number(found[2]) - 1, Number(found[3] ?? 1));
}

/** The last word that is a month: a weekday before it may look like one ("mar." is also Tuesday). */
function monthByName(text: string): EpochMs | null {
  const word = text.match(/[\p{L}\p{M}]{2,}\.?/gu)?.findLast((it) => monthOf(it) !== null);
  const month = word === undefined ? null : monthOf(word);
  if (word === undefined || month === null) return null;

  const numbers = text.replace(word, ' ').match(/\d+/g) ?? [];
  const year =
    numbers.find((it) => it.length === 4) ?? (numbers.length > 1 ? numbers.at(-1) : null);
  const day =
    numbers.find((it) => it.length <= 2 && it !== year) ?? numbers.find((it) => it !== year);
  return year ? utc(fullYear(year), month, Number(day ?? 1)) : null;
}

/** 3.4.2024, 03/04/24: with a stroke the month comes first, unless weekday or calendar forbid it. */
function yearLast(text: string): EpochMs | null {
  const found = /(?:^|[\s,])(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  if (!found) return null;
  const year = fullYear(found[4] ?? '');
  const [first, second] = [Number(found[1]), Number(found[3])];
  const dayFirst = utc(year, second - 1, first);
  const monthFirst = utc(year, first - 1, second);
  const [likely, other] = found[2] === '/' ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  if (likely === null || other === null) return likely ?? other;
  return isOnWrongWeekday(likely, text) && !isOnWrongWeekday(other, text) ? other : likely;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function isOnWrongWeekday(day: EpochMs, text: string): boolean {
  const weekday = WEEKDAYS.indexOf(text.slice(0, 3).toLowerCase());
  return weekday >= 0 && new Date(day).getUTCDay() !== weekday;
}

function onlyYear(text: string): EpochMs | null {
  const year = /^\s*(\d{4})\s*$/.exec(text)?.[1];
  return year ? utc(Number(year), 0, 1) : null;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Midnight of that day, null if there is no such day. */
function utc(year: number, month: number, day: number): EpochMs | null {
  const date = new Date(Date.UTC(year, month, day));
  const exists = year >= 1000 && date.getUTCMonth() === month && date.getUTCDate() === day;
  return exists ? date.getTime() : null;
}
