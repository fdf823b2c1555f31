import type { Clock, EpochMs } from '../model.ts';
import type { Pace, PacedChat } from '../telegram/pace.ts';
import type { SendOutcome } from '../telegram/send.ts';

/** Sends what its turn in the pace was taken for. */
export type Turn = (send: () => Promise<SendOutcome>) => Promise<SendOutcome>;

/** No message is that long on its way, unless it uploads something. */
const LONG_WAY_MS = 500;

/** Telegram counts what arrives: what leaves late counts from then, and a long upload from its answer. */
export function turnOf(
  paced: PacedChat,
  takenAt: EpochMs,
  { pace, clock }: { pace: Pace; clock: Clock },
): Turn {
  return async (send) => {
    pace.leave(paced, takenAt);
    const leftAt = clock.now();
    const outcome = await send();
    if (outcome.kind === 'flood') pace.rest(paced, clock.now() + outcome.afterMs);
    if (clock.now() - leftAt > LONG_WAY_MS) pace.leave(paced, leftAt);
    return outcome;
  };
}
