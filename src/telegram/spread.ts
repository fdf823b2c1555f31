import type { EpochMs } from '../model.ts';
import type { Everywhere } from './everywhere.ts';
import { type Rate, spanOf } from './window.ts';

/** Spreads broadcasts evenly over the time, so that a place comes free every few milliseconds and a reply never waits
 *  for the whole of a burst to be over. */
export type Spread = {
  /** When the next broadcast may go: `now` or later. */
  openAt(rate: Rate, now: EpochMs): EpochMs;
  /** How many may go then at once; more than one after a delay. */
  roomAt(rate: Rate, now: EpochMs): number;
  /** One goes at that moment. */
  taken(rate: Rate, at: EpochMs): void;
  shift(byMs: number): void;
};

/** Of a window, as long as no more of it is full: a few go at once. */
const AT_ONCE = 1 / 4;
/** So much of a delay is made up for. */
const CATCH_UP_MS = 70;

export function createSpread(everywhere: Pick<Everywhere, 'hasFewerThan'>): Spread {
  let nextAt: EpochMs = 0;
  const shift = (byMs: number) => {
    nextAt += byMs;
  };
  return { openAt, roomAt, taken, shift };

  function openAt(rate: Rate, now: EpochMs): EpochMs {
    return isQuiet(rate, now) ? now : Math.max(now, Math.ceil(nextAt));
  }

  function roomAt(rate: Rate, now: EpochMs): number {
    if (isQuiet(rate, now)) return atOnce(rate);
    const late = Math.min(now - nextAt, CATCH_UP_MS);
    return Math.max(0, Math.floor(late / stepOf(rate)) + 1);
  }

  function taken(rate: Rate, at: EpochMs): void {
    const from = isQuiet(rate, at) ? at : Math.max(nextAt, at - CATCH_UP_MS);
    nextAt = from + stepOf(rate);
  }

  function isQuiet(rate: Rate, now: EpochMs): boolean {
    return everywhere.hasFewerThan(atOnce(rate), rate, now);
  }
}

function atOnce({ count }: Rate): number {
  return Math.max(1, Math.ceil(count * AT_ONCE));
}

function stepOf(rate: Rate): number {
  return spanOf(rate) / rate.count;
}
