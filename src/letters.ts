// What makes no difference in letters, to filters and to the search alike.

/** Scripts that part words by no blanks, and Korean, whose particles cling to them; for use inside `[]`. */
export const UNPARTED =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}\\p{scx=Hangul}';

/** Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic, the Arabic stretch, and the choice of an emoji's look.
 *  Other scripts spell with their marks. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]|\ufe0e|\ufe0f/g;
/** What no decomposition takes apart. */
const LETTERS: Record<string, string> = {
  ...{ ß: 'ss', ı: 'i', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ς: 'σ' },
};
const INDIVISIBLE = /[ßıøłđæœþðς]/g;
const LATIN_ONLY = /^[\0-\x7f]*$/;

/** The text in small letters without accents; its punctuation stays. */
export function plainLetters(text: string): string {
  const small = text.toLowerCase();
  if (LATIN_ONLY.test(small)) return small;
  return small
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(INDIVISIBLE, (letter) => LETTERS[letter] ?? letter);
}
