import type { EpochMs } from '../model.ts';
import { afterSkipped, type Rhythm } from './rhythm.ts';

/** The shortest and the longest time between two fetches that the owner wants. */
export type Bounds = { minMs: number; maxMs: number };

export type FetchCircumstances = {
  now: EpochMs;
  /** In a row, up to now. */
  failures: number;
  /** How often this feed is worth asking: see `adaptInterval`. */
  intervalMs: number;
  /** What the server asks for: to be left alone (Retry-After), and how long its answer stays fresh (Cache-Control). */
  retryAfterMs: number | null;
  freshMs: number | null;
  /** What the document itself says. */
  rhythm: Rhythm;
  /** Feeds that came together are spread over their whole interval, `known` ones only a little. */
  spread: 'new' | 'known';
  /** 0 to 1, drawn anew each time. */
  jitter: number;
  bounds: Bounds;
};

/** When to ask again. Waits double with every failure in a row, up to a day; never sooner than the server says, which
 *  we believe for a day at most. What publishers merely hint counts up to the longest interval. */
export function nextFetchAt(circumstances: FetchCircumstances): EpochMs {
  const { now, failures, intervalMs, retryAfterMs, freshMs, rhythm, jitter, bounds } =
    circumstances;
  const hintedMs = Math.min(Math.max(freshMs ?? 0, rhythm.ttlMs ?? 0), bounds.maxMs);
  const usualMs = Math.max(within(bounds, intervalMs), hintedMs);
  const backedOffMs = Math.max(usualMs, Math.min(usualMs * 2 ** failures, DAY_MS));
  const spreadMs =
    circumstances.spread === 'known'
      ? backedOffMs * (1 + MAX_SPREAD * jitter)
      : Math.max(backedOffMs * (1 - jitter), hintedMs, bounds.minMs);
  const waitMs = Math.max(spreadMs, Math.min(retryAfterMs ?? 0, DAY_MS));
  return afterSkipped(now + Math.round(waitMs), rhythm);
}

/** How often a feed that published at these times is worth asking: half of its usual pause, so that an entry waits
 *  a quarter of one on average; longer and longer when it has fallen silent. */
export function adaptInterval(publishedTimes: EpochMs[], now: EpochMs, bounds: Bounds): number {
  const times = publishedTimes.filter((time) => time <= now).sort((a, b) => b - a);
  const recent = times.slice(0, REMEMBERED);
  const [newest] = recent;
  if (newest === undefined) return bounds.maxMs;

  const pauses = recent.slice(1).map((time, index) => (recent[index] ?? time) - time);
  return within(bounds, Math.max(median(pauses) / 2, silentInterval(newest, now)));
}

/** Silent for ten days: ask once a day. */
export function silentInterval(newest: EpochMs, now: EpochMs): number {
  return (now - newest) / 10;
}

export const DAY_MS = 24 * 3_600_000;
const MAX_SPREAD = 0.1;

/** Enough to know a habit, few enough to notice that it changed. */
const REMEMBERED = 20;

function within({ minMs, maxMs }: Bounds, ms: number): number {
  return Math.min(Math.max(ms, minMs), maxMs);
}

/** The middle one, so that a night or a holiday among the pauses does not count. */
function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
