import type { Log } from '../log.ts';
import type { EpochMs } from '../model.ts';
import type { OwedDelivery } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';
import type { SendOutcome } from '../telegram/send.ts';
import { rememberTold } from './stories.ts';

export type SettleDeps = {
  store: Pick<Store, 'outbox' | 'ledger' | 'chats' | 'subscriptions'>;
  now: EpochMs;
  log: Log;
};

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a chat that forbids pictures gets none. */
const TEXT_ONLY_MS = 24 * HOUR_MS;
const CLOSED_TOPIC_MS = 30 * MINUTE_MS;
/** "chat not found" has been seen in error: only the second one, this much later, is believed. */
const CONFIRM_MS = 10 * MINUTE_MS;

/** Draws the consequence of an answer: the delivery is done or dead, or it stays owed and its chat waits. */
export async function settle(
  delivery: OwedDelivery,
  outcome: SendOutcome,
  { store, now, log }: SettleDeps,
): Promise<void> {
  const { id, chatId, threadId, chat } = delivery;
  const bury = (reason: string) => store.outbox.bury(id, reason, now);
  const backOff = (firstMs: number, mostMs: number) =>
    store.chats.wait(
      chatId,
      now + Math.min(firstMs * 2 ** Math.min(chat.failures, 20), mostMs),
      chat.failures + 1,
    );
  report(delivery, outcome, log);

  switch (outcome.kind) {
    case 'sent':
      return settleSent(delivery, outcome, { store, now, log });
    case 'flood':
      return store.chats.wait(chatId, now + outcome.afterMs, chat.failures);
    case 'moved':
      return store.chats.move(chatId, outcome.toChatId, now);
    case 'gone':
      if (outcome.confirm === 'once more' && chat.failures === 0) {
        return store.chats.wait(chatId, now + CONFIRM_MS, 1);
      }
      return store.chats.hold(chatId, outcome.reason, now);
    case 'noRights':
      return backOff(HOUR_MS, 24 * HOUR_MS);
    case 'topicGone':
      await store.subscriptions.pauseTopic({ chatId, threadId }, now);
      return bury(outcome.reason);
    case 'topicClosed':
      return store.outbox.postponeTopic({ chatId, threadId }, now + CLOSED_TOPIC_MS);
    case 'refused':
      return bury(outcome.reason);
    case 'unauthorized':
      return;
    case 'passing':
    case 'uncertain':
      return backOff(2 * SECOND_MS, 10 * MINUTE_MS);
  }
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

function report(delivery: OwedDelivery, outcome: SendOutcome, log: Log): void {
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
