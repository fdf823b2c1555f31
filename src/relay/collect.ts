import type { Clock } from '../model.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type CheckDeps, settleFetch } from './check.ts';
import { createClaiming } from './claiming.ts';
import { createFetchQueue } from './queue.ts';

export type CollectDeps = CheckDeps & {
  store: Pick<Store, 'claims'>;
  clock: Pick<Clock, 'now' | 'sleep'>;
};

/** First half of the relay: asks due feeds for what is new and puts what is owed for it into the outbox. */
export type Collecting = {
  /** Takes up all feeds that are due; resolves when those it took have been dealt with. Calls may overlap. */
  tick(): Promise<void>;
  /** From now on a fetch that fails counts for nothing: it may have been cut off. Resolves when none is under way. */
  stop(): Promise<void>;
};

const AT_ONCE = 16;
/** Claimed and not yet dealt with: a claim waits for the disk, so it takes many. */
const TAKEN = 64;

export function createCollecting(deps: CollectDeps): Collecting {
  const { store, clock, log } = deps;
  const queue = createFetchQueue(AT_ONCE, clock);
  const underWay = new Map<number, Promise<void>>();
  const claiming = createClaiming({ store, clock, underWay });
  let taking: Promise<Promise<void>[]> | null = null;
  let stopping = false;

  return {
    async tick() {
      if (taking) return;
      taking = takeAllDue().finally(() => {
        taking = null;
      });
      await Promise.all(await taking);
    },
    async stop() {
      stopping = true;
      queue.hurry();
      await taking?.catch(() => {});
      await Promise.all(underWay.values());
      await claiming.giveBack().catch((error: unknown) => log('claims.crashed', { error }));
    },
  };

  /** Feeds that wait for their own host take nobody's place, so that a host which hangs stalls no other. */
  async function takeAllDue(): Promise<Promise<void>[]> {
    const taken: Promise<void>[] = [];
    while (!stopping) {
      const room = TAKEN - queue.runnable();
      if (room < TAKEN / 2) {
        await Promise.race(underWay.values());
        continue;
      }
      const feeds = await claiming.take(room);
      if (feeds.length === 0) break;
      taken.push(...feeds.map(take));
    }
    return taken;
  }

  function take(feed: Feed): Promise<void> {
    // It has waited for its host longer than its claim lasts, and this one has renewed it.
    const already = underWay.get(feed.id);
    if (already) return already;
    const checking = queue.run(feed.url, () => check(feed)).finally(() => underWay.delete(feed.id));
    underWay.set(feed.id, checking);
    return checking;
  }

  /** Never rejects: one feed's fault is its own. */
  async function check(feed: Feed): Promise<void> {
    try {
      const outcome = stopping ? null : await deps.fetchFeed(feed, clock.now());
      const isCutOff = outcome === null || (stopping && outcome.kind === 'failed');
      const isSaved = !isCutOff && (await settleFetch(feed, outcome, deps)).kind !== 'late';
      claiming.ended(feed.id, isSaved ? 'saved' : 'unsaved');
    } catch (error) {
      log('feed.crashed', { feedId: feed.id, url: feed.url, error });
      claiming.ended(feed.id, 'crashed');
    }
  }
}
