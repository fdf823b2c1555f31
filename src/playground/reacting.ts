import { apiChat, apiUser, isGroup, postOf, shownPost } from './chats.ts';
import type { ShownMessage } from './protocol.ts';
import type { React } from './reaction-protocol.ts';
import { badRequest } from './refusals.ts';
import { emit, secondsNow, type Telegram } from './state.ts';
import { pushUpdate } from './updates.ts';

/** Somebody reacts to a message, with one emoji at a time. The bot hears of it in private chats, and in groups as an
 *  administrator; who reacts in a channel Telegram tells nobody. */
export function react(telegram: Telegram, { userId, chatId, messageId, emoji }: React) {
  const chat = telegram.chats.get(chatId);
  const user = telegram.users.get(userId);
  const post = chat && postOf(chat, messageId);
  if (!chat || !user || !post) throw badRequest('message to react not found');
  const before = post.reactions.get(userId);
  if (emoji === null) post.reactions.delete(userId);
  else post.reactions.set(userId, emoji);
  const message: ShownMessage = shownPost(post);
  emit(telegram, { kind: 'reacted', chatId, message });
  const isHeard =
    chat.type === 'private' ? chat.bot === 'member' : isGroup(chat) && chat.bot === 'administrator';
  if (!isHeard) return message;
  pushUpdate(telegram.updates, 'message_reaction', {
    chat: apiChat(chat),
    message_id: messageId,
    user: apiUser(user),
    date: secondsNow(telegram),
    old_reaction: reactionsOf(before),
    new_reaction: reactionsOf(emoji ?? undefined),
  });
  return message;
}

function reactionsOf(emoji: string | undefined) {
  return emoji === undefined ? [] : [{ type: 'emoji', emoji }];
}
