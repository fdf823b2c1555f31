import { createHash } from 'node:crypto';
import {
  apiChat,
  apiUser,
  type Chat,
  type Message,
  postOf,
  shownPost,
  type User,
} from './chats.ts';
import { withDetected } from './detection.ts';
import { fixedText } from './entities.ts';
import { nextEphemeralId } from './ephemeral.ts';
import { fileFields } from './files.ts';
import { createChat } from './founding.ts';
import { visibleCommands } from './profile.ts';
import type { Say, ShownMessage, ShownUser, Start } from './protocol.ts';
import { badRequest } from './refusals.ts';
import { moveBot } from './standing.ts';
import { addPost, emitChat, type Telegram } from './state.ts';
import { pushUpdate } from './updates.ts';

const NO_PICTURE = { width: 0, height: 0 };

/** Who speaks for an anonymous administrator (core.telegram.org/bots/api#message, `sender_chat`). */
const ANONYMOUS: User = {
  id: 1_087_968_824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
};

/** Who speaks for a channel in a group, and who brings a channel's posts into its discussion group. */
const CHANNEL_BOT: User = {
  id: 136_817_688,
  is_bot: true,
  first_name: 'Channel',
  username: 'Channel_Bot',
};
const SERVICE: User = { id: 777_000, is_bot: false, first_name: 'Telegram' };

/** Somebody writes into a chat; the bot hears it where it may. */
export function say(telegram: Telegram, said: Say): ShownMessage {
  const { userId, chatId, threadId, text, replyTo, document } = said;
  const chat = telegram.chats.get(chatId);
  const user = telegram.users.get(userId);
  if (!chat || !user || chat.upgradedTo !== null) throw badRequest('chat not found');
  if (chat.type === 'channel') return postInChannel(telegram, chat, text);
  if (threadId !== undefined && !chat.topics.has(threadId)) {
    throw badRequest('message thread not found');
  }
  if (chat.type === 'private' && chat.bot === 'absent') openTo(telegram, chat);
  const original = replyTo === undefined ? undefined : postOf(chat, replyTo)?.message;
  const content: Partial<Message> = {
    ...authorOf(telegram, { chat, user }, said),
    ...originOf(telegram, said.forwardedFrom),
    ...(document ? fileWith(telegram, document, text) : wordsOf(text)),
    ...(threadId === undefined ? {} : { message_thread_id: threadId, is_topic_message: true }),
    ...(original && { reply_to_message: original }),
    ...(isEphemeralCommand(telegram, chat, text, userId) && {
      ephemeral_message_id: nextEphemeralId(chat),
      receiver_user: telegram.me,
    }),
  };
  const post = addPost(telegram, chat, { by: 'person', content });
  if (hears(telegram, chat, post.message)) pushUpdate(telegram.updates, 'message', post.message);
  return shownPost(post);
}

/** Whoever speaks in a chat's name is somebody else to bots: one user for all such people. */
function authorOf(
  telegram: Telegram,
  { chat, user }: { chat: Chat; user: ShownUser },
  { anonymous, inNameOf, linked }: Say,
): Partial<Message> {
  if (anonymous) return { from: ANONYMOUS, sender_chat: apiChat(chat) };
  if (inNameOf === undefined) return { from: apiUser(user) };
  const spoken = telegram.chats.get(inNameOf);
  if (spoken === undefined) throw badRequest('sender chat not found');
  return {
    from: linked ? SERVICE : CHANNEL_BOT,
    sender_chat: apiChat(spoken),
    ...(linked && { is_automatic_forward: true }),
  };
}

/** Where forwarded words are from (core.telegram.org/bots/api#messageorigin). */
function originOf(telegram: Telegram, from: number | null | undefined): Partial<Message> {
  if (from === undefined) return {};
  const date = Math.floor(telegram.now() / 1000);
  if (from === null) {
    return { forward_origin: { type: 'hidden_user', sender_user_name: 'Somebody', date } };
  }
  const user = telegram.users.get(from);
  if (user) return { forward_origin: { type: 'user', sender_user: apiUser(user), date } };
  const chat = telegram.chats.get(from);
  if (chat === undefined) throw badRequest('message to forward not found');
  const origin =
    chat.type === 'channel'
      ? { type: 'channel', chat: apiChat(chat), message_id: 1, date }
      : { type: 'chat', sender_chat: apiChat(chat), date };
  return { forward_origin: origin };
}

