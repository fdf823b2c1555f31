import type { Clock, EpochMs } from '../model.ts';

/** A clock whose time a visitor may skip: who sleeps beyond the leap sleeps on for what is left, all others wake. */
export type LeapingClock = Clock & { leap(byMs: number): void };

/** `speed`: how many of its seconds one second of the given clock has. */
export function createLeapingClock<Base extends Clock>(base: Base, speed = 1): Base & LeapingClock {
  const begunAt = base.now();
  const sleepers = new Set<AbortController>();
  let leaptMs = 0;
  const now = (): EpochMs =>
    begunAt + Math.round((base.now() - begunAt) * speed) + Math.round(leaptMs);

  return {
    ...base,
    now,
    async sleep(ms, signal) {
      const until = now() + ms;
      while (now() < until && !signal?.aborted) await nap(until - now(), signal);
    },
    leap(byMs) {
      leaptMs += byMs;
      for (const sleeper of sleepers) sleeper.abort();
    },
  };

  async function nap(ms: number, signal: AbortSignal | undefined): Promise<void> {
    const woken = new AbortController();
    const wake = () => woken.abort();
    signal?.addEventListener('abort', wake);
    sleepers.add(woken);
    await base.sleep(Math.ceil(ms / speed), woken.signal);
    sleepers.delete(woken);
    signal?.removeEventListener('abort', wake);
  }
}

/** Fires at each full second of that clock, and once after a leap. */
export function everySecond(clock: Clock) {
  return (_expression: string, run: () => void): { stop(): Promise<void> } => {
    const stopped = new AbortController();
    const ticking = (async () => {
      while (!stopped.signal.aborted) {
        await clock.sleep(1000 - (clock.now() % 1000), stopped.signal);
        if (!stopped.signal.aborted) run();
      }
    })();
    return {
      async stop() {
        stopped.abort();
        await ticking;
      },
    };
  };
}
