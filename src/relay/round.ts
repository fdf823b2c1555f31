import type { Log } from '../log.ts';
import type { Clock, EpochMs, Post } from '../model.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { EditPost } from '../telegram/edit.ts';
import type { Pace } from '../telegram/pace.ts';
import type { SendOutcome, SendPost } from '../telegram/send.ts';
import { bundleKey, type ToldBundle } from './bundle.ts';
import type { RenderBundle } from './bundlepost.ts';
import type { Warn } from './warn.ts';

export type DeliverDeps = {
  store: Pick<
    Store,
    | 'outbox'
    | 'bundles'
    | 'underWay'
    | 'ledger'
    | 'chats'
    | 'subscriptions'
    | 'tally'
    | 'topics'
    | 'notes'
  >;
  pace: Pace;
  sendPost: SendPost;
  editPost: EditPost;
  /** Resolves when the post waits for no picture any more; null when it waits for none. */
  prepare: (post: Post) => Promise<void> | null;
  /** `also`: titles of other feeds that told the chat the same story. */
  render: (delivery: OwedDelivery, also: string[]) => Post;
  renderBundle: RenderBundle;
  warn: Warn;
  /** For chats that chose none. */
  defaultTimeZone: string;
  clock: Clock;
  log: Log;
  /** How long chats rest to which something was under way when the process last died. */
  aftermathMs: number;
};

/** What a running deliverer has in hand. */
export type Round = DeliverDeps & {
  inFlight: Map<number, Promise<void>>;
  /** Chats that their pace, or a fault of ours, keeps waiting; forgotten as soon as their time has come. */
  waiting: Map<number, EpochMs>;
  /** What Telegram has taken and the disk not yet, by delivery: sent again, it would come twice. */
  unsettled: Map<number, SendOutcome>;
  /** The same of messages that tell of several, by {@link bundleKey}. */
  unsettledBundles: Map<string, ToldBundle>;
  /** The bot itself is refused: nothing is sent before, and then one message at a time. */
  isLockedOut: boolean;
  lockedUntil: EpochMs;
  running: boolean;
  /** Aborted to end the present sleep. */
  nap: AbortController;
};

/** After a fault of ours. */
export const RECOVERY_MS = 5_000;
const RECORDING_MS = 1_000;
const UNTIL_TOLD = Number.POSITIVE_INFINITY;
/** A bound for the sleep between two looks; every tick looks anyway. */
export const LONGEST_SLEEP_MS = 3_600_000;

/** One delivery's fault is its own. */
export function start(round: Round, delivery: OwedDelivery, act: () => Promise<void>): void {
  const { id, chatId } = delivery;
  const { inFlight, waiting, clock, log } = round;
  const acting = act()
    .catch((error: unknown) => {
      log('delivery.crashed', { id, chatId, error });
      waiting.set(chatId, clock.now() + recoveryMs(round, delivery));
    })
    .finally(() => {
      inFlight.delete(chatId);
      round.nap.abort();
    });
  inFlight.set(chatId, acting);
}

/** What Telegram has taken is to be on disk as soon as the disk can: killed before, we would send it again. */
function recoveryMs(round: Round, delivery: OwedDelivery): number {
  return isTold(delivery, round) ? RECORDING_MS : RECOVERY_MS;
}

/** Telegram has taken it, and the disk not yet. */
export function isTold(
  delivery: OwedDelivery,
  { unsettled, unsettledBundles }: Pick<Round, 'unsettled' | 'unsettledBundles'>,
): boolean {
  return unsettled.has(delivery.id) || unsettledBundles.has(bundleKey(delivery));
}

/** Another process delivers by now; this one is about to be told. */
export function rest({ waiting, clock }: Round, { chatId }: OwedDelivery): void {
  waiting.set(chatId, clock.now() + RECOVERY_MS);
}

/** Neither a place in flight nor a turn is spent on a picture that is still to come: whoever serves it slowly delays only
 *  those who get it. */
export function waitFor(round: Round, chatId: number, pictures: Promise<void>): void {
  const { waiting } = round;
  waiting.set(chatId, UNTIL_TOLD);
  void pictures.then(() => {
    if (waiting.get(chatId) === UNTIL_TOLD) waiting.delete(chatId);
    round.nap.abort();
  });
}
