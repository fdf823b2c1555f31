import type { EpochMs } from '../model.ts';

/** `2026-11-25 14:05` in that time zone. */
export function momentIn(at: EpochMs, timeZone: string): string {
  // Swedish is the locale whose own form this is.
  return new Date(at).toLocaleString('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
}

/** `2026-11-25` in that time zone. */
export function dayIn(at: EpochMs, timeZone: string): string {
  return new Date(at).toLocaleDateString('sv', { timeZone });
}

/** `14:05` in that time zone. */
export function clockIn(at: EpochMs, timeZone: string): string {
  return new Date(at).toLocaleTimeString('sv', { timeZone, timeStyle: 'short' });
}

/** The day of a moment within the next week as people name it there: `today`, `tomorrow`, `Monday`. */
export function dayAheadIn(
  at: EpochMs,
  { now, timeZone, language }: { now: EpochMs; timeZone: string; language: string },
): string {
  const days = (Date.parse(dayIn(at, timeZone)) - Date.parse(dayIn(now, timeZone))) / DAY_MS;
  if (days > 1) return new Date(at).toLocaleDateString(language, { timeZone, weekday: 'long' });
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day');
}

const DAY_MS = 24 * 3_600_000;

/** `25 November` in that time zone and language. */
export function longDayIn(at: EpochMs, timeZone: string, language: string): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Date(at).toLocaleDateString(locale, { timeZone, day: 'numeric', month: 'long' });
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
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.max(0, Math.floor(ms / unitMs)),
  );
}
