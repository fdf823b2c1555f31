import { apiUser, type Chat, shownPost } from './chats.ts';
import { type Fields, integerOf, isFields, objectOf } from './fields.ts';
import type { Share, ShownMessage } from './protocol.ts';
import { badRequest } from './refusals.ts';
import { moveBot } from './standing.ts';
import { addPost, type Telegram } from './state.ts';
import { pushUpdate } from './updates.ts';

/** Somebody chooses a chat after a key that asks for one. Where it asks for the bot to be there, and the person may do
 *  that, the bot comes in first; whoever may not is not stopped from naming the chat. */
export function share(telegram: Telegram, { userId, requestId, chatId }: Share): ShownMessage {
  const talk = telegram.chats.get(userId);
  const user = telegram.users.get(userId);
  const chat = telegram.chats.get(chatId);
  if (!talk || !user || !chat) throw badRequest('chat not found');
  const asked = requestIn(talk, requestId);
  const standing = chat.members.get(userId);
  const may = standing === 'creator' || standing === 'administrator';
  if (asked && may && chat.bot !== 'administrator') {
    const rights = objectOf(asked, 'bot_administrator_rights');
    if (rights) {
      chat.rights = new Set(Object.keys(rights).filter((right) => rights[right] === true));
      moveBot(telegram, chat, 'administrator', apiUser(user));
    } else if (asked.bot_is_member === true && chat.bot !== 'member') {
      moveBot(telegram, chat, 'member', apiUser(user));
    }
  }
  const content = {
    from: apiUser(user),
    chat_shared: { request_id: requestId, chat_id: chatId, title: chat.title },
  };
  const service = `You chose ${chat.title}`;
  const post = addPost(telegram, talk, { by: 'person', content, service });
  pushUpdate(telegram.updates, 'message', post.message);
  return shownPost(post);
}

/** What the latest key with that number asks for. */
function requestIn(talk: Chat, requestId: number): Fields | undefined {
  for (const { message } of talk.posts.toReversed()) {
    const keys: unknown[] = message.reply_markup?.keyboard?.flat() ?? [];
    const requests = keys.filter(isFields).map((key) => objectOf(key, 'request_chat'));
    const found = requests.find((it) => it && integerOf(it, 'request_id') === requestId);
    if (found) return found;
  }
  return undefined;
}
