/** Scripts that part words by no blanks, and Korean, whose particles cling to them. */
const UNPARTED =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}\\p{scx=Hangul}';
const BEGINS_UNPARTED = new RegExp(`^[${UNPARTED}]`, 'u');
const ENDS_UNPARTED = new RegExp(`[${UNPARTED}]$`, 'u');
const BEGINS_IN_WORD = new RegExp(`^(?![${UNPARTED}])[\\p{L}\\p{N}\\p{M}]`, 'u');
const ENDS_IN_WORD = new RegExp(`(?![${UNPARTED}])[\\p{L}\\p{N}\\p{M}]$`, 'u');

/** Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic, the Arabic stretch, and the choice of an emoji's look.
 *  Other scripts spell with their marks. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]|\ufe0e|\ufe0f/g;
/** What no decomposition takes apart. */
const LETTERS: Record<string, string> = {
  ...{ ß: 'ss', ı: 'i', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ς: 'σ' },
};
const INDIVISIBLE = /[ßıøłđæœþðς]/g;
/** Signs that make another word stay: C++, C#, R&D, 50%, #wahl, and every emoji. */
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}\p{S}#@%&]+/gu;

/** Texts in which case, accents and punctuation make no difference; '' where nothing is left. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(INDIVISIBLE, (letter) => LETTERS[letter] ?? letter)
    .replace(BETWEEN_WORDS, ' ')
    .trim();
}

/** Words to be found in a folded text. `begins`, `ends`: whether a word has to begin, or end, where they do. */
export type Words = { folded: string; begins: 'anywhere' | 'word'; ends: 'anywhere' | 'word' };

export function wordsOccur({ folded: words, begins, ends }: Words, text: string): boolean {
  const mayBeginInside = begins === 'anywhere' || BEGINS_UNPARTED.test(words);
  const mayEndInside = ends === 'anywhere' || ENDS_UNPARTED.test(words);
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    // Two units hold any character.
    const isBegun = mayBeginInside || !ENDS_IN_WORD.test(text.slice(Math.max(0, at - 2), at));
    const isEnded = mayEndInside || !BEGINS_IN_WORD.test(text.slice(end, end + 2));
    if (isBegun && isEnded) return true;
  }
  return false;
}
