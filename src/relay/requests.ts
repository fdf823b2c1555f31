import type { Clock, EpochMs } from '../model.ts';

/** What somebody's next request meets. `rest`: they have asked too much, and are to be told so when it `begins`. */
export type Taken = { kind: 'go' } | { kind: 'rest'; forMs: number; begins: boolean };

/** How much each person asks of the bot: a full bucket of requests, which fills up again steadily. */
export type Requests = { take(personId: number): Taken };

export type RequestRate = { count: number; perMs: number };

type Bucket = { left: number; at: EpochMs; restsUntil: EpochMs };

/** People remembered; those who asked longest ago are forgotten first. */
const REMEMBERED = 10_000;

/**
 * In memory alone: a restart forgives. Whoever empties their bucket rests until it is full again, so that they hear of it
 * once and not at every second request.
 */
export function createRequests({ count, perMs }: RequestRate, clock: Pick<Clock, 'now'>): Requests {
  const buckets = new Map<number, Bucket>();

  return {
    take(personId) {
      const now = clock.now();
      const known = buckets.get(personId);
      const forMs = (known?.restsUntil ?? 0) - now;
      // Longer it can only be where the clock was set back.
      if (forMs > 0 && forMs <= perMs) return { kind: 'rest', forMs, begins: false };
      const left = known ? filled(known, now) : count;
      const rests = left < 1;
      keep(personId, { left: rests ? 0 : left - 1, at: now, restsUntil: rests ? now + perMs : 0 });
      return rests ? { kind: 'rest', forMs: perMs, begins: true } : { kind: 'go' };
    },
  };

  function filled({ left, at }: Bucket, now: EpochMs): number {
    return Math.min(count, left + (Math.max(0, now - at) * count) / perMs);
  }

  /** A map is in the order in which its keys were set. */
  function keep(personId: number, bucket: Bucket): void {
    buckets.delete(personId);
    buckets.set(personId, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > REMEMBERED && oldest !== undefined) buckets.delete(oldest);
  }
}
