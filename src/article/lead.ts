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
/** A synopsis below this part of a long lead is followed by the first paragraphs. */
const BRIEF = 0.4;
/** The longest invitation to read on, with what stands before it. */
const INVITATION_CHARS = 120;
/** What of a block is read. */
const READ_CHARS = 1_200;

const FULL_STOP = /[.!?。！？…؟।۔။]["”»」』’)）]*\s*$/;
const FURNITURE_TEXT =
  /^(?:©|\(c\)|photo|foto|bild|image|credit|published|updated|posted|publi|aktualisiert|veröffentlicht|por|by|von|par|автор|фото|来源|作者|记者|編集|写真)(?!\p{L})|\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d{4}[-年]\d{1,2}[-月]\d{1,2}/iu;
const AGGREGATOR_TEXT =
  /^(?:https?:\/\/\S+|comments?|(?:article|comments) url:.*|(?:# comments|points):? \d+|submitted by.*)$/i;
/** "PARIS (AFP) — " before the first sentence. */
const WIRE =
  /^\p{Lu}[\p{L} .,'’-]{1,40}(?:\s*[(（][\p{L} .]{2,20}[)）])?\s*(?:—|–|--|\s-\s)\s*(?=\p{Lu})/u;

/** What an editor would print under the title, in each length: the editor's own synopsis where it is one, else the bold
 *  lead paragraph, else the first real paragraphs; whole sentences within the budget. '' when there is no text. */
export function leadsOf(source: LeadSource): Record<SummaryLength, string> {
  const told = toldBy(source);
  return {
    short: leadOf(told, 'short'),
    normal: leadOf(told, 'normal'),
    long: leadOf(told, 'long'),
  };
}

/** What a lead of any length is made from. */
type Told = {
  title: string;
  /** The feed's synopsis where it is one and tells something that the body does not; else ''. */
  synopsis: string;
  candidates: Block[];
  /** To fall back on. */
  anyText: string;
};

function toldBy({ title, ...source }: LeadSource): Told {
  const blocks = source.blocks.map(withShortText);
  const given = oneLine(source.summary.slice(0, READ_CHARS));
  // Twice: "[…] Read more".
  const synopsis = given.replace(TEASE, '').trim().replace(TEASE, '').trim();
  const isCut = synopsis.length < given.length;
  const candidates = candidatesOf(blocks, title);
  const tellsMore = !candidates.some(isReal(title)) || !repeatsBody(synopsis, blocks, isCut);
  const isOpen = isCut && !FULL_STOP.test(synopsis);
  return {
    title,
    synopsis: tellsMore && isSynopsis(synopsis, title) ? synopsis + (isOpen ? '…' : '') : '',
    candidates,
    anyText: blocks.find(isSomeText)?.text ?? synopsis,
  };
}

function leadOf(told: Told, length: SummaryLength): string {
  const { title, synopsis, anyText } = told;
  const budget = LEAD_COLUMNS[length];
  const fromBlocks = leadOfBlocks(told, budget);
  if (synopsis !== '') {
    const isBrief = length === 'long' && columnsOf(synopsis) < budget * BRIEF;
    return clip(isBrief && fromBlocks ? joined(synopsis, fromBlocks) : synopsis, budget);
  }
  if (fromBlocks) return fromBlocks;
  return isSameText(anyText, title) ? '' : clip(anyText, budget);
}

/** Without the invitation to read on that ends some paragraphs. */
function withShortText(block: Block): Block {
  const text = block.text.slice(0, READ_CHARS);
  if (/[.!?。…\]]$/.test(text)) return { ...block, text };
  const end = text.slice(-INVITATION_CHARS);
  return { ...block, text: (text.slice(0, -INVITATION_CHARS) + end.replace(TEASE, '')).trim() };
}

/** Neither a caption nor what an aggregator adds. */
function isSomeText({ kind, text }: Block): boolean {
  return kind !== 'caption' && !AGGREGATOR_TEXT.test(text);
}

function isSynopsis(text: string, title: string): boolean {
  const columns = columnsOf(text);
  const isFullText = columns > 2 * LEAD_COLUMNS.normal;
  if (columns < LEAST_SUMMARY || isFullText || !/\p{L}/u.test(text)) return false;
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

function leadOfBlocks({ candidates, title }: Told, budget: number): string {
  const index = candidates.findIndex(isReal(title));
  const first = candidates[index];
  if (first === undefined) return '';
  const isBoldLead = first.boldShare >= 0.9 && columnsOf(first.text) >= budget * BOLD_LEAD;
  if (isBoldLead && candidates.length > index + 1) return clip(first.text, budget);
  let lead = first.text.replace(WIRE, '');
  for (const block of candidates.slice(index + 1)) {
    const columns = columnsOf(lead);
    if (columns >= budget * FILLED || !isRealText(block, title)) break;
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

function isReal(title: string): (block: Block) => boolean {
  return (block) => isRealText(block, title);
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
