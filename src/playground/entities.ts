import { type Fields, isFields, listOf, textOf } from './fields.ts';
import { checkLink } from './links.ts';
import { nested } from './nesting.ts';
import { badRequest } from './refusals.ts';

/** A Bot API `MessageEntity`; offset and length in UTF-16 units. */
export type Entity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
} & Record<string, unknown>;

export type FormattedText = { text: string; entities: Entity[] };

/** The server takes no more entities per message than this; the rest is lost without a word. */
const ENTITY_LIMIT = 100;
const TEXT_LIMIT_BYTES = 32_768;
const OFFSET_LIMIT = 1_000_000;
/** Types a bot may name; every other known one is left to Telegram's own detection. */
const GIVEN = new Set(
  'bold italic underline strikethrough spoiler blockquote expandable_blockquote code pre text_link text_mention custom_emoji date_time'.split(
    ' ',
  ),
);
const DETECTED = new Set('mention hashtag cashtag bot_command url email phone_number'.split(' '));

/** Text and entities as TDLib's `fix_formatted_text` makes them before anything leaves: cleaned, well nested, trimmed.
 *  Throws the refusals of the Bot API. */
export function fixedText(text: string, entities: readonly Entity[]): FormattedText {
  return trimmed(cleaned(text, nested(entities.filter((entity) => entity.length > 0))));
}

/** Reads `text` and `entities` (or `caption` and `caption_entities`) from a request.
 *  The emulated bot never lets Telegram parse markup, so a `parse_mode` is a mistake worth a loud answer. */
export function formattedOf(fields: Fields, name: 'text' | 'caption'): FormattedText {
  if (textOf(fields, 'parse_mode') !== '') {
    throw badRequest('playground: parse_mode is not emulated, send entities');
  }
  const text = textOf(fields, name);
  if (Buffer.byteLength(text) > TEXT_LIMIT_BYTES) throw badRequest('text is too long');
  const given = listOf(fields, name === 'text' ? 'entities' : 'caption_entities');
  return fixedText(text, given.flatMap(entityOf).slice(0, ENTITY_LIMIT));
}

/** Control characters become spaces, and a few characters that break clients vanish (`clean_input_string`).
 *  Takes well nested entities; throws where one does not lie on the text. */
export function cleaned(text: string, entities: readonly Entity[]): FormattedText {
  const kept: string[] = [];
  // Where each UTF-16 unit of the old text stands in the new one; -1 in the middle of a surrogate pair.
  const moved = new Int32Array(text.length + 1).fill(-1);
  let from = 0;
  let to = 0;
  for (const symbol of text) {
    moved[from] = to;
    from += symbol.length;
    const replacement = DROPPED.test(symbol) ? '' : CONTROL.test(symbol) ? ' ' : symbol;
    to += replacement.length;
    kept.push(replacement);
  }
  moved[from] = to;
  const placed = entities.map((entity) => placedOn(text, moved, entity));
  return {
    text: kept.join('').replace(REPEATED_MARK, '\u200c'),
    entities: nested(placed.filter((entity) => entity.length > 0)),
  };
}

/** Whether Telegram sees nothing in it (misc.cpp, `is_empty_string`): the server refuses such a text. */
export function isUnseen(text: string): boolean {
  return UNSEEN.test(text);
}

const UNSEEN = /^(?:[\s\u180e\u200b-\u200f\u202e\u2800\ufffc\ufeff]|[\u{e0000}-\u{e007f}])*$/u;
/** Of direction marks one after another only the last stays one (`replace_offending_characters`). */
const REPEATED_MARK = /[\u200e\u200f](?=[\u200e\u200f])/g;

const DROPPED = /^(?:[\r\u2028-\u202e]|\u0333|\u033f|\u030a)$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /^[\0-\x09\x0b\x0c\x0e-\x1f]$/;

function placedOn(text: string, moved: Int32Array, entity: Entity): Entity {
  const { offset, length } = entity;
  const end = offset + length;
  if (offset > text.length) {
    throw badRequest(`Entity begins after the end of the text at UTF-16 offset ${offset}`);
  }
  const begins = moved[offset] ?? -1;
  if (begins < 0) {
    const at = bytesUpTo(text, offset);
    throw badRequest(`Entity begins in a middle of a UTF-16 symbol at byte offset ${at}`);
  }
  const whose = `Entity beginning at UTF-16 offset ${offset}`;
  if (end > text.length) {
    throw badRequest(`${whose} ends after the end of the text at UTF-16 offset ${end}`);
  }
  const ends = moved[end] ?? -1;
  if (ends < 0) {
    const at = bytesUpTo(text, end);
    throw badRequest(`${whose} ends in a middle of a UTF-16 symbol at byte offset ${at}`);
  }
  return { ...entity, offset: begins, length: ends - begins };
}

/** Bytes before the symbol that follows the one whose middle is at `offset`. */
function bytesUpTo(text: string, offset: number): number {
  return Buffer.byteLength(text.slice(0, offset + 1));
}

/** Trailing white space goes and shortens entities; leading white space goes up to the first entity. */
function trimmed({ text, entities }: FormattedText): FormattedText {
  const end = endOfContent(text);
  const kept = entities
    .filter((entity) => entity.offset < end)
    .map((entity) => ({ ...entity, length: Math.min(entity.length, end - entity.offset) }));
  const firstOffset = kept[0]?.offset ?? end;
  let start = 0;
  while (start < firstOffset && isBlank(text, start)) start += 1;
  return {
    text: text.slice(start, end),
    entities: nested(kept.map((entity) => ({ ...entity, offset: entity.offset - start }))),
  };
}

function endOfContent(text: string): number {
  let end = text.length;
  while (end > 0 && isBlank(text, end - 1)) end -= 1;
  return end;
}

function isBlank(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\n';
}

function entityOf(value: unknown): Entity[] {
  if (!isFields(value)) throw badRequest("can't parse MessageEntity: expected an Object");
  const { type, offset, length } = value;
  if (typeof type !== 'string') {
    throw badRequest(`can't parse MessageEntity: Can't find field "type"`);
  }
  if (DETECTED.has(type)) return [];
  if (!GIVEN.has(type)) throw badRequest("can't parse MessageEntity: Unsupported type specified");
  if (!isPlace(offset)) throw badRequest(`receive an entity with incorrect offset ${offset}`);
  if (!isPlace(length)) throw badRequest(`receive an entity with incorrect length ${length}`);
  if (type !== 'text_link') return [{ ...value, type, offset, length }];
  const given = textOf(value, 'url');
  const link = checkLink(given);
  if ('fault' in link) throw badRequest(`Entity URL '${given}' is invalid: ${link.fault}`);
  return [{ type, offset, length, url: link.url }];
}

function isPlace(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= OFFSET_LIMIT;
}