/** A channel publishes a text; the bot gets it as `channel_post` when it is an administrator there. */
export function postInChannel(telegram: Telegram, chat: Chat, text: string): ShownMessage {
  const content = { sender_chat: apiChat(chat), ...wordsOf(text) };
  const post = addPost(telegram, chat, { by: 'person', content });
  if (chat.bot === 'administrator') pushUpdate(telegram.updates, 'channel_post', post.message);
  return shownPost(post);
}

/** Somebody opens `https://t.me/<bot>?start=<payload>`: a blocked bot is unblocked, a first chat is opened. */
export function start(telegram: Telegram, { userId, payload }: Start): ShownMessage {
  const user = telegram.users.get(userId);
  if (user === undefined) throw badRequest('user not found');
  if (!telegram.chats.has(userId)) createChat(telegram, { id: userId, type: 'private' });
  const chat = telegram.chats.get(userId) as Chat;
  if (chat.bot === 'blocked') moveBot(telegram, chat, 'member', apiUser(user));
  return say(telegram, { userId, chatId: userId, text: `/start ${payload}`.trim() });
}

/** A person writes first: from now on the bot may write too. It is told of no change of standing. */
function openTo(telegram: Telegram, chat: Chat): void {
  chat.bot = 'member';
  emitChat(telegram, chat);
}

function wordsOf(text: string): Partial<Message> {
  const fixed = fixedText(text, []);
  if (fixed.text === '') throw badRequest('message text is empty');
  const entities = withDetected(fixed.text, []);
  return { text: fixed.text, ...(entities.length > 0 && { entities }) };
}

function fileWith(
  telegram: Telegram,
  document: NonNullable<Say['document']>,
  caption: string,
): Partial<Message> {
  const digest = createHash('sha256').update(document.bytes).digest('base64url');
  const file = { id: `document-${digest}`, kind: 'document', ...document, ...NO_PICTURE } as const;
  telegram.files.put(file);
  const { text, entities } = caption === '' ? {} : wordsOf(caption);
  return {
    document: { ...fileFields(file), file_id: file.id },
    ...(text !== undefined && { caption: text }),
    ...(entities && { caption_entities: entities }),
  };
}

/** In a private chat everything; in groups all for administrators, else only commands and answers to the bot (privacy
 *  mode, core.telegram.org/bots/features#privacy-mode). */
function hears(telegram: Telegram, chat: Chat, message: Message): boolean {
  if (chat.bot !== 'member' && chat.bot !== 'administrator') return false;
  if (chat.type === 'private' || chat.bot === 'administrator') return true;
  return message.reply_to_message?.from?.id === telegram.me.id || isForUs(telegram.me, message);
}

function isForUs(me: User, { text = '', entities = [] }: Message): boolean {
  return entities
    .filter(({ type }) => type === 'bot_command')
    .some(({ offset, length }) => {
      const [, addressee] = text.slice(offset, offset + length).split('@');
      return addressee === undefined || addressee.toLowerCase() === me.username?.toLowerCase();
    });
}

/** In groups, a command that the bot set as ephemeral is seen by nobody else. */
function isEphemeralCommand(telegram: Telegram, chat: Chat, text: string, userId: number): boolean {
  if (chat.type !== 'group' && chat.type !== 'supergroup') return false;
  const [, typed, addressee] = /^\/(\w{1,32})(?:@(\w+))?(?:\s|$)/.exec(text) ?? [];
  if (addressee !== undefined && addressee !== telegram.me.username) return false;
  return visibleCommands(telegram, chat.id, userId).some(
    ({ command, is_ephemeral }) => is_ephemeral === true && command === typed,
  );
}
