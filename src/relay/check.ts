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
import type { ReadEntry } from './readentry.ts';
import { healthyAt, remember } from './remember.ts';

export type CheckDeps = Omit<AgainDeps, 'now'> & {
  store: Pick<Store, 'feeds' | 'entries'>;
  fetchFeed: FetchFeed;
  complete: Complete;
  readEntry?: ReadEntry;
  archive?: Archive | undefined;
  clock: Pick<Clock, 'now'>;
  log: Log;
  /** Called when deliveries have come to be owed. */
  onOwed: () => void;
};

export type FeedCheck =
  | { kind: 'fetched'; fresh: number }
  | { kind: 'unchanged' }
  | { kind: 'failed'; reason: string };

/** Fetches one feed now, also one that was gone, and remembers what came of it; once more when a check by somebody else
 *  was saved meanwhile. */
export async function checkFeed(feed: Feed, deps: CheckDeps): Promise<FeedCheck> {
  let current: Feed | undefined = feed;
  while (current) {
    const outcome = await deps.fetchFeed(current, deps.clock.now());
    const check = await settleFetch(current, outcome, deps);
    if (check.kind !== 'late') return check;
    current = await deps.store.feeds.byId(feed.id);
  }
  return { kind: 'failed', reason: 'gone' };
}

type Settled = FeedCheck | { kind: 'late' };

/** Remembers what came of a fetch; 'late' when another check of the feed was saved since it was read. */
export async function settleFetch(
  feed: Feed,
  outcome: FetchOutcome,
  deps: CheckDeps,
): Promise<Settled> {
  const { clock, log } = deps;
  const now = clock.now();

  switch (outcome.kind) {
    case 'fetched': {
      const remembered = await remember(feed, outcome, { ...deps, now });
      if (remembered === 'late') return tooLate(feed, deps);
      const { fresh, owed } = remembered;
      await follow(feed, outcome.permanentUrl, deps);
      if (fresh > 0) log('feed.fetched', { feedId: feed.id, url: feed.url, fresh, owed });
      if (owed > 0) deps.onOwed();
      return { kind: 'fetched', fresh };
    }
    case 'unchanged': {
      const changes = {
        ...healthyAt(now),
        ...outcome.validators,
        nextFetchAt: askAgainAt(feed, { freshMs: outcome.freshMs }, { ...deps, now }),
      };
      if ((await learn(feed, changes, deps)) === 'late') return tooLate(feed, deps);
      await follow(feed, outcome.permanentUrl, deps);
      return { kind: 'unchanged' };
    }
    case 'gone':
      return fail(feed, { ...NOT_TOLD, reason: 'gone', detail: 'HTTP 410', goneAt: now }, deps);
    case 'page':
      return fail(feed, { ...NOT_TOLD, reason: 'notAFeed', detail: 'an HTML page' }, deps);
    case 'failed':
      return fail(feed, outcome, deps);
  }
}

function learn({ id: feedId, checks }: Feed, changes: FeedChanges, { store }: CheckDeps) {
  return store.feeds.learn({ feedId, checks, changes });
}

function tooLate({ id: feedId, url }: Feed, { log }: CheckDeps): { kind: 'late' } {
  log('feed.late', { feedId, url });
  return { kind: 'late' };
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
): Promise<Settled> {
  const { clock, log } = deps;
  const now = clock.now();
  const failures = feed.failures + 1;
  const { reason, detail, retryAfterMs, goneAt = feed.goneAt } = failure;
  const changes = {
    failures,
    failure: reason,
    failingSince: feed.failingSince ?? now,
    goneAt,
    nextFetchAt: askAgainAt(feed, { failures, retryAfterMs }, { ...deps, now }),
  };
  if ((await learn(feed, changes, deps)) === 'late') return tooLate(feed, deps);
  log('feed.failed', { feedId: feed.id, url: feed.url, reason, detail, failures });
  return { kind: 'failed', reason };
}
