// What the playground's page and its server say to each other. The page talks plain JSON over `/world/*`;
// the bot talks the Bot API over `/bot<token>/*` on the same port. Shapes named after the Bot API are the Bot API's.

import type { ShownReaction } from './reaction-protocol.ts';

/** A Bot API `Message` as the server answers it, with what only the playground knows. */
export type ShownMessage = {
  message_id: number;
  date: number;
  edit_date?: number;
  chat: { id: number };
  from?: { id: number; is_bot: boolean; first_name: string };
  sender_chat?: { id: number; title?: string };
  message_thread_id?: number;
  /** Shared from the results of this bot. */
  via_bot?: { id: number; username?: string };
  text?: string;
  entities?: ShownEntity[];
  caption?: string;
  caption_entities?: ShownEntity[];
  photo?: { file_id: string; width: number; height: number }[];
  document?: ShownFile;
  animation?: ShownFile;
  video?: ShownFile;
  audio?: ShownFile & { title?: string; performer?: string; duration?: number };
  /** The same for all pictures of one album. */
  media_group_id?: string;
  link_preview_options?: {
    is_disabled?: boolean;
    url?: string;
    prefer_large_media?: boolean;
    show_above_text?: boolean;
  };
  rich_message?: { blocks: ShownBlock[]; is_rtl?: boolean };
  reply_markup?: { inline_keyboard?: ShownButton[][]; keyboard?: ShownReplyKey[][] };
  reply_to_message?: { message_id: number };
  /** Ephemeral messages have `message_id` 0 and this id; only `receiver_user` sees them. */
  ephemeral_message_id?: number;
  receiver_user?: { id: number };
  /** An ephemeral message that its receiver sees in place of this one. */
  replaces?: number;
  reactions?: ShownReaction[];
  /** Told to the chat by Telegram itself: "the bot was added", "the group became a supergroup". */
  service?: string;
  /** What a client would show under a text: title, text and picture of the linked page. */
  preview?: {
    url: string;
    site: string;
    title: string;
    description: string;
    picture: string | null;
  };
};

export type ShownFile = { file_id: string; file_name?: string; mime_type?: string };

export type ShownEntity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
};
export type ShownButton = {
  text: string;
  url?: string;
  callback_data?: string;
  copy_text?: { text: string };
  style?: 'danger' | 'success' | 'primary';
  disabled?: boolean;
};
/** A key under the writing field: it says its text, or asks for a chat. */
export type ShownReplyKey = { text: string; request_chat?: ShownRequest };
export type ShownRequest = {
  request_id: number;
  chat_is_channel: boolean;
  user_administrator_rights?: object;
};
/** A Bot API `RichBlock`; see the Bot API's own description for the fields of each type. */
export type ShownBlock = { type: string } & Record<string, unknown>;

export type ShownUser = { id: number; first_name: string; username: string; language_code: string };

export type ShownTopic = { id: number; name: string; closed: boolean };

export type ShownChat = {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title: string;
  username: string | null;
  forum: boolean;
  topics: ShownTopic[];
  /** People in this chat besides the bot, with their standing. */
  members: { userId: number; status: 'creator' | 'administrator' | 'member' | 'subscriber' }[];
  /** The bot's own standing here. `blocked` only in private chats. */
  bot: 'absent' | 'member' | 'administrator' | 'kicked' | 'blocked';
  /** The switches a person can throw here to play Telegram's part, with their present position. */
  switches: { name: SwitchName; on: boolean }[];
  messages: ShownMessage[];
};

/**
 * block: the person blocks the bot (private). kick: the bot is thrown out (groups, channels). mute: the bot may not write.
 * flood: every send here is answered 429 while on. refusePictures: pictures are refused with a media error.
 * noPictures: the chat forbids pictures (`CHAT_SEND_PHOTOS_FORBIDDEN`). closeTopic: the open topic is closed.
 * migrate: the group becomes a supergroup (once). outage: Telegram answers 502 everywhere.
 */
