import { type Chat, chatNoun, isGroup, type Message, postOf } from './chats.ts';
import { type Fields, flagOf, integerOf, objectOf, textOf } from './fields.ts';
import { badRequest, forbidden, serverRefusal, upgradedTo } from './refusals.ts';
import type { Telegram } from './state.ts';

/** What a message needs a right for, in Telegram's own words. */
export type Content = 'text messages' | 'photos' | 'the rich message' | 'media';

/** The chat a request names by id or @username, moved or not. */
export function namedChat(telegram: Telegram, fields: Fields): Chat {
  const named = textOf(fields, 'chat_id').trim();
  if (named === '') throw badRequest('chat_id is empty');
  const chat = named.startsWith('@')
    ? [...telegram.chats.values()].find(({ username }) => `@${username}` === named)
    : telegram.chats.get(Number(named));
  if (chat === undefined) throw badRequest('chat not found');
  if (chat.upgradedTo !== null) throw upgradedTo(chat.upgradedTo);
  return chat;
}

/** The named chat, provided that the bot is in it. */
export function joinedChat(telegram: Telegram, fields: Fields): Chat {
  const chat = namedChat(telegram, fields);
  if (chat.bot === 'blocked') throw forbidden('bot was blocked by the user');
  if (chat.bot === 'kicked') throw forbidden(`bot was kicked from the ${chatNoun(chat)}`);
  if (chat.bot === 'absent') {
    throw forbidden(
      chat.type === 'private'
        ? "bot can't initiate conversation with a user"
        : `bot is not a member of the ${chatNoun(chat)}`,
    );
  }
  return chat;
}

/** The named chat, provided that the bot may write such a message there. */
export function writableChat(telegram: Telegram, fields: Fields, content: Content): Chat {
  const chat = joinedChat(telegram, fields);
  const { mute, noPictures } = chat.moods;
  if (chat.type === 'channel' && (mute || !may(chat, 'can_post_messages'))) {
    throw badRequest('need administrator rights in the channel chat');
  }
  if (mute) throw badRequest(`not enough rights to send ${content} to the chat`);
  if (noPictures && (content === 'photos' || content === 'media')) {
    throw serverRefusal('CHAT_SEND_PHOTOS_FORBIDDEN');
  }
  return chat;
}

export function may(chat: Chat, right: string): boolean {
  return chat.bot === 'administrator' && chat.rights.has(right);
}

/** The message thread a request names. General has none: naming it by 1 is refused, as Telegram does. */
export function threadOf(chat: Chat, fields: Fields): Partial<Message> {
  const threadId = integerOf(fields, 'message_thread_id');
  if (threadId === null || threadId === 0) return {};
  const topic = chat.topics.get(threadId);
  if (topic === undefined) throw badRequest('message thread not found');
  if (topic.closed && !may(chat, 'can_manage_topics')) throw serverRefusal('TOPIC_CLOSED');
  return { message_thread_id: threadId, is_topic_message: true };
}

/** The message a request replies to. */
export function replyOf(chat: Chat, fields: Fields): Partial<Message> {
  const reply = objectOf(fields, 'reply_parameters');
  const messageId = reply && integerOf(reply, 'message_id');
  if (reply === null || messageId === null) return {};
  const original = postOf(chat, messageId)?.message;
  if (original !== undefined) {
    const { reply_to_message: _, ...withoutFurther } = original;
    return { reply_to_message: withoutFurther };
  }
  if (flagOf(reply, 'allow_sending_without_reply')) return {};
  throw badRequest('message to be replied not found');
}

/** Bots need no right for their own messages; for those of others they are to be administrators. */
export function mayDeleteOthers(chat: Chat): boolean {
  return chat.type === 'private' || may(chat, 'can_delete_messages');
}

export function mayPin(chat: Chat): boolean {
  if (chat.type === 'private') return true;
  return may(chat, isGroup(chat) ? 'can_pin_messages' : 'can_edit_messages');
}
