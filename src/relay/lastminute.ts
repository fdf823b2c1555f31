import type { Clock, EpochMs } from '../model.ts';

/** Counts what has happened within the last minute. */
export type LastMinute = { add(): void; count(): number };

const MINUTE_MS = 60_000;

export function createLastMinute({ now }: Pick<Clock, 'now'>): LastMinute {
  const moments: EpochMs[] = [];

  return {
    add() {
      forgetOlder(moments, now() - MINUTE_MS);
      moments.push(now());
    },
    count() {
      forgetOlder(moments, now() - MINUTE_MS);
      return moments.length;
    },
  };
}

function forgetOlder(moments: EpochMs[], since: EpochMs): void {
  const kept = moments.findIndex((at) => at > since);
  moments.splice(0, kept === -1 ? moments.length : kept);
}
