import type { EpochMs } from '../model.ts';

/** What a clock on the wall shows, as if it were UTC: `Date.UTC` of its year, month, day, hour … */
export type WallMs = number;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** What clocks in a time zone show at that moment, to the second. */
export function wallAt(at: EpochMs, timeZone: string): WallMs {
  return Date.parse(`${formatOf(timeZone).format(at).replace(' ', 'T')}Z`);
}

/** The first moment at which clocks there show that time; where they jump over it, the moment of the jump. */
export function momentOf(wall: WallMs, timeZone: string): EpochMs {
  const before = offsetAt(wall - DAY_MS, timeZone);
  const after = offsetAt(wall + DAY_MS, timeZone);
  if (before === after) return wall - before;
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  if (wallAt(early, timeZone) === wall) return early;
  if (wallAt(late, timeZone) === wall) return late;
  return jumpBetween(early, late, timeZone);
}

/** The moment when clocks change, of two moments before and after that. */
function jumpBetween(early: EpochMs, late: EpochMs, timeZone: string): EpochMs {
  const before = offsetAt(early, timeZone);
  let [from, to] = [early, late];
  while (to - from > 1_000) {
    const middle = from + Math.floor((to - from) / 2_000) * 1_000;
    if (offsetAt(middle, timeZone) === before) from = middle;
    else to = middle;
  }
  return to;
}

function offsetAt(at: EpochMs, timeZone: string): number {
  const second = Math.floor(at / 1_000) * 1_000;
  return wallAt(second, timeZone) - second;
}

/** Making one costs as much as a thousand uses of it. There are some hundred time zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // Swedish is the locale whose own form is `2026-11-25 14:05:09`.
  const made = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, made);
  return made;
}
