import { type OpmlFault, parseOpml, writeOpml } from '../feed/opml.ts';
import type { Clock } from '../model.ts';
import { titleOf } from '../store/feeds.ts';
import type { Store } from '../store/store.ts';
import type { Place } from '../store/subscriptions.ts';

export type ImportDeps = {
  store: Pick<Store, 'feeds' | 'imports'>;
  clock: Pick<Clock, 'now'>;
  /** How often a feed is asked of which nothing is known yet. */
  intervalMs: number;
};

/** `allowed`: whether this person may bring feeds that nobody listed. Whoever calls has asked for their rights. */
export type Importer = { userId: number | null; place: Place; allowed: 'any' | 'listed' };

/** What became of one feed of the list. `twice`: it stands there a second time. */
export type ImportLine = {
  url: string;
  title: string;
  outcome: 'added' | 'already' | 'twice' | 'badUrl' | 'notListed';
};

export type ImportOutcome =
  | {
      kind: 'imported';
      lines: ImportLine[];
      /** Why there may be more in the file than could be read. */
      unread: 'cutOff' | 'tooMany' | 'tooDeep' | null;
    }
  | { kind: 'notOpml' };

/** Twenty feeds in ten seconds, where more than the usual interval is needed to be gentle. */
const STEP_MS = 500;

/**
 * Makes a place follow the feeds of an OPML file. Nothing is fetched at once: the first fetches, which are baselines,
 * are spread over the usual interval.
 */
export async function importOpml(
  text: string,
  { userId, place, allowed }: Importer,
  { store, clock, intervalMs }: ImportDeps,
): Promise<ImportOutcome> {
  const { feeds, faults } = parseOpml(text);
  if (faults.some(({ kind }) => kind === 'notOpml')) return { kind: 'notOpml' };

  const listed = new Set((await store.feeds.catalogue()).map(({ url }) => url));
  const may = feeds.filter(({ url }) => allowed === 'any' || listed.has(url));
  const now = clock.now();
  const stepMs = Math.max(intervalMs / Math.max(may.length, 1), STEP_MS);
  const added = await store.imports.follow(
    place,
    may.map((feed, index) => ({ ...feed, nextFetchAt: now + Math.round(index * stepMs) })),
    { addedBy: userId, intervalMs, now },
  );

  const followed = new Set(may.map(({ url }) => url));
  const lines = feeds.map(({ url, title }): ImportLine => {
    if (!followed.has(url)) return { url, title, outcome: 'notListed' };
    return { url, title, outcome: added.has(url) ? 'added' : 'already' };
  });
  return {
    kind: 'imported',
    lines: [...lines, ...faults.flatMap(lineOf)],
    unread: unreadOf(faults),
  };
}

/** What a chat follows as OPML 2.0, with our titles and categories. */
export async function exportOpml(
  chatId: number,
  title: string,
  { subscriptions }: Pick<Store, 'subscriptions'>,
): Promise<{ text: string; count: number }> {
  const followed = await subscriptions.ofChat(chatId);
  // A feed may be followed in several topics.
  const feeds = [...new Map(followed.map((feed) => [feed.id, feed])).values()];
  const listed = feeds.map((feed) => ({ ...feed, title: titleOf(feed) }));
  return { text: writeOpml({ title, feeds: listed }), count: feeds.length };
}

function lineOf(fault: OpmlFault): ImportLine[] {
  if (!('url' in fault)) return [];
  const { url, title, kind } = fault;
  return [{ url, title, outcome: kind === 'duplicate' ? 'twice' : 'badUrl' }];
}

function unreadOf(faults: OpmlFault[]) {
  const [first] = faults.flatMap(({ kind }) =>
    kind === 'cutOff' || kind === 'tooMany' || kind === 'tooDeep' ? kind : [],
  );
  return first ?? null;
}
