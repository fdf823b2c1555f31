import type { EpochMs } from '../model.ts';
import { apiUser, ephemeralPostOf, postOf } from './chats.ts';
import { flagOf, textOf } from './fields.ts';
import type { Method } from './methods.ts';
import type { Press, PressAnswer } from './protocol.ts';
import { badRequest, serverRefusal } from './refusals.ts';
import type { Telegram } from './state.ts';
import { pushUpdate } from './updates.ts';

/** A press of a button that waits for the bot's answer. */
export type CallbackQuery = {
  userId: number;
  chatId: number;
  /** Of the message that bears the button; 0 for an ephemeral one. */
  messageId: number;
  at: EpochMs;
  fromEphemeral: boolean;
  /** null once answered: a query is answered once. */
  answer: ((answer: PressAnswer) => void) | null;
};

const NO_ANSWER: PressAnswer = { text: null, showAlert: false, url: null };
/** A person looks at a spinning button no longer than this; real time. */
const PATIENCE_MS = 5_000;
/** Telegram publishes no number; clients give up about then. */
const QUERY_LIFE_MS = 30_000;
const TEXT_LIMIT = 200;

export const callbackMethods: Record<string, Method> = {
  answerCallbackQuery(telegram, { fields }) {
    const query = telegram.queries.get(textOf(fields, 'callback_query_id'));
    if (!query?.answer || telegram.now() - query.at > QUERY_LIFE_MS) {
      throw serverRefusal('QUERY_ID_INVALID');
    }
    const text = textOf(fields, 'text');
    if (text.length > TEXT_LIMIT) throw serverRefusal('MESSAGE_TOO_LONG');
    const url = textOf(fields, 'url');
    if (url !== '' && !url.startsWith(`https://t.me/${telegram.me.username}?start=`)) {
      throw serverRefusal('URL_INVALID');
    }
    query.answer({ text: text || null, showAlert: flagOf(fields, 'show_alert'), url: url || null });
    query.answer = null;
    return true;
  },
};

/** Somebody presses a button; any data may come, as from a forged client. Resolves with what the bot answers, or with
 *  nothing in it when the bot is not there or says nothing for a few seconds. Throws for an unknown message. */
export function press(telegram: Telegram, pressed: Press): Promise<PressAnswer> {
  const { userId, chatId, messageId, ephemeralMessageId, data } = pressed;
  const chat = telegram.chats.get(chatId);
  const user = telegram.users.get(userId);
  const post =
    chat &&
    (ephemeralMessageId === undefined
      ? postOf(chat, messageId)
      : ephemeralPostOf(chat, ephemeralMessageId, userId));
  if (!chat || !user || !post) throw badRequest('message to press not found');
  if (chat.bot !== 'member' && chat.bot !== 'administrator') return Promise.resolve(NO_ANSWER);
  forgetOldQueries(telegram);
  telegram.lastQueryId += 1;
  const id = `query-${telegram.lastQueryId}`;
  const answered = new Promise<PressAnswer>((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS, NO_ANSWER);
    telegram.queries.set(id, {
      userId,
      chatId,
      messageId: post.message.message_id,
      at: telegram.now(),
      fromEphemeral: ephemeralMessageId !== undefined,
      answer(answer) {
        clearTimeout(timer);
        resolve(answer);
      },
    });
  });
  const instance = `chat-${chatId}`;
  pushUpdate(telegram.updates, 'callback_query', {
    id,
    from: apiUser(user),
    message: post.message,
    chat_instance: instance,
    data,
  });
  return answered;
}

function forgetOldQueries({ queries, now }: Telegram): void {
  for (const [id, { at }] of queries) if (now() - at > QUERY_LIFE_MS) queries.delete(id);
}
