import type { SteadyClock } from '../src/app/steadyclock.ts';
import type { EpochMs } from '../src/model.ts';

/** A clock that the test turns: sleepers wake when their moment comes, and only then. */
export type TestClock = SteadyClock & {
  /** Somebody sets the machine's clock. */
  jump(byMs: number): void;
  /** Turns the clock on, stopping at each sleeper's moment for as long as `settled` takes. */
  advance(ms: number, settled: () => Promise<void>): Promise<void>;
};

export function createTestClock(startedAt: EpochMs): TestClock {
  let now = startedAt;
  let aheadMs = 0;
  const sleepers = new Set<{ at: EpochMs; wake: () => void }>();

  return {
    now: () => now,
    jump(byMs) {
      aheadMs += byMs;
    },
    jumpMs: () => aheadMs,
    follow() {
      now += aheadMs;
      for (const sleeper of sleepers) sleeper.at += aheadMs;
      aheadMs = 0;
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const wake = () => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper = { at: now + ms, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake);
      }),
    async advance(ms, settled) {
      const until = now + ms;
      await settled();
      for (;;) {
        const next = Math.min(until, ...[...sleepers].map(({ at }) => at));
        now = Math.max(now, next);
        const due = [...sleepers].filter(({ at }) => at <= now);
        for (const { wake } of due) wake();
        await settled();
        if (now >= until && due.length === 0) return;
      }
    },
  };
}