export type SwitchName =
  | 'block'
  | 'kick'
  | 'mute'
  | 'flood'
  | 'refusePictures'
  | 'noPictures'
  | 'closeTopic'
  | 'migrate'
  | 'outage';

export type ShownCommand = { command: string; description: string };

/** GET /world */
export type World = {
  bot: { id: number; first_name: string; username: string; description: string };
  users: ShownUser[];
  chats: ShownChat[];
  /** What the bot did lately, oldest first: what it wrote and changed, and what it was refused. */
  past: Happening[];
  /** What time it is in the playground: whoever visits may turn its clock on. */
  nowMs: number;
};

/** A moment in epoch milliseconds, and what happened then. */
export type Happening = { atMs: number; event: WorldEvent };

/** GET /world/events: server-sent events, each one of these as JSON in `data`. */
export type WorldEvent =
  | { kind: 'message'; chatId: number; message: ShownMessage; by: 'bot' | 'person' | 'telegram' }
  | { kind: 'edited'; chatId: number; message: ShownMessage }
  /** Somebody reacted to a message, or took that back. */
  | { kind: 'reacted'; chatId: number; message: ShownMessage }
  /** Telegram found what the link in a message leads to; the bot has no part in it. */
  | { kind: 'previewed'; chatId: number; message: ShownMessage }
  | { kind: 'deleted'; chatId: number; messageId: number; ephemeralMessageId?: number }
  | { kind: 'typing'; chatId: number }
  /** Chat without its messages changed: topics, switches, standing. */
  | { kind: 'chat'; chat: Omit<ShownChat, 'messages'> }
  /** The group `chatId` became `toChatId`; all its messages so far stay readable under the new id. */
  | { kind: 'migrated'; chatId: number; toChatId: number }
  /** The clock of the whole playground was turned on. */
  | { kind: 'leapt'; nowMs: number }
  /** Telegram answered one of the bot's calls with an error: what a person should see happening. */
  | { kind: 'refused'; chatId: number; method: string; errorCode: number; description: string };

/** POST /world/say: somebody writes into a chat. */
export type Say = {
  userId: number;
  chatId: number;
  threadId?: number;
  text: string;
  replyTo?: number;
  /** An administrator of a group speaks in the group's own name. */
  anonymous?: true;
  /** Somebody speaks in the name of another chat, such as a channel of theirs. */
  inNameOf?: number;
  /** A channel's post that Telegram has put into its discussion group, as `inNameOf` that channel. */
  linked?: true;
  /** Words of a person or a chat that are passed on; null: of somebody who hides that. */
  forwardedFrom?: number | null;
  /** A file; the words are its caption. Only within the process: a JSON body cannot hold one. */
  document?: { name: string; contentType: string; bytes: Uint8Array };
};

/** POST /world/press → PressAnswer: somebody presses an inline button with `callback_data`. */
export type Press = {
  userId: number;
  chatId: number;
  messageId: number;
  ephemeralMessageId?: number;
  data: string;
};
/** What the bot's `answerCallbackQuery` said; all null when it did not answer within a few seconds. */
export type PressAnswer = { text: string | null; showAlert: boolean; url: string | null };
/** POST /world/share: somebody taps a key that asks for a chat (`request_chat`), and chooses one. */
export type Share = { userId: number; requestId: number; chatId: number };

/** POST /world/start: somebody opens `https://t.me/<bot>?start=<payload>`; the private chat gets `/start <payload>`. */
export type Start = { userId: number; payload: string };

/** POST /world/switch */
export type Throw = { chatId: number; threadId?: number; name: SwitchName; on: boolean };

/** POST /world/publish → Published: the sample site prints an article now, in a feed that this chat follows if it
 *  follows one. */
export type Publish = { chatId: number };
export type Published = { title: string; feed: string; isFollowed: boolean };

/** POST /world/leap: the clock of the whole playground is turned on. */
export type TimeLeap = { byMs: number };

/** GET /world/commands?chatId=…&userId=… → ShownCommand[]: the command menu as that person sees it in that chat. */
/** GET /world/file/<file_id> → the picture's bytes. */
