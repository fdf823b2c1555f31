import type { Keyv } from 'keyv';
import type { EpochMs } from '../model.ts';
import type { BundleKind } from './bundles.ts';
import type { Delivery } from './schema.ts';
import type { Place } from './subscriptions.ts';

/** What Telegram accepted for one delivery; or, with message 0, why it was not to be sent. `bundle`: its message told it
 *  together with others. */
export type Receipt = {
  messageId: number;
  rung: string;
  at: EpochMs;
  rule?: Rule;
  bundle?: BundleKind;
};

/** Part of a filter, as it was written, and whose filter it is. */
export type Rule = { of: 'chat' | 'subscription' | 'feed'; written: string };

/** Remembers what Telegram has accepted, so that a delivery taken up again after a crash is not sent twice. */
export type Ledger = {
  receipt(delivery: LedgerKey): Promise<Receipt | undefined>;
  /** Resolves when the receipt is durable; throws when it is not. */
  record(delivery: LedgerKey, receipt: Receipt): Promise<void>;
  /** What this place has been told of a story, lately. */
  told(place: Place, story: string): Promise<Told | undefined>;
  recordTold(place: Place, story: string, told: Told): Promise<void>;
};

/** Which entry told a place a story, and the other feeds that told it too, by their titles. */
export type Told = { feedId: number; entryId: string; also: string[] };

export type LedgerKey = Pick<Delivery, 'chatId' | 'threadId' | 'feedId' | 'entryId'>;

/** Longer than any delivery can stay owed. */
export const RECEIPTS_KEPT_MS = 90 * 24 * 3_600_000;
/** Longer than two entries can be the same story (`stories.ts`). */
const STORY_MS = 7 * 24 * 3_600_000;

/** Only supergroups have been groups; of other chats nobody has to ask, before each send. */
const SUPERGROUPS_BELOW = -1_000_000_000_000;

/** `formerIdOf`: the id that a supergroup had as a group; what was sent to that was sent to it. */
export function createLedger(
  keyv: Keyv,
  formerIdOf: (chatId: number) => Promise<number | null>,
): Ledger {
  return {
    receipt: (delivery) => find<Receipt, LedgerKey>(delivery, keyOf),
    record: (delivery, receipt) => keep(keyOf(delivery), receipt, RECEIPTS_KEPT_MS),
    told: (place, story) => find<Told>(place, (it) => storyKey(it, story)),
    recordTold: (place, story, told) => keep(storyKey(place, story), told, STORY_MS),
  };

  async function find<Value, Of extends Place = Place>(
    of: Of,
    keyIn: (of: Of) => string,
  ): Promise<Value | undefined> {
    const found = await keyv.get<Value>(keyIn(of));
    const mayHaveMoved = found === undefined && of.chatId < SUPERGROUPS_BELOW;
    const formerId = mayHaveMoved ? await formerIdOf(of.chatId) : null;
    return formerId === null ? found : keyv.get<Value>(keyIn({ ...of, chatId: formerId }));
  }

  async function keep(key: string, value: Receipt | Told, ms: number): Promise<void> {
    const stored = await keyv.set(key, value, ms);
    if (!stored) throw new Error('The ledger did not take a receipt');
  }
}

function storyKey({ chatId, threadId }: Place, story: string): string {
  return `${chatId}:${threadId}:story:${story}`;
}

// Never `delivery.id`: it names a row of the outbox, and the outbox forgets. As every database stores it: well-formed, without
// NUL.
function keyOf({ chatId, threadId, feedId, entryId }: LedgerKey): string {
  return `${chatId}:${threadId}:${feedId}:${entryId}`.toWellFormed().replaceAll('\0', '\ufffd');
}
