import { apiUser, type Chat, isGroup, type Message, shownPost } from './chats.ts';
import { ephemeralPost } from './editing.ts';
import { type Fields, flagOf, integerOf, objectOf, textOf } from './fields.ts';
import type { Method } from './methods.ts';
import { badRequest, serverRefusal } from './refusals.ts';
import { emit, type Telegram } from './state.ts';

/** How long after a person's act a bot may answer that person alone (core.telegram.org/bots/api, ephemeral messages). */
const ELIGIBLE_MS = 15_000;

export const ephemeralMethods: Record<string, Method> = {
  deleteEphemeralMessage(telegram, { fields }) {
    const { chat, post } = ephemeralPost(telegram, fields, 'delete');
    chat.posts.splice(chat.posts.indexOf(post), 1);
    emit(telegram, {
      kind: 'deleted',
      chatId: chat.id,
      messageId: 0,
      ephemeralMessageId: shownPost(post).ephemeral_message_id ?? 0,
    });
    return true;
  },
};

/** What makes a message ephemeral, {} for an ordinary one. Throws when this user is not to be addressed alone now. */
export function ephemeralOf(telegram: Telegram, chat: Chat, fields: Fields): Partial<Message> {
  const parameters = objectOf(fields, 'ephemeral_message_parameters');
  if (parameters === null) return {};
  if (!isGroup(chat)) throw serverRefusal('CHAT_TYPE_INVALID');
  const receiver = telegram.users.get(integerOf(parameters, 'receiver_user_id') ?? 0);
  if (receiver === undefined) throw badRequest('user not found');
  const eligible =
    isByQuery(telegram, chat, parameters, receiver.id) ||
    isReply(telegram, chat, fields, receiver.id) ||
    (chat.bot === 'administrator' && chat.members.has(receiver.id));
  if (!eligible) throw serverRefusal('MESSAGE_NOT_COMMAND');
  return {
    receiver_user: apiUser(receiver),
    ephemeral_message_id: nextEphemeralId(chat),
  };
}

/** The message that an ephemeral one stands in for, in the eyes of who pressed its button; null for none. */
export function replacedBy(telegram: Telegram, fields: Fields): number | null {
  const parameters = objectOf(fields, 'ephemeral_message_parameters');
  if (!parameters || !flagOf(parameters, 'replace_callback_query_message')) return null;
  const query = telegram.queries.get(textOf(parameters, 'callback_query_id'));
  return query?.messageId ?? null;
}

export function nextEphemeralId(chat: Chat): number {
  chat.lastEphemeralId += 1;
  return chat.lastEphemeralId;
}

function isByQuery(telegram: Telegram, chat: Chat, parameters: Fields, userId: number): boolean {
  const query = telegram.queries.get(textOf(parameters, 'callback_query_id'));
  if (query === undefined) return false;
  // An ephemeral message is edited, never replaced by another one.
  if (flagOf(parameters, 'replace_callback_query_message') && query.fromEphemeral) {
    throw badRequest("ephemeral message can't be replaced");
  }
  const fresh = telegram.now() - query.at <= ELIGIBLE_MS;
  return fresh && query.userId === userId && query.chatId === chat.id;
}

function isReply(telegram: Telegram, chat: Chat, fields: Fields, userId: number): boolean {
  const reply = objectOf(fields, 'reply_parameters');
  const ephemeralId = reply && integerOf(reply, 'ephemeral_message_id');
  if (ephemeralId === null) return false;
  return chat.posts.some(
    ({ message, by, at }) =>
      by === 'person' &&
      message.ephemeral_message_id === ephemeralId &&
      message.from?.id === userId &&
      telegram.now() - at <= ELIGIBLE_MS,
  );
}
