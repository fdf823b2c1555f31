import type { EpochMs } from '../model.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
/** A pause in publishing is no reason to call the next entry old. */
const PAUSES = 3;

/** What is older when we first see it is old news: a week, or three usual pauses of a feed that publishes more rarely. */
export function horizonOf(publishedTimes: EpochMs[], now: EpochMs): EpochMs {
  const times = publishedTimes.toSorted((a, b) => b - a);
  const pauses = times
    .slice(1)
    .map((time, index) => (times[index] ?? time) - time)
    .sort((a, b) => a - b);
  const usual = pauses[Math.floor(pauses.length / 2)] ?? 0;
  return now - Math.max(WEEK_MS, PAUSES * usual);
}
