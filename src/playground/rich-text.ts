import { cleaned, isUnseen } from './entities.ts';
import { type Fields, isFields, objectOf, textOf } from './fields.ts';
import { isRichUrl } from './links.ts';
import { badRequest } from './refusals.ts';
import type { RichDraft } from './rich.ts';

/** Where reading stands. Formatting and blocks share one count of levels; lists in a text are no level to Telegram, but
 *  are not to nest without end either. */
export type Reading = { draft: RichDraft; level: number; lists: number };

/** A Bot API `RichText`: plain text is a bare string. */
export type RichText = string | RichText[] | Fields;

const LEVEL_LIMIT = 16;
/** TDLib silently cuts every single string there. */
const STRING_LIMIT_BYTES = 35_000;
const WRAPPERS =
  /^(bold|italic|underline|strikethrough|spoiler|subscript|superscript|marked|code)$/;
/** Kinds Telegram detects by itself: on input only their text counts. */
const FLATTENED = /^(mention|hashtag|cashtag|bot_command|bank_card_number)$/;
/** Kinds that point somewhere, and the field that says where. */
const POINTERS = new Map([
  ['anchor_link', 'anchor_name'],
  ['reference', 'name'],
  ['reference_link', 'reference_name'],
  ['phone_number', 'phone_number'],
]);
const BUTTON_DATA_LIMIT_BYTES = 64;

/** Reads a text field that must say something: empty, the server refuses the whole message. */
export function requiredText(block: Fields, name: string, reading: Reading): RichText {
  const { tally } = reading.draft;
  const before = tally.seen;
  const text = readText(block[name] ?? '', reading);
  if (tally.seen === before) empty(reading);
  return text;
}

/** Reads rich text and counts it. */
export function readText(value: unknown, reading: Reading): RichText {
  if (typeof value === 'string') return readString(value, reading);
  if (Array.isArray(value)) return value.map((part) => readText(part, deeper(reading, 'list')));
  if (!isFields(value)) throw badRequest("can't parse RichText: Unsupported rich text type");
  return readFormatted(value, deeper(reading, 'level'));
}

/** Reads one button, in a text or in a block of buttons. */
export function readButton(value: unknown, reading: Reading): Fields {
  if (!isFields(value)) throw badRequest("can't parse RichMessageButton: expected an Object");
  const text = requiredText(value, 'text', reading);
  const size = Buffer.byteLength(textOf(value, 'callback_data'));
  const badData = value.callback_data !== undefined && (size < 1 || size > BUTTON_DATA_LIMIT_BYTES);
  if (badData) fault(reading, 'BUTTON_DATA_INVALID');
  if (value.url !== undefined && !isRichUrl(textOf(value, 'url'))) {
    fault(reading, 'BUTTON_URL_INVALID');
  }
  return { ...value, text };
}

export function empty(reading: Reading): void {
  fault(reading, 'RICH_MESSAGE_CONTENT_REQUIRED');
}

export function fault({ draft }: Reading, code: string): void {
  draft.faults.push(code);
}

/** One step down; hostile depth ends here, before it can end the process. */
export function deeper({ draft, level, lists }: Reading, step: 'level' | 'list'): Reading {
  const next =
    step === 'level' ? { draft, level: level + 1, lists: 0 } : { draft, level, lists: lists + 1 };
  if (Math.max(next.level, next.lists) > LEVEL_LIMIT) {
    throw badRequest('RICH_MESSAGE_DEPTH_TOO_MUCH');
  }
  return next;
}

function readFormatted(value: Fields, reading: Reading): RichText {
  const type = textOf(value, 'type');
  const text = () => readText(value.text ?? '', reading);
  if (FLATTENED.test(type)) return text();
  if (WRAPPERS.test(type) || type === 'date_time' || type === 'text_mention') {
    return { ...value, text: text() };
  }
  const pointer = POINTERS.get(type);
  if (pointer !== undefined) {
    return { ...value, [pointer]: textOf(value, pointer), text: text() };
  }
  switch (type) {
    case 'url':
      if (!isRichUrl(textOf(value, 'url'))) fault(reading, 'RICH_MESSAGE_URL_INVALID');
      return { ...value, text: text() };
    case 'email_address':
      if (!textOf(value, 'email_address').includes('@')) {
        fault(reading, 'RICH_MESSAGE_EMAIL_INVALID');
      }
      return { ...value, text: text() };
    case 'custom_emoji':
      if (!/^\d{1,20}$/.test(textOf(value, 'custom_emoji_id'))) {
        throw badRequest('invalid custom emoji identifier specified');
      }
      readString(textOf(value, 'alternative_text'), reading);
      return value;
    case 'mathematical_expression':
      readString(textOf(value, 'expression'), reading);
      return value;
    case 'anchor':
      return { type, name: textOf(value, 'name') };
    case 'button':
      return { type, button: readButton(objectOf(value, 'button'), reading) };
    default:
      throw badRequest("can't parse RichText: Unsupported rich text type");
  }
}

function readString(value: string, { draft }: Reading): string {
  if (!value.isWellFormed()) throw badRequest('rich text must be encoded in UTF-8');
  const { text } = cleaned(cut(value), []);
  for (const _ of text) draft.tally.characters += 1;
  if (!isUnseen(text)) draft.tally.seen += 1;
  return text;
}

function cut(text: string): string {
  if (text.length * 3 <= STRING_LIMIT_BYTES) return text;
  const bytes = Buffer.from(text);
  if (bytes.length <= STRING_LIMIT_BYTES) return text;
  // A symbol cut in two decodes to nothing while the stream is open.
  return new TextDecoder().decode(bytes.subarray(0, STRING_LIMIT_BYTES), { stream: true });
}
