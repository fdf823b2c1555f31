import type { Log } from '../log.ts';
import type { Clock, EpochMs, Post } from '../model.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { Pace } from '../telegram/pace.ts';
import type { SendPost } from '../telegram/send.ts';
import { settle } from './settle.ts';

export type DeliverDeps = {
  store: Pick<Store, 'outbox' | 'ledger' | 'chats' | 'subscriptions'>;
  pace: Pace;
  sendPost: SendPost;
  render: (delivery: OwedDelivery) => Post;
  clock: Clock;
  log: Log;
};

/** Second half of the relay: empties the outbox into Telegram for as long as it runs. */
export type Delivering = {
  /** Something may be owed that was not before. */
  wake(): void;
  /** Takes up no more; resolves when what is in flight has been answered. The rest stays owed. */
  stop(): Promise<void>;
};

const IN_FLIGHT = 64;
/** More at one look would be read in vain. */
const PAGE = IN_FLIGHT;
/** After a fault of ours, and while the token is refused. */
const RECOVERY_MS = 5_000;
const LOCKED_OUT_MS = 60_000;
/** A bound for the sleep between two looks; every tick looks anyway. */
const LONGEST_SLEEP_MS = 3_600_000;

/** What a running deliverer has in hand. */
type Round = DeliverDeps & {
  inFlight: Map<number, Promise<void>>;
  /** Chats that their pace, or a fault of ours, keeps waiting; forgotten as soon as their time has come. */
  waiting: Map<number, EpochMs>;
  /** The token is refused: nothing is sent before. */
  lockedUntil: EpochMs;
  running: boolean;
  /** Aborted to end the present sleep. */
  nap: AbortController;
};

/**
 * Starts delivering. Each chat has one message in flight at the most, so its order stays and none delays another.
 * Killed at any moment it loses nothing; killed between Telegram's yes and `ledger.record` it sends one message
 * twice, because the Bot API has no idempotency key.
 */
export function deliver(deps: DeliverDeps): Delivering {
  const round: Round = {
    ...deps,
    inFlight: new Map(),
    waiting: new Map(),
    lockedUntil: 0,
    running: true,
    nap: new AbortController(),
  };
  const finished = run(round);
  return {
    wake: () => round.nap.abort(),
    async stop() {
      round.running = false;
      round.nap.abort();
      await finished;
    },
  };
}

async function run(round: Round): Promise<void> {
  const { clock, log } = round;
  while (round.running) {
    round.nap = new AbortController();
    const nextAt = await startAllReady(round).catch((error: unknown) => {
      log('deliver.crashed', { error });
      return clock.now() + RECOVERY_MS;
    });
    if (round.running) await clock.sleep(Math.max(0, nextAt - clock.now()), round.nap.signal);
  }
  await Promise.all(round.inFlight.values());
}

/** Starts every send that may go now; answers when there may be more to start. */
async function startAllReady(round: Round): Promise<EpochMs> {
  const { store, clock, inFlight, waiting } = round;
  const now = clock.now();
  if (round.lockedUntil > now) return round.lockedUntil;
  for (const [chatId, until] of waiting) if (until <= now) waiting.delete(chatId);

  let heads: OwedDelivery[];
  do {
    let fullUntil = noRoomUntil(round, now);
    if (fullUntil !== null) return fullUntil;
    heads = await store.outbox.heads(now, [...inFlight.keys(), ...waiting.keys()], PAGE);
    for (const head of heads) {
      fullUntil = noRoomUntil(round, now);
      if (fullUntil !== null) return fullUntil;
      startOrWait(round, head, now);
    }
  } while (heads.length === PAGE);

  const next = (await store.outbox.nextDueAt(now)) ?? Number.POSITIVE_INFINITY;
  return Math.min(now + LONGEST_SLEEP_MS, next, ...waiting.values());
}

/** Until when no send may start, whatever the chat; null when one may. */
function noRoomUntil({ running, inFlight, pace }: Round, now: EpochMs): EpochMs | null {
  // Whichever send ends first ends the sleep.
  if (!running || inFlight.size >= IN_FLIGHT) return now + LONGEST_SLEEP_MS;
  const openAt = pace.openAt(now);
  return openAt > now ? openAt : null;
}

function startOrWait(round: Round, delivery: OwedDelivery, now: EpochMs): void {
  const { pace, inFlight, waiting } = round;
  const { chat } = delivery;
  const paced = { id: chat.id, group: chat.kind.endsWith('group') ? 'group' : 'other' } as const;
  const readyAt = pace.readyAt(paced, now);
  if (readyAt > now) {
    waiting.set(chat.id, readyAt);
    return;
  }
  pace.take(paced, now);
  const sending = deliverOne(round, delivery).finally(() => {
    inFlight.delete(chat.id);
    round.nap.abort();
  });
  inFlight.set(chat.id, sending);
}

/** Never rejects: one delivery's fault is its own. */
async function deliverOne(round: Round, delivery: OwedDelivery): Promise<void> {
  const { store, sendPost, render, clock, log } = round;
  const { id, chatId, threadId, chat } = delivery;
  try {
    if (await store.ledger.receipt(delivery)) return await store.outbox.done(id);
    const pictures = chat.textOnlyUntil > clock.now() ? 'forbidden' : 'wanted';
    const outcome = await sendPost({ chatId, threadId, pictures }, render(delivery));
    if (outcome.kind === 'unauthorized') round.lockedUntil = clock.now() + LOCKED_OUT_MS;
    await settle(delivery, outcome, { store, now: clock.now(), log });
  } catch (error) {
    log('delivery.crashed', { id, chatId, error });
    round.waiting.set(chatId, clock.now() + RECOVERY_MS);
  }
}
