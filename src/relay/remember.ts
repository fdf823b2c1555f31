import { readArticle, repeatedBlocks } from '../article/read.ts';
import type { FetchOutcome } from '../feed/fetch.ts';
import { idsFor, type KnownEntry, keysFor, marksOf, recognise } from '../feed/known.ts';
import type { ParsedFeed } from '../feed/parse.ts';
import { adaptInterval } from '../feed/schedule.ts';
import { chooseHub } from '../feed/websub.ts';
import type { Entry, EpochMs } from '../model.ts';
import type { FeedChanges, FreshEntry, MarkedEntry } from '../store/commit.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type AgainDeps, askAgainAt } from './again.ts';

export type RememberDeps = AgainDeps & { store: Pick<Store, 'feeds' | 'entries'> };

/** Entries of a baseline that can be read with /latest; the older ones are only remembered. */
const READABLE_AT_BASELINE = 10;

/**
 * Saves what a fetch brought, validators and entries and what is owed for them, in one transaction. The first fetch
 * of a feed is its baseline: all is remembered and nothing owed.
 */
export async function remember(
  feed: Feed,
  fetched: Extract<FetchOutcome, { kind: 'fetched' }>,
  deps: RememberDeps,
): Promise<{ fresh: number; owed: number }> {
  const { store, now, bounds } = deps;
  const { title, siteUrl, cutOff, hubs } = fetched.feed;
  const { listed, unseen, marked } = await compare(feed, fetched.feed, store);
  const isBaseline = feed.baselineAt === null;
  const fresh = freshEntries(unseen, { listed, now, isBaseline });
  const changed = {
    intervalMs: adaptInterval(
      listed.flatMap(({ published }) => published ?? []),
      now,
      bounds,
    ),
    rhythm: JSON.stringify(fetched.feed.rhythm),
    freshAt: fresh.length > 0 ? now : feed.freshAt,
    ...hubAfter(feed, hubs, fresh.length),
  };
  const told = { freshMs: fetched.freshMs, spread: isBaseline ? 'new' : 'known' } as const;
  const isWhole = cutOff === null;

  const owed = await store.feeds.commit(
    {
      feedId: feed.id,
      fresh,
      listed: listed.map(({ id }) => id),
      marked,
      owedTo: isBaseline ? 'nobody' : 'subscribers',
      changes: {
        ...healthyAt(now),
        // What broke off is asked for again, whatever its server thinks of having sent it.
        ...(isWhole ? fetched.validators : { etag: null, lastModified: null, bodyHash: null }),
        title: title || feed.title,
        siteUrl,
        // Half a document is no baseline, or its other half would be sent as if it were new; unless it is always half.
        baselineAt: isWhole || feed.lastSuccessAt !== null ? (feed.baselineAt ?? now) : null,
        ...changed,
        nextFetchAt: askAgainAt({ ...feed, ...changed }, told, deps),
      },
    },
    now,
  );
  return { fresh: fresh.length, owed };
}

/** What is true of a feed that has just answered. */
export function healthyAt(now: EpochMs): FeedChanges {
  return { failures: 0, failingSince: null, failure: null, goneAt: null, lastSuccessAt: now };
}

/** The entries of a document under the ids by which this feed knows them, each once; those it has not shown before; and
 *  what to recognise them by from now on. The one in which it breaks off is left for the next time. */
async function compare(
  feed: Feed,
  { entries, cutOff, siteUrl }: ParsedFeed,
  { entries: memory }: RememberDeps['store'],
): Promise<{ listed: Entry[]; unseen: Entry[]; marked: MarkedEntry[] }> {
  const whole = entries.filter(({ id }) => id !== cutOff);
  const { known, lastListedAt } = await memory.recall(feed.id, { ids: idsFor(whole) });
  const ids = new Set(known.map(({ id }) => id));
  const strangers = whole.filter(({ id }) => !ids.has(id));
  if (strangers.length > 0) {
    const alike = await memory.recall(feed.id, keysFor(strangers));
    known.push(...alike.known.filter(({ id }) => !ids.has(id)));
  }
  const byId = new Map(known.map((it) => [it.id, it]));
  const names = recognise(whole, { known, lastListedAt }, siteUrl);
  const named = new Map(whole.map((entry, index) => [names[index] ?? entry.id, entry]));
  const listed = [...named].map(([id, entry]) => ({ ...entry, id }));
  return {
    listed,
    unseen: listed.filter(({ id }) => !byId.has(id)),
    marked: listed
      .map((entry) => ({ id: entry.id, ...marksOf(entry) }))
      .filter((it) => isMarkedAnew(it, byId.get(it.id))),
  };
}

function isMarkedAnew(now: MarkedEntry, before: KnownEntry | undefined): boolean {
  return (
    now.linkKey !== before?.linkKey ||
    now.titleKey !== before.titleKey ||
    now.published !== before.published
  );
}

/** A hub that let us find something new by ourselves is not relied on until it has proved itself again. */
function hubAfter({ pushedUntil }: Feed, hubs: ParsedFeed['hubs'], fresh: number) {
  return { ...chooseHub(hubs), pushedUntil: fresh === 0 ? pushedUntil : null };
}

/** Whatever a publisher says, what we have seen is published. */
function notOfTheFuture(entry: Entry, now: EpochMs): Entry {
  const { published, updated } = entry;
  return {
    ...entry,
    published: published && Math.min(published, now),
    updated: updated && Math.min(updated, now),
  };
}

/** Oldest first. Where every entry has a date the dates decide, else the feed's own order, newest on top. */
function freshEntries(
  unseen: Entry[],
  { listed, now, isBaseline }: { listed: Entry[]; now: EpochMs; isBaseline: boolean },
): FreshEntry[] {
  // What recurs is looked for in every entry's HTML: too much work for a document without anything new.
  if (unseen.length === 0) return [];
  const repeated = repeatedBlocks(listed);
  const oldestFirst = unseen.map((entry) => notOfTheFuture(entry, now)).reverse();
  if (oldestFirst.every(({ published }) => published !== null)) {
    oldestFirst.sort((a, b) => (a.published ?? 0) - (b.published ?? 0));
  }
  const firstReadable = isBaseline ? oldestFirst.length - READABLE_AT_BASELINE : 0;
  return oldestFirst.map((entry, index) => ({
    id: entry.id,
    title: entry.title,
    link: entry.link,
    at: entry.published ?? entry.updated ?? now,
    article: index >= firstReadable ? readArticle(entry, { repeated }) : null,
  }));
}
