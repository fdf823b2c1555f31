import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../model.ts';

/** A clock that goes on by itself when somebody sets the machine's: what waits must not come early, or never. */
export type SteadyClock = Clock & {
  /** How far the machine's clock has been put forward (> 0) or back since it was last followed. */
  jumpMs(): number;
  /** From now on the machine's clock is right. */
  follow(): void;
};

/** Longer waits are cut by the timer itself (2³¹ − 1 ms). */
const LONGEST_TIMER_MS = 2_147_483_647;

export function createSteadyClock(): SteadyClock {
  let aheadMs = Date.now() - performance.now();
  const now = () => Math.round(performance.now() + aheadMs);
  return {
    now,
    async sleep(ms, signal) {
      // An aborted sleep ends early; that is its purpose and no fault.
      await sleep(Math.min(ms, LONGEST_TIMER_MS), undefined, signal && { signal }).catch(() => {});
    },
    jumpMs: () => Date.now() - now(),
    follow() {
      aheadMs = Date.now() - performance.now();
    },
  };
}
