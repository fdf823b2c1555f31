import type { Log } from '../log.ts';
import type { Clock, EpochMs, Post } from '../model.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { EditPost } from '../telegram/edit.ts';
import type { Pace, PacedChat } from '../telegram/pace.ts';
import type { SendOutcome, SendPost } from '../telegram/send.ts';
import { messagesIn, postAhead } from './ahead.ts';
import { leaveOut, ruleAgainstOwed } from './filters.ts';
import { type Ready, say } from './say.ts';
import { settle } from './settle.ts';
import { isToldAlready } from './stories.ts';
import { turnOf } from './turn.ts';

export type DeliverDeps = {
  store: Pick<Store, 'outbox' | 'ledger' | 'chats' | 'subscriptions'>;
  pace: Pace;
  sendPost: SendPost;
  editPost: EditPost;
  /** Resolves when the post waits for no picture any more; null when it waits for none. */
  prepare: (post: Post) => Promise<void> | null;
  /** `also`: titles of other feeds that told the chat the same story. */
  render: (delivery: OwedDelivery, also: string[]) => Post;
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
/** Passed over at each look, so there is an end to it: a thousand chats that wait for one picture. */
const MOST_WAITING = 1_000;
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
  /** What Telegram has taken and the disk not yet, by delivery: sent again, it would come twice. */
  unsettled: Map<number, SendOutcome>;
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
    unsettled: new Map(),
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
function noRoomUntil({ running, inFlight, waiting, pace }: Round, now: EpochMs): EpochMs | null {
  // Whichever send or picture comes first ends the sleep.
  if (!running || inFlight.size >= IN_FLIGHT) return now + LONGEST_SLEEP_MS;
  if (waiting.size >= MOST_WAITING) return Math.min(...waiting.values());
  const openAt = pace.openAt(now);
  return openAt > now ? openAt : null;
}

function startOrWait(round: Round, delivery: OwedDelivery, now: EpochMs): void {
  const { pace, waiting, unsettled, store, log } = round;
  const { chat } = delivery;
  const rule = unsettled.has(delivery.id) ? null : ruleAgainstOwed(delivery, log);
  // Neither a picture nor a turn is for what is not sent.
  if (rule) {
    start(round, delivery, () => leaveOut(delivery, rule, { store, now, log }));
    return;
  }
  const post = postAhead(delivery, { render: round.render, now });
  const group = chat.kind.endsWith('group') ? 'group' : 'other';
  const paced: PacedChat = { id: chat.id, group, messages: messagesIn(post) };
  const readyAt = pace.readyAt(paced, now);
  if (readyAt > now) {
    waiting.set(chat.id, readyAt);
    return;
  }
  const pictures = post && round.prepare(post);
  if (pictures) {
    waitFor(round, chat.id, pictures);
    return;
  }
  pace.take(paced, now);
  const turn = turnOf(paced, now, round);
  start(round, delivery, () => deliverOne(round, delivery, { turn, post }));
}

/** One delivery's fault is its own. */
function start(round: Round, { id, chatId }: OwedDelivery, act: () => Promise<void>): void {
  const { inFlight, waiting, clock, log } = round;
  const acting = act()
    .catch((error: unknown) => {
      log('delivery.crashed', { id, chatId, error });
      waiting.set(chatId, clock.now() + RECOVERY_MS);
    })
    .finally(() => {
      inFlight.delete(chatId);
      round.nap.abort();
    });
  inFlight.set(chatId, acting);
}

/** Neither a place in flight nor a turn is spent on a picture that is still to come: whoever serves it slowly delays only
 *  those who get it. */
function waitFor(round: Round, chatId: number, pictures: Promise<void>): void {
  const { waiting, clock } = round;
  const until = clock.now() + LONGEST_SLEEP_MS;
  waiting.set(chatId, until);
  void pictures.then(() => {
    if (waiting.get(chatId) === until) waiting.delete(chatId);
    round.nap.abort();
  });
}

async function deliverOne(round: Round, delivery: OwedDelivery, ready: Ready): Promise<void> {
  const { store, clock, log, unsettled } = round;
  const { id } = delivery;
  if (await store.ledger.receipt(delivery)) return store.outbox.done(id);
  if (await isToldAlready(delivery, { store, now: clock.now(), log })) return;
  const outcome = unsettled.get(id) ?? (await say(delivery, ready, round));
  if (outcome === 'nothing') return store.outbox.done(id);
  if (outcome.kind === 'sent') unsettled.set(id, outcome);
  if (outcome.kind === 'unauthorized') round.lockedUntil = clock.now() + LOCKED_OUT_MS;
  await settle(delivery, outcome, { store, now: clock.now(), log });
  unsettled.delete(id);
}
