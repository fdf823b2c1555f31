import type { EpochMs } from '../model.ts';

/** So many in any span of that length. */
export type Rate = { count: number; perMs: number };

/** The moments of messages that still count and of those booked, oldest first. */
export type Window = EpochMs[];

export function spanOf({ perMs }: Rate): number {
  return Math.ceil(perMs);
}

/** A little slower. */
export function slower({ count, perMs }: Rate, factor: number): Rate {
  return { count, perMs: perMs * factor };
}

/** The first moment from `at` on where one more message leaves no span with more than its rate. */
export function freeAt(window: Readonly<Window>, rate: Rate, at: EpochMs): EpochMs {
  const span = spanOf(rate);
  let free = at;
  for (let first = 0; first + rate.count <= window.length; first += 1) {
    const oldest = window[first] ?? 0;
    const newest = window[first + rate.count - 1] ?? 0;
    const isTooClose = Math.max(newest, free) - Math.min(oldest, free) < span;
    if (isTooClose) free = oldest + span;
  }
  return free;
}

/** Notes a message, and forgets what is older than `keepMs`. Bookings lie ahead, so what comes later is not always
 *  noted later. */
export function note(
  window: Window,
  at: EpochMs,
  { now, keepMs }: { now: EpochMs; keepMs: number },
): void {
  const old = window.findIndex((moment) => moment + keepMs > now);
  if (old !== 0) window.splice(0, old < 0 ? window.length : old);
  const after = window.findLastIndex((moment) => moment <= at) + 1;
  window.splice(after, 0, at);
}

export function remove(at: EpochMs, window: Window): void {
  const place = window.indexOf(at);
  if (place >= 0) window.splice(place, 1);
}

/** All moments, when the clock is set. */
export function shift(window: Window, byMs: number): void {
  for (const [index, at] of window.entries()) window[index] = at + byMs;
}

/** What a window may hold before so many messages at once; what is more than a whole window finds it empty. */
export function roomFor(needed: number, { count, perMs }: Rate): Rate {
  return { count: Math.max(1, count - needed + 1), perMs };
}
