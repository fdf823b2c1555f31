import { languageOf } from './language.ts';
import { oneLine } from './plain.ts';

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/gu;
/** Quick to say no: no script of the West, the Middle East or India begins there. */
const MAY_BE_WIDE = /[\u1100-\u115f\u2e80-\uffff]/;
/** A full stop after one of these, or after a single capital, ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|e\.g|i\.e|vs|etc|bzw|z\.\s?B|u\.\s?a|d\.\s?h|ca|cf|Nr|St|Dr|Mr|Mrs|Ms|M|Mme|Jr|Sr|Sra|Prof|Gen|Gov|Sen|Rep|Lt|Col|Sgt|Inc|Ltd|Co|Corp|No|[Vv]ol|[Aa]rt|approx|(?:\p{Lu}\.)+\p{Lu}|т\.\s?е|т\.\s?д|г|ул|им|млн|млрд|тыс|руб|стр)\.\s*$/u;
const CLOSING = /^[”»」』’"')\]）】]/;
/** Below this part of the columns whole sentences say too little, and one is cut. */
const LEAST_PART = 0.35;

const segmenters = new Map<string, Intl.Segmenter>();

/** Columns of a text in a fixed-width font: 2 for Chinese, Japanese and Korean characters and emoji, else 1. */
export function columnsOf(text: string): number {
  if (!MAY_BE_WIDE.test(text)) return text.length;
  let columns = text.length;
  for (const [char] of text.matchAll(WIDE)) columns += 2 - char.length;
  return columns;
}

function sentencesOf(text: string, language = languageOf(text)): string[] {
  const sentences: string[] = [];
  for (const { segment } of segmenterOf(language, 'sentence').segment(text)) {
    const last = sentences.at(-1);
    if (last !== undefined && (ABBREVIATION.test(last) || CLOSING.test(segment))) {
      sentences[sentences.length - 1] = last + segment;
    } else {
      sentences.push(segment);
    }
  }
  return sentences.map((it) => it.trim()).filter((it) => it !== '');
}

/** As many whole sentences as fit; a first one that is too long is cut after a word, with an ellipsis. */
export function clip(text: string, columns: number): string {
  const line = oneLine(text.slice(0, columns * 8));
  if (columnsOf(line) <= columns) return line;
  const start = line.slice(0, columns * 2);
  const language = languageOf(start);
  const whole = wholeSentences(start, columns, language);
  return columnsOf(whole) >= columns * LEAST_PART ? whole : cutWords(start, columns, language);
}

/** Whether what follows stands after a blank: not in Chinese and Japanese. */
export function joined(before: string, after: string): string {
  const isTight = before === '' || /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]$/.test(before);
  return isTight ? before + after : `${before} ${after}`;
}

function wholeSentences(text: string, columns: number, language: string): string {
  let whole = '';
  // The last one may be cut off by our own slice.
  for (const sentence of sentencesOf(text, language).slice(0, -1)) {
    const longer = joined(whole, sentence);
    if (columnsOf(longer) > columns) break;
    whole = longer;
  }
  return whole;
}

function cutWords(text: string, columns: number, language: string): string {
  let kept = '';
  let left = columns - 1;
  for (const { segment } of segmenterOf(language, 'word').segment(text)) {
    left -= columnsOf(segment);
    if (left < 0) break;
    kept += segment;
  }
  return `${kept.replace(/[\s,;:，、；：(（\-–—]+$/u, '')}…`;
}

function segmenterOf(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(language, { granularity });
  segmenters.set(key, segmenter);
  return segmenter;
}
