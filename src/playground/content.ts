import type { Chat, Message } from './chats.ts';
import { withDetected } from './detection.ts';
import { type FormattedText, formattedOf, isUnseen } from './entities.ts';
import { type Fields, flagOf, integerOf, listOf, objectOf, type Params, textOf } from './fields.ts';
import { type FileKind, fileFields, loadFile, photoSizes } from './files.ts';
import { badRequest, serverRefusal } from './refusals.ts';
import { isRich, type RichDraft, readRich } from './rich.ts';
import type { Telegram } from './state.ts';

/** A part of a message that says something; everything else is placement. */
export type MessageContent = Partial<Message>;

const TEXT_LIMIT = 4096;
const CAPTION_LIMIT = 1024;
const ENTITY_LIMIT = 100;
const KINDS: readonly FileKind[] = ['photo', 'animation', 'audio', 'video', 'document'];

/** What a request says in words: plain text, or a rich message that still lacks its pictures. */
export function wordsOf(telegram: Telegram, fields: Fields): MessageContent | RichDraft {
  return fields.rich_message === undefined
    ? textContent(telegram, fields)
    : readRich(objectOf(fields, 'rich_message') ?? {}, telegram);
}

export function textContent(telegram: Telegram, fields: Fields): MessageContent {
  if (textOf(fields, 'text') === '') throw badRequest('message text is empty');
  const { text, entities } = formatted(telegram, fields, 'text');
  if (text === '') throw badRequest('text must be non-empty');
  if (isUnseen(text)) throw serverRefusal('MESSAGE_EMPTY');
  if (symbolCount(text) > TEXT_LIMIT) throw serverRefusal('MESSAGE_TOO_LONG');
  const options = objectOf(fields, 'link_preview_options');
  return {
    text,
    ...(entities.length > 0 && { entities }),
    ...(options && { link_preview_options: previewOptions(options) }),
  };
}

/** {} for no caption. */
export function captionContent(telegram: Telegram, fields: Fields): MessageContent {
  const { text, entities } = formatted(telegram, fields, 'caption');
  if (symbolCount(text) > CAPTION_LIMIT) throw serverRefusal('MEDIA_CAPTION_TOO_LONG');
  if (text === '') return {};
  return {
    caption: text,
    ...(entities.length > 0 && { caption_entities: entities }),
    ...(flagOf(fields, 'show_caption_above_media') && { show_caption_above_media: true }),
  };
}

/** The field of a message that holds a file: `photo` with its sizes, or `document` and the like. */
export async function fileContent(
  telegram: Telegram,
  chat: Chat,
  source: { params: Params; name: string; kind: FileKind },
): Promise<MessageContent> {
  const { params, name, kind } = source;
  if (kind === 'photo' && chat.moods.refusePictures) throw serverRefusal('IMAGE_PROCESS_FAILED');
  const file = await loadFile(telegram.files, params, name, kind);
  if (kind === 'photo') return { photo: photoSizes(file) };
  return { [kind]: { ...fileFields(file), ...playedFields(params.fields, kind) } };
}

/** What the sender says of a recording; Telegram itself would look into the file. */
function playedFields(fields: Fields, kind: FileKind): Fields {
  if (kind !== 'audio' && kind !== 'video') return {};
  const [title, performer] = [textOf(fields, 'title'), textOf(fields, 'performer')];
  return {
    duration: integerOf(fields, 'duration') ?? 0,
    ...(kind === 'audio' && title !== '' && { title }),
    ...(kind === 'audio' && performer !== '' && { performer }),
  };
}

/** An `InputMedia…` object: its file and its caption. */
export async function mediaContent(
  telegram: Telegram,
  chat: Chat,
  { fields, uploads }: Params,
): Promise<MessageContent> {
  const caption = captionContent(telegram, fields);
  const kind = mediaKind(fields);
  const source = { params: { fields, uploads }, name: 'media', kind };
  return { ...(await fileContent(telegram, chat, source)), ...caption };
}

/** The rich message with its pictures, and the server's own rules applied. */
export async function completed(
  telegram: Telegram,
  chat: Chat,
  words: MessageContent | RichDraft,
  uploads: Params['uploads'],
): Promise<MessageContent> {
  if (!isRich(words)) return words;
  const [fault] = words.faults;
  if (fault !== undefined) throw serverRefusal(fault);
  for (const { block, kind, source } of words.media) {
    const params = { fields: source, uploads };
    Object.assign(block, await fileContent(telegram, chat, { params, name: 'media', kind }));
  }
  return {
    rich_message: { blocks: words.blocks, ...(words.isRtl && { is_rtl: true }) },
  };
}

export function mediaKind(media: Fields): FileKind {
  const type = textOf(media, 'type');
  const kind = KINDS.find((known) => known === type);
  if (kind === undefined) throw badRequest(`can't parse InputMedia: Can't find field "type"`);
  return kind;
}

function formatted(telegram: Telegram, fields: Fields, name: 'text' | 'caption'): FormattedText {
  const { text, entities } = formattedOf(fields, name);
  const given = listOf(fields, name === 'text' ? 'entities' : 'caption_entities').length;
  if (given > ENTITY_LIMIT) telegram.lints.push(`${given} entities, of which Telegram keeps 100`);
  return { text, entities: withDetected(text, entities) };
}

function previewOptions(options: Fields): NonNullable<Message['link_preview_options']> {
  const flags = ['is_disabled', 'prefer_small_media', 'prefer_large_media', 'show_above_text'];
  const set = flags.filter((flag) => flagOf(options, flag)).map((flag) => [flag, true]);
  const url = textOf(options, 'url');
  return { ...Object.fromEntries(set), ...(url !== '' && { url }) };
}

/** Code points, as TDLib counts them. */
function symbolCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
