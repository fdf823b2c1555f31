import type { SummaryLength } from '../model.ts';
import type { Block } from './blocks.ts';
import { isDateline } from './dateline.ts';
import { TEASE } from './ends.ts';
import { isSameText, oneLine, textKey } from './plain.ts';
import { clip, columnsOf, joined } from './sentences.ts';

/** What leads are made from; `summary` is plain text, the feed's own synopsis, '' where it gives none. */
export type LeadSource = {
  summary: string;
  blocks: Block[];
  title: string;
};

/** Columns of a lead, as `columnsOf` counts them. */
export const LEAD_COLUMNS: Record<SummaryLength, number> = { short: 160, normal: 300, long: 600 };

/** Columns below which a synopsis says nothing, and from which a block is real text whatever its end. */
const LEAST_SUMMARY = 40;
const LEAST_SENTENCE = 40;
const REAL_TEXT = 110;
const DECK = 70;
const FURNITURE = 100;
const SHORT_BULLET = 60;
/** Parts of the budget: a bold paragraph that suffices, paragraphs joined until, together no longer than. */
const BOLD_LEAD = 0.25;
const FILLED = 0.6;
const OVERFULL = 1.6;
/** What of a block is read. */
const READ_CHARS = 2_000;

const FULL_STOP = /[.!?。！？…؟।۔။]["”»」』’)）]*\s*$/;
const FURNITURE_TEXT =
  /^(?:©|\(c\)|photo|foto|bild|image|credit|published|updated|posted|publi|aktualisiert|veröffentlicht|por|by|von|par|автор|фото|来源|作者|记者|編集|写真)(?!\p{L})|\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{4}[-年]\d{1,2}[-月]\d{1,2}/iu;
const AGGREGATOR_TEXT = /^(?:https?:\/\/\S+|comments?|article url.*|submitted by.*)$/i;
/** "PARIS (AFP) — " before the first sentence. */
const WIRE =
  /^\p{Lu}[\p{L} .,'’-]{1,40}(?:\s*[(（][\p{L} .]{2,20}[)）])?\s*(?:—|–|--|\s-\s)\s*(?=\p{Lu})/u;

/** What an editor would print under the title, in each length: the editor's own synopsis where it is one, else the bold
 *  lead paragraph, else the first real paragraphs; whole sentences within the budget. '' when there is no text. */
export function leadsOf(source: LeadSource): Record<SummaryLength, string> {
  return {
    short: leadOf(source, LEAD_COLUMNS.short),
    normal: leadOf(source, LEAD_COLUMNS.normal),
    long: leadOf(source, LEAD_COLUMNS.long),
  };
}

function leadOf({ title, ...source }: LeadSource, budget: number): string {
  const blocks = source.blocks.map(withShortText);
  const given = oneLine(source.summary.slice(0, READ_CHARS));
  // Twice: "[…] Read more".
  const synopsis = given.replace(TEASE, '').trim().replace(TEASE, '').trim();
  const isCut = synopsis.length < given.length;
  const fromBlocks = leadOfBlocks(blocks, title, budget);
  const isTold = fromBlocks !== '' && repeatsBody(synopsis, blocks, isCut);
  if (!isTold && isSynopsis(synopsis, title, budget)) {
    const isOpen = isCut && !FULL_STOP.test(synopsis);
    return clip(isOpen ? `${synopsis}…` : synopsis, budget);
  }
  if (fromBlocks) return fromBlocks;
  const anyText = blocks.find((block) => block.kind !== 'caption')?.text ?? synopsis;
  return isSameText(anyText, title) ? '' : clip(anyText, budget);
}

function withShortText(block: Block): Block {
  return { ...block, text: block.text.slice(0, READ_CHARS) };
}

function isSynopsis(text: string, title: string, budget: number): boolean {
  const columns = columnsOf(text);
  if (columns < LEAST_SUMMARY || columns > 2 * budget || !/\p{L}/u.test(text)) return false;
  if (AGGREGATOR_TEXT.test(text)) return false;
  return !(overlapOf(text, title) > 0.9 && columns < columnsOf(title) * 1.3);
}

/** Whether the synopsis is the body's own beginning: then the body tells the same, uncut. */
function repeatsBody(synopsis: string, blocks: Block[], isCut: boolean): boolean {
  const texts = blocks.filter(({ kind }) => kind !== 'caption').map(({ text }) => text);
  const body = textKey(texts.join(' ').slice(0, 2 * synopsis.length + 100));
  const key = textKey(synopsis);
  return body.startsWith(isCut ? key.slice(0, Math.max(20, Math.floor(key.length * 0.8))) : key);
}

function leadOfBlocks(blocks: Block[], title: string, budget: number): string {
  const candidates = candidatesOf(blocks, title);
  const isReal = (block: Block) => isRealText(block, title);
  const index = candidates.findIndex(isReal);
  const first = candidates[index];
  if (first === undefined) return '';
  const isBoldLead = first.boldShare >= 0.9 && columnsOf(first.text) >= budget * BOLD_LEAD;
  if (isBoldLead && candidates.length > index + 1) return clip(first.text, budget);
  let lead = first.text.replace(WIRE, '');
  for (const block of candidates.slice(index + 1)) {
    const columns = columnsOf(lead);
    if (columns >= budget * FILLED || !isReal(block)) break;
    if (columns + columnsOf(block.text) > budget * OVERFULL) break;
    lead = joined(lead, block.text);
  }
  return clip(lead, budget);
}

/** Paragraphs, and a sentence-like heading above the first long one: the deck. */
function candidatesOf(blocks: Block[], title: string): Block[] {
  const firstLong = blocks.findIndex(
    ({ kind, text }) => kind !== 'heading' && kind !== 'caption' && columnsOf(text) >= REAL_TEXT,
  );
  return blocks.filter(({ kind, text, linkShare }, index) => {
    if (kind === 'caption' || kind === 'code' || kind === 'table' || linkShare >= 0.5) return false;
    if (kind === 'heading' && (index > firstLong || index >= 4)) return false;
    if (kind === 'bullet' && columnsOf(text) < SHORT_BULLET) return false;
    return !isSameText(text, title);
  });
}

function isRealText({ kind, text }: Block, title: string): boolean {
  const columns = columnsOf(text);
  if (kind === 'heading') return columns >= DECK && overlapOf(text, title) <= 0.75;
  const endsSentence = FULL_STOP.test(text);
  if (isDateline(text)) return false;
  if (columns < FURNITURE && !endsSentence && FURNITURE_TEXT.test(text)) return false;
  return columns >= REAL_TEXT || (endsSentence && columns >= LEAST_SENTENCE);
}

/** The part, 0 to 1, of a text's words that stand in another text; pairs of letters where words are not parted by blanks. */
function overlapOf(text: string, other: string): number {
  const words = wordsOf(text);
  const others = wordsOf(other);
  if (words.size === 0) return 0;
  return [...words].filter((word) => others.has(word)).length / words.size;
}

function wordsOf(text: string): Set<string> {
  const lower = text.slice(0, READ_CHARS).toLowerCase();
  const words = lower.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{1,2}|[\p{L}\p{M}\p{N}]+/gu,
  );
  return new Set(words ?? []);
}
