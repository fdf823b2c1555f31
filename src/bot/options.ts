import { parseFilter } from '../article/filter.ts';
import { type FeedHeaders, isHeader } from '../feed/headers.ts';
import { readTimetable } from '../feed/timetable.ts';
import type { PostStyle, SummaryLength } from '../model.ts';
import { LENGTHS, STYLES } from '../relay/look.ts';
import type { Feed } from '../store/schema.ts';
import type { BotParts } from './parts.ts';

/** What an owner wants of a feed. */
export type Wishes = Partial<
  Pick<Feed, 'name' | 'category' | 'schedule' | 'url' | 'fulltext' | 'style' | 'summary' | 'filter'>
>;
type Written = Partial<Record<keyof Wishes, string>>;

export type OptionsRead =
  /** `headers`: '' takes one away. */
  | { kind: 'wishes'; wishes: Wishes; headers: FeedHeaders }
  | { kind: 'unknown'; name: string }
  /** A header's value is a secret, and never told. */
  | { kind: 'wrong'; name: string; value: string };

/** A value goes on until the next `word=`, or stands in quotes. */
const OPTION = /([\w.-]+)=("(?:[^"\\]|\\.)*"|“[^”]*”|.*?)(?=\s+[\w.-]+=|\s*$)/gs;

/** Reads `name=Morning news category="world = all" schedule=15m header.X-Key=secret`. */
export function readOptions(text: string, allowed: (keyof Wishes | 'headers')[]): OptionsRead {
  const wishes: Written = {};
  const headers: FeedHeaders = {};
  for (const [, name = '', written = ''] of text.matchAll(OPTION)) {
    const header = headerNamed(name);
    if (header !== null && allowed.includes('headers')) {
      const value = unquoted(written);
      if (!isHeader(header, value || 'x')) return { kind: 'wrong', name, value: '' };
      headers[header] = value;
      continue;
    }
    const option = allowed.find((it) => it === name);
    if (option === undefined || option === 'headers') return { kind: 'unknown', name };
    const value = option === 'filter' ? unquotedFilter(written) : unquoted(written);
    if (!isUnderstood(option, value)) return { kind: 'wrong', name, value };
    wishes[option] = value;
  }
  return { kind: 'wishes', wishes: plain(wishes), headers };
}

/** The same, where a cron expression has to mean some moment too. */
export function readWishes(
  text: string,
  allowed: (keyof Wishes | 'headers')[],
  { nextCron, clock }: Pick<BotParts, 'nextCron' | 'clock'>,
): OptionsRead {
  const read = readOptions(text, allowed);
  if (read.kind !== 'wishes' || !read.wishes.schedule) return read;
  const { schedule } = read.wishes;
  const timetable = readTimetable(schedule);
  const isNever =
    timetable?.kind === 'cron' &&
    nextCron(timetable.expression, timetable.timeZone, clock.now()) === null;
  return isNever ? { kind: 'wrong', name: 'schedule', value: schedule } : read;
}

/** Of `header.Authorization`. */
export function headerNamed(option: string): string | null {
  return /^header\.(.*)$/i.exec(option)?.[1] ?? null;
}

function unquoted(written: string): string {
  const value = written.trim();
  const [, plain, curly] = /^(?:"((?:[^"\\]|\\.)*)"|“([^”]*)”)$/s.exec(value) ?? [];
  return plain?.replace(/\\(.)/gs, '$1') ?? curly ?? value;
}

/** Quotes mean a phrase in a filter, unless they stand around its signs: `"+rain -ball"`. */
function unquotedFilter(written: string): string {
  const value = written.trim();
  return /^(?:"[^"]*"|“[^”]*”)$/.test(value) && /^.[-+–—]/u.test(value) ? unquoted(value) : value;
}

function isUnderstood(option: keyof Wishes, value: string): boolean {
  if (isNone(option, value)) return true;
  if (option === 'schedule') return readTimetable(value) !== null;
  if (option === 'style') return styleNamed(value) !== null;
  if (option === 'summary') return lengthNamed(value) !== null;
  if (option === 'filter') return parseFilter(value).kind === 'filter';
  return option !== 'fulltext' || isFullText(value);
}

/** “auto” could be what a filter looks for. */
function isNone(option: keyof Wishes, value: string): boolean {
  return value === '' || value === (option === 'filter' ? 'off' : 'auto');
}

function styleNamed(value: string): PostStyle | null {
  return STYLES.find((it) => it === value) ?? null;
}

function lengthNamed(value: string): SummaryLength | null {
  return LENGTHS.find((it) => it === value) ?? null;
}

function isFullText(value: string): value is 'always' | 'never' {
  return value === 'always' || value === 'never';
}

/** `auto` (of a filter: `off`) and an empty value take a wish back. */
function plain({ schedule, fulltext, style, summary, filter, ...rest }: Written): Wishes {
  return {
    ...rest,
    ...(schedule !== undefined && { schedule: /^(?:auto)?$/.test(schedule) ? null : schedule }),
    ...(fulltext !== undefined && { fulltext: isFullText(fulltext) ? fulltext : null }),
    ...(filter !== undefined && { filter: isNone('filter', filter) ? null : filter }),
    ...(style !== undefined && { style: styleNamed(style) }),
    ...(summary !== undefined && { summary: lengthNamed(summary) }),
  };
}
