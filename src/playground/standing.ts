import { apiChat, apiUser, type BotStanding, type Chat, isGroup, type User } from './chats.ts';
import type { Fields } from './fields.ts';
import { addNotice, emitChat, secondsNow, type Telegram } from './state.ts';
import { pushUpdate } from './updates.ts';

/** What an administrator may do, by the Bot API's names. */
export const CHANNEL_RIGHTS = [
  'can_post_messages',
  'can_edit_messages',
  'can_delete_messages',
  'can_manage_chat',
];
export const GROUP_RIGHTS = [
  'can_manage_chat',
  'can_delete_messages',
  'can_pin_messages',
  'can_manage_topics',
  'can_invite_users',
];

/** Changes what the bot is in a chat, and tells it so by `my_chat_member`. Nothing happens where nothing changes. */
export function moveBot(telegram: Telegram, chat: Chat, to: BotStanding, by: User): void {
  if (chat.bot === to) return;
  const before = botMember(telegram, chat, chat.bot);
  const wasIn = isIn(chat.bot);
  chat.bot = to;
  pushUpdate(telegram.updates, 'my_chat_member', {
    chat: apiChat(chat),
    from: by,
    date: secondsNow(telegram),
    old_chat_member: before,
    new_chat_member: botMember(telegram, chat, to),
  });
  if (isGroup(chat) && wasIn !== isIn(to)) tellMembers(telegram, chat, by);
  emitChat(telegram, chat);
}

/** The bot as a Bot API `ChatMember`. */
export function botMember(telegram: Telegram, chat: Chat, standing: BotStanding): Fields {
  const user = telegram.me;
  switch (standing) {
    case 'absent':
      return { status: 'left', user };
    case 'member':
      return { status: 'member', user };
    case 'kicked':
    case 'blocked':
      return { status: 'kicked', user, until_date: 0 };
    case 'administrator':
      return { status: 'administrator', user, can_be_edited: false, ...rightsOf(chat) };
  }
}

/** Somebody with a say in this chat: its creator, else anybody in it, else the bot itself. */
export function somebodyIn(telegram: Telegram, chat: Chat): User {
  const members = [...chat.members];
  const [userId] = members.find(([, standing]) => standing === 'creator') ?? members[0] ?? [];
  const user = telegram.users.get(userId ?? chat.id);
  return user === undefined ? telegram.me : apiUser(user);
}

function isIn(standing: BotStanding): boolean {
  return standing === 'member' || standing === 'administrator';
}

function rightsOf(chat: Chat): Fields {
  const known = chat.type === 'channel' ? CHANNEL_RIGHTS : GROUP_RIGHTS;
  return {
    is_anonymous: false,
    ...Object.fromEntries(known.map((right) => [right, chat.rights.has(right)])),
  };
}

function tellMembers(telegram: Telegram, chat: Chat, by: User): void {
  const { me } = telegram;
  const joined = isIn(chat.bot);
  addNotice(telegram, chat, {
    content: { from: by, ...(joined ? { new_chat_members: [me] } : { left_chat_member: me }) },
    service: `${me.first_name} ${joined ? 'was added' : 'is no longer in the group'}`,
  });
}
