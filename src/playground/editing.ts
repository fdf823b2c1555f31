import { type Chat, ephemeralPostOf, type Message, type Post, postOf, shownPost } from './chats.ts';
import {
  captionContent,
  completed,
  type MessageContent,
  mediaContent,
  wordsOf,
} from './content.ts';
import { type Fields, integerOf, objectOf, type Params } from './fields.ts';
import { markupOf } from './keyboards.ts';
import type { Method } from './methods.ts';
import { showPreview } from './previews.ts';
import { badRequest, serverRefusal } from './refusals.ts';
import { joinedChat, may } from './rights.ts';
import { emit, secondsNow, type Telegram } from './state.ts';

/** What an edit may exchange; the rest of a message stays as it was sent. */
const WORDS = ['text', 'entities', 'link_preview_options', 'rich_message'] as const;
const MEDIA = ['photo', 'animation', 'audio', 'video', 'document'] as const;
const CAPTION = ['caption', 'caption_entities', 'show_caption_above_media'] as const;
const EPHEMERAL_TEXT_LIMIT = 1024;

type Found = { chat: Chat; post: Post };
type Find = (telegram: Telegram, fields: Fields, act: 'edit') => Found;
type ReadContent = (telegram: Telegram, found: Found, params: Params) => Promise<MessageContent>;

export const editingMethods: Record<string, Method> = {
  editMessageText: editing(ownPost, newWords),
  editMessageCaption: editing(ownPost, newCaption),
  editMessageMedia: editing(ownPost, newMedia),
  editMessageReplyMarkup: editing(ownPost, sameContent),
  editEphemeralMessageText: quietly(editing(ephemeralPost, newWords)),
  editEphemeralMessageCaption: quietly(editing(ephemeralPost, newCaption)),
  editEphemeralMessageMedia: quietly(editing(ephemeralPost, newMedia)),
  editEphemeralMessageReplyMarkup: quietly(editing(ephemeralPost, sameContent)),
};

/** An ephemeral message of the bot, by the user who sees it and its own id. */
export function ephemeralPost(telegram: Telegram, fields: Fields, act: 'edit' | 'delete'): Found {
  const chat = joinedChat(telegram, fields);
  const ephemeralId = integerOf(fields, 'ephemeral_message_id') ?? 0;
  const userId = integerOf(fields, 'receiver_user_id') ?? 0;
  const post = ephemeralPostOf(chat, ephemeralId, userId);
  if (post === undefined || post.by !== 'bot') throw badRequest(`message to ${act} not found`);
  return { chat, post };
}

function editing(find: Find, read: ReadContent): Method {
  return async (telegram, params) => {
    const found = find(telegram, params.fields, 'edit');
    const markup = markupOf(params.fields, found.chat.type);
    const content = await read(telegram, found, params);
    return exchange(telegram, found, { ...content, ...(markup && { reply_markup: markup }) });
  };
}

/** Edits of ephemeral messages are answered with `true`. */
function quietly(method: Method): Method {
  return async (telegram, params, gone) => {
    await method(telegram, params, gone);
    return true;
  };
}

function ownPost(telegram: Telegram, fields: Fields): Found {
  const chat = joinedChat(telegram, fields);
  const messageId = integerOf(fields, 'message_id');
  if (messageId === null) throw badRequest('message identifier is not specified');
  const post = postOf(chat, messageId);
  if (post === undefined) throw badRequest('message to edit not found');
  const foreign = post.by !== 'bot' && !(chat.type === 'channel' && may(chat, 'can_edit_messages'));
  if (foreign) throw badRequest("message can't be edited");
  return { chat, post };
}

async function newWords(
  telegram: Telegram,
  { chat, post }: Found,
  params: Params,
): Promise<MessageContent> {
  const words = wordsOf(telegram, params.fields);
  if (post.message.text === undefined && post.message.rich_message === undefined) {
    throw badRequest('there is no text in the message to edit');
  }
  const content = await completed(telegram, chat, words, params.uploads);
  const tooLong = (content.text ?? '').length > EPHEMERAL_TEXT_LIMIT;
  // Telegram took the limit of captions here when ephemeral messages were new; nobody has said that it is repaired.
  if (tooLong && post.message.ephemeral_message_id !== undefined) {
    throw badRequest('MEDIA_CAPTION_TOO_LONG');
  }
  return content;
}

async function newCaption(
  telegram: Telegram,
  { post }: Found,
  { fields }: Params,
): Promise<MessageContent> {
  const caption = captionContent(telegram, fields);
  if (!MEDIA.some((name) => post.message[name] !== undefined)) {
    throw badRequest('there is no caption in the message to edit');
  }
  return { ...only(post.message, MEDIA), ...caption };
}

async function newMedia(
  telegram: Telegram,
  { chat }: Found,
  { fields, uploads }: Params,
): Promise<MessageContent> {
  const media = objectOf(fields, 'media');
  if (media === null) throw badRequest('input media is not specified');
  return mediaContent(telegram, chat, { fields: media, uploads });
}

async function sameContent(_telegram: Telegram, { post }: Found): Promise<MessageContent> {
  return only(post.message, [...WORDS, ...MEDIA, ...CAPTION]);
}

/** Without a new keyboard an edit takes the old one away. */
function exchange(telegram: Telegram, { chat, post }: Found, content: MessageContent): Message {
  const exchanged = [...WORDS, ...MEDIA, ...CAPTION, 'reply_markup'] as const;
  if (same(only(post.message, exchanged), content)) throw serverRefusal('MESSAGE_NOT_MODIFIED');
  const kept = Object.fromEntries(
    Object.entries(post.message).filter(([name]) => !exchanged.some((other) => other === name)),
  );
  post.message = { ...(kept as Message), ...content, edit_date: secondsNow(telegram) };
  post.preview = null;
  emit(telegram, { kind: 'edited', chatId: chat.id, message: shownPost(post) });
  showPreview(telegram, chat, post);
  return post.message;
}

function only(message: Message, names: readonly (keyof Message)[]): MessageContent {
  return Object.fromEntries(
    names.filter((name) => message[name] !== undefined).map((name) => [name, message[name]]),
  );
}

/** Field by field, so that the order of the fields does not count. */
function same(before: MessageContent, after: MessageContent): boolean {
  const names = Object.keys({ ...before, ...after }) as (keyof Message)[];
  return names.every((name) => JSON.stringify(before[name]) === JSON.stringify(after[name]));
}
