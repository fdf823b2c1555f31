import { type Chat, type Post, postOf } from './chats.ts';
import { integerOf, listOf } from './fields.ts';
import type { Method } from './methods.ts';
import { badRequest } from './refusals.ts';
import { joinedChat, mayDeleteOthers, mayPin } from './rights.ts';
import { addNotice, emit, type Telegram } from './state.ts';

const DELETABLE_MS = 48 * 3_600_000;
const LIST_LIMIT = 100;

export const deletingMethods: Record<string, Method> = {
  deleteMessage(telegram, { fields }) {
    const chat = joinedChat(telegram, fields);
    const post = postOf(chat, integerOf(fields, 'message_id') ?? 0);
    if (post === undefined) throw badRequest('message to delete not found');
    if (!isDeletable(telegram, chat, post)) throw badRequest("message can't be deleted");
    remove(telegram, chat, post);
    return true;
  },
  /** Messages that cannot be deleted are passed over. */
  deleteMessages(telegram, { fields }) {
    const chat = joinedChat(telegram, fields);
    const ids = listOf(fields, 'message_ids').map(Number);
    if (ids.length === 0) throw badRequest('message identifiers are not specified');
    if (ids.length > LIST_LIMIT) throw badRequest('too many message identifiers specified');
    for (const post of ids.map((id) => postOf(chat, id))) {
      if (post && isDeletable(telegram, chat, post)) remove(telegram, chat, post);
    }
    return true;
  },
  pinChatMessage(telegram, { fields }) {
    const chat = joinedChat(telegram, fields);
    const post = postOf(chat, integerOf(fields, 'message_id') ?? 0);
    if (post === undefined) throw badRequest('message to pin not found');
    if (!mayPin(chat)) throw badRequest('not enough rights to manage pinned messages in the chat');
    if (chat.type !== 'channel') {
      addNotice(telegram, chat, {
        content: { from: telegram.me, pinned_message: post.message },
        service: `${telegram.me.first_name} pinned a message`,
      });
    }
    return true;
  },
  unpinChatMessage(telegram, { fields }) {
    const chat = joinedChat(telegram, fields);
    if (!mayPin(chat)) throw badRequest('not enough rights to manage pinned messages in the chat');
    return true;
  },
};

/** 48 hours for everybody; an administrator with the right has longer outside private chats. */
function isDeletable(telegram: Telegram, chat: Chat, post: Post): boolean {
  const isFresh = telegram.now() - post.at <= DELETABLE_MS;
  if (chat.type === 'private') return isFresh;
  return mayDeleteOthers(chat) || (post.by === 'bot' && isFresh);
}

function remove(telegram: Telegram, chat: Chat, post: Post): void {
  chat.posts.splice(chat.posts.indexOf(post), 1);
  emit(telegram, { kind: 'deleted', chatId: chat.id, messageId: post.message.message_id });
}
