import { type FeedLink, feedGuesses, feedLinks } from '../feed/discover.ts';
import type { FetchFailure, FetchFeed, FetchOutcome } from '../feed/fetch.ts';
import { isFeedless, knownFeeds } from '../feed/sites.ts';
import type { Clock } from '../model.ts';
import type { Feed } from '../store/schema.ts';
import { type RememberDeps, remember } from './remember.ts';

export type FindDeps = Omit<RememberDeps, 'now'> & {
  fetchFeed: FetchFeed;
  clock: Pick<Clock, 'now'>;
  /** The URL of a folder of articles that an owner named by its path; null where that is none we may read. */
  folderUrl?: (path: string) => Promise<string | null>;
};

/** Who asks for a feed, and whether it goes into the catalogue that everyone may read. */
export type Asker = { userId: number | null; listed: 'listed' | 'unlisted' };

export type FindOutcome =
  | { kind: 'found'; feed: Feed }
  /** A page that offers several feeds: somebody has to choose. */
  | { kind: 'several'; links: FeedLink[] }
  /** Nothing was tried where a site is known to offer no feeds, as Telegram does not for its channels. */
  | { kind: 'none'; tried: string[] }
  | { kind: 'unreachable'; reason: FetchFailure }
  | { kind: 'notAnAddress' };

type Fetched = Extract<FetchOutcome, { kind: 'fetched' }>;

const GUESSES = 10;

/**
 * Finds the feed behind an address that somebody typed: itself a feed, or a site's page that names its feeds. What is
 * found is known from then on, with its first entries as the baseline.
 */
export async function findFeed(
  address: string,
  asker: Asker,
  deps: FindDeps,
): Promise<FindOutcome> {
  const folder = isPath(address) ? ((await deps.folderUrl?.(address)) ?? null) : null;
  // Only who may write the catalogue may look into folders.
  const url = folder !== null && asker.listed === 'listed' ? folder : urlOf(address);
  if (!url) return { kind: 'notAnAddress' };
  const known = await deps.store.feeds.byUrl(url);
  if (known && known.goneAt === null)
    return { kind: 'found', feed: await adopt(known.url, asker, deps) };
  const place = new URL(url);
  if (isFeedless(place)) return { kind: 'none', tried: [] };
  const ofSite = await firstOf(knownFeeds(place), asker, deps);
  if (ofSite) return { kind: 'found', feed: ofSite };

  const outcome = await fetchNew(url, deps);
  switch (outcome.kind) {
    case 'fetched':
      return { kind: 'found', feed: await introduce(url, outcome, { asker, deps }) };
    case 'page':
      return lookAround(outcome, asker, deps);
    case 'gone':
      return { kind: 'unreachable', reason: 'notFound' };
    case 'failed':
      return { kind: 'unreachable', reason: outcome.reason };
    case 'unchanged':
      // A server that answers 304 to a question without validators says nothing we can use.
      return { kind: 'unreachable', reason: 'broken' };
  }
}

function isPath(address: string): boolean {
  return /^(?:file:|\.{0,2}\/|[a-z]:\\)/i.test(address.trim());
}

/** The http(s) URL that somebody means by what they typed; null when it cannot be one. */
export function urlOf(address: string): string | null {
  const text = address.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const isHost =
    url.hostname.includes('.') || url.hostname === 'localhost' || /[[:]/.test(url.host);
  return isHost ? url.href : null;
}

async function lookAround(
  page: { html: string; url: string },
  asker: Asker,
  deps: FindDeps,
): Promise<FindOutcome> {
  const links = feedLinks(page.html, page.url);
  if (links.length > 1) return { kind: 'several', links };
  const offered = links.map(({ url }) => url);
  const guessed = feedGuesses(page.url).slice(0, GUESSES);
  const feed = (await firstOf(offered, asker, deps)) ?? (await firstOf(guessed, asker, deps));
  return feed ? { kind: 'found', feed } : { kind: 'none', tried: [...offered, ...guessed] };
}

/** The first of the addresses that is a feed, preferably one with anything in it: a project may publish no releases. */
async function firstOf(urls: string[], asker: Asker, deps: FindDeps): Promise<Feed | null> {
  let empty: { url: string; outcome: Fetched } | null = null;
  for (const url of urls) {
    const outcome = await fetchNew(url, deps);
    if (outcome.kind !== 'fetched') continue;
    if (outcome.feed.entries.length > 0) return introduce(url, outcome, { asker, deps });
    empty ??= { url, outcome };
  }
  return empty && introduce(empty.url, empty.outcome, { asker, deps });
}

function fetchNew(url: string, { fetchFeed, clock }: FindDeps): Promise<FetchOutcome> {
  return fetchFeed({ url, etag: null, lastModified: null, bodyHash: null }, clock.now());
}

async function introduce(
  url: string,
  outcome: Fetched,
  { asker, deps }: { asker: Asker; deps: FindDeps },
): Promise<Feed> {
  const feed = await adopt(outcome.permanentUrl ?? url, asker, deps, outcome.feed.title);
  if (feed.baselineAt !== null && feed.goneAt === null) return feed;
  await remember(feed, outcome, { ...deps, now: deps.clock.now() });
  return (await deps.store.feeds.byId(feed.id)) ?? feed;
}

function adopt(url: string, asker: Asker, deps: FindDeps, title = ''): Promise<Feed> {
  return deps.store.feeds.add(
    {
      url,
      title,
      listed: asker.listed === 'listed' ? 1 : 0,
      addedBy: asker.userId,
      intervalMs: deps.bounds.minMs,
    },
    deps.clock.now(),
  );
}
