import type { Clock, EpochMs, Post } from '../src/model.ts';
import { deliver } from '../src/relay/deliver.ts';
import type { DeliverDeps } from '../src/relay/round.ts';
import { createPace, type Pace, type PacedChat, type Rates } from '../src/telegram/pace.ts';
import type { SendOutcome } from '../src/telegram/send.ts';
import { type Counted, createLimits } from './capacity-telegram.ts';
import type { Chance } from './chaos-chance.ts';
import { createTurnedClock } from './turned-clock.ts';

/** What the run is about: real delivering and a real pace, between a store and a Telegram that only counts. */
export type Play = {
  store: DeliverDeps['store'];
  /** A second, over all chats: what we keep to, and what Telegram lets pass. */
  perSecond: number;
  /** As the store settles: see `createTurnedClock`. */
  patience: number;
  startedAt: EpochMs;
  endsAt: EpochMs;
  /** What comes to be owed, in its order. */
  owing: { at: EpochMs; owe(now: EpochMs): unknown }[];
  /** People who ask something, in their order. */
  asking: { at: EpochMs; chatId: number }[];
  isOver(waitedMs: Played['waitedMs']): boolean;
  chance: Chance;
};

export type Played = Counted & {
  /** How long the posts of each feed waited, from being owed to their arrival. */
  waitedMs: Map<number, number[]>;
  answeredMs: number[];
  /** From the beginning until the last message arrived. */
  tookMs: number;
};

/** There and back, as between a server in Europe and Telegram. */
const WAY_MS = { least: 40, most: 110 };

export async function play(given: Play): Promise<Played> {
  const { startedAt, endsAt, owing, asking, isOver, patience, perSecond } = given;
  const clock = createTurnedClock(startedAt, patience);
  const pace = createPace(ratesOf(perSecond), clock);
  const telegram = createTelegram(given, clock);
  const delivering = deliver(depsOf(given, { clock, pace, telegram }));
  const happenings = [
    ...owing.map(({ at, owe }) => ({ at, happen: owe })),
    ...asking.map(({ at, chatId }) => ({ at, happen: () => void telegram.answer(chatId, pace) })),
  ].sort((a, b) => a.at - b.at);
  let next = 0;
  while (clock.now() < endsAt && !isOver(telegram.seen.waitedMs)) {
    for (; (happenings[next]?.at ?? endsAt) <= clock.now(); next += 1) {
      await happenings[next]?.happen(clock.now());
      delivering.wake();
    }
    await clock.toNext(Math.min(endsAt, happenings[next]?.at ?? endsAt));
  }
  const { counted, seen } = telegram;
  const played = { ...counted, ...seen, tookMs: counted.lastAt - startedAt };
  const stopped = delivering.stop().then(() => 'stopped');
  while ((await Promise.race([stopped, clock.toNext(clock.now() + 1_000)])) !== 'stopped');
  return played;
}

function ratesOf(perSecond: number): Rates {
  return {
    global: { count: perSecond, perMs: 1_000 },
    chat: { count: 1, perMs: 1_000 },
    group: { count: 20, perMs: 60_000 },
  };
}

/** A message is counted when it arrives: half its way after it left. */
function createTelegram({ perSecond, chance }: Play, clock: Clock) {
  const counted = createLimits(perSecond);
  const seen = { waitedMs: new Map<number, number[]>(), answeredMs: [] as number[] };
  return { counted, seen, post, answer };

  async function post(chatId: number, owed: { feedId: number; owedAt: EpochMs }) {
    const answered = await bring(chatId, (at) => {
      const waits = seen.waitedMs.get(owed.feedId) ?? [];
      seen.waitedMs.set(owed.feedId, waits);
      waits.push(at - owed.owedAt);
    });
    return answered === 'taken' ? YES : FLOOD;
  }

  async function answer(chatId: number, pace: Pace): Promise<void> {
    const askedAt = clock.now();
    const trip = await pace.waitForTurn(pacedOf(chatId));
    await bring(chatId, (at) => seen.answeredMs.push(at - askedAt));
    trip.arrived();
  }

  async function bring(chatId: number, taken: (at: EpochMs) => void) {
    const wayMs = chance.between(WAY_MS.least, WAY_MS.most);
    await clock.sleep(Math.floor(wayMs / 2));
    const answered = counted.arrive(pacedOf(chatId), clock.now());
    if (answered === 'taken') taken(clock.now());
    await clock.sleep(Math.ceil(wayMs / 2));
    return answered;
  }
}

const YES: SendOutcome = { kind: 'sent', messageId: 1, rung: 'plain', refused: [] };
const FLOOD: SendOutcome = { kind: 'flood', afterMs: 1_000, reason: 'Too Many Requests' };

/** Of a group: smaller than 0; of a channel much smaller. */
const FIRST_CHANNEL = -1_000_000_000_000;

export function kindOf(chatId: number): 'private' | 'supergroup' | 'channel' {
  if (chatId > 0) return 'private';
  return chatId > FIRST_CHANNEL ? 'supergroup' : 'channel';
}

function pacedOf(id: number): PacedChat {
  return { id, group: kindOf(id) === 'supergroup' ? 'group' : 'other' };
}

type Parts = { clock: Clock; pace: Pace; telegram: ReturnType<typeof createTelegram> };

function depsOf({ store }: Play, { clock, pace, telegram }: Parts): DeliverDeps {
  /** What the posts that are being sent were owed for. */
  const owedAs = new WeakMap<Post, { feedId: number; owedAt: EpochMs }>();
  return {
    ...{ store, clock, pace, aftermathMs: 0, defaultTimeZone: 'UTC', warn: async () => {} },
    prepare: () => null,
    render({ feedId, owedAt }) {
      const post: Post = { rungs: [] };
      owedAs.set(post, { feedId, owedAt });
      return post;
    },
    renderBundle: () => ({ post: { rungs: [] }, told: 0 }),
    editPost: async () => YES,
    sendPost: ({ chatId }, post) =>
      telegram.post(chatId, owedAs.get(post) ?? { feedId: 0, owedAt: clock.now() }),
    log(event, { error } = {}) {
      if (event.endsWith('.crashed')) throw new Error(event, { cause: error });
    },
  };
}
