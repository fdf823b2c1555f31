import type { Clock, EpochMs } from '../model.ts';

/** So many in any span of that length. */
export type Rate = { count: number; perMs: number };
export type Rates = { global: Rate; chat: Rate; group: Rate };

/** Whom a message goes to, as far as the pace cares. */
export type PacedChat = { id: number; group: 'group' | 'other' };

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
  /** Books the next free moment for a reply, and resolves when it has come. */
  waitForTurn(chat: PacedChat): Promise<void>;
};

/** Telegram counts when requests arrive, we when they leave: this much slower, and jitter does not matter. */
const MARGIN = 1.02;
const CHATS_SWEPT = 10_000;

export function createPace(rates: Rates, clock: Clock): Pace {
  const everywhere: Window = [];
  const chats = new Map<number, { chat: Window; group: Window }>();
  let sweepAt = CHATS_SWEPT;

  return { openAt, readyAt, take, waitForTurn };

  function openAt(now: EpochMs): EpochMs {
    return freeAt(everywhere, rates.global, now);
  }

  function readyAt(chat: PacedChat, now: EpochMs): EpochMs {
    const windows = chats.get(chat.id);
    const inGroup = chat.group === 'group';
    let at = now;
    // What suits one window may fall among the bookings of another: asked again until it suits all.
    for (let asked = -1; asked !== at; ) {
      asked = at;
      at = freeAt(everywhere, rates.global, at);
      if (windows) at = freeAt(windows.chat, rates.chat, at);
      if (windows && inGroup) at = freeAt(windows.group, rates.group, at);
    }
    return at;
  }

  function take(chat: PacedChat, at: EpochMs): void {
    const now = clock.now();
    if (chats.size >= sweepAt) forgetIdle(now);
    const windows = chats.get(chat.id) ?? { chat: [], group: [] };
    chats.set(chat.id, windows);
    note(everywhere, rates.global, { at, now });
    note(windows.chat, rates.chat, { at, now });
    if (chat.group === 'group') note(windows.group, rates.group, { at, now });
  }

  async function waitForTurn(chat: PacedChat): Promise<void> {
    const now = clock.now();
    const at = readyAt(chat, now);
    take(chat, at);
    if (at > now) await clock.sleep(at - now);
  }

  function forgetIdle(now: EpochMs): void {
    for (const [id, { chat, group }] of chats) {
      if (isOver(chat, rates.chat, now) && isOver(group, rates.group, now)) chats.delete(id);
    }
    // Twice what is left, so that each chat is looked at a few times only, however many there are.
    sweepAt = Math.max(CHATS_SWEPT, chats.size * 2);
  }
}

/** The moments of messages that still count and of those booked, oldest first. */
type Window = EpochMs[];

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

function isOver(window: Window, rate: Rate, now: EpochMs): boolean {
  return (window.at(-1) ?? 0) + spanOf(rate) <= now;
}

function spanOf({ perMs }: Rate): number {
  return Math.ceil(perMs * MARGIN);
}
