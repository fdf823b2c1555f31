import type { Log } from '../log.ts';
import type { Clock, EpochMs } from '../model.ts';
import type { Forgotten } from '../store/retention.ts';
import type { Store } from '../store/store.ts';
import type { Alarms } from './alarms.ts';

export type RetentionDeps = {
  store: Pick<Store, 'retention' | 'bytes'>;
  clock: Clock;
  log: Log;
  alarms: Pick<Alarms, 'raise' | 'clear'>;
  /** How long an entry is remembered after its feed has ceased to list it, and how long what could not be sent is. */
  keep: { articlesMs: number; deadMs: number };
  /** The database is kept below that size, if need be by forgetting sooner; undefined: by age alone. */
  limitBytes: number | undefined;
};

export type Forgetting = { tick(): Promise<void>; stop(): Promise<void> };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A chat that refuses us for longer hears of the rest by /latest. */
const OWED_MS = 30 * DAY_MS;
/** Telegram keeps a file longer than anybody sends it again. */
const PICTURES_MS = 30 * DAY_MS;
/** When there is too much, each step forgets what is a tenth younger. */
const YOUNGER = 0.9;
/** News of the last days stay, whatever the limit. */
const LEAST_MS = 2 * DAY_MS;

/** Forgets, once an hour, what is too old, so that the database has a size and keeps it. */
export function createForgetting(deps: RetentionDeps): Forgetting {
  const { store, clock, log, alarms } = deps;
  let nextAt: EpochMs = clock.now() + HOUR_MS / 12;
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;

  return {
    async tick() {
      if (isStopped || clock.now() < nextAt) return;
      nextAt = clock.now() + HOUR_MS;
      running = forget();
      await running;
    },
    async stop() {
      isStopped = true;
      // Whoever waits for the tick hears of its fault.
      await running.catch(() => {});
    },
  };

  async function forget(): Promise<void> {
    const { keep, limitBytes = Number.POSITIVE_INFINITY } = deps;
    let articlesMs = keep.articlesMs;
    report(await forgetOlder(articlesMs));
    let bytes = await store.bytes();
    for (let before = Number.POSITIVE_INFINITY; bytes > limitBytes && bytes < before; ) {
      if (isStopped || articlesMs <= LEAST_MS) break;
      articlesMs = Math.max(LEAST_MS, await ageOfSome(articlesMs));
      report(await forgetOlder(articlesMs));
      // PostgreSQL keeps for later what it has been given back: there the size says nothing.
      [before, bytes] = [bytes, await store.bytes()];
    }
    if (bytes > limitBytes) alarms.raise({ kind: 'database', bytes, limitBytes });
    else alarms.clear('database');
  }

  /** An age that some entry has: what is between has nothing to forget. */
  async function ageOfSome(articlesMs: number): Promise<number> {
    const oldest = await store.retention.nextEntryAfter(clock.now() - articlesMs);
    const ageMs = oldest === null ? 0 : clock.now() - oldest;
    return Math.min(articlesMs, ageMs) * YOUNGER;
  }

  function forgetOlder(articlesMs: number): Promise<Forgotten> {
    const now = clock.now();
    const ages = {
      entriesBefore: now - articlesMs,
      deadBefore: now - deps.keep.deadMs,
      owedBefore: now - OWED_MS,
      picturesBefore: now - PICTURES_MS,
    };
    return store.retention.forget(ages, now);
  }

  function report(forgotten: Forgotten): void {
    const { entries, deliveries, other } = forgotten;
    if (entries + deliveries + other > 0) log('database.forgot', forgotten);
  }
}
