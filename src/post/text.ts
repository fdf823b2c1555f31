/** What counts as a place to cut a text, best first. */
type Boundary = 'sentence' | 'word' | 'grapheme';

const segmenters: Record<Boundary, Intl.Segmenter> = {
  sentence: new Intl.Segmenter('en', { granularity: 'sentence' }),
  word: new Intl.Segmenter('en', { granularity: 'word' }),
  grapheme: new Intl.Segmenter('en', { granularity: 'grapheme' }),
};

/** A segment is looked up in its surroundings only, so that a long text costs no more than a short one. */
const SURROUNDINGS = 64;

/**
 * Text without what Telegram would replace or drop itself (td, `clean_input_string`): entity offsets counted in it
 * hold. Line breaks stay, as '\n'.
 */
export function cleanText(text: string): string {
  return (
    text
      // Telegram drops the ring above; with its letter in one character it survives.
      .replace(/[AUauwy]\u030a/g, (letter) => letter.normalize('NFC'))
      .replace(/\r\n?/g, '\n')
      .replace(/(?!\n)\p{Cc}|[\u2028\u2029]/gu, ' ')
      .replace(/[\u202a-\u202e]|\u0333|\u033f|\u030a|\p{Cs}/gu, '')
  );
}

/** Clean text without line breaks or doubled blanks. No-break and ideographic spaces are typography and stay. */
export function oneLine(text: string): string {
  return cleanText(text)
    .replace(/[ \n]+/g, ' ')
    .trim();
}

/** False for text that a reader would not see and Telegram refuses as empty. */
export function isVisible(text: string): boolean {
  return /[^\s\u2800\ufffc\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/u.test(text);
}

/** The beginning of `text` in at most `limit` UTF-16 units: whole sentences if these fill half of it, else words and '…'. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const sentences = sentenceEnd(text, limit);
  if (sentences >= limit / 2) return text.slice(0, sentences).trimEnd();
  return `${text.slice(0, wordEnd(text, limit - 1)).trimEnd()}…`;
}

/** Where to cut `text` so that no part exceeds `limit` UTF-16 units: after a sentence, a word, or at least a grapheme. */
export function cutPositions(text: string, limit: number): number[] {
  const positions: number[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const rest = text.slice(start, start + limit + SURROUNDINGS);
    const sentences = sentenceEnd(rest, limit - 1);
    const end = sentences >= limit / 2 ? sentences : wordEnd(rest, limit - 1);
    start = pastSign(text, start + end);
    positions.push(start);
  }
  return positions;
}

/** `position`, or the one behind the sign there: `and/or` and `a@b.co` must not leave a command or a mention behind. */
function pastSign(text: string, position: number): number {
  return /^[/@]\w/.test(text.slice(position, position + 2)) ? position + 1 : position;
}

/** Unicode also ends a sentence inside `a?b`, where a URL may stand. */
function sentenceEnd(text: string, limit: number): number {
  const end = boundaryUpTo('sentence', text, limit);
  return /[\s\u3002\uff01\uff1f\uff61]/.test(text.charAt(end - 1)) ? end : 0;
}

function wordEnd(text: string, limit: number): number {
  const enough = limit / 2;
  const blank = Math.max(text.lastIndexOf(' ', limit), text.lastIndexOf('\n', limit));
  if (blank >= enough) return blank;
  const word = boundaryUpTo('word', text, limit);
  if (word >= enough) return word;
  return boundaryUpTo('grapheme', text, limit) || codePointUpTo(text, limit);
}

/** The last boundary at or before `limit`, which lies inside `text`. */
function boundaryUpTo(boundary: Boundary, text: string, limit: number): number {
  const near = text.slice(0, limit + SURROUNDINGS);
  return segmenters[boundary].segment(near).containing(limit)?.index ?? limit;
}

/** For graphemes longer than any message: letters under thousands of accents. */
function codePointUpTo(text: string, limit: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(limit)) ? limit - 1 : limit;
}
