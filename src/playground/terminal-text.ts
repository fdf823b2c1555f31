// How words stand in a terminal: letters have columns there, and colours are written between them.

/** Piece of a text on one line; `at`: where it begins in the text, in UTF-16 units. */
export type Line = { text: string; at: number };

export type Ink = 'bold' | 'accent' | 'green';

const CODES: Record<Ink, [string, string]> = {
  bold: ['\u001b[1m', '\u001b[22m'],
  accent: ['\u001b[36m', '\u001b[39m'],
  green: ['\u001b[32m', '\u001b[39m'],
};

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60]/u;
const WIDTHLESS = /[\p{Mark}\p{Format}]/u;

export function inInk(text: string, ink: Ink): string {
  const [begin, end] = CODES[ink];
  return text === '' ? '' : begin + text + end;
}

/** How many columns a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const letter of text) columns += widthOf(letter);
  return columns;
}

function widthOf(letter: string): number {
  if (WIDTHLESS.test(letter)) return 0;
  return WIDE.test(letter) ? 2 : 1;
}

/** The text in lines of at most so many columns: cut between words, or within one that is longer than a line. */
export function wrap(text: string, columns: number): Line[] {
  const lines: Line[] = [];
  let at = 0;
  for (const paragraph of text.split('\n')) {
    lines.push(
      ...wrapOne(paragraph, Math.max(1, columns)).map((line) => ({ ...line, at: line.at + at })),
    );
    at += paragraph.length + 1;
  }
  return lines;
}

function wrapOne(paragraph: string, columns: number): Line[] {
  const lines: Line[] = [];
  let from = 0;
  while (columnsOf(paragraph.slice(from)) > columns) {
    const cut = from + roomIn(paragraph.slice(from), columns);
    const space = paragraph.lastIndexOf(' ', cut);
    const end = space > from ? space : cut;
    lines.push({ text: paragraph.slice(from, end), at: from });
    from = space > from ? space + 1 : end;
  }
  return [...lines, { text: paragraph.slice(from), at: from }];
}

/** UTF-16 units of the beginning that fits, one letter at least. */
function roomIn(text: string, columns: number): number {
  let taken = 0;
  let units = 0;
  for (const letter of text) {
    taken += widthOf(letter);
    if (taken > columns && units > 0) return units;
    units += letter.length;
  }
  return units;
}
