import { type Chat, isGroup, type Message } from './chats.ts';
import {
  captionContent,
  completed,
  fileContent,
  type MessageContent,
  mediaContent,
  mediaKind,
  textContent,
} from './content.ts';
import { ephemeralOf, replacedBy } from './ephemeral.ts';
import { isFields, listOf, objectOf, type Params, textOf } from './fields.ts';
import type { FileKind } from './files.ts';
import { markupOf } from './keyboards.ts';
import type { Method } from './methods.ts';
import { showPreview } from './previews.ts';
import { badRequest, Refusal, serverRefusal } from './refusals.ts';
import { readRich } from './rich.ts';
import { type Content, joinedChat, replyOf, threadOf, writableChat } from './rights.ts';
import { addPost, authorship, emit, type Telegram } from './state.ts';

type Draft = { needs: Content; load(chat: Chat): Promise<MessageContent> };

const ALBUM_LIMIT = 10;
const ACTIONS =
  /^(typing|upload_(photo|video|voice|document|video_note)|record_(video|voice|video_note)|choose_sticker|find_location)$/;

export const sendingMethods: Record<string, Method> = {
  sendMessage(telegram, params) {
    const content = textContent(telegram, params.fields);
    return send(telegram, params, { needs: 'text messages', load: async () => content });
  },
  sendRichMessage(telegram, params) {
    const rich = readRich(objectOf(params.fields, 'rich_message') ?? {}, telegram);
    return send(telegram, params, {
      needs: 'the rich message',
      load: (chat) => completed(telegram, chat, rich, params.uploads),
    });
  },
  sendPhoto: (telegram, params) => sendFile(telegram, params, 'photo'),
  sendAnimation: (telegram, params) => sendFile(telegram, params, 'animation'),
  sendAudio: (telegram, params) => sendFile(telegram, params, 'audio'),
  sendVideo: (telegram, params) => sendFile(telegram, params, 'video'),
  sendDocument: (telegram, params) => sendFile(telegram, params, 'document'),
  sendMediaGroup,
  sendChatAction(telegram, { fields }) {
    const chat = joinedChat(telegram, fields);
    if (!ACTIONS.test(textOf(fields, 'action'))) {
      throw badRequest('wrong parameter action in request');
    }
    threadOf(chat, fields);
    if (chat.type === 'channel') telegram.lints.push('sendChatAction has no effect in a channel');
    emit(telegram, { kind: 'typing', chatId: chat.id });
    return true;
  },
};

async function send(telegram: Telegram, params: Params, draft: Draft): Promise<Message> {
  const { fields } = params;
  const chat = writableChat(telegram, fields, draft.needs);
  const placement = { ...threadOf(chat, fields), ...replyOf(chat, fields) };
  const markup = markupOf(fields, chat.type);
  const ephemeral = ephemeralOf(telegram, chat, fields);
  const content = await draft.load(chat);
  const post = addPost(telegram, chat, {
    by: 'bot',
    replaces: replacedBy(telegram, fields),
    content: {
      ...authorship(telegram, chat),
      ...placement,
      ...content,
      ...(markup && { reply_markup: markup }),
      ...ephemeral,
    },
  });
  showPreview(telegram, chat, post);
  return post.message;
}

function sendFile(telegram: Telegram, params: Params, kind: FileKind): Promise<Message> {
  const caption = captionContent(telegram, params.fields);
  return send(telegram, params, {
    needs: kind === 'photo' ? 'photos' : 'media',
    load: async (chat) => ({
      ...(await fileContent(telegram, chat, { params, name: kind, kind })),
      ...caption,
    }),
  });
}

async function sendMediaGroup(telegram: Telegram, { fields, uploads }: Params) {
  const media = listOf(fields, 'media').filter(isFields);
  if (media.length > ALBUM_LIMIT) throw badRequest('too many messages to send as an album');
  // The Bot API documents two; its wording for fewer is a guess.
  if (media.length < 2) throw badRequest('too few messages to send as an album');
  checkAlbum(media.map(mediaKind));
  if (fields.reply_markup !== undefined) telegram.lints.push('an album takes no reply_markup');
  const chat = writableChat(telegram, fields, 'media');
  if (isGroup(chat) && fields.ephemeral_message_parameters !== undefined) {
    telegram.lints.push('an album cannot be ephemeral: everybody sees it');
  }
  const placement = { ...threadOf(chat, fields), ...replyOf(chat, fields) };
  const contents: MessageContent[] = [];
  for (const [index, element] of media.entries()) {
    contents.push(await inAlbum(index, mediaContent(telegram, chat, { fields: element, uploads })));
  }
  telegram.lastAlbumId += 1;
  const media_group_id = String(telegram.lastAlbumId);
  return contents.map((content) => {
    const whole = { ...authorship(telegram, chat), ...placement, ...content, media_group_id };
    return addPost(telegram, chat, { by: 'bot', content: whole }).message;
  });
}

/** Photos and videos mix; audio and documents stay among themselves, animations out. */
function checkAlbum(kinds: readonly FileKind[]): void {
  const families = new Set(kinds.map((kind) => (kind === 'video' ? 'photo' : kind)));
  if (families.size > 1 || families.has('animation')) {
    throw serverRefusal('MEDIA_GROUPED_INVALID');
  }
}

/** One bad file fails the album, and its raw code is told in quotes. */
async function inAlbum(index: number, content: Promise<MessageContent>): Promise<MessageContent> {
  try {
    return await content;
  } catch (error) {
    if (!(error instanceof Refusal) || error.rpcCode === undefined) throw error;
    throw badRequest(
      `failed to send message #${index + 1} with the error message "${error.rpcCode}"`,
    );
  }
}
