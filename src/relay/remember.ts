import { readArticle, repeatedBlocks } from '../article/read.ts';
import type { FetchOutcome } from '../feed/fetch.ts';
import { adaptInterval, type Bounds, nextFetchAt } from '../feed/schedule.ts';
import type { Entry, EpochMs } from '../model.ts';
import type { FreshEntry } from '../store/feeds.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

export type RememberDeps = {
  store: Pick<Store, 'feeds' | 'entries'>;
  now: EpochMs;
  bounds: Bounds;
  jitter: () => number;
};

/** Entries of a baseline that can be read with /latest; the older ones are only remembered. */
const READABLE_AT_BASELINE = 10;

/**
 * Saves what a fetch brought, validators and entries and what is owed for them, in one transaction. The first fetch
 * of a feed is its baseline: all is remembered and nothing owed.
 */
export async function remember(
  feed: Feed,
  fetched: Extract<FetchOutcome, { kind: 'fetched' }>,
  { store, now, bounds, jitter }: RememberDeps,
): Promise<{ fresh: number; owed: number }> {
  const { entries, title, siteUrl, ttlMs } = fetched.feed;
  const isBaseline = feed.baselineAt === null;
  const ids = new Set(
    await store.entries.unseen(
      feed.id,
      entries.map(({ id }) => id),
    ),
  );
  const unseen = entries.filter(({ id }) => ids.has(id));
  const fresh = freshEntries(unseen, { entries, now, isBaseline });
  const intervalMs = adaptInterval(
    entries.flatMap(({ published }) => published ?? []),
    now,
    bounds,
  );

  const owed = await store.feeds.commit(
    {
      feedId: feed.id,
      fresh,
      owedTo: isBaseline ? 'nobody' : 'subscribers',
      changes: {
        ...fetched.validators,
        title: title || feed.title,
        siteUrl,
        intervalMs,
        baselineAt: feed.baselineAt ?? now,
        lastSuccessAt: now,
        failures: 0,
        failingSince: null,
        failure: null,
        nextFetchAt: nextFetchAt({
          now,
          failures: 0,
          retryAfterMs: null,
          intervalMs,
          freshMs: fetched.freshMs,
          ttlMs,
          jitter: jitter(),
          bounds,
        }),
      },
    },
    now,
  );
  return { fresh: fresh.length, owed };
}

/** Oldest first. Where every entry has a date the dates decide, else the feed's own order, newest on top. */
function freshEntries(
  unseen: Entry[],
  { entries, now, isBaseline }: { entries: Entry[]; now: EpochMs; isBaseline: boolean },
): FreshEntry[] {
  const repeated = repeatedBlocks(entries);
  const oldestFirst = unseen.toReversed();
  if (oldestFirst.every(({ published }) => published !== null)) {
    oldestFirst.sort((a, b) => (a.published ?? 0) - (b.published ?? 0));
  }
  const firstReadable = isBaseline ? oldestFirst.length - READABLE_AT_BASELINE : 0;
  return oldestFirst.map((entry, index) => ({
    id: entry.id,
    title: entry.title,
    link: entry.link,
    at: Math.min(entry.published ?? entry.updated ?? now, now),
    article: index >= firstReadable ? readArticle(entry, { repeated }) : null,
  }));
}
