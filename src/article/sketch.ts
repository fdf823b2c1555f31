/** Numbers kept of a text; two texts share about as many of them as they share of their phrases. */
const PARTS = 16;
/** Words, or characters where words are not parted by blanks, that make a phrase. */
const PHRASE = 4;
const READ_CHARS = 2_500;
/** With fewer phrases two texts can look alike by chance. */
const LEAST_PHRASES = 40;

const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}]+/gu;

/** A sketch of a text's words in any language (MinHash, Broder 1997): the least hash of its phrases under each of sixteen
 *  orders. [] for a text too short to tell. */
export function sketchOf(markdown: string): string[] {
  const words = wordsOf(markdown);
  if (words.length < LEAST_PHRASES + PHRASE) return [];
  const least = new Uint32Array(PARTS).fill(0xffffffff);
  const phrases = new Set<number>();
  for (let at = 0; at + PHRASE <= words.length; at += 1) {
    const phrase = hashOf(words, at);
    if (phrases.has(phrase)) continue;
    phrases.add(phrase);
    for (let part = 0; part < PARTS; part += 1) {
      const mixed = mix(phrase ^ (SEEDS[part] ?? 0));
      if (mixed < (least[part] ?? 0)) least[part] = mixed;
    }
  }
  if (phrases.size < LEAST_PHRASES) return [];
  return Array.from(least, (value, part) => `${part.toString(16)}${value.toString(36)}`);
}

const SEEDS = Array.from({ length: PARTS }, (_, part) => mix(Math.imul(part + 1, 0x9e3779b1)));

/** The targets of links and pictures are no words. */
function wordsOf(markdown: string): string[] {
  const text = markdown.slice(0, READ_CHARS).replace(/\]\([^)\s]{0,2000}[^)]{0,300}\)/g, ' ');
  return text.normalize('NFKC').toLowerCase().match(WORDS) ?? [];
}

/** FNV-1a. */
function hashOf(words: string[], start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + PHRASE; at += 1) {
    const word = words[at] ?? '';
    for (let index = 0; index < word.length; index += 1) {
      hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
    }
    hash = Math.imul(hash ^ 0x20, 0x01000193);
  }
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
