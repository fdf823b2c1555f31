import type { FetchFeed, FetchOutcome } from '../feed/fetch.ts';
import { isSameServer } from '../http/servers.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import type { FeedChanges } from '../store/commit.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type AgainDeps, askAgainAt } from './again.ts';
import type { Archive } from './archive.ts';
import type { Complete } from './fulltext.ts';
import { moveOf } from './moves.ts';
import { createFetchQueue } from './queue.ts';
import type { ReadEntry } from './readentry.ts';
import { healthyAt, remember } from './remember.ts';

export type CollectDeps = Omit<AgainDeps, 'now'> & {
  store: Pick<Store, 'feeds' | 'entries'>;
  fetchFeed: FetchFeed;
  complete: Complete;
  readEntry?: ReadEntry;
  archive?: Archive | undefined;
  clock: Pick<Clock, 'now' | 'sleep'>;
  log: Log;
  /** Called when deliveries have come to be owed. */
  onOwed: () => void;
};

/** First half of the relay: asks due feeds for what is new and puts what is owed for it into the outbox. */
export type Collecting = {
  /** Takes up all feeds that are due; resolves when those it took have been dealt with. Calls may overlap. */
  tick(): Promise<void>;
  /** From now on a fetch that fails counts for nothing: it may have been cut off. Resolves when none is under way. */
  stop(): Promise<void>;
};

export type FeedCheck =
  | { kind: 'fetched'; fresh: number }
  | { kind: 'unchanged' }
  | { kind: 'failed'; reason: string };

const AT_ONCE = 16;
/** Claimed and not yet dealt with: a claim waits for the disk, so it takes many; all must be fetched within the lease. */
const TAKEN = 64;
/** Longer than a fetch and its parsing may take: then whoever claimed the feed has died. */
const LEASE_MS = 120_000;

export function createCollecting(deps: CollectDeps): Collecting {
  const { store, clock, log } = deps;
  const queue = createFetchQueue(AT_ONCE, clock);
  const underWay = new Map<number, Promise<void>>();
  let claiming: Promise<Promise<void>[]> | null = null;
  let stopping = false;

  return {
    async tick() {
      if (claiming) return;
      claiming = takeAllDue().finally(() => {
        claiming = null;
      });
      await Promise.all(await claiming);
    },
    async stop() {
      stopping = true;
      queue.hurry();
      await claiming?.catch(() => {});
      await Promise.all(underWay.values());
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
      const feeds = await store.feeds.claimDue(clock.now(), room, LEASE_MS);
      if (feeds.length === 0) break;
      taken.push(...feeds.map(take));
    }
    return taken;
  }

  function take(feed: Feed): Promise<void> {
    // It has waited for its host longer than its lease, which this claim has renewed.
    const already = underWay.get(feed.id);
    if (already) return already;
    const checking = queue.run(feed.url, () => check(feed)).finally(() => underWay.delete(feed.id));
    underWay.set(feed.id, checking);
    return checking;
  }

  /** Never rejects: one feed's fault is its own. */
  async function check(feed: Feed): Promise<void> {
    try {
      if (stopping) return await store.feeds.save(feed.id, {});
      const outcome = await deps.fetchFeed(feed, clock.now());
      if (stopping && outcome.kind === 'failed') await store.feeds.save(feed.id, {});
      else await settleFetch(feed, outcome, deps);
    } catch (error) {
      log('feed.crashed', { feedId: feed.id, url: feed.url, error });
    }
  }
}

type CheckDeps = Omit<CollectDeps, 'clock'> & { clock: Pick<Clock, 'now'> };

/** Fetches one feed now, also one that was gone, and remembers what came of it. */
export async function checkFeed(feed: Feed, deps: CheckDeps): Promise<FeedCheck> {
  return settleFetch(feed, await deps.fetchFeed(feed, deps.clock.now()), deps);
}

async function settleFetch(feed: Feed, outcome: FetchOutcome, deps: CheckDeps): Promise<FeedCheck> {
  const { store, clock, log } = deps;
  const now = clock.now();

  switch (outcome.kind) {
    case 'fetched': {
      const { fresh, owed } = await remember(feed, outcome, { ...deps, now });
      await follow(feed, outcome.permanentUrl, deps);
      if (fresh > 0) log('feed.fetched', { feedId: feed.id, url: feed.url, fresh, owed });
      if (owed > 0) deps.onOwed();
      return { kind: 'fetched', fresh };
    }
    case 'unchanged':
      await store.feeds.save(feed.id, {
        ...healthyAt(now),
        ...outcome.validators,
        nextFetchAt: askAgainAt(feed, { freshMs: outcome.freshMs }, { ...deps, now }),
      });
      await follow(feed, outcome.permanentUrl, deps);
      return { kind: 'unchanged' };
    case 'gone':
      return fail(feed, { ...NOT_TOLD, reason: 'gone', detail: 'HTTP 410', goneAt: now }, deps);
    case 'page':
      return fail(feed, { ...NOT_TOLD, reason: 'notAFeed', detail: 'an HTML page' }, deps);
    case 'failed':
      return fail(feed, outcome, deps);
  }
}

/** Where a feed has moved for good it is looked for from now on, unless another feed of ours is there already. */
async function follow(
  feed: Feed,
  permanentUrl: string | null,
  { store, log }: CheckDeps,
): Promise<void> {
  // Its owner's secrets are for that server: to take them elsewhere is for its owner to say.
  if (feed.headers !== null && permanentUrl !== null && !isSameServer(feed.url, permanentUrl))
    return;
  const { changes, newUrl } = moveOf(feed, permanentUrl);
  if (newUrl !== null && (await store.feeds.move(feed.id, newUrl)))
    return log('feed.moved', { feedId: feed.id, url: feed.url, newUrl });
  const isNoted = changes.movedTo === feed.movedTo && changes.movedTimes === feed.movedTimes;
  if (!isNoted) await store.feeds.save(feed.id, changes);
}

const NOT_TOLD = { retryAfterMs: null };

async function fail(
  feed: Feed,
  failure: { reason: string; detail: string; retryAfterMs: number | null } & FeedChanges,
  deps: CheckDeps,
): Promise<FeedCheck> {
  const { store, clock, log } = deps;
  const now = clock.now();
  const failures = feed.failures + 1;
  const { reason, detail, retryAfterMs, goneAt = feed.goneAt } = failure;
  log('feed.failed', { feedId: feed.id, url: feed.url, reason, detail, failures });
  await store.feeds.save(feed.id, {
    failures,
    failure: reason,
    failingSince: feed.failingSince ?? now,
    goneAt,
    nextFetchAt: askAgainAt(feed, { failures, retryAfterMs }, { ...deps, now }),
  });
  return { kind: 'failed', reason };
}
