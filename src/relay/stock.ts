import { isRevision } from '../store/revisions.ts';
import type { LeftUnderWay } from '../store/underway.ts';
import type { Round } from './round.ts';

/** What people read of a message that may have been sent, where it must not come twice. */
export const UNCERTAIN = 'its answer was lost, and this chat wants nothing twice';

/**
 * After a crash: what was under way when the process died may have been sent, or refused for now with a `retry_after`
 * that nobody lived to write down. So its chat rests first, for longer than Telegram usually asks; where nothing may
 * come twice it is not sent again.
 */
export async function takeStock(
  round: Pick<Round, 'store' | 'waiting' | 'clock' | 'log' | 'aftermathMs'>,
) {
  const { store, waiting, clock, log, aftermathMs } = round;
  const left = await store.underWay.left();
  const now = clock.now();
  for (const delivery of left) {
    if (await isUncertain(delivery, store)) {
      await store.tally.add('answersLost');
      await store.outbox.bury([delivery.id], UNCERTAIN, now);
    } else waiting.set(delivery.chatId, now + aftermathMs);
  }
  if (left.length > 0) log('deliver.interrupted', { underWay: left.length });
}

/** What has its receipt was sent; a change of a post may be made twice. */
async function isUncertain(delivery: LeftUnderWay, { ledger }: Round['store']): Promise<boolean> {
  if (delivery.repeats !== 'never' || isRevision(delivery.notice)) return false;
  return (await ledger.receipt(delivery)) === undefined;
}
