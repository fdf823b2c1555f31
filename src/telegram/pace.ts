import type { Clock, EpochMs } from '../model.ts';
import { createFloods, type Floods } from './floods.ts';
import { createSpread } from './spread.ts';
import { type Rate, slower } from './window.ts';
import { createWindows, type Windows } from './windows.ts';

export type { Rate } from './window.ts';
export type Rates = { global: Rate; chat: Rate; group: Rate };

/** Whom a message goes to, as far as the pace cares. `messages`: of an album, which counts once for each picture. */
export type PacedChat = { id: number; group: 'group' | 'other'; messages?: number };

/** What must not be forgotten of a chat when the process ends: the messages that still count, and a rest. */
export type ChatPace = { chatId: number; moments: EpochMs[]; restsUntil: EpochMs };

/** Where that is kept. `keep` resolves when it is durable; `failed`: nobody waited for what it rejects with. */
export type PaceMemory = { keep: (kept: ChatPace) => Promise<void>; failed(error: unknown): void };

const FORGETFUL: PaceMemory = { keep: async () => {}, failed() {} };

/** A message on its way: it counts until Telegram's answer is here, and then from when it can have arrived. */
export type Trip = { arrived(): void };

/**
 * Telegram's limits on sending (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this), counted
 * in sliding windows: no span of a minute ever holds more than a group's rate. A reply to a person takes the next
 * free moment at once; a broadcast only ever takes the present one, so people always come first.
 */
export type Pace = {
  /** When a broadcast to any chat may go: `now` or later. Takes nothing. */
  openAt(now: EpochMs): EpochMs;
  /** How many broadcasts may go now, about; there is no use in looking for many more. */
  roomAt(now: EpochMs): number;
  /** When a broadcast to this chat may go: `now` or later. Takes nothing. */
  readyAt(chat: PacedChat, now: EpochMs): EpochMs;
  /** A broadcast goes out at that moment: now, or later. */
  take(chat: PacedChat, at: EpochMs): void;
  /** What was taken for that moment leaves now. */
  setOff(chat: PacedChat, takenAt: EpochMs): Trip;
  /** Telegram found it too fast (429, `retry_after`): this chat rests and goes slower for a while; all of them do when
   *  it says so of three at once. */
  flooded(chat: Pick<PacedChat, 'id'>, afterMs: number): void;
  /** Until when the chat is left alone; a moment past when it is not. */
  restsUntil(chat: Pick<PacedChat, 'id'>): EpochMs;
  /** Books the next free moment for a reply, and resolves when it has come. */
  waitForTurn(chat: PacedChat): Promise<Trip>;
  /** What counts of the chat outlives the process once this has resolved. */
  keep(chat: Pick<PacedChat, 'id'>): Promise<void>;
  /** What an earlier life of the process has kept. */
  recall(kept: ChatPace[]): void;
  /** The clock is set by so much: what counts, and who rests, does so for as long as before. */
  shift(byMs: number): void;
  /** How long a message can count at the most. */
  longestMs: number;
};

/** `memory`: without it, a restart forgets what was sent before. */
export function createPace(allowed: Rates, clock: Clock, memory: PaceMemory = FORGETFUL): Pace {
  const rates = withMargin(allowed);
  const floods = createFloods();
  const windows = createWindows(rates, floods);
  const spread = createSpread(windows.everywhere);
  const { keep, keepSoon } = createKeeping(memory, windows, floods);
  const globalRate = (now: EpochMs) => floods.slowed(rates.global, now);

  return {
    ...{ openAt: (now) => readyAtAll(1, now), readyAt, setOff, waitForTurn, keep, recall, shift },
    longestMs: windows.longestMs,
    restsUntil: ({ id }) => floods.restsUntil(id),
    roomAt: (now) => spread.roomAt(globalRate(now), now),
    flooded(chat, afterMs) {
      floods.flooded(chat.id, afterMs, clock.now());
      keepSoon(chat);
    },
    take(chat, at) {
      spread.taken(globalRate(at), at);
      windows.book(chat, at, clock.now());
    },
  };

  function shift(byMs: number): void {
    windows.shift(byMs);
    spread.shift(byMs);
  }

  function readyAtAll(needed: number, now: EpochMs): EpochMs {
    const at = Math.max(spread.openAt(globalRate(now), now), floods.restsUntil());
    return windows.freeForAll(needed, at, now);
  }

  function readyAt(chat: PacedChat, now: EpochMs): EpochMs {
    return windows.freeFor(chat, readyAtAll(chat.messages ?? 1, now));
  }

  function setOff(chat: PacedChat, takenAt: EpochMs): Trip {
    const leftAt = clock.now();
    windows.setOff(chat, takenAt, leftAt);
    return { arrived: () => windows.arrive(chat, leftAt, clock.now()) };
  }

  async function waitForTurn(chat: PacedChat): Promise<Trip> {
    const now = clock.now();
    const at = windows.freeFor(chat, now);
    windows.book(chat, at, now);
    keepSoon(chat);
    if (at > now) await clock.sleep(at - now);
    return setOff(chat, at);
  }

  function recall(kept: ChatPace[]): void {
    for (const { chatId, moments, restsUntil } of kept) {
      floods.rest(chatId, restsUntil);
      windows.recall(chatId, moments, clock.now());
    }
  }
}

function createKeeping(memory: PaceMemory, windows: Windows, floods: Floods) {
  const keep: Pace['keep'] = ({ id }) => {
    const kept = { chatId: id, moments: windows.momentsOf(id) };
    return memory.keep({ ...kept, restsUntil: floods.restsUntil(id) });
  };
  return {
    keep,
    /** A person waits for no disk. */
    keepSoon: (chat: Pick<PacedChat, 'id'>) => void keep(chat).catch(memory.failed),
  };
}

/** Over all chats we know when each message can have arrived; of one chat and its bursts Telegram tells less. */
function withMargin({ global, chat, group }: Rates): Rates {
  return { global: slower(global, 1.01), chat: slower(chat, 1.02), group: slower(group, 1.02) };
}
