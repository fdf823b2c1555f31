import type { EpochMs } from '../model.ts';
import type { Floods } from './floods.ts';
import type { PacedChat, Rates } from './pace.ts';
import { freeAt, note, type Rate, remove, roomFor, spanOf, type Window } from './window.ts';

/** What was sent lately and is booked: over all chats, and to each. */
export type Windows = {
  everywhere: Readonly<Window>;
  /** How long a message can count at the most. */
  longestMs: number;
  momentsOf(chatId: number): EpochMs[];
  /** Where there is room in every window of the chat, from `now` on. */
  freeFor(chat: PacedChat, now: EpochMs): EpochMs;
  book(chat: PacedChat, at: EpochMs, now: EpochMs): void;
  /** What was booked for `at` leaves only now. */
  move(chat: PacedChat, at: EpochMs, now: EpochMs): void;
  /** Messages of an earlier life of the process. */
  recall(chatId: number, moments: EpochMs[], now: EpochMs): void;
};

const CHATS_SWEPT = 10_000;
/** After an album its chat rests as after so many messages, but no longer than that. */
const MESSAGE_MS = 1_000;
const REST_MS = 2_000;

export function createWindows(rates: Rates, floods: Floods): Windows {
  const everywhere: Window = [];
  const { longestMs, ...chats } = createChats(rates);

  return {
    ...{ everywhere, longestMs, freeFor, book },
    momentsOf: (chatId) => [...chats.of(chatId)],

    move(chat, at, now) {
      for (const moment of momentsOf(chat, at)) {
        remove(at, everywhere);
        remove(moment, chats.of(chat.id));
      }
      book(chat, now, now);
    },

    recall(chatId, moments, now) {
      // A clock that was set back must not leave a chat waiting for what it said before.
      const counting = moments.filter((at) => at <= now + longestMs);
      chats.note(chatId, counting, now);
      for (const at of counting) note(everywhere, at, { now, keepMs: spanOf(rates.global) });
    },
  };

  function freeFor({ id, group, messages: needed = 1 }: PacedChat, now: EpochMs): EpochMs {
    const room = (rate: Rate, chatId?: number) => roomFor(needed, floods.slowed(rate, now, chatId));
    let at = Math.max(now, floods.restsUntil(id));
    // What suits one window may fall among the bookings of another: asked again until it suits all.
    for (let asked = -1; asked !== at; ) {
      asked = at;
      at = freeAt(everywhere, room(rates.global), at);
      at = freeAt(chats.of(id), room(rates.chat, id), at);
      if (group === 'group') at = freeAt(chats.of(id), room(rates.group, id), at);
    }
    return at;
  }

  function book(chat: PacedChat, at: EpochMs, now: EpochMs): void {
    const moments = momentsOf(chat, at);
    const keepMs = spanOf(floods.slowed(rates.global, now));
    for (const _ of moments) note(everywhere, at, { now, keepMs });
    chats.note(chat.id, moments, now);
  }
}

/** The messages of each chat, for as long as they count in any of its windows. */
function createChats(rates: Rates) {
  const windows = new Map<number, Window>();
  const otherMs = Math.max(spanOf(rates.chat), spanOf(rates.global));
  const longestMs = Math.max(otherMs, spanOf(rates.group));
  /** Groups have negative ids, and so have channels. */
  const keepMsOf = (id: number) => (id < 0 ? longestMs : otherMs);
  let sweepAt = CHATS_SWEPT;

  return {
    longestMs,
    of: (id: number): Window => windows.get(id) ?? [],
    note(id: number, moments: EpochMs[], now: EpochMs): void {
      if (windows.size >= sweepAt) forgetIdle(now);
      const window = windows.get(id) ?? [];
      windows.set(id, window);
      for (const at of moments) note(window, at, { now, keepMs: keepMsOf(id) });
    },
  };

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
