import { RIGHT_TO_LEFT } from '../post/direction.ts';

/** Invisible letters with a direction (Unicode Standard Annex #9, 2.6). Some clients show isolates, none shows these. */
const TO_RIGHT = '\u200e';
const TO_LEFT = '\u200f';
/** Of marks one behind another Telegram keeps only the last (td, `replace_offending_characters`): this invisible sign parts
 *  them. */
const PARTING = '\u2060';

/** What belongs together without a blank and has a Latin letter: `/help`, `@channel`, `name=…`, `https://example.org/`. */
const WORD = /[!-~…•\u2060]*[A-Za-z][!-~…•\u2060]*/g;
/** Around it stands what belongs to the sentence. */
const PARTS_OF_WORD = /^(\(*)(.*?)([).,:;!?]*)$/s;

export function isRightToLeft(language: string): boolean {
  return /^(?:ar|fa|he|ur|yi|ps|sd|ug|dv)\b/.test(language);
}

/**
 * In a language from right to left, each line that has words of it begins at the right, and signs stay with the Latin
 * words they belong to: else `/help` would read `help/`. In others a sentence that begins with an Arabic name still begins
 * at the left. Other lines, such as those of an example, stay as they are.
 */
export function directed(text: string, language: string): string {
  const towards = isRightToLeft(language) ? fromRight : fromLeft;
  const lines = text.split('\n');
  return lines.map((line) => (RIGHT_TO_LEFT.test(line) ? towards(line) : line)).join('\n');
}

/** What stands before a line that is put together, and may begin with a title in any letters. */
export function lineStart(language: string): string {
  return isRightToLeft(language) ? TO_LEFT : '';
}

/** What stands between the steps of a path; it points where reading goes, for Unicode mirrors it. */
export function pathJoint(language: string): string {
  return isRightToLeft(language) ? `${TO_LEFT} › ${TO_LEFT}` : ' › ';
}

/** Buttons in the order in which people read them: a row stays as it is whatever the language. */
export function inReadingOrder<Button>(buttons: Button[], language: string): Button[] {
  return isRightToLeft(language) ? buttons.toReversed() : buttons;
}

function fromLeft(line: string): string {
  const letters = line.match(/\p{L}/gu) ?? [];
  const isSentence = letters.some((letter) => !RIGHT_TO_LEFT.test(letter));
  return isSentence && RIGHT_TO_LEFT.test(letters[0] ?? '') ? TO_RIGHT + line : line;
}

function fromRight(line: string): string {
  const kept = line.replace(WORD, (word) => {
    const [, before = '', inner = '', after = ''] = PARTS_OF_WORD.exec(word) ?? [];
    const start = /^[A-Za-z]/.test(inner) ? '' : TO_RIGHT;
    const end = /[A-Za-z\d]$/.test(inner) ? '' : TO_RIGHT;
    return before + start + inner + end + after;
  });
  const once = kept.replace(/\u200e{2,}/g, TO_RIGHT);
  const first = /[\p{L}\u200e\u200f]/u.exec(once)?.[0] ?? '';
  if (first === TO_LEFT || RIGHT_TO_LEFT.test(first)) return once;
  return TO_LEFT + (once.startsWith(TO_RIGHT) ? PARTING : '') + once;
}
