import { NO_WISHES, type Rhythm } from '../feed/rhythm.ts';
import {
  type Bounds,
  DAY_MS,
  type FetchCircumstances,
  nextFetchAt,
  silentInterval,
} from '../feed/schedule.ts';
import { type NextCron, readTimetable } from '../feed/timetable.ts';
import { pollAt } from '../feed/websub.ts';
import type { EpochMs } from '../model.ts';
import type { Feed } from '../store/schema.ts';

export type AgainDeps = {
  now: EpochMs;
  bounds: Bounds;
  /** 0 ≤ jitter < 1, anew at each call. */
  jitter: () => number;
  nextCron: NextCron;
};

/** What the latest answer tells of when to ask again. */
export type Told = Partial<
  Pick<FetchCircumstances, 'failures' | 'retryAfterMs' | 'freshMs' | 'spread'>
>;

type Asked = Pick<Feed, 'intervalMs' | 'rhythm' | 'schedule' | 'freshAt' | 'pushedUntil'>;

/** When a feed is due next. Its owner's timetable outweighs what the publisher hints, but neither failures nor a
 *  server that wants to be left alone. */
export function askAgainAt(feed: Asked, told: Told, deps: AgainDeps): EpochMs {
  const { now, bounds, nextCron } = deps;
  const timetable = readTimetable(feed.schedule ?? '') ?? { kind: 'auto' };
  switch (timetable.kind) {
    case 'auto':
      return pollAt(usuallyAt(feed, told, deps), { now, pushedUntil: feed.pushedUntil });
    case 'every': {
      const { ms } = timetable;
      const fixed = { intervalMs: ms, rhythm: null, freshAt: null };
      const within = { minMs: bounds.minMs, maxMs: Math.max(bounds.maxMs, ms) };
      const unhinted = { ...told, freshMs: null, spread: 'known' } as const;
      return usuallyAt(fixed, unhinted, { now, bounds: within, jitter: () => 0 });
    }
    case 'cron': {
      const { expression, timeZone } = timetable;
      const planned = told.failures ? null : nextCron(expression, timeZone, now);
      if (planned === null) return usuallyAt(feed, told, deps);
      return Math.max(spaced(planned, deps), now + Math.min(told.retryAfterMs ?? 0, DAY_MS));
    }
  }
}

/** A cron expression may name each second: then the shortest interval counts. A moment that comes a little early is none. */
function spaced(planned: EpochMs, { now, bounds }: AgainDeps): EpochMs {
  return planned < now + bounds.minMs / 2 ? now + bounds.minMs : planned;
}

function usuallyAt(
  { intervalMs, rhythm, freshAt }: Pick<Asked, 'intervalMs' | 'rhythm' | 'freshAt'>,
  told: Told,
  { now, bounds, jitter }: Omit<AgainDeps, 'nextCron'>,
): EpochMs {
  const { failures = 0, retryAfterMs = null, freshMs = null, spread = 'known' } = told;
  // While it fails nobody knows whether it is silent.
  const silentMs = freshAt === null || failures > 0 ? 0 : silentInterval(freshAt, now);
  return nextFetchAt({
    ...{ now, failures, retryAfterMs, freshMs, spread, bounds },
    intervalMs: Math.max(intervalMs, silentMs),
    rhythm: rhythm === null ? NO_WISHES : (JSON.parse(rhythm) as Rhythm),
    jitter: jitter(),
  });
}
