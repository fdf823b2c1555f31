import { apiChat, apiUser, type Chat, type Standing, type User } from './chats.ts';
import { type Fields, integerOf } from './fields.ts';
import type { Method } from './methods.ts';
import { badRequest, serverRefusal } from './refusals.ts';
import { joinedChat, namedChat } from './rights.ts';
import { botMember, moveBot } from './standing.ts';

export const chatMethods: Record<string, Method> = {
  getChat(telegram, { fields }) {
    const chat = namedChat(telegram, fields);
    const permissions = {
      can_send_messages: !chat.moods.mute,
      can_send_photos: !chat.moods.mute && !chat.moods.noPictures,
    };
    return {
      ...apiChat(chat),
      accent_color_id: 0,
      max_reaction_count: 11,
      ...(chat.type === 'private' || chat.type === 'channel' ? {} : { permissions }),
    };
  },
  getChatMember(telegram, { fields }) {
    const chat = joinedChat(telegram, fields);
    const userId = integerOf(fields, 'user_id');
    if (userId === telegram.me.id) return botMember(telegram, chat, chat.bot);
    const user = telegram.users.get(userId ?? 0);
    if (user === undefined) throw serverRefusal('PARTICIPANT_ID_INVALID');
    if (chat.type === 'channel' && chat.bot !== 'administrator') {
      throw badRequest('member list is inaccessible');
    }
    return memberOf(chat, apiUser(user));
  },
  getChatAdministrators(telegram, { fields }) {
    const chat = joinedChat(telegram, fields);
    if (chat.type === 'private') {
      throw badRequest('there are no administrators in the private chat');
    }
    const people = [...chat.members]
      .filter(([, standing]) => standing === 'creator' || standing === 'administrator')
      .flatMap(([userId]) => telegram.users.get(userId) ?? [])
      .map((user) => memberOf(chat, apiUser(user)));
    const bot = chat.bot === 'administrator' ? [botMember(telegram, chat, chat.bot)] : [];
    return [...people, ...bot];
  },
  getChatMemberCount(telegram, { fields }) {
    const chat = joinedChat(telegram, fields);
    return chat.members.size + 1;
  },
  leaveChat(telegram, { fields }) {
    const chat = joinedChat(telegram, fields);
    if (chat.type === 'private') throw badRequest("private chat can't be left");
    moveBot(telegram, chat, 'absent', telegram.me);
    return true;
  },
};

const STATUS: Record<Standing, string> = {
  creator: 'creator',
  administrator: 'administrator',
  member: 'member',
  subscriber: 'member',
};

/** A Bot API `ChatMember`; people's single rights are not played. */
export function memberOf(chat: Chat, user: User): Fields {
  const standing = chat.members.get(user.id);
  if (standing === undefined) return { status: 'left', user };
  const isAnonymous = standing === 'creator' || standing === 'administrator';
  return { status: STATUS[standing], user, ...(isAnonymous && { is_anonymous: false }) };
}
