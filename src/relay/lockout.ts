import type { SendOutcome } from '../telegram/send.ts';
import type { Round } from './round.ts';

/** What is known of it: a bundle's answer has only its kind. */
type Answered = { kind: SendOutcome['kind'] | 'nothing'; reason?: string };

/** How long nothing is sent when Telegram has refused the bot itself. */
const LOCKED_OUT_MS = 60_000;

/** These say nothing of whether Telegram takes anything from us. */
const SILENT: Answered['kind'][] = ['nothing', 'passing', 'uncertain'];

/**
 * Telegram may shut out the bot itself: its token is revoked, its account frozen. That is said once, all that is owed
 * stays owed, and one message a minute tries whether it is over.
 */
export function heedLockout(round: Round, { kind, reason }: Answered): void {
  const { clock, log } = round;
  if (kind === 'unauthorized') {
    if (!round.isLockedOut) log('deliver.lockedOut', { reason });
    round.isLockedOut = true;
    round.lockedUntil = clock.now() + LOCKED_OUT_MS;
  } else if (round.isLockedOut && round.lockedUntil <= clock.now() && !SILENT.includes(kind)) {
    round.isLockedOut = false;
    log('deliver.letIn');
  }
}
