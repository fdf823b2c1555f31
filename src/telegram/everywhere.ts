import type { EpochMs } from '../model.ts';
import { freeAt, note, type Rate, remove, roomFor, shift, spanOf, type Window } from './window.ts';

/** What was sent and is booked over all chats. Telegram counts when messages arrive, we know when they leave and when its
 *  answer is here: what is on its way counts until then, and after that from when it can have arrived. */
export type Everywhere = {
  /** Whether fewer than so many count at present. */
  hasFewerThan(count: number, rate: Rate, now: EpochMs): boolean;
  book(at: EpochMs, now: EpochMs, rate: Rate): void;
  /** What was booked for `at` leaves now. */
  setOff(at: EpochMs, now: EpochMs): void;
  /** Answers when what left then can have arrived at the latest. */
  arrive(leftAt: EpochMs, messages: number, now: EpochMs): EpochMs;
  /** The first moment from `at` on with room for so many. */
  freeAt(needed: number, rate: Rate, at: EpochMs): EpochMs;
  /** The clock is set by so much; what is under way keeps the moment it left at. */
  shift(byMs: number): void;
};

/** What is longer on its way uploads something, or hangs: nobody waits for it. */
const LONG_WAY_MS = 1_500;

/** The first messages of a process are slow, and say nothing of the way. */
const MEASURED = 20;
/** With each message, of the shortest way: a network that has become slower is believed after some thousands. */
const FORGET_MS = 0.02;

export function createEverywhere(): Everywhere {
  const moments: Window = [];
  const underWay: Window = [];
  /** The shortest way of late: every message needs so long. What one takes longer, it may have taken on its way there. */
  let shortestMs = Number.POSITIVE_INFINITY;
  let measured = 0;
  let keepMs = 0;

  return {
    hasFewerThan(count, rate, now) {
      if (underWay.length >= count) return false;
      const nth = moments.at(underWay.length - count);
      return nth === undefined || nth + spanOf(rate) <= now;
    },
    book(at, now, rate) {
      keepMs = spanOf(rate);
      note(moments, at, { now, keepMs });
    },
    setOff(at, now) {
      remove(at, moments);
      underWay.push(now);
    },
    arrive(leftAt, messages, now) {
      shortestMs = Math.min(Math.max(0, now - leftAt), shortestMs + FORGET_MS);
      measured += 1;
      const neededMs = measured > MEASURED ? shortestMs : 0;
      const arrivedAt = Math.max(leftAt, Math.ceil(now - neededMs));
      for (let message = 0; message < messages; message += 1) {
        remove(leftAt, underWay);
        note(moments, arrivedAt, { now, keepMs });
      }
      return arrivedAt;
    },
    freeAt(needed, rate, at) {
      const counting = underWay.filter((leftAt) => leftAt + LONG_WAY_MS > at).length;
      // All that may be sent at once is on its way: a little later some of it may have arrived.
      if (counting >= rate.count) return at + Math.ceil(spanOf(rate) / rate.count);
      return freeAt(moments, roomFor(needed + counting, rate), at);
    },
    shift: (byMs) => shift(moments, byMs),
  };
}
