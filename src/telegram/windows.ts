import type { EpochMs } from '../model.ts';
import { createEverywhere, type Everywhere } from './everywhere.ts';
import type { Floods } from './floods.ts';
import type { PacedChat, Rates } from './pace.ts';
import { freeAt, note, type Rate, remove, roomFor, shift, spanOf, type Window } from './window.ts';

/** What was sent lately and is booked: over all chats, and to each. */
export type Windows = {
  everywhere: Pick<Everywhere, 'hasFewerThan'>;
  /** How long a message can count at the most. */
  longestMs: number;
  momentsOf(chatId: number): EpochMs[];
  /** The first moment from `at` on with room for so many over all chats. */
  freeForAll(needed: number, at: EpochMs, now: EpochMs): EpochMs;
  /** Where there is room in every window of the chat, from `now` on. */
  freeFor(chat: PacedChat, now: EpochMs): EpochMs;
  book(chat: PacedChat, at: EpochMs, now: EpochMs): void;
  /** What was booked for `at` leaves now. */
  setOff(chat: PacedChat, at: EpochMs, now: EpochMs): void;
  /** Telegram has answered what left then. */
  arrive(chat: PacedChat, leftAt: EpochMs, now: EpochMs): void;
  /** Messages of an earlier life of the process. */
  recall(chatId: number, moments: EpochMs[], now: EpochMs): void;
  shift(byMs: number): void;
};

const CHATS_SWEPT = 10_000;
/** After an album its chat rests as after so many messages, but no longer than that. */
const MESSAGE_MS = 1_000;
const REST_MS = 2_000;

export function createWindows(rates: Rates, floods: Floods): Windows {
  const everywhere = createEverywhere();
  const { longestMs, ...chats } = createChats(rates);
  const globalRate = (now: EpochMs) => floods.slowed(rates.global, now);

  return {
    ...{ everywhere, longestMs, freeFor, freeForAll },
    momentsOf: (chatId) => [...chats.of(chatId)],

    book(chat, at, now) {
      const moments = momentsOf(chat, at);
      for (const _ of moments) everywhere.book(at, now, globalRate(now));
      chats.note(chat.id, moments, now);
    },

    setOff(chat, at, now) {
      for (const _ of momentsOf(chat, at)) everywhere.setOff(at, now);
      chats.move(chat, { from: at, to: now, now });
    },

    arrive(chat, leftAt, now) {
      const arrivedAt = everywhere.arrive(leftAt, chat.messages ?? 1, now);
      chats.move(chat, { from: leftAt, to: arrivedAt, now });
    },

    shift(byMs) {
      for (const part of [everywhere, chats, floods]) part.shift(byMs);
    },

    recall(chatId, moments, now) {
      // A clock that was set back must not leave a chat waiting for what it said before.
      const counting = moments.filter((at) => at <= now + longestMs);
      chats.note(chatId, counting, now);
      for (const at of counting) everywhere.book(at, now, globalRate(now));
    },
  };

  function freeForAll(needed: number, at: EpochMs, now: EpochMs): EpochMs {
    return everywhere.freeAt(needed, globalRate(now), at);
  }

  function freeFor({ id, group, messages: needed = 1 }: PacedChat, now: EpochMs): EpochMs {
    const room = (rate: Rate) => roomFor(needed, floods.slowed(rate, now, id));
    let at = Math.max(now, floods.restsUntil(id));
    // What suits one window may fall among the bookings of another: asked again until it suits all.
    for (let asked = -1; asked !== at; ) {
      asked = at;
      at = freeForAll(needed, at, now);
      at = freeAt(chats.of(id), room(rates.chat), at);
      if (group === 'group') at = freeAt(chats.of(id), room(rates.group), at);
    }
    return at;
  }
}

/** The messages of each chat, for as long as they count in any of its windows. */
function createChats(rates: Rates) {
  const windows = new Map<number, Window>();
  const otherMs = Math.max(spanOf(rates.chat), spanOf(rates.global));
  const longestMs = Math.max(otherMs, spanOf(rates.group));
  /** Groups have negative ids, and so have channels. */
  const keepMsOf = (id: number) => (id < 0 ? longestMs : otherMs);
  const of = (id: number): Window => windows.get(id) ?? [];
  let sweepAt = CHATS_SWEPT;

  return {
    ...{ longestMs, of, note: noteAll },
    shift(byMs: number): void {
      for (const window of windows.values()) shift(window, byMs);
    },
    move(chat: PacedChat, { from, to, now }: { from: EpochMs; to: EpochMs; now: EpochMs }): void {
      if (from === to) return;
      for (const moment of momentsOf(chat, from)) remove(moment, of(chat.id));
      noteAll(chat.id, momentsOf(chat, to), now);
    },
  };

  function noteAll(id: number, moments: EpochMs[], now: EpochMs): void {
    if (windows.size >= sweepAt) forgetIdle(now);
    const window = of(id);
    windows.set(id, window);
    for (const at of moments) note(window, at, { now, keepMs: keepMsOf(id) });
  }

  /** Looks again at twice as many as are left, so that each is looked at a few times only. */
  function forgetIdle(now: EpochMs): void {
    for (const [id, window] of windows) {
      if ((window.at(-1) ?? 0) + keepMsOf(id) <= now) windows.delete(id);
    }
    sweepAt = Math.max(CHATS_SWEPT, windows.size * 2);
  }
}

/** When each message of an album counts in its chat. */
function momentsOf({ messages = 1 }: PacedChat, at: EpochMs): EpochMs[] {
  return Array.from(
    { length: messages },
    (_, message) => at + Math.min(message * MESSAGE_MS, REST_MS),
  );
}
