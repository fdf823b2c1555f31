import type { FormattedText } from '../model.ts';
import { URL_LIMIT } from './links.ts';

const WORD_JOINER = '\u2060';

/** More than a command with the name of its bot has. */
const LONGEST_MENTION = 100;

/** A letter or digit that Telegram knows as one. Its tables are older than ours: newer letters lie in these ranges. */
const KNOWN_LETTER = String.raw`[[\p{L}\p{N}_]--[\u0800-\u0fff\ua7c0-\ua7ff\u{10000}-\u{10ffff}]]`;

/** Where Telegram detects a URL, it detects nothing else; a joiner would break the link. */
const URL_HOST = String.raw`https?:\/\/(?:[a-z0-9]{1,63}[.\-]){0,8}[a-z0-9]{1,63}\.[a-z]{2,12}(?::[1-9]\d{0,3})?`;
const URL_CHARACTER = String.raw`[\w.~:\/?#@!$&'*+,;=%\-]`;

/** Shorter than half a page: so a page never ends inside of what this lets pass. */
const URL_IN_TEXT = String.raw`(?<![^ \n])${URL_HOST}[\/?#]${URL_CHARACTER}{0,1024}`;

const WHOLE_URL = new RegExp(`^${URL_HOST}(?:[\\/?#]${URL_CHARACTER}*)?$`, 'iv');

/** Signs that make what follows tappable (td, MessageEntity.cpp: `match_bot_commands`, `match_mentions`, `match_tg_urls`);
 *  `tg:a@b.co` is found as the URL of a host with a user. */
const SIGN = String.raw`(?<sign>(?<!${KNOWN_LETTER}|[\/<>])\/(?=\w)|(?<!${KNOWN_LETTER})@(?=\w)|(?:tg|ton|tonsite):(?=\/\/|\S{0,64}@))`;

const TAPPABLE = new RegExp(`${URL_IN_TEXT}|${SIGN}`, 'giv');

/**
 * Text in which Telegram finds no command, mention or tg: link: an invisible word joiner stands behind their signs.
 * Classic messages have no switch for this (rich ones do), and a foreign `/stop` must not become a button.
 */
export function defuse(text: string): string {
  return text.replace(TAPPABLE, (match, sign) =>
    sign === undefined ? match : match + WORD_JOINER,
  );
}

/** A link to stand in a text, where Telegram must find all of it: it would end at a bracket, and `/x` behind that be a
 *  command. What Telegram would not find at all is defused like any text. */
export function defuseLink(url: string): string {
  const unbroken = url.replace(/[()[\]]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`);
  return WHOLE_URL.test(unbroken) && unbroken.length <= URL_LIMIT ? unbroken : defuse(url);
}

/** A part of a text, in UTF-16 units. */
export type Stretch = { offset: number; length: number };

/** The same for text with entities, which move along. Code stays as it is: Telegram detects nothing there; and so do
 *  mentions and commands that stand in `ours` as a whole: whoever wrote those words wants them tapped. */
export function defuseFormatted(
  { text, entities }: FormattedText,
  ours: Stretch[] = [],
): FormattedText {
  const isCode = new Uint8Array(text.length);
  for (const { type, offset, length } of entities) {
    if (type === 'code' || type === 'pre') isCode.fill(1, offset, offset + length);
  }
  const signs = signEnds(text).filter((end) => isCode[end - 1] === 0 && !isWithin(ours, text, end));
  if (signs.length === 0) return { text, entities };
  const moved = positionsAfter(signs, text.length);
  return {
    text: [0, ...signs].map((start, index) => text.slice(start, signs[index])).join(WORD_JOINER),
    entities: entities.map((entity) => {
      const offset = moved(entity.offset);
      const end = moved(entity.offset + entity.length - 1) + 1;
      return { ...entity, offset, length: end - offset };
    }),
  };
}

/** Whether what is tapped from the sign that ends at `signEnd`, a mention or a command, lies in one of these. */
function isWithin(stretches: Stretch[], text: string, signEnd: number): boolean {
  if (!/[/@]/.test(text.charAt(signEnd - 1))) return false;
  const word = /^[\w@]*/.exec(text.slice(signEnd, signEnd + LONGEST_MENTION))?.[0] ?? '';
  const end = signEnd + word.length;
  return stretches.some(({ offset, length }) => offset < signEnd && end <= offset + length);
}

/** Positions right behind each sign, rising. */
function signEnds(text: string): number[] {
  return [...text.matchAll(TAPPABLE)]
    .filter((match) => match.groups?.sign !== undefined)
    .map((match) => match.index + match[0].length);
}

/** Where each character goes when one is inserted at each of the rising `insertions`. */
function positionsAfter(insertions: number[], length: number): (position: number) => number {
  const moved = new Uint32Array(length + 1);
  let inserted = 0;
  for (let position = 0; position <= length; position += 1) {
    while ((insertions[inserted] ?? length + 1) <= position) inserted += 1;
    moved[position] = position + inserted;
  }
  return (position) => moved[position] ?? position;
}
