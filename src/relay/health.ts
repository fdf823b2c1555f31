import type { Log } from '../log.ts';
import type { Clock, EpochMs, Notice } from '../model.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Audience } from '../store/troubles.ts';

export type HealthDeps = {
  store: Pick<Store, 'troubles' | 'dead' | 'notes'>;
  owners: number[];
  clock: Pick<Clock, 'now'>;
  log: Log;
  /** Called when notices have come to be owed. */
  onOwed: () => void;
};

/** What is wrong with a feed, and since when; null when nothing is. */
type Trouble = Extract<Notice, { kind: 'failing' | 'stale' }> | null;

const DAY_MS = 24 * 3_600_000;
/** Failing for that long is worth an owner's attention. */
const FAILING_MS = DAY_MS;
/** Whoever follows the feed hears of it when it lasts that much longer. */
const LASTING_MS = 2 * DAY_MS;
/** Silent for so many of its usual pauses, and never for less than a week: not just a holiday. */
const SILENT_PAUSES = 8;
const SILENT_MS = 7 * DAY_MS;
const PAUSES_KNOWN = 20;

/** How often feeds are looked at: their troubles are counted in days. */
const LOOK_MS = 10 * 60_000;

export type Health = {
  /** Looks after the feeds when it is time to. */
  tick(): Promise<void>;
};

export function createHealth(deps: HealthDeps): Health {
  let nextLookAt: EpochMs = 0;
  return {
    async tick() {
      if (deps.clock.now() < nextLookAt) return;
      nextLookAt = deps.clock.now() + LOOK_MS;
      await watchHealth(deps);
      await watchDead(deps);
    },
  };
}

/**
 * Tells people of feeds that fail or have fallen silent: their owner after a day, once their chats when it lasts, and
 * everyone who was told when it is over. Notices are owed like posts, so each arrives, and arrives once.
 */
async function watchHealth(deps: HealthDeps): Promise<void> {
  const { store, clock } = deps;
  const now = clock.now();
  for (const feed of await store.troubles.suspects(now - FAILING_MS, now - SILENT_MS)) {
    const trouble = troubleOf(feed, await store.troubles.moments(feed.id, PAUSES_KNOWN), now);
    const next = nextWord(feed, trouble, now);
    if (next) await say(feed, next, deps);
  }
}

const DEAD_TOLD = 'dead told';

/** Owners hear once of what could not be sent, feed by feed. */
async function watchDead({ store, owners, clock, log, onOwed }: HealthDeps): Promise<void> {
  const toldAt = (await store.notes.get<EpochMs>(DEAD_TOLD)) ?? 0;
  const dead = await store.dead.since(toldAt);
  if (dead.length === 0) return;
  const to: Audience = { kind: 'people', userIds: owners };
  for (const { feedId, count, latestAt } of dead) {
    const notice = { kind: 'dead', count, since: latestAt } as const;
    await store.troubles.tell({ feedId, changes: {}, notice, to }, clock.now());
    log('feed.dead', { feedId, count });
  }
  await store.notes.set(DEAD_TOLD, Math.max(...dead.map(({ latestAt }) => latestAt)));
  onOwed();
}

/** Failing outweighs silent; a feed that is paused by its server's own word (410) is failing. */
function troubleOf(feed: Feed, moments: EpochMs[], now: EpochMs): Trouble {
  const { failingSince, failure } = feed;
  if (failingSince !== null && failingSince <= now - FAILING_MS) {
    return { kind: 'failing', reason: failure ?? 'other', since: failingSince };
  }
  const [newest] = moments;
  const isSilent = newest !== undefined && now - newest > silenceOf(moments);
  return isSilent ? { kind: 'stale', since: newest } : null;
}

/** The longest silence that is like this feed, by the middle one of its pauses. */
function silenceOf(moments: EpochMs[]): number {
  const pauses = moments.slice(1).map((at, index) => (moments[index] ?? at) - at);
  const middle = pauses.sort((a, b) => a - b)[pauses.length >> 1];
  // With fewer than three entries there is no habit to break.
  if (middle === undefined || pauses.length < 2) return Number.POSITIVE_INFINITY;
  return Math.max(SILENT_MS, SILENT_PAUSES * middle);
}

type Word = {
  notice: Notice;
  to: 'owner' | 'chats';
  known: Pick<Feed, 'trouble' | 'troubledAt' | 'toldTo'>;
};

/** What is to be said now of a feed, and to whom; null: nothing that has not been said. */
function nextWord(feed: Feed, trouble: Trouble, now: EpochMs): Word | null {
  if (trouble === null) {
    if (feed.trouble === null) return null;
    const since = feed.troubledAt ?? now;
    const over = { trouble: null, troubledAt: null, toldTo: null };
    return { notice: { kind: 'well', since }, to: feed.toldTo ?? 'owner', known: over };
  }
  if (feed.trouble !== trouble.kind) {
    const begun = { trouble: trouble.kind, troubledAt: now, toldTo: 'owner' } as const;
    return { notice: trouble, to: 'owner', known: begun };
  }
  const lasts = now - (feed.troubledAt ?? now) >= LASTING_MS;
  if (!lasts || feed.toldTo === 'chats') return null;
  const { troubledAt } = feed;
  return {
    notice: trouble,
    to: 'chats',
    known: { trouble: trouble.kind, troubledAt, toldTo: 'chats' },
  };
}

async function say(
  feed: Feed,
  { notice, to, known }: Word,
  { store, owners, clock, log, onOwed }: HealthDeps,
): Promise<void> {
  const isOwners = feed.listed === 1 || feed.addedBy === null;
  const people: Audience = { kind: 'people', userIds: isOwners ? owners : [feed.addedBy ?? 0] };
  const audiences: Audience[] = to === 'chats' ? [{ kind: 'followers' }] : [people];
  // Whoever runs the bot heard of the trouble first, and hears of its end with the others.
  if (to === 'chats' && notice.kind === 'well') audiences.push(people);
  let told = 0;
  for (const audience of audiences) {
    const word = { feedId: feed.id, changes: known, notice, to: audience };
    told += await store.troubles.tell(word, clock.now());
  }
  log('feed.health', { feedId: feed.id, url: feed.url, notice: notice.kind, to, told });
  if (told > 0) onOwed();
}
