import type { RichText, Style } from '../model/rich.ts';
import type { FormattedText, TextEntity } from '../model.ts';
import { MAX_ENTITIES } from './limits.ts';
import { cutPositions, isVisible } from './text.ts';

/** A stretch of text in one look. */
type Run = { text: string; styles: Style[]; url: string | null };

/** A quote, a link, bold, italic and strikethrough. */
const OVER_ONE_CHARACTER = 5;

const STYLES: Style[] = ['bold', 'italic', 'strikethrough', 'code'];

/** Rich text as a classic message has it: one text, and entities over it. Code has no other look in it and a link no
 *  code, as Telegram wants it. */
export function formatted(text: RichText): FormattedText {
  const runs = runsOf(text, { styles: [], url: null });
  const links = rangesOf(runs, (run) => run.url).map(
    ({ key, ...place }): TextEntity => ({ type: 'text_link', ...place, url: key }),
  );
  const looks = STYLES.flatMap((style) =>
    rangesOf(runs, (run) => (looksOf(run).includes(style) ? style : null)),
  ).map(({ key, ...place }): TextEntity => ({ type: key, ...place }));
  const entities = [...links, ...looks].toSorted(
    (a, b) => a.offset - b.offset || b.length - a.length,
  );
  return { text: runs.map((run) => run.text).join(''), entities };
}

/** Parts one after another, `gap` between them. */
export function joinFormatted(parts: FormattedText[], gap: string): FormattedText {
  let offset = 0;
  const entities = parts.flatMap((part) => {
    const shift = offset;
    offset += part.text.length + gap.length;
    return part.entities.map((entity) => ({ ...entity, offset: entity.offset + shift }));
  });
  return { text: parts.map((part) => part.text).join(gap), entities };
}

/** Parts of at most `limit` UTF-16 units, none of them empty. */
export function cutByLength(whole: FormattedText, limit: number): FormattedText[] {
  return slices(whole, cutPositions(whole.text, limit));
}

/** Parts of at most `MAX_ENTITIES` entities, none of them empty. An entity that reaches over a cut counts on both
 *  sides, so there is room left for as many as lie over one character. */
export function cutByEntities(whole: FormattedText): FormattedText[] {
  const step = MAX_ENTITIES - OVER_ONE_CHARACTER;
  const starts = whole.entities.filter((_, index) => index > 0 && index % step === 0);
  return slices(
    whole,
    starts.map(({ offset }) => offset),
  );
}

function slices(whole: FormattedText, positions: number[]): FormattedText[] {
  return [0, ...positions]
    .map((start, index) => slice(whole, start, positions[index] ?? whole.text.length))
    .filter(({ text }) => isVisible(text));
}

function slice({ text, entities }: FormattedText, from: number, to: number): FormattedText {
  const part = text.slice(from, to);
  const start = from + (part.length - part.replace(/^[ \n]+/, '').length);
  const end = Math.max(start, from + part.trimEnd().length);
  const inside = entities.flatMap((entity) => {
    const offset = Math.max(entity.offset, start);
    const length = Math.min(entity.offset + entity.length, end) - offset;
    return length > 0 ? [{ ...entity, offset: offset - start, length }] : [];
  });
  return { text: text.slice(start, end), entities: inside };
}

function runsOf(text: RichText, look: Omit<Run, 'text'>): Run[] {
  if (typeof text === 'string') return text === '' ? [] : [{ ...look, text }];
  if (Array.isArray(text)) return text.flatMap((part) => runsOf(part, look));
  if (text.type === 'url') return runsOf(text.text, { ...look, url: text.url });
  return runsOf(text.text, { ...look, styles: [...look.styles, text.type] });
}

function looksOf({ styles, url }: Run): Style[] {
  const isCode = styles.includes('code') && url === null;
  return isCode ? ['code'] : styles.filter((style) => style !== 'code');
}

/** The stretches over which `keyOf` gives the same key. */
function rangesOf<Key extends string>(
  runs: Run[],
  keyOf: (run: Run) => Key | null,
): { key: Key; offset: number; length: number }[] {
  const ranges: { key: Key; offset: number; length: number }[] = [];
  let offset = 0;
  for (const run of runs) {
    const { length } = run.text;
    const key = keyOf(run);
    const last = ranges.at(-1);
    if (last && last.key === key && last.offset + last.length === offset) last.length += length;
    else if (key !== null) ranges.push({ key, offset, length });
    offset += length;
  }
  return ranges;
}
