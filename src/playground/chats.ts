import type { EpochMs } from '../model.ts';
import type { Entity } from './entities.ts';
import type { PhotoSize } from './files.ts';
import type { ShownChat, ShownMessage, ShownUser } from './protocol.ts';

/** A Bot API `User`. */
export type User = {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
};

export type ChatType = ShownChat['type'];
export type BotStanding = ShownChat['bot'];
export type Standing = ShownChat['members'][number]['status'];

export type Topic = { id: number; name: string; closed: boolean };

/** Positions of the switches that are not a standing of the bot. */
export type Moods = { mute: boolean; flood: boolean; refusePictures: boolean; noPictures: boolean };

/** A chat with all that is in it. Topics are kept by the id of their first message, as in the Bot API. */
export type Chat = {
  id: number;
  type: ChatType;
  title: string;
  username: string | null;
  forum: boolean;
  topics: Map<number, Topic>;
  members: Map<number, Standing>;
  bot: BotStanding;
  /** What the bot may do as an administrator, by the Bot API's names. */
  rights: Set<string>;
  moods: Moods;
  posts: Post[];
  /** The group this supergroup was before; its posts stay readable to people. */
  formerly: Chat | null;
  upgradedTo: number | null;
  lastMessageId: number;
  lastEphemeralId: number;
};

/** A Bot API `Message`; only what the playground knows of it. */
export type Message = Omit<
  ShownMessage,
  'chat' | 'from' | 'entities' | 'caption_entities' | 'photo' | 'reply_to_message' | PlaygroundField
> & {
  chat: ApiChat;
  from?: User;
  entities?: Entity[];
  caption_entities?: Entity[];
  photo?: PhotoSize[];
  reply_to_message?: Message;
  is_topic_message?: true;
  is_automatic_forward?: true;
  forward_origin?: { type: string; date: number } & Record<string, unknown>;
} & Partial<Record<MediaField | NoticeField, unknown>>;

/** What only the playground knows of a message; see `Post`. */
type PlaygroundField = 'service' | 'preview' | 'replaces' | 'reactions';
type MediaField = 'show_caption_above_media';
type NoticeField =
  | 'new_chat_members'
  | 'left_chat_member'
  | 'migrate_to_chat_id'
  | 'migrate_from_chat_id'
  | 'forum_topic_created'
  | 'forum_topic_edited'
  | 'forum_topic_closed'
  | 'forum_topic_reopened'
  | 'pinned_message'
  | 'chat_shared';

/** A message in its chat. What stands below `at` is for people; the bot never hears of it. */
export type Post = {
  message: Message;
  by: 'bot' | 'person' | 'telegram';
  at: EpochMs;
  service: string | null;
  preview: ShownMessage['preview'] | null;
  replaces: number | null;
  /** Of each person one at most. */
  reactions: Map<number, string>;
};

/** A Bot API `Chat`. */
export type ApiChat = {
  id: number;
  type: ChatType;
  title?: string;
  first_name?: string;
  username?: string;
  is_forum?: true;
};

export function apiChat(chat: Chat): ApiChat {
  const name = chat.type === 'private' ? { first_name: chat.title } : { title: chat.title };
  return {
    id: chat.id,
    type: chat.type,
    ...name,
    ...(chat.username === null ? {} : { username: chat.username }),
    ...(chat.forum && chat.type !== 'private' ? { is_forum: true } : {}),
  };
}

export function apiUser(user: ShownUser): User {
  return { ...user, is_bot: false };
}

/** `supergroup` as Telegram's sentences say it. */
export function chatNoun(chat: Chat): string {
  return `${chat.type} chat`;
}

export function isGroup(chat: Chat): boolean {
  return chat.type === 'group' || chat.type === 'supergroup';
}

export function postOf(chat: Chat, messageId: number): Post | undefined {
  return messageId === 0
    ? undefined
    : chat.posts.findLast(({ message }) => message.message_id === messageId);
}

export function ephemeralPostOf(chat: Chat, ephemeralId: number, userId: number) {
  return chat.posts.findLast(
    ({ message }) =>
      message.ephemeral_message_id === ephemeralId && message.receiver_user?.id === userId,
  );
}

/** What a person sees of a post. */
export function shownPost({ message, service, preview, replaces, reactions }: Post): ShownMessage {
  return {
    ...(message as ShownMessage),
    ...(service === null ? {} : { service }),
    ...(preview ? { preview } : {}),
    ...(replaces === null ? {} : { replaces }),
    ...(reactions.size === 0
      ? {}
      : { reactions: [...reactions].map(([userId, emoji]) => ({ userId, emoji })) }),
  };
}

/** People's view, including what was said before a group became a supergroup. */
export function shownPosts(chat: Chat): ShownMessage[] {
  const before = chat.formerly === null ? [] : shownPosts(chat.formerly);
  return [...before, ...chat.posts.map(shownPost)];
}

export function shownChat(chat: Chat, outage: boolean): Omit<ShownChat, 'messages'> {
  return {
    id: chat.id,
    type: chat.type,
    title: chat.title,
    username: chat.username,
    forum: chat.forum,
    topics: [...chat.topics.values()].map((topic) => ({ ...topic })),
    members: [...chat.members].map(([userId, status]) => ({ userId, status })),
    bot: chat.bot,
    switches: switchesOf(chat, outage),
  };
}

function switchesOf(chat: Chat, outage: boolean): ShownChat['switches'] {
  const { mute, flood, refusePictures, noPictures } = chat.moods;
  const closed = [...chat.topics.values()].some((topic) => topic.closed);
  return [
    ...(chat.type === 'private'
      ? [{ name: 'block' as const, on: chat.bot === 'blocked' }]
      : [
          { name: 'kick' as const, on: chat.bot === 'kicked' },
          { name: 'mute' as const, on: mute },
          { name: 'noPictures' as const, on: noPictures },
        ]),
    { name: 'flood', on: flood },
    { name: 'refusePictures', on: refusePictures },
    ...(chat.forum ? [{ name: 'closeTopic' as const, on: closed }] : []),
    ...(chat.type === 'group' ? [{ name: 'migrate' as const, on: false }] : []),
    { name: 'outage', on: outage },
  ];
}
