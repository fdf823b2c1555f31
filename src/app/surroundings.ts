import type dns from 'node:dns';
import { setTimeout as sleep } from 'node:timers/promises';
import cron from 'node-cron';
import type { Clock } from '../model.ts';

/** What the program finds around it; a test puts its own in place. */
export type Surroundings = {
  clock: Clock;
  /** Runs `run` at each moment of a cron expression until stopped. */
  schedule: (expression: string, run: () => void) => { stop(): Promise<void> };
  /** 0 ≤ random < 1 */
  random: () => number;
  memoryBytes: () => number;
  /** Finds the addresses of hosts; the machine's own when not given. */
  lookup?: typeof dns.lookup;
};

/** Longer waits are cut by the timer itself (2³¹ − 1 ms). */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The machine's own clock, chance and memory. */
export function ofTheMachine(): Surroundings {
  return {
    clock: {
      now: () => Date.now(),
      async sleep(ms, signal) {
        // An aborted sleep ends early; that is its purpose and no fault.
        await sleep(Math.min(ms, LONGEST_TIMER_MS), undefined, signal && { signal }).catch(
          () => {},
        );
      },
    },
    schedule(expression, run) {
      const task = cron.schedule(expression, run, { logger: SILENT });
      return { stop: async () => void (await task.destroy()) };
    },
    random: Math.random,
    memoryBytes: () => process.memoryUsage.rss(),
  };
}

/** node-cron would print to the console, where only our JSON lines belong; a missed tick is made up by the next. */
const SILENT = { info() {}, warn() {}, error() {}, debug() {} };
