import type { Clock, EpochMs } from '../model.ts';
import { hostOf } from './hosts.ts';

/** Hosts that are left alone for a while, because they ask for it or keep failing. */
export type Rests = {
  isResting(url: string): boolean;
  /** `retryAfterMs`: what the host itself asks for. */
  failed(url: string, retryAfterMs: number | null): void;
  answered(url: string): void;
};

type Trouble = { failures: number; until: EpochMs };

/** From so many failures in a row on it is the host, not the moment. */
const FAILURES = 3;
const REST_MS = 10 * 60_000;
const LONGEST_REST_MS = 6 * 3_600_000;
const HOSTS = 1_000;

export function createRests(clock: Pick<Clock, 'now'>): Rests {
  const troubles = new Map<string, Trouble>();

  return {
    isResting: (url) => (troubles.get(hostOf(url))?.until ?? 0) > clock.now(),

    failed(url, retryAfterMs) {
      const host = hostOf(url);
      const failures = (troubles.get(host)?.failures ?? 0) + 1;
      const ownMs = failures < FAILURES ? 0 : REST_MS * 2 ** Math.min(failures - FAILURES, 10);
      const restMs = Math.min(Math.max(retryAfterMs ?? 0, ownMs), LONGEST_REST_MS);
      // Those that failed longest ago are forgotten first.
      troubles.delete(host);
      troubles.set(host, { failures, until: clock.now() + restMs });
      const [oldest] = troubles.keys();
      if (troubles.size > HOSTS && oldest !== undefined) troubles.delete(oldest);
    },

    answered: (url) => void troubles.delete(hostOf(url)),
  };
}
