import type { EpochMs } from '../model.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { PacedChat } from '../telegram/pace.ts';
import { messagesIn, postAhead } from './ahead.ts';
import { setAside } from './aside.ts';
import { deliverBundle } from './bundle.ts';
import { heedLockout } from './lockout.ts';
import {
  type DeliverDeps,
  isTold,
  LONGEST_SLEEP_MS,
  RECOVERY_MS,
  type Round,
  rest,
  start,
  waitFor,
} from './round.ts';
import { type Ready, say } from './say.ts';
import { settle } from './settle.ts';
import { takeStock } from './stock.ts';
import { isToldAlready } from './stories.ts';
import { turnOf } from './turn.ts';

/** Second half of the relay: empties the outbox into Telegram for as long as it runs. */
export type Delivering = {
  /** Something may be owed that was not before. */
  wake(): void;
  /** Takes up no more; resolves when what is in flight has been answered. The rest stays owed. */
  stop(): Promise<void>;
  /** The clock is about to be set by so much: whoever waits waits as long as before. */
  shift(byMs: number): void;
};

const IN_FLIGHT = 64;
/** More at one look would be read in vain. */
const PAGE = IN_FLIGHT;
/** Some of those found may have to wait. */
const LEAST = 8;
/** Passed over at each look, so there is an end to it: a thousand chats that wait for one picture. */
const MOST_WAITING = 1_000;

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
    unsettledBundles: new Map(),
    isLockedOut: false,
    lockedUntil: 0,
    running: true,
    nap: new AbortController(),
  };
  const finished = run(round);
  return {
    wake: () => round.nap.abort(),
    shift(byMs) {
      for (const [chatId, until] of round.waiting) round.waiting.set(chatId, until + byMs);
      round.lockedUntil += byMs;
      round.pace.shift(byMs);
    },
    async stop() {
      round.running = false;
      round.nap.abort();
      await finished;
    },
  };
}

async function run(round: Round): Promise<void> {
  const { clock, log } = round;
  let hasTakenStock = false;
  while (round.running) {
    round.nap = new AbortController();
    const nextAt = await look().catch((error: unknown) => {
      log('deliver.crashed', { error });
      return clock.now() + RECOVERY_MS;
    });
    if (round.running) await clock.sleep(Math.max(0, nextAt - clock.now()), round.nap.signal);
  }
  await Promise.all(round.inFlight.values());

  async function look(): Promise<EpochMs> {
    if (!hasTakenStock) await takeStock(round);
    hasTakenStock = true;
    return startAllReady(round);
  }
}

/** Starts every send that may go now; answers when there may be more to start. */
async function startAllReady(round: Round): Promise<EpochMs> {
  const { store, clock, inFlight, waiting } = round;
  const now = clock.now();
  if (round.lockedUntil > now) return round.lockedUntil;
  for (const [chatId, until] of waiting) if (until <= now) waiting.delete(chatId);

  let heads: OwedDelivery[];
  let limit: number;
  do {
    let fullUntil = noRoomUntil(round, now);
    if (fullUntil !== null) return fullUntil;
    limit = Math.min(PAGE, Math.max(LEAST, round.pace.roomAt(now)));
    heads = await store.outbox.heads(now, [...inFlight.keys(), ...waiting.keys()], limit);
    for (const head of heads) {
      fullUntil = noRoomUntil(round, now);
      if (fullUntil !== null) return fullUntil;
      startOrWait(round, head, now);
    }
  } while (heads.length === limit);

  const next = (await store.outbox.nextDueAt(now)) ?? Number.POSITIVE_INFINITY;
  return Math.min(now + LONGEST_SLEEP_MS, next, ...waiting.values());
}

/** Until when no send may start, whatever the chat; null when one may. */
function noRoomUntil(round: Round, now: EpochMs): EpochMs | null {
  const { running, inFlight, waiting, pace, isLockedOut } = round;
  // Whichever send or picture comes first ends the sleep.
  if (!running || inFlight.size >= (isLockedOut ? 1 : IN_FLIGHT)) return now + LONGEST_SLEEP_MS;
  if (waiting.size >= MOST_WAITING) return Math.min(now + LONGEST_SLEEP_MS, ...waiting.values());
  const openAt = pace.openAt(now);
  return openAt > now ? openAt : null;
}

function startOrWait(round: Round, delivery: OwedDelivery, now: EpochMs): void {
  const { pace, waiting, inFlight } = round;
  const { chat } = delivery;
  // A group that has just become a supergroup may still be told something as the group it was.
  const before = chat.formerId === null ? undefined : inFlight.get(chat.formerId);
  if (before) {
    waitFor(round, chat.id, before);
    return;
  }
  const aside = isTold(delivery, round) ? null : setAside(delivery, { ...round, now });
  // Neither a picture nor a turn is for what is not sent.
  if (aside) {
    start(round, delivery, aside);
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
  const send = delivery.bundle === null ? deliverOne : deliverMany;
  start(round, delivery, () => send(round, delivery, { turn, post }));
}

async function deliverMany(round: Round, head: OwedDelivery, { turn }: Ready): Promise<void> {
  const answer = await deliverBundle(head, turn, round);
  if (answer === 'notOurs') rest(round, head);
  else heedLockout(round, { kind: answer });
}

async function deliverOne(round: Round, delivery: OwedDelivery, ready: Ready): Promise<void> {
  const { store, clock, log, warn, unsettled } = round;
  const { id } = delivery;
  if (await store.ledger.receipt(delivery)) return store.outbox.done(id);
  if (await isToldAlready(delivery, { store, now: clock.now(), log })) return;
  const sentAt = clock.now();
  const isNew = !unsettled.has(id);
  if (isNew && (await store.underWay.begin(id, sentAt)) === 'notOurs') return rest(round, delivery);
  const outcome = unsettled.get(id) ?? (await say(delivery, ready, round));
  if (outcome === 'nothing') return store.outbox.done(id);
  if (outcome.kind === 'notOurs') return rest(round, delivery);
  if (outcome.kind === 'sent') unsettled.set(id, outcome);
  heedLockout(round, outcome);
  await settle(delivery, outcome, { store, now: clock.now(), sentAt, warn, log });
  unsettled.delete(id);
}
