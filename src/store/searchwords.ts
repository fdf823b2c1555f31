import { plainLetters, UNPARTED } from '../letters.ts';

/** What is sought: each of `wanted` has to occur, none of `unwanted` may. */
export type Sought = { wanted: Term[]; unwanted: Term[] };

/** Words that follow one another, without accents; `open`: the last of them may go on. */
export type Term = { words: string[]; open: boolean };

/** A stretch of text, in UTF-16 units. */
export type Stretch = { offset: number; length: number };

/** Beyond it nobody types; and more words only make fewer articles fit. */
const TYPED_LIMIT = 256;
const TERMS_AT_MOST = 12;
/** Fewer letters begin too many words. */
const OPEN_LETTERS = 3;

/** A run of a script without blanks, or a word of any other: C++ and C# keep their signs. */
const WORDS = new RegExp(
  `[[\\p{L}\\p{N}\\p{M}]&&[${UNPARTED}]]+|[[\\p{L}\\p{N}\\p{M}]--[${UNPARTED}]]+[+#]*`,
  'gv',
);
const IS_RUN = new RegExp(`^[${UNPARTED}]`, 'u');
/** `"a phrase"`, `word`, and either with a minus; a quote that is never closed goes to the end. */
const TYPED = /(?<minus>[-−])?(?:["“”„«](?<phrase>[^"“”„«»]*)["“”»]?|(?<word>[^\s"“”„«»]+))/gu;

/** A text as the index keeps it: words parted by blanks, runs of Chinese and the like as overlapping pairs of characters,
 *  so that whatever part of a run is sought is found. */
export function indexed(text: string): string {
  return wordsOf(text)
    .map((word) => (IS_RUN.test(word) ? [...pairsOf(word), [...word].at(-1)].join(' ') : word))
    .join(' ');
}

/** The characters of runs, each once: of titles they are found one by one too. */
export function characters(text: string): string {
  const runs = wordsOf(text).filter((word) => IS_RUN.test(word));
  return [...new Set(runs.join(''))].join(' ');
}

/** Reads what somebody typed, whatever it is; null when it names nothing to look for. The last word may be unfinished. */
export function soughtIn(typed: string): Sought | null {
  const wanted: Term[] = [];
  const unwanted: Term[] = [];
  const terms = typed.slice(0, TYPED_LIMIT).toWellFormed().matchAll(TYPED);
  for (const { groups } of [...terms].slice(0, TERMS_AT_MOST)) {
    const words = wordsOf(groups?.phrase ?? groups?.word ?? '');
    for (const term of wanted) term.open = false;
    const open = groups?.phrase === undefined && !groups?.minus && isOpen(words.at(-1) ?? '');
    if (words.length > 0) (groups?.minus ? unwanted : wanted).push({ words, open });
  }
  return wanted.length === 0 ? null : { wanted, unwanted };
}

/** The term as the index keeps it. */
export function indexedTerm({ words }: Term): string {
  return words.map((word, index) => (isLastRun(index) ? sure(word) : indexed(word))).join(' ');

  function isLastRun(index: number): boolean {
    return index === words.length - 1 && IS_RUN.test(words[index] ?? '');
  }
  function sure(run: string): string {
    return pairsOf(run).join(' ') || run;
  }
}

/** Where the wanted words stand in a text, in order. */
export function stretchesOf({ wanted }: Sought, text: string): Stretch[] {
  return [...text.matchAll(WORDS)].flatMap(({ 0: word, index: offset }) => {
    const plain = plainLetters(word);
    const isWanted = wanted.some((term) => isWordOf(term, plain));
    if (isWanted) return [{ offset, length: word.length }];
    // Where letters came apart, places in the one are not places in the other.
    if (!IS_RUN.test(word) || plain.length !== word.length) return [];
    return insideRun(wanted, plain).map((it) => ({ ...it, offset: offset + it.offset }));
  });
}

function isWordOf({ words, open }: Term, plain: string): boolean {
  return words.includes(plain) || (open && plain.startsWith(words.at(-1) ?? ''));
}

/** The first place of each, as far as they do not overlap. */
function insideRun(wanted: Term[], run: string): Stretch[] {
  const found = wanted
    .flatMap(({ words }) => words)
    .map((word) => ({ offset: run.indexOf(word), length: word.length }))
    .filter(({ offset }) => offset >= 0)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  let end = 0;
  return found.filter(({ offset, length }) => {
    if (offset < end) return false;
    end = offset + length;
    return true;
  });
}

function wordsOf(text: string): string[] {
  return plainLetters(text).match(WORDS) ?? [];
}

/** [] for a single character. */
function pairsOf(run: string): string[] {
  const signs = [...run];
  return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}

function isOpen(word: string): boolean {
  return !IS_RUN.test(word) && word.length >= OPEN_LETTERS;
}
