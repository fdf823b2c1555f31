import type { BotStanding, Chat, ChatType, Standing } from './chats.ts';
import { CHANNEL_RIGHTS, GROUP_RIGHTS } from './standing.ts';
import { addNotice, emit, emitChat, type Telegram } from './state.ts';

/** A chat to be. Topics of a forum come by name and get the ids 2, 3, …; a private chat has its user's id. */
export type NewChat = {
  id: number;
  type: ChatType;
  title?: string;
  username?: string;
  topics?: readonly string[];
  members?: Record<number, Standing>;
  /** `member` when not said; `absent` in a private chat that nobody started yet. */
  bot?: BotStanding;
  /** As an administrator; all that Telegram has when not said. */
  rights?: readonly string[];
};

/** Founds a chat. The bot is told nothing. */
export function createChat(telegram: Telegram, founded: NewChat): void {
  const { id, type } = founded;
  const user = telegram.users.get(id);
  if (type === 'private' && user === undefined) throw new Error(`There is no user ${id}`);
  const topics = (founded.topics ?? []).map((name, at) => ({ id: at + 2, name, closed: false }));
  const known = type === 'channel' ? CHANNEL_RIGHTS : GROUP_RIGHTS;
  const chat: Chat = {
    id,
    type,
    title: founded.title ?? user?.first_name ?? `Chat ${id}`,
    username: founded.username ?? user?.username ?? null,
    forum: founded.topics !== undefined,
    topics: new Map(topics.map((topic) => [topic.id, topic])),
    members: new Map(
      type === 'private'
        ? [[id, 'member']]
        : Object.entries(founded.members ?? {}).map(([userId, standing]) => [
            Number(userId),
            standing,
          ]),
    ),
    bot: founded.bot ?? 'member',
    rights: new Set(founded.rights ?? known),
    moods: { mute: false, flood: false, refusePictures: false, noPictures: false },
    posts: [],
    formerly: null,
    upgradedTo: null,
    lastMessageId: topics.length + 1,
    lastEphemeralId: 0,
  };
  telegram.chats.set(id, chat);
  emitChat(telegram, chat);
}

/** Makes a supergroup of a group, once: new id, same people, message ids of the old chat void. Returns the new id. */
export function upgrade(telegram: Telegram, group: Chat): number {
  if (group.type !== 'group') throw new Error(`Chat ${group.id} is no group`);
  if (group.upgradedTo !== null) return group.upgradedTo;
  const id = SUPERGROUP_BASE - Math.abs(group.id);
  const supergroup: Chat = { ...group, id, type: 'supergroup', posts: [], formerly: group };
  telegram.chats.set(id, supergroup);
  addNotice(telegram, group, {
    content: { migrate_to_chat_id: id },
    service: 'The group became a supergroup',
  });
  group.upgradedTo = id;
  supergroup.lastMessageId = group.lastMessageId;
  emit(telegram, { kind: 'migrated', chatId: group.id, toChatId: id });
  addNotice(telegram, supergroup, {
    content: { migrate_from_chat_id: group.id },
    service: 'The group became a supergroup',
  });
  emitChat(telegram, supergroup);
  return id;
}

const SUPERGROUP_BASE = -1_000_000_000_000;
