import type { EpochMs } from '../model.ts';
import type { CallbackQuery } from './callbacks.ts';
import type { BotCall } from './calls.ts';
import {
  type ApiChat,
  apiChat,
  type Chat,
  type Message,
  type Post,
  shownChat,
  shownPost,
  type User,
} from './chats.ts';
import type { ArmedFailure } from './failures.ts';
import type { FileStore } from './files.ts';
import type { InlineQuery } from './inline.ts';
import { createPace, type Pace } from './pace.ts';
import type { PreviewOf } from './previews.ts';
import { createProfile, type Profile } from './profile.ts';
import type { Happening, ShownUser, WorldEvent } from './protocol.ts';
import { createUpdates, pushUpdate, type Updates } from './updates.ts';

/** A playground may be left open for days: of what only grows the newest is kept. */
const KEPT_POSTS = 500;
const KEPT_PAST = 50;

/** Everything the pretended Telegram knows. */
export type Telegram = {
  now: () => EpochMs;
  token: string;
  paced: boolean;
  me: User;
  profile: Profile;
  users: Map<number, ShownUser>;
  chats: Map<number, Chat>;
  files: FileStore;
  previewOf: PreviewOf | null;
  updates: Updates;
  queries: Map<string, CallbackQuery>;
  inlineQueries: Map<string, InlineQuery>;
  calls: BotCall[];
  failures: ArmedFailure[];
  outage: boolean;
  pace: Pace;
  pending: number;
  lints: string[];
  listeners: Set<(event: WorldEvent) => void>;
  past: Happening[];
  /** Aborts when the server stops: ends what hangs. */
  stopping: AbortController;
  lastAlbumId: number;
  lastQueryId: number;
};

export type TelegramParts = Pick<Telegram, 'now' | 'token' | 'paced' | 'files' | 'previewOf'>;

export function createState(parts: TelegramParts): Telegram {
  const id = Number.parseInt(parts.token, 10);
  return {
    ...parts,
    me: {
      id: Number.isNaN(id) ? 1 : id,
      is_bot: true,
      first_name: 'Telewire',
      username: 'telewire_bot',
    },
    profile: createProfile(),
    users: new Map(),
    chats: new Map(),
    updates: createUpdates(),
    queries: new Map(),
    inlineQueries: new Map(),
    calls: [],
    failures: [],
    outage: false,
    pace: createPace(),
    pending: 0,
    lints: [],
    listeners: new Set(),
    past: [],
    stopping: new AbortController(),
    lastAlbumId: 0,
    lastQueryId: 0,
  };
}

/** Tells watchers, and keeps what the bot did for those who come later. */
export function emit(telegram: Telegram, event: WorldEvent): void {
  for (const listener of telegram.listeners) listener(event);
  if (!isDeed(event)) return;
  telegram.past.push({ atMs: telegram.now(), event });
  forgetOldest(telegram.past, KEPT_PAST);
}

function isDeed(event: WorldEvent): boolean {
  if (event.kind === 'message') return event.by === 'bot';
  return event.kind === 'edited' || event.kind === 'refused';
}

/** Tells watchers that something about a chat besides its messages changed. */
export function emitChat(telegram: Telegram, chat: Chat): void {
  emit(telegram, { kind: 'chat', chat: shownChat(chat, telegram.outage) });
}

/** Leaves the newest so many of a list that grows at its end. */
export function forgetOldest(list: unknown[], kept: number): void {
  if (list.length > kept) list.splice(0, list.length - kept);
}

export function secondsNow(telegram: Telegram): number {
  return Math.floor(telegram.now() / 1000);
}

export type NewPost = {
  by: Post['by'];
  content: Partial<Message>;
  service?: string;
  replaces?: number | null;
};

/** Puts a message into a chat under the next free id, and shows it to people. */
export function addPost(telegram: Telegram, chat: Chat, posted: NewPost): Post {
  const { by, content } = posted;
  const hidden = content.ephemeral_message_id !== undefined;
  if (!hidden) chat.lastMessageId += 1;
  const post: Post = {
    message: {
      message_id: hidden ? 0 : chat.lastMessageId,
      date: secondsNow(telegram),
      chat: apiChat(chat),
      ...content,
    },
    by,
    at: telegram.now(),
    service: posted.service ?? null,
    preview: null,
    replaces: posted.replaces ?? null,
    reactions: new Map(),
  };
  chat.posts.push(post);
  forgetOldest(chat.posts, KEPT_POSTS);
  emit(telegram, { kind: 'message', chatId: chat.id, message: shownPost(post), by });
  return post;
}

/** A post by Telegram itself that the bot hears of too, if it is in the chat. */
export function addNotice(telegram: Telegram, chat: Chat, notice: Omit<NewPost, 'by'>): Post {
  const post = addPost(telegram, chat, { by: 'telegram', ...notice });
  if (chat.bot === 'member' || chat.bot === 'administrator') {
    pushUpdate(telegram.updates, 'message', post.message);
  }
  return post;
}

/** Who speaks when the bot writes here: in channels the channel itself. */
export function authorship(
  telegram: Telegram,
  chat: Chat,
): { from: User } | { sender_chat: ApiChat } {
  return chat.type === 'channel' ? { sender_chat: apiChat(chat) } : { from: telegram.me };
}
