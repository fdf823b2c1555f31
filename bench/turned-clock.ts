import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock, EpochMs } from '../src/model.ts';

/** A clock that stands still while anything happens, and is then turned to whoever sleeps shortest: so an hour takes as
 *  long as its work, and nothing but our own arithmetic decides what comes of it. */
export type TurnedClock = Clock & { toNext(end: EpochMs): Promise<void> };

/** `patience`: so many turns of the event loop settle whatever can happen at one moment. */
export function createTurnedClock(startedAt: EpochMs, patience: number): TurnedClock {
  let now = startedAt;
  const sleepers = new Map<() => void, EpochMs>();
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const wake = () => {
          sleepers.delete(wake);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        if (signal?.aborted) return resolve();
        signal?.addEventListener('abort', wake, { once: true });
        sleepers.set(wake, now + ms);
      }),
    async toNext(end) {
      for (let turn = 0; turn < patience; turn += 1) await nextTurn();
      let next = end;
      for (const at of sleepers.values()) if (at < next) next = at;
      now = Math.max(now, next);
      for (const [wake, at] of sleepers) if (at <= now) wake();
    },
  };
}
