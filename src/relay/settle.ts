import type { Log } from '../log.ts';
import type { EpochMs } from '../model.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { SendOutcome } from '../telegram/send.ts';
import { keepReason } from './reasons.ts';
import { UNCERTAIN } from './stock.ts';
import { rememberTold } from './stories.ts';
import type { Warn } from './warn.ts';

export type SettleDeps = {
  store: Pick<
    Store,
    'outbox' | 'underWay' | 'ledger' | 'chats' | 'subscriptions' | 'tally' | 'topics' | 'notes'
  >;
  now: EpochMs;
  /** Deliveries that the same message was to tell. */
  together?: number[];
  /** When the message left us; `now` when not given. */
  sentAt?: EpochMs;
  /** Before the delivery is settled, so that a crash between the two leaves nobody in the dark. */
  warn: Warn;
  log: Log;
};

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a chat that forbids pictures gets none. */
const TEXT_ONLY_MS = 24 * HOUR_MS;
/** A closed topic is asked half-hourly for a day, then daily: that it is open again is told to the bot. */
const CLOSED_TOPIC_MS = 30 * MINUTE_MS;
const LONG_CLOSED_MS = 24 * HOUR_MS;
/** "chat not found" has been seen in error: only the second one, this much later, is believed. */
const CONFIRM_MS = 10 * MINUTE_MS;

/** Telegram's, or the way's to it: what never left has no consequence. */
export type Answered = Exclude<SendOutcome, { kind: 'notOurs' }>;

/** Draws the consequence of an answer: the delivery is done or dead, or it stays owed and its chat waits. */
export async function settle(
  delivery: OwedDelivery,
  outcome: Answered,
  deps: SettleDeps,
): Promise<void> {
  await consequence(delivery, outcome, deps);
  // Last, for nothing but `/why` asks for it.
  await keepReason(delivery, outcome, deps.store);
}

async function consequence(
  delivery: OwedDelivery,
  outcome: Answered,
  deps: SettleDeps,
): Promise<void> {
  const { store, now, sentAt = now, log, together = [] } = deps;
  const { chatId, threadId, chat } = delivery;
  const ids = [delivery.id, ...together];
  const bury = (reason: string) => store.outbox.bury(ids, reason, now);
  const backOff = (firstMs: number, mostMs: number, since?: EpochMs) => {
    const until = now + Math.min(firstMs * 2 ** Math.min(chat.failures, 20), mostMs);
    return store.chats.wait(chatId, until, chat.failures + 1, since);
  };
  report(delivery, outcome, log);
  if (outcome.kind === 'topicGone' && (await isToBeRemade(delivery, deps))) return;
  await deps.warn(delivery, outcome);

  switch (outcome.kind) {
    case 'sent':
      return settleSent(delivery, outcome, deps);
    case 'flood':
      await store.tally.add('floods');
      return store.chats.wait(chatId, now + outcome.afterMs, chat.failures);
    case 'moved':
      await store.chats.move(chatId, outcome.toChatId, now);
      return store.underWay.putBack(ids);
    case 'gone':
      if (outcome.confirm === 'once more' && !isInDoubt(chat)) {
        return store.chats.doubt(chatId, outcome.reason, now + CONFIRM_MS, sentAt);
      }
      return store.chats.hold(chatId, outcome.reason, now, sentAt);
    case 'noRights':
      return backOff(HOUR_MS, 24 * HOUR_MS, sentAt);
    case 'topicGone':
      await store.subscriptions.pauseTopic({ chatId, threadId }, now);
      return bury(outcome.reason);
    case 'topicClosed':
      return store.outbox.postponeTopic(
        { chatId, threadId },
        { dueAt: now + closedMs(delivery, now), sentAt },
      );
    case 'refused':
      return bury(outcome.reason);
    case 'unauthorized':
      return store.underWay.putBack(ids);
    case 'uncertain':
      await store.tally.add('answersLost');
      if (mustNotRepeat(delivery)) return bury(UNCERTAIN);
      return backOff(2 * SECOND_MS, 10 * MINUTE_MS);
    case 'passing':
      return backOff(2 * SECOND_MS, 10 * MINUTE_MS);
  }
}

/** A topic of ours that people have deleted is made anew (see `topics.ts`): what is owed to it waits for that. */
async function isToBeRemade(
  { chatId, threadId }: OwedDelivery,
  { store, now }: SettleDeps,
): Promise<boolean> {
  const place = { chatId, threadId };
  const isToBe = await store.topics.gone(place, now);
  if (isToBe) await store.outbox.postponeTopic(place, { dueAt: now + HOUR_MS, sentAt: now });
  return isToBe;
}

/** A change that is made twice is made once. */
function mustNotRepeat({ chat, content }: OwedDelivery): boolean {
  return chat.repeats === 'never' && content.kind !== 'revision';
}

/** Other failures before this one say nothing of whether the chat is there. */
function isInDoubt({ failures, heldReason }: OwedDelivery['chat']): boolean {
  return failures > 0 && heldReason !== null;
}

function closedMs({ owedAt }: OwedDelivery, now: EpochMs): number {
  return now - owedAt < LONG_CLOSED_MS ? CLOSED_TOPIC_MS : LONG_CLOSED_MS;
}

async function settleSent(
  delivery: OwedDelivery,
  { messageId, rung, refused }: Extract<SendOutcome, { kind: 'sent' }>,
  { store, now }: SettleDeps,
): Promise<void> {
  const { id, chatId, chat } = delivery;
  // First what others of the story are measured by: repeated after a crash it says the same.
  await rememberTold(delivery, store.ledger);
  await store.ledger.record(delivery, { messageId, rung, at: now });
  await store.outbox.done(id);
  if (chat.failures > 0) await store.chats.wait(chatId, 0, 0);
  // A chat may forbid recordings or animations alone.
  if (rung !== 'photo' && refused.some(({ kind }) => kind === 'noPictures')) {
    await store.chats.forbidPictures(chatId, now + TEXT_ONLY_MS);
  }
}

/** That the bot itself is refused is said once, of all of them (see `lockout.ts`). */
function report(delivery: OwedDelivery, outcome: Answered, log: Log): void {
  if (outcome.kind === 'unauthorized') return;
  const { id, chatId, feedId } = delivery;
  if (outcome.kind === 'sent') {
    log('delivery.sent', { id, chatId, feedId, rung: outcome.rung });
    for (const refusal of outcome.refused) log('rung.refused', { id, chatId, ...refusal });
  } else {
    log(outcome.kind === 'refused' ? 'delivery.dead' : 'delivery.unsent', {
      id,
      feedId,
      chatId,
      ...outcome,
    });
  }
}
