import type dns from 'node:dns';
import cron from 'node-cron';
import type { Config } from '../config.ts';
import type { Clock } from '../model.ts';
import { createSteadyClock, type SteadyClock } from './steadyclock.ts';

/** Whether the configuration file has changed since it was last asked, and which feeds it names then. */
export type FeedsFile = () =>
  | { kind: 'same' }
  | { kind: 'changed'; feeds: Config['feeds'] }
  | { kind: 'faults'; faults: string[] };

/** What the program finds around it; a test puts its own in place. */
export type Surroundings = {
  clock: Clock & Partial<Pick<SteadyClock, 'jumpMs' | 'follow'>>;
  /** Runs `run` at each moment of a cron expression until stopped. */
  schedule: (expression: string, run: () => void) => { stop(): Promise<void> };
  /** 0 ≤ random < 1 */
  random: () => number;
  memoryBytes: () => number;
  /** What is left of the disk on which a folder lies; asked of the machine when not given. */
  freeBytes?: (folder: string) => Promise<number | null>;
  /** Finds the addresses of hosts; the machine's own when not given. */
  lookup?: typeof dns.lookup;
  feedsFile?: FeedsFile;
  /** Acts again and again, by the machine's own clock, until that is stopped. Without it nobody else shares the database. */
  beat?: (everyMs: number, act: () => void) => () => void;
  /** The process has no more to do here: it stops gracefully, and whoever supervises it starts it anew. */
  end?: () => void;
};

/** The machine's own clock, chance and memory. */
export function ofTheMachine(): Surroundings {
  return {
    clock: createSteadyClock(),
    schedule(expression, run) {
      const task = cron.schedule(expression, run, { logger: SILENT });
      return { stop: async () => void (await task.destroy()) };
    },
    random: Math.random,
    beat(everyMs, act) {
      const beating = setInterval(act, everyMs);
      return () => clearInterval(beating);
    },
    memoryBytes: () => process.memoryUsage.rss(),
  };
}

/** node-cron would print to the console, where only our JSON lines belong; a missed tick is made up by the next. */
const SILENT = { info() {}, warn() {}, error() {}, debug() {} };
