import {
  type CleanBodies,
  type Furniture,
  learnFurniture,
  recurringEnds,
} from '../article/furniture.ts';
import { sketchOf } from '../article/sketch.ts';
import type { FetchOutcome } from '../feed/fetch.ts';
import { horizonOf } from '../feed/horizon.ts';
import type { ParsedFeed } from '../feed/parse.ts';
import { adaptInterval } from '../feed/schedule.ts';
import { chooseHub } from '../feed/websub.ts';
import type { Article, Entry, EpochMs } from '../model.ts';
import { type FeedChanges, type FreshEntry, tokenOf } from '../store/commit.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type AgainDeps, askAgainAt } from './again.ts';
import type { Archive } from './archive.ts';
import { compare } from './compare.ts';
import { isFolder } from './folder.ts';
import type { Complete } from './fulltext.ts';
import { isGiant, type ReadEntry, readHere } from './readentry.ts';
import { revisedEntries, shownMarks } from './revise.ts';

export type RememberDeps = AgainDeps & {
  store: Pick<Store, 'feeds' | 'entries'>;
  complete: Complete;
  /** Keeps giants out of the event loop; without it all are read in it. */
  readEntry?: ReadEntry;
  /** Keeps what is relayed as files, where somebody wants that. */
  archive?: Archive | undefined;
};

/** Entries of a baseline that can be read with /latest; the older ones are only remembered. Of an archive all can. */
const READABLE_AT_BASELINE = 10;

/**
 * Saves what a fetch brought, validators and entries and what is owed for them, in one transaction. The first fetch
 * of a feed is its baseline: all is remembered and nothing owed. 'late', and nothing saved, when another check of it
 * was saved since `feed` was read.
 */
export async function remember(
  feed: Feed,
  fetched: Extract<FetchOutcome, { kind: 'fetched' }>,
  deps: RememberDeps,
): Promise<{ fresh: number; owed: number } | 'late'> {
  const { store, now, bounds } = deps;
  const { title, siteUrl, cutOff, hubs } = fetched.feed;
  const { listed, unseen, seen, marked } = await compare(feed, fetched.feed, store);
  const isBaseline = feed.baselineAt === null;
  const bodies: CleanBodies = new Map();
  const furniture = furnitureAfter(feed, { listed, unseen, bodies });
  const known = { repeated: recurringEnds(furniture), bodies };
  const readable = isFolder(feed.url) ? unseen.length : READABLE_AT_BASELINE;
  const read = (entry: Entry) => (deps.readEntry ?? readHere)(entry, known);
  const fresh = await freshEntries(unseen, { read, now, isBaseline, readable });
  const revised = await revisedEntries(feed.id, seen, { store, now, read });
  const changed = {
    intervalMs: adaptInterval(
      listed.flatMap(({ published }) => published ?? []),
      now,
      bounds,
    ),
    rhythm: JSON.stringify(fetched.feed.rhythm),
    freshAt: fresh.length > 0 ? now : feed.freshAt,
    furniture: JSON.stringify(furniture),
    ...hubAfter(feed, hubs, fresh.length),
  };
  // Before the transaction, and not in it: nothing is remembered until all that will be said is known, and kept.
  const [whole, wholeRevised] = await Promise.all([
    deps.complete(feed, fresh),
    deps.complete(feed, revised),
  ]);
  if (!isBaseline) await archiveAll(feed, whole, deps);
  const told = { freshMs: fetched.freshMs, spread: isBaseline ? 'new' : 'known' } as const;
  const isWhole = cutOff === null;

  const owed = await store.feeds.commit(
    {
      ...{ feedId: feed.id, checks: feed.checks },
      fresh: agedBy(horizonFor(feed, seen, now), whole.map(withSketch)),
      listed: listed.map(({ id }) => id),
      marked,
      revised: wholeRevised,
      owedTo: isBaseline ? 'nobody' : 'subscribers',
      changes: {
        ...healthyAt(now),
        // What broke off is asked for again, whatever its server thinks of having sent it.
        ...(isWhole ? fetched.validators : { etag: null, lastModified: null, bodyHash: null }),
        title: title || feed.title,
        siteUrl,
        // Half a document is no baseline, or its other half would be sent as if it were new; unless it is always half.
        baselineAt: feed.baselineAt ?? (isWhole || feed.lastSuccessAt !== null ? now : null),
        ...changed,
        nextFetchAt: askAgainAt({ ...feed, ...changed }, told, deps),
      },
    },
    now,
  );
  return owed === 'late' ? owed : { fresh: fresh.length, owed };
}

/** What is true of a feed that has just answered. */
export function healthyAt(now: EpochMs): FeedChanges {
  return { failures: 0, failingSince: null, failure: null, goneAt: null, lastSuccessAt: now };
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

type Reading = {
  read: (entry: Entry) => Promise<Article>;
  now: EpochMs;
  isBaseline: boolean;
  /** How many of the newest entries of a baseline can be read. */
  readable: number;
};

/** Oldest first. Where every entry has a date the dates decide, else the feed's own order, newest on top. */
async function freshEntries(
  unseen: Entry[],
  { read, now, isBaseline, readable }: Reading,
): Promise<FreshEntry[]> {
  const oldestFirst = unseen.map((entry) => notOfTheFuture(entry, now)).reverse();
  if (oldestFirst.every(({ published }) => published !== null)) {
    oldestFirst.sort((a, b) => (a.published ?? 0) - (b.published ?? 0));
  }
  const firstReadable = isBaseline ? oldestFirst.length - readable : 0;
  const fresh: FreshEntry[] = [];
  for (const [index, entry] of oldestFirst.entries()) {
    const { id, title, link } = entry;
    const at = entry.published ?? entry.updated ?? now;
    const article = index >= firstReadable ? await read(entry) : null;
    const shown = article && { shown: shownMarks(entry, article) };
    fresh.push({ id, title, link, at, article, ...shown });
  }
  return fresh;
}

function withSketch(entry: FreshEntry): FreshEntry {
  return entry.article === null ? entry : { ...entry, sketch: sketchOf(entry.article.markdown) };
}

function agedBy(horizon: EpochMs, entries: FreshEntry[]): FreshEntry[] {
  return entries.map((entry) => ({ ...entry, isOld: entry.at < horizon }));
}

/** Of an archive nothing is too old, and nothing is old whose publisher says not when it was published. A feed publishes
 *  as often as what we know of it did. */
function horizonFor({ url }: Feed, seen: { entry: Entry }[], now: EpochMs): EpochMs {
  if (isFolder(url)) return Number.NEGATIVE_INFINITY;
  return horizonOf(
    seen.flatMap(({ entry }) => entry.published ?? []),
    now,
  );
}

/** What an archive holds is not archived again. */
async function archiveAll(
  { id, url }: Feed,
  entries: FreshEntry[],
  { archive }: RememberDeps,
): Promise<void> {
  if (archive === undefined || isFolder(url)) return;
  for (const { article, at, id: entryId } of entries) {
    if (article) await archive({ article, at, feedUrl: url, token: tokenOf(id, entryId) });
  }
}

/** A feed that is new to us teaches what recurs in it by all that it lists, then by what is new. */
function furnitureAfter(
  { furniture }: Feed,
  { listed, unseen, bodies }: { listed: Entry[]; unseen: Entry[]; bodies: CleanBodies },
): Furniture {
  const known = furniture === null ? null : (JSON.parse(furniture) as Furniture);
  const taught = (known ? unseen : listed).filter((entry) => !isGiant(entry));
  return learnFurniture(known, taught.toReversed(), bodies);
}
