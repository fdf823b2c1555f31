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
      // A reply may have met a flood while the disk was slow.
      const afterMs = pace.restsUntil(paced) - clock.now();
      if (afterMs > 0)
        return { kind: 'flood', afterMs, reason: 'the chat rests since another message' };
      const outcome = await send();
      if (outcome.kind === 'flood') pace.flooded(paced, outcome.afterMs);
      return outcome;
    } finally {
      trip.arrived();
    }
  };
}
