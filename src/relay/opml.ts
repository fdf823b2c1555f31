import { type OpmlFault, parseOpml, writeOpml } from '../feed/opml.ts';
import type { Clock } from '../model.ts';
import { titleOf } from '../store/feeds.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Place } from '../store/subscriptions.ts';
import type { Room } from './quotas.ts';

export type ImportDeps = {
  store: Pick<Store, 'feeds' | 'imports' | 'subscriptions'>;
  clock: Pick<Clock, 'now'>;
  /** How often a feed is asked of which nothing is known yet. */
  intervalMs: number;
};

/** `allowed`: whether this person may bring feeds that nobody listed; `room`: how many. Whoever calls has asked for
 *  their rights. */
export type Importer = {
  userId: number | null;
  place: Place;
  allowed: 'any' | 'listed';
  room: Room;
};

/** What became of one feed of the list. `twice`: it stands there a second time; `full`: there was no room left. */
export type ImportLine = {
  url: string;
  title: string;
  outcome: 'added' | 'already' | 'twice' | 'badUrl' | 'notListed' | 'full';
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
  { userId, place, allowed, room }: Importer,
  { store, clock, intervalMs }: ImportDeps,
): Promise<ImportOutcome> {
  const { feeds, faults } = parseOpml(text);
  if (faults.some(({ kind }) => kind === 'notOpml')) return { kind: 'notOpml' };

  const known = await store.feeds.all();
  const listed = new Set(known.filter((feed) => feed.listed === 1).map(({ url }) => url));
  // What an owner's key opens is not for everybody who knows the address.
  const isLocked = (feed: Feed) => feed.headers !== null && feed.listed === 0;
  const locked = new Set(known.filter(isLocked).map(({ url }) => url));
  const mayBe = feeds.filter(({ url }) => (allowed === 'any' ? !locked.has(url) : listed.has(url)));
  const may = await fitting(mayBe, { place, room, listed }, store);
  const now = clock.now();
  const stepMs = Math.max(intervalMs / Math.max(may.length, 1), STEP_MS);
  const added = await store.imports.follow(
    place,
    may.map((feed, index) => ({ ...feed, nextFetchAt: now + Math.round(index * stepMs) })),
    { addedBy: userId, intervalMs, now },
  );

  const followed = new Set(may.map(({ url }) => url));
  const isWanted = new Set(mayBe.map(({ url }) => url));
  const lines = feeds.map(({ url, title }): ImportLine => {
    if (!followed.has(url)) {
      return { url, title, outcome: isWanted.has(url) ? 'full' : 'notListed' };
    }
    return { url, title, outcome: added.has(url) ? 'added' : 'already' };
  });
  return {
    kind: 'imported',
    lines: [...lines, ...faults.flatMap(lineOf)],
    unread: unreadOf(faults),
  };
}

/** Those for which there is room, in their order; what is followed already takes none. */
async function fitting<Wanted extends { url: string }>(
  feeds: Wanted[],
  { place, room, listed }: Pick<Importer, 'place' | 'room'> & { listed: Set<string> },
  { subscriptions }: Pick<Store, 'subscriptions'>,
): Promise<Wanted[]> {
  const here = (await subscriptions.ofChat(place.chatId)).filter(
    ({ threadId }) => threadId === place.threadId,
  );
  const followed = new Set(here.map(({ url }) => url));
  let { feeds: left, addresses } = room;
  return feeds.filter(({ url }) => {
    if (followed.has(url)) return true;
    const isAddress = !listed.has(url);
    if (left <= 0 || (isAddress && addresses <= 0)) return false;
    left -= 1;
    if (isAddress) addresses -= 1;
    return true;
  });
}

/** What a chat follows as OPML 2.0, with our titles and categories; `kept`: how many were left out, because whoever reads
 *  the file may not have their addresses. */
export async function exportOpml(
  { chatId, title }: { chatId: number; title: string },
  { subscriptions }: Pick<Store, 'subscriptions'>,
  mayTake: (feed: Feed) => boolean,
): Promise<{ text: string; count: number; kept: number }> {
  const followed = await subscriptions.ofChat(chatId);
  // A feed may be followed in several topics.
  const feeds = [...new Map(followed.map((feed) => [feed.id, feed])).values()];
  const taken = feeds.filter(mayTake).map((feed) => ({ ...feed, title: titleOf(feed) }));
  const [count, kept] = [taken.length, feeds.length - taken.length];
  return { text: writeOpml({ title, feeds: taken }), count, kept };
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
