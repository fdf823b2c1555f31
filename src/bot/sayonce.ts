import type { Clock, EpochMs } from '../model.ts';

/** How often the same reason is said. */
const SAID_MS = 3_600_000;

/** Says a reason at once, and the same one again after an hour: what lasts is told, and fills no log. */
export function createSayOnce(
  clock: Pick<Clock, 'now'>,
  say: (reason: string) => void,
): (reason: string) => void {
  let said: { reason: string; until: EpochMs } = { reason: '', until: 0 };
  return (reason) => {
    if (reason === said.reason && clock.now() < said.until) return;
    said = { reason, until: clock.now() + SAID_MS };
    say(reason);
  };
}
