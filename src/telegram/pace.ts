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
  /** When a broadcast to this chat may go: `now` or later. Takes nothing. */
  readyAt(chat: PacedChat, now: EpochMs): EpochMs;
  /** A message goes out now. */
  take(chat: PacedChat, now: EpochMs): void;
  /** Books the next free moment for a reply, and resolves when it has come. */
  waitForTurn(chat: PacedChat): Promise<void>;
};

/** Telegram counts when requests arrive, we when they leave: this much slower, and jitter does not matter. */
const MARGIN = 1.02;
const CHATS_KEPT = 10_000;

export function createPace(rates: Rates, clock: Clock): Pace {
  const everywhere: Window = [];
  const chats = new Map<number, { chat: Window; group: Window }>();

  return { readyAt, take, waitForTurn };

  function readyAt(chat: PacedChat, now: EpochMs): EpochMs {
    const windows = chats.get(chat.id);
    const moments = [now, freeAt(everywhere, rates.global)];
    if (windows) {
      moments.push(freeAt(windows.chat, rates.chat));
      if (chat.group === 'group') moments.push(freeAt(windows.group, rates.group));
    }
    return Math.max(...moments);
  }

  function take(chat: PacedChat, now: EpochMs): void {
    if (chats.size >= CHATS_KEPT) forgetIdle(now);
    const windows = chats.get(chat.id) ?? { chat: [], group: [] };
    chats.set(chat.id, windows);
    note(everywhere, rates.global, now);
    note(windows.chat, rates.chat, now);
    if (chat.group === 'group') note(windows.group, rates.group, now);
  }

  async function waitForTurn(chat: PacedChat): Promise<void> {
    const now = clock.now();
    const at = readyAt(chat, now);
    take(chat, at);
    if (at > now) await clock.sleep(at - now);
  }

  function forgetIdle(now: EpochMs): void {
    for (const [id, windows] of chats) {
      const last = Math.max(windows.chat.at(-1) ?? 0, windows.group.at(-1) ?? 0);
      if (last + rates.group.perMs * MARGIN < now) chats.delete(id);
    }
  }
}

/** The moments of the last messages, oldest first, as many as the rate allows in one span. */
type Window = EpochMs[];

function freeAt(window: Window, { count, perMs }: Rate): EpochMs {
  const oldest = window.at(-count);
  return oldest === undefined ? 0 : Math.ceil(oldest + perMs * MARGIN);
}

function note(window: Window, { count }: Rate, at: EpochMs): void {
  window.push(at);
  if (window.length > count) window.shift();
}
