import type { Clock, EpochMs } from '../model.ts';
import type { Pace, PacedChat } from '../telegram/pace.ts';
import type { SendOutcome } from '../telegram/send.ts';

/** Sends what its turn in the pace was taken for. */
export type Turn = (send: () => Promise<SendOutcome>) => Promise<SendOutcome>;

/** Nothing leaves before the disk knows of it: after a crash too no chat gets more than its rate. */
export function turnOf(
  paced: PacedChat,
  takenAt: EpochMs,
  { pace, clock }: { pace: Pace; clock: Clock },
): Turn {
  return async (send) => {
    const trip = pace.setOff(paced, takenAt);
    try {
      await pace.keep(paced);
      const outcome = await send();
      // Of a rest that another message has met already the pace knows.
      const isNew = pace.restsUntil(paced) <= clock.now();
      if (outcome.kind === 'flood' && isNew) pace.flooded(paced, outcome.afterMs);
      return outcome;
    } finally {
      trip.arrived();
    }
  };
}
