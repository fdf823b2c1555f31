import type { Keyv } from 'keyv';
import type { EpochMs } from '../model.ts';
import type { Delivery } from './schema.ts';

/** What Telegram accepted for one delivery. */
export type Receipt = { messageId: number; rung: string; at: EpochMs };

/** Remembers what Telegram has accepted, so that a delivery taken up again after a crash is not sent twice. */
export type Ledger = {
  receipt(delivery: LedgerKey): Promise<Receipt | undefined>;
  /** Resolves when the receipt is durable; throws when it is not. */
  record(delivery: LedgerKey, receipt: Receipt): Promise<void>;
};

export type LedgerKey = Pick<Delivery, 'chatId' | 'threadId' | 'feedId' | 'entryId'>;

/** Longer than any delivery can stay owed. */
const KEEP_MS = 90 * 24 * 3_600_000;

export function createLedger(keyv: Keyv): Ledger {
  return {
    receipt: (delivery) => keyv.get<Receipt>(keyOf(delivery)),
    async record(delivery, receipt) {
      const stored = await keyv.set(keyOf(delivery), receipt, KEEP_MS);
      if (!stored) throw new Error('The ledger did not take a receipt');
    },
  };
}

// Never `delivery.id`: it names a row of the outbox, and the outbox forgets. Well-formed, as a database stores it.
function keyOf({ chatId, threadId, feedId, entryId }: LedgerKey): string {
  return `${chatId}:${threadId}:${feedId}:${entryId}`.toWellFormed();
}
