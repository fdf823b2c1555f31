import type { Clock, EpochMs } from '../model.ts';

/** So many in any span of that length. */
export type Rate = { count: number; perMs: number };
export type Rates = { global: Rate; chat: Rate; group: Rate };

/** Whom a message goes to, as far as the pace cares. `messages`: of an album, which counts once for each picture. */
export type PacedChat = { id: number; group: 'group' | 'other'; messages?: number };

/**
 * Telegram's limits on sending (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this), counted
 * in sliding windows: no span of a minute ever holds more than a group's rate. A reply to a person takes the next
 * free moment at once; a broadcast only ever takes the present one, so people always come first.
 */
export type Pace = {
  /** When a broadcast to any chat may go: `now` or later. Takes nothing. */
  openAt(now: EpochMs): EpochMs;
  /** When a broadcast to this chat may go: `now` or later. Takes nothing. */
  readyAt(chat: PacedChat, now: EpochMs): EpochMs;
  /** A message goes out at that moment: now, or later. */
  take(chat: PacedChat, at: EpochMs): void;
  /** What was to leave at `at` leaves only now: it counts from now. */
  leave(chat: PacedChat, at: EpochMs): void;
  /** Telegram has asked to leave this chat alone until then (`retry_after`). */
  rest(chat: Pick<PacedChat, 'id'>, until: EpochMs): void;
  /** Until when it is left alone; a moment past when it is not. */
  restsUntil(chat: Pick<PacedChat, 'id'>): EpochMs;
  /** Books the next free moment for a reply, and resolves when it has come. */
  waitForTurn(chat: PacedChat): Promise<void>;
};

/** Telegram counts when requests arrive, we when they leave: this much slower, and jitter does not matter. */
const MARGIN = 1.02;
const CHATS_SWEPT = 10_000;
/** After an album its chat rests as after so many messages, but no longer than that. */
const MESSAGE_MS = 1_000;
const REST_MS = 2_000;

export function createPace(rates: Rates, clock: Clock): Pace {
  const everywhere: Window = [];
  const chats: Chats = new Map();
  const resting = createResting(clock);
  let sweepAt = CHATS_SWEPT;

  return { openAt, readyAt, take, leave, waitForTurn, ...resting };

  function openAt(now: EpochMs): EpochMs {
    return freeAt(everywhere, rates.global, now);
  }

  function readyAt(chat: PacedChat, now: EpochMs): EpochMs {
    const windows = chats.get(chat.id);
    const needed = chat.messages ?? 1;
    let at = Math.max(now, resting.restsUntil(chat));
    // What suits one window may fall among the bookings of another: asked again until it suits all.
    for (let asked = -1; asked !== at; ) {
      asked = at;
      at = freeAt(everywhere, roomFor(needed, rates.global), at);
      if (windows) at = freeAt(windows.chat, roomFor(needed, rates.chat), at);
      if (windows && chat.group === 'group')
        at = freeAt(windows.group, roomFor(needed, rates.group), at);
    }
    return at;
  }

  function take(chat: PacedChat, at: EpochMs): void {
    const now = clock.now();
    if (chats.size >= sweepAt) sweepAt = forgetIdle(chats, rates, now);
    const windows = chats.get(chat.id) ?? { chat: [], group: [] };
    chats.set(chat.id, windows);
    for (const moment of momentsOf(chat, at)) {
      note(everywhere, rates.global, { at, now });
      note(windows.chat, rates.chat, { at: moment, now });
      if (chat.group === 'group') note(windows.group, rates.group, { at: moment, now });
    }
  }

  function leave(chat: PacedChat, at: EpochMs): void {
    const windows = clock.now() === at ? undefined : chats.get(chat.id);
    if (!windows) return;
    for (const moment of momentsOf(chat, at)) {
      remove(at, everywhere);
      remove(moment, windows.chat, windows.group);
    }
    take(chat, clock.now());
  }

  async function waitForTurn(chat: PacedChat): Promise<void> {
    const now = clock.now();
    const at = readyAt(chat, now);
    take(chat, at);
    if (at > now) await clock.sleep(at - now);
  }
}

function createResting(clock: Clock): Pick<Pace, 'rest' | 'restsUntil'> {
  const ends = new Map<number, EpochMs>();
  const restsUntil = ({ id }: { id: number }) => ends.get(id) ?? 0;
  return {
    restsUntil,
    rest({ id }, until) {
      const now = clock.now();
      for (const [chatId, end] of ends) if (end <= now) ends.delete(chatId);
      ends.set(id, Math.max(until, restsUntil({ id })));
    },
  };
}

/** The moments of messages that still count and of those booked, oldest first. */
type Window = EpochMs[];
type Chats = Map<number, { chat: Window; group: Window }>;

/** Answers at how many chats to look again: at twice those that are left, so that each is looked at a few times only. */
function forgetIdle(chats: Chats, rates: Rates, now: EpochMs): number {
  for (const [id, { chat, group }] of chats) {
    if (isOver(chat, rates.chat, now) && isOver(group, rates.group, now)) chats.delete(id);
  }
  return Math.max(CHATS_SWEPT, chats.size * 2);
}

/** What a window may hold before so many messages at once; what is more than a whole window finds it empty. */
function roomFor(needed: number, { count, perMs }: Rate): Rate {
  return { count: Math.max(1, count - needed + 1), perMs };
}

/** The first moment from `at` on where one more message leaves no span with more than its rate. */
function freeAt(window: Window, rate: Rate, at: EpochMs): EpochMs {
  let free = at;
  for (let first = 0; first + rate.count <= window.length; first += 1) {
    const oldest = window[first] ?? 0;
    const newest = window[first + rate.count - 1] ?? 0;
    const isTooClose = Math.max(newest, free) - Math.min(oldest, free) < spanOf(rate);
    if (isTooClose) free = oldest + spanOf(rate);
  }
  return free;
}

/** Bookings lie ahead, so what comes later is not always noted later. */
function note(window: Window, rate: Rate, { at, now }: { at: EpochMs; now: EpochMs }): void {
  while (window[0] !== undefined && window[0] + spanOf(rate) <= now) window.shift();
  const after = window.findLastIndex((moment) => moment <= at) + 1;
  window.splice(after, 0, at);
}

/** When each message of an album counts in its chat. */
function momentsOf({ messages = 1 }: PacedChat, at: EpochMs): EpochMs[] {
  return Array.from(
    { length: messages },
    (_, message) => at + Math.min(message * MESSAGE_MS, REST_MS),
  );
}

function remove(at: EpochMs, ...windows: Window[]): void {
  for (const window of windows) {
    const place = window.indexOf(at);
    if (place >= 0) window.splice(place, 1);
  }
}

function isOver(window: Window, rate: Rate, now: EpochMs): boolean {
  return (window.at(-1) ?? 0) + spanOf(rate) <= now;
}

function spanOf({ perMs }: Rate): number {
  return Math.ceil(perMs * MARGIN);
}
