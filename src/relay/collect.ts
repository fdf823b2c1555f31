import pLimit, { type LimitFunction } from 'p-limit';
import type { FetchFeed, FetchOutcome } from '../feed/fetch.ts';
import { type Bounds, nextFetchAt } from '../feed/schedule.ts';
import type { Log } from '../log.ts';
import type { Clock, EpochMs } from '../model.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { remember } from './remember.ts';

export type CollectDeps = {
  store: Pick<Store, 'feeds' | 'entries'>;
  fetchFeed: FetchFeed;
  clock: Pick<Clock, 'now'>;
  log: Log;
  bounds: Bounds;
  /** 0 ≤ jitter < 1, anew at each call. */
  jitter: () => number;
  /** Called when deliveries have come to be owed. */
  onOwed: () => void;
};

/** First half of the relay: asks due feeds for what is new and puts what is owed for it into the outbox. */
export type Collecting = {
  /** Takes up the feeds that are due; resolves when those have been dealt with. Calls may overlap. */
  tick(): Promise<void>;
  /** From now on a fetch that fails counts for nothing: it may have been cut off. Resolves when none is under way. */
  stop(): Promise<void>;
};

export type FeedCheck =
  | { kind: 'fetched'; fresh: number }
  | { kind: 'unchanged' }
  | { kind: 'failed'; reason: string };

const AT_ONCE = 16;
const AT_ONCE_PER_HOST = 2;
/** Longer than a fetch and its parsing may take: then whoever claimed the feed has died. */
const LEASE_MS = 120_000;
/** A feed that says it is gone for good may still come back: asked once a day. */
const GONE_MS = 24 * 3_600_000;

export function createCollecting(deps: CollectDeps): Collecting {
  const { store, clock, log } = deps;
  const everywhere = pLimit(AT_ONCE);
  const hosts = new Map<string, LimitFunction>();
  const underWay = new Set<Promise<void>>();
  let stopping = false;

  return {
    async tick() {
      if (stopping) return;
      const room = AT_ONCE * 2 - underWay.size;
      if (room <= 0) return;
      const feeds = await store.feeds.claimDue(clock.now(), room, LEASE_MS);
      await Promise.all(feeds.map(take));
    },
    async stop() {
      stopping = true;
      await Promise.all(underWay);
    },
  };

  function take(feed: Feed): Promise<void> {
    const host = URL.parse(feed.url)?.host ?? '';
    const politely = hosts.get(host) ?? pLimit(AT_ONCE_PER_HOST);
    hosts.set(host, politely);
    const checking = politely(() => everywhere(() => check(feed))).finally(() => {
      underWay.delete(checking);
      if (politely.activeCount + politely.pendingCount === 0) hosts.delete(host);
    });
    underWay.add(checking);
    return checking;
  }

  /** Never rejects: one feed's fault is its own. */
  async function check(feed: Feed): Promise<void> {
    try {
      const outcome = await deps.fetchFeed(feed, clock.now());
      if (stopping && outcome.kind === 'failed') await store.feeds.save(feed.id, {});
      else await settleFetch(feed, outcome, deps);
    } catch (error) {
      log('feed.crashed', { feedId: feed.id, url: feed.url, error });
    }
  }
}

/** Fetches one feed now and remembers what came of it. */
export async function checkFeed(feed: Feed, deps: CollectDeps): Promise<FeedCheck> {
  return settleFetch(feed, await deps.fetchFeed(feed, deps.clock.now()), deps);
}

async function settleFetch(
  feed: Feed,
  outcome: FetchOutcome,
  deps: CollectDeps,
): Promise<FeedCheck> {
  const { store, clock, log } = deps;
  const now = clock.now();
  const healthy = { failures: 0, failingSince: null, failure: null, lastSuccessAt: now };

  switch (outcome.kind) {
    case 'fetched': {
      const { fresh, owed } = await remember(feed, outcome, { ...deps, now });
      if (fresh > 0) log('feed.fetched', { feedId: feed.id, url: feed.url, fresh, owed });
      if (owed > 0) deps.onOwed();
      return { kind: 'fetched', fresh };
    }
    case 'unchanged':
      await store.feeds.save(feed.id, {
        ...healthy,
        ...outcome.validators,
        nextFetchAt: askAgainAt(feed, { freshMs: outcome.freshMs }, deps),
      });
      return { kind: 'unchanged' };
    case 'gone':
      return fail(feed, { reason: 'gone', detail: 'HTTP 410', retryAfterMs: GONE_MS }, deps);
    case 'page':
      return fail(feed, { reason: 'notAFeed', detail: 'an HTML page', retryAfterMs: null }, deps);
    case 'failed':
      return fail(feed, outcome, deps);
  }
}

async function fail(
  feed: Feed,
  failure: { reason: string; detail: string; retryAfterMs: number | null },
  deps: CollectDeps,
): Promise<FeedCheck> {
  const { store, clock, log } = deps;
  const now = clock.now();
  const failures = feed.failures + 1;
  const { reason, detail, retryAfterMs } = failure;
  log('feed.failed', { feedId: feed.id, url: feed.url, reason, detail, failures });
  await store.feeds.save(feed.id, {
    failures,
    failure: reason,
    failingSince: feed.failingSince ?? now,
    nextFetchAt: askAgainAt(feed, { failures, retryAfterMs }, deps),
  });
  return { kind: 'failed', reason };
}

function askAgainAt(
  { intervalMs }: Feed,
  told: { failures?: number; retryAfterMs?: number | null; freshMs?: number | null },
  { clock, bounds, jitter }: CollectDeps,
): EpochMs {
  const { failures = 0, retryAfterMs = null, freshMs = null } = told;
  const circumstances = { failures, retryAfterMs, freshMs, ttlMs: null, intervalMs };
  return nextFetchAt({ ...circumstances, now: clock.now(), jitter: jitter(), bounds });
}
