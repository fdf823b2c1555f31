import type { FormattedText, TextEntity } from '../model.ts';
import { defuseFormatted, type Stretch } from './defuse.ts';
import { cutByLength } from './formatted.ts';
import type { Field, Filter, Part } from './template.ts';
import { isVisible, shorten } from './text.ts';
import type { Words } from './words.ts';

type Look = 'link' | 'bold' | 'italic';

/** A stretch of the text to be: what the template says itself, or what a field says. */
type Span = { text: string; looks: Look[]; from: 'template' | 'article' };

const LOOKS: Look[] = ['link', 'bold', 'italic'];
/** Of a lead that stands there more than once, or is cut anyway: enough to find out how long it may be. */
const TRIES = 4;

/** The template's words in at most `limit` UTF-16 units: it is the lead that gives way. null when there would be
 *  nothing to see. */
export function fillTemplate(parts: Part[], words: Words, limit: number): FormattedText | null {
  let { lead } = words;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const filled = fill(parts, { ...words, lead });
    const excess = filled.text.length - limit;
    if (excess <= 0) return isVisible(filled.text) ? filled : null;
    lead = lead.length > excess + 1 ? shorten(lead, lead.length - excess) : '';
  }
  return cutByLength(fill(parts, { ...words, lead: '' }), limit)[0] ?? null;
}

function fill(parts: Part[], words: Words): FormattedText {
  const spans = withoutEmptyLines(spansOf(parts, words));
  const entities: TextEntity[] = [];
  const ours: Stretch[] = [];
  let offset = 0;
  for (const { text, looks, from } of spans) {
    const place = { offset, length: text.length };
    if (from === 'template') ours.push(place);
    entities.push(...looks.flatMap((look) => entityOf(look, place, words)));
    offset += text.length;
  }
  const text = spans.map((span) => span.text).join('');
  return defuseFormatted({ text, entities }, ours);
}

function spansOf(parts: Part[], words: Words): Span[] {
  return parts.flatMap((part) => spansOfPart(part, words));
}

function spansOfPart(part: Part, words: Words): Span[] {
  switch (part.kind) {
    case 'literal':
      return [{ text: part.text, looks: [], from: 'template' }];
    case 'field':
      return spanOf(part.field, part.filters, words);
    case 'if': {
      const isSaid = valueIn(part.field, [], words) !== '';
      return spansOf(isSaid ? part.whenSaid : part.whenSilent, words);
    }
  }
}

function spanOf(field: Field, filters: Filter[], words: Words): Span[] {
  let text = valueIn(field, filters, words);
  let looks: Look[] = field === 'title' ? ['link', 'bold'] : [];
  for (const filter of filters) {
    switch (filter.kind) {
      case 'plain':
        looks = [];
        break;
      case 'bold':
      case 'italic':
      case 'link':
        looks = [...looks, filter.kind];
        break;
      case 'upper':
        text = text.toUpperCase();
        break;
      case 'lower':
        text = text.toLowerCase();
        break;
      case 'cut':
        text = shorten(text, filter.length);
        break;
      case 'format':
        break;
    }
  }
  const shown = LOOKS.filter((look) => looks.includes(look));
  return text === '' ? [] : [{ text, looks: shown, from: 'article' }];
}

function valueIn(field: Field, filters: Filter[], words: Words): string {
  if (field !== 'date') return words[field];
  const format = filters.find((filter) => filter.kind === 'format');
  return words.date(format?.pattern ?? null);
}

function entityOf(look: Look, place: Stretch, { link }: Words): TextEntity[] {
  if (look !== 'link') return [{ type: look, ...place }];
  return link === null ? [] : [{ type: 'text_link', ...place, url: link }];
}

/** What a condition leaves out leaves no hole behind: neither more than one empty line, nor blanks at the ends. */
function withoutEmptyLines(spans: Span[]): Span[] {
  const kept: Span[] = [];
  let before = '\n\n';
  for (const span of spans) {
    const breaks = /\n*$/.exec(before)?.[0].length ?? 0;
    let text = span.text.replace(/\n{3,}/g, '\n\n');
    if (span.from === 'template') text = trimmedStart(text, 2 - Math.min(2, breaks));
    if (kept.length === 0) text = text.trimStart();
    if (text === '') continue;
    kept.push({ ...span, text });
    before = (before + text).slice(-2);
  }
  for (let last = kept.pop(); last; last = kept.pop()) {
    const text = last.text.trimEnd();
    if (text !== '') return [...kept, { ...last, text }];
  }
  return [];
}

/** With at most so many line breaks in front. */
function trimmedStart(text: string, breaks: number): string {
  const written = /^\n*/.exec(text)?.[0].length ?? 0;
  return text.slice(Math.max(0, written - breaks));
}
