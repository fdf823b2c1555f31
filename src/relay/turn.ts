import type { Clock, EpochMs } from '../model.ts';
import type { Pace, PacedChat } from '../telegram/pace.ts';
import type { SendOutcome } from '../telegram/send.ts';

/** Sends what its turn in the pace was taken for. */
export type Turn = (send: () => Promise<SendOutcome>) => Promise<SendOutcome>;

/** No message is that long on its way, unless it uploads something. */
const LONG_WAY_MS = 500;

/** Telegram counts what arrives: what leaves late counts from then, and a long upload from its answer. Nothing leaves
 *  before the disk knows of it: after a crash too no chat gets more than its rate. */
export function turnOf(
  paced: PacedChat,
  takenAt: EpochMs,
  { pace, clock }: { pace: Pace; clock: Clock },
): Turn {
  return async (send) => {
    pace.leave(paced, takenAt);
    const keptAt = clock.now();
    await pace.keep(paced);
    pace.leave(paced, keptAt);
    const leftAt = clock.now();
    const outcome = await send();
    if (outcome.kind === 'flood') pace.flooded(paced, outcome.afterMs);
    if (clock.now() - leftAt > LONG_WAY_MS) pace.leave(paced, leftAt);
    return outcome;
  };
}
