import type { EpochMs } from '../model.ts';
import * as dates from '../post/dates.ts';
import { localeOf } from './locale.ts';

/** Where and in which language a moment is told. */
export type Told = { timeZone: string; language: string };

/** `25 Nov 2026, 14:05`. */
export function momentIn(at: EpochMs, { timeZone, language }: Told): string {
  return dates.momentIn(at, { timeZone, locale: localeOf(language) });
}

/** `14:05` when that is today, else `25 Nov 2026, 14:05`. */
export function shortMomentIn(at: EpochMs, told: Told & { now: EpochMs }): string {
  const isToday = dayIn(at, told) === dayIn(told.now, told);
  return isToday ? clockIn(at, told.timeZone) : momentIn(at, told);
}

/** `25 Nov 2026`. */
export function dayIn(at: EpochMs, { timeZone, language }: Told): string {
  return dates.dayIn(at, { timeZone, locale: localeOf(language) });
}

/** `14:05` in that time zone, as people write it in commands too. */
export function clockIn(at: EpochMs, timeZone: string): string {
  // Swedish is the locale whose own form this is.
  return new Date(at).toLocaleTimeString('sv', { timeZone, timeStyle: 'short' });
}

/** What a time zone is called: `Europe/Paris`, and `UTC+05:30` rather than `+05:30`. */
export function zoneName(timeZone: string): string {
  return /^[+-]/.test(timeZone) ? `UTC${timeZone}` : timeZone;
}

/** The day of a moment within the next week as people name it there: `today`, `tomorrow`, `Monday`. */
export function dayAheadIn(
  at: EpochMs,
  { now, timeZone, language }: Told & { now: EpochMs },
): string {
  const dayOf = (moment: EpochMs) =>
    Date.parse(new Date(moment).toLocaleDateString('sv', { timeZone }));
  const days = (dayOf(at) - dayOf(now)) / DAY_MS;
  if (days > 1) return weekdayIn(at, { timeZone, language });
  return new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }).format(days, 'day');
}

/** `Monday`. */
export function weekdayIn(at: EpochMs, { timeZone, language }: Told): string {
  return new Date(at).toLocaleDateString(localeOf(language), { timeZone, weekday: 'long' });
}

const DAY_MS = 24 * 3_600_000;

/** `25 November`. */
export function longDayIn(at: EpochMs, { timeZone, language }: Told): string {
  const day = { day: 'numeric', month: 'long' } as const;
  return new Date(at).toLocaleDateString(localeOf(language), { ...day, timeZone });
}

const SPANS: [string, number][] = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** The largest unit of a span, in the reader's language: `3 hours`, `3小时`. */
export function spanOf(ms: number, language: string): string {
  const [unit, unitMs] = SPANS.find(([, size]) => ms >= size) ?? ['second', 1_000];
  const format = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(localeOf(language), format).format(
    Math.max(0, Math.floor(ms / unitMs)),
  );
}
