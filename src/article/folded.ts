import { plainLetters, UNPARTED } from '../letters.ts';

const BEGINS_UNPARTED = new RegExp(`^[${UNPARTED}]`, 'u');
const ENDS_UNPARTED = new RegExp(`[${UNPARTED}]$`, 'u');
const BEGINS_IN_WORD = new RegExp(`^(?![${UNPARTED}])[\\p{L}\\p{N}\\p{M}]`, 'u');
const ENDS_IN_WORD = new RegExp(`(?![${UNPARTED}])[\\p{L}\\p{N}\\p{M}]$`, 'u');

/** Signs that make another word stay: C++, C#, R&D, 50%, #wahl, and every emoji. */
const BETWEEN_WORDS = /[^\p{L}\p{N}\p{M}\p{S}#@%&]+/gu;

/** Texts in which case, accents and punctuation make no difference; '' where nothing is left. */
export function folded(text: string): string {
  return plainLetters(text).replace(BETWEEN_WORDS, ' ').trim();
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
