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
import type { Say, ShownMessage, Start } from './protocol.ts';
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

/** Somebody writes into a chat; the bot hears it where it may. */
export function say(
  telegram: Telegram,
  { userId, chatId, threadId, text, replyTo, anonymous, document }: Say,
): ShownMessage {
  const chat = telegram.chats.get(chatId);
  const user = telegram.users.get(userId);
  if (!chat || !user || chat.upgradedTo !== null) throw badRequest('chat not found');
  if (chat.type === 'channel') return postInChannel(telegram, chat, text);
  if (threadId !== undefined && !chat.topics.has(threadId)) {
    throw badRequest('message thread not found');
  }
  if (chat.type === 'private' && chat.bot === 'absent') openTo(telegram, chat);
  const author = anonymous
    ? { from: ANONYMOUS, sender_chat: apiChat(chat) }
    : { from: apiUser(user) };
  const original = replyTo === undefined ? undefined : postOf(chat, replyTo)?.message;
  const content: Partial<Message> = {
    ...author,
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
