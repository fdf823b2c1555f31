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

const SPANS: [string, number][] = [
  ['day', 24 * 3_600_000],
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
