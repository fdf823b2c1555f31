import { createLines } from './capacity-lines.ts';
import { type Play, type Played, play } from './capacity-run.ts';
import { foundTown } from './capacity-town.ts';
import { type Chance, createChance } from './chaos-chance.ts';

export type Size = { chats: number; perSecond: number };

const BEGAN_AT = Date.parse('2026-03-02T00:00:00Z');
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const ASK_EVERY_MS = 2_000;
/** Turns of the event loop in which the store has settled; more of them change nothing. */
const STORES_PATIENCE = 16;
const LINES_PATIENCE = 1;
const SEED = 2026;

/** The feed of which one story goes to all. */
export const STORY = 1;
const SMALL = { feeds: 20, followers: 50, everyMs: 10 * MINUTE_MS };

/** One story for all private chats, through the store itself; meanwhile small feeds publish, and people ask. */
export async function story({
  chats,
  perSecond,
  followers = SMALL.followers,
}: Size & { followers?: number }): Promise<Played> {
  const chance = createChance(SEED);
  const small = range(SMALL.feeds).map(() => some(chance, followers, chats));
  const town = await foundTown(chats, [range(chats).map(asChat), ...small]);
  const longestMs = (chats / perSecond) * 1_500 + 10_000;
  const times = small.flatMap((_, feed) => {
    const first = chance.below(Math.min(SMALL.everyMs, longestMs / 2));
    return range(Math.ceil(longestMs / SMALL.everyMs)).map((time) => [
      feed + 1,
      first + time * SMALL.everyMs,
    ]);
  });
  const owing = [[0, 0], ...times].map(([feed = 0, afterMs = 0]) => ({
    at: BEGAN_AT + afterMs,
    owe: (now: number) => town.publish(feed, now),
  }));
  const played = await play({
    ...{ store: town.store, perSecond, chance, owing, patience: STORES_PATIENCE },
    ...{ startedAt: BEGAN_AT, endsAt: BEGAN_AT + longestMs },
    asking: asked(longestMs, chats, chance),
    isOver: (waitedMs) => waitedMs.get(STORY)?.length === chats,
  });
  await town.close();
  return played;
}

/** One story for so many private chats, and nothing else. */
export function storyInLines({ chats, perSecond }: Size): Promise<Played> {
  const all = { feedId: STORY, afterMs: 0, chatIds: range(chats).map(asChat) };
  return inLines([all], { perSecond, chats });
}

/** Per cent of the readers by their offset from UTC, in hours: about as people live. */
const ZONES = [
  [-8, 5],
  [-6, 6],
  [-5, 8],
  [-3, 9],
  [0, 6],
  [1, 14],
  [2, 9],
  [3, 14],
  [5, 6],
  [7, 6],
  [8, 14],
  [9, 3],
] as const;
const DIGEST_HOUR = 8;

/** A digest a day for each private chat, at eight in the morning where its reader lives. */
export function digests(size: Size): Promise<Played> {
  let first = 0;
  const owed = ZONES.map(([offset, percent], zone) => {
    const chatIds = range((size.chats * percent) / 100).map((chat) => asChat(first + chat));
    first += chatIds.length;
    return { feedId: zone + 1, afterMs: hourIn(offset, DIGEST_HOUR), chatIds };
  });
  return inLines(owed, size);
}

const FOLLOWERS = 1_000;
const POSTS = 3;
/** When feeds publish, where their readers live: most of it in the morning. */
const HOURS = [6, 7, 7, 8, 8, 8, 9, 9, 11, 12, 13, 15, 17, 18, 19, 20];

/** Three posts a day for each private chat, of feeds with a thousand readers each. */
export function posts(size: Size): Promise<Played> {
  const chance = createChance(SEED);
  const zones = ZONES.flatMap(([offset, percent]) => range(percent).map(() => offset));
  const owed = range(size.chats / FOLLOWERS).flatMap((feed) => {
    const offset = chance.pick(zones);
    const chatIds = range(FOLLOWERS).map((chat) => asChat(feed * FOLLOWERS + chat));
    return range(POSTS).map(() => {
      const afterMs = hourIn(offset, chance.pick(HOURS)) + chance.below(HOUR_MS);
      return { feedId: feed + 1, afterMs, chatIds };
    });
  });
  return inLines(owed, size);
}

const MIX = { feeds: 60, followers: 100, groups: 300, channels: 60, burstEveryMs: 10 * MINUTE_MS };
const FIRST_CHANNEL = -1_000_000_000_000;

/** An hour of private chats, groups and channels, in which feeds publish one to four posts at once. */
export function mix(size: Size): Promise<Played> {
  const chance = createChance(SEED);
  const chat = () => {
    const kind = chance.below(100);
    if (kind < 25) return -1 - chance.below(MIX.groups);
    return kind < 30
      ? FIRST_CHANNEL - chance.below(MIX.channels)
      : asChat(chance.below(size.chats));
  };
  const owed = range(MIX.feeds).flatMap((feed) => {
    const chatIds = [...new Set(range(MIX.followers).map(chat))];
    return range(HOUR_MS / MIX.burstEveryMs).flatMap((burst) => {
      const afterMs = (burst + chance.below(1_000) / 1_000) * MIX.burstEveryMs;
      const once = { feedId: feed + 1, afterMs, chatIds };
      return range(chance.between(1, 5)).map(() => once);
    });
  });
  return inLines(owed, size);
}

type Owed = { feedId: number; afterMs: number; chatIds: number[] };

/** Until all of it has arrived; people ask for as long as something comes to be owed. */
function inLines(owed: Owed[], { perSecond, chats }: Size): Promise<Played> {
  const lines = createLines();
  let published = 0;
  const owing = owed.map(({ feedId, afterMs, chatIds }) => ({
    at: BEGAN_AT + afterMs,
    owe(now: number) {
      published += 1;
      lines.owe(feedId, chatIds, now);
    },
  }));
  const lastMs = Math.max(HOUR_MS, ...owed.map(({ afterMs }) => afterMs));
  const chance = createChance(SEED);
  const given: Omit<Play, 'isOver'> & { isOver: () => boolean } = {
    ...{ store: lines.store, perSecond, chance, owing, patience: LINES_PATIENCE },
    ...{ startedAt: BEGAN_AT, endsAt: BEGAN_AT + 7 * DAY_MS },
    asking: asked(lastMs, chats, chance),
    isOver: () => published === owed.length && lines.left() === 0,
  };
  return play(given);
}

function asked(untilMs: number, chats: number, chance: Chance): Play['asking'] {
  return range(untilMs / ASK_EVERY_MS).map((time) => ({
    at: BEGAN_AT + time * ASK_EVERY_MS + chance.below(ASK_EVERY_MS),
    chatId: asChat(chance.below(chats)),
  }));
}

function hourIn(offset: number, hour: number): number {
  return ((hour - offset + 24) % 24) * HOUR_MS;
}

function some(chance: Chance, count: number, chats: number): number[] {
  return [...new Set(range(count).map(() => asChat(chance.below(chats))))];
}

function asChat(number: number): number {
  return number + 1;
}

function range(count: number): number[] {
  return Array.from({ length: Math.floor(count) }, (_, index) => index);
}
