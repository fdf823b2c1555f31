import type { Entity } from './entities.ts';

/** How TDLib orders entities that cover the same text: the first is the outermost (MessageEntity.cpp). */
const PRIORITY: Record<string, number> = {
  blockquote: 0,
  expandable_blockquote: 0,
  pre: 11,
  code: 20,
  text_link: 49,
  text_mention: 49,
  bold: 90,
  italic: 91,
  underline: 92,
  strikethrough: 93,
  spoiler: 94,
  custom_emoji: 99,
};
const SPLITTABLE = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler'];

type Span = { start: number; end: number };

/** Entities as TDLib repairs them (`fix_entities`): sorted, quotes and links without overlap, code without decoration
 *  inside, bold and its like merged where they touch and split where something else begins or ends. */
export function nested(entities: readonly Entity[]): Entity[] {
  const sorted = entities.toSorted(byPlace);
  if (areNested(sorted)) return sorted;
  const quotes = withoutOverlaps(sorted.filter(isQuote));
  const links = insideOrOutside(withoutOverlaps(sorted.filter(isContinuous)), quotes);
  const fixed = [...quotes, ...links];
  return [...fixed, ...splitAround(sorted.filter(isSplittable), fixed)].toSorted(byPlace);
}

const isQuote = ({ type }: Entity) => type === 'blockquote' || type === 'expandable_blockquote';
const isSplittable = ({ type }: Entity) => SPLITTABLE.includes(type);
const isContinuous = (entity: Entity) => !isQuote(entity) && !isSplittable(entity);
const isCode = ({ type }: Entity) => type === 'pre' || type === 'code' || type === 'date_time';
const endOf = ({ offset, length }: Entity) => offset + length;

function byPlace(a: Entity, b: Entity): number {
  return a.offset - b.offset || b.length - a.length || priorityOf(a) - priorityOf(b);
}

function priorityOf(entity: Entity): number {
  if (entity.type === 'pre' && entity.language !== undefined) return 10;
  return PRIORITY[entity.type] ?? 50;
}

/** TDLib leaves entities alone that are right already; else everything is split the same way. */
function areNested(sorted: readonly Entity[]): boolean {
  const open: Entity[] = [];
  const endByType = new Map<string, number>();
  for (const entity of sorted) {
    while (open.length > 0 && entity.offset >= endOf(open.at(-1) as Entity)) open.pop();
    if (!fitsInto(open, entity)) return false;
    if (isSplittable(entity)) {
      if (endByType.get(entity.type) === entity.offset) return false;
      endByType.set(entity.type, endOf(entity));
    }
    open.push(entity);
  }
  return true;
}

/** `open` never grows beyond a quote, a link and one decoration, so that this takes no time. */
function fitsInto(open: readonly Entity[], entity: Entity): boolean {
  const parent = open.at(-1);
  if (parent === undefined) return true;
  if (endOf(entity) > endOf(parent) || isCode(parent)) return false;
  if (isCode(entity) && !open.every(isQuote)) return false;
  if (!isSplittable(entity) && open.some(isContinuous)) return false;
  return !open.some(isSplittable) && !(isQuote(entity) && open.some(isQuote));
}

/** Of sorted entities that overlap the earlier one stays. */
function withoutOverlaps(sorted: readonly Entity[]): Entity[] {
  const kept: Entity[] = [];
  for (const entity of sorted) {
    const last = kept.at(-1);
    if (last === undefined || entity.offset >= endOf(last)) kept.push(entity);
  }
  return kept;
}

/** A link may lie inside a quote or outside all of them, never across an edge. Both lists are sorted. */
function insideOrOutside(links: readonly Entity[], quotes: readonly Entity[]): Entity[] {
  let next = 0;
  return links.filter((link) => {
    while (next < quotes.length && endOf(quotes[next] as Entity) <= link.offset) next += 1;
    const quote = quotes[next];
    if (quote === undefined || quote.offset >= endOf(link)) return true;
    return quote.offset <= link.offset && endOf(link) <= endOf(quote);
  });
}

function splitAround(decorations: readonly Entity[], fixed: readonly Entity[]): Entity[] {
  const codes = fixed.filter(isCode).toSorted(byPlace);
  const spans = new Map(
    SPLITTABLE.map((type) => [
      type,
      merged(decorations.filter((entity) => entity.type === type)).flatMap(outsideOf(codes)),
    ]),
  );
  const starts = [...spans.values()].flat().map((span) => span.start);
  const edges = fixed.flatMap((entity) => [entity.offset, endOf(entity)]);
  const cuts = [...new Set([...starts, ...edges])].toSorted((a, b) => a - b);
  return [...spans].flatMap(([type, whole]) =>
    whole
      .flatMap(cutAt(cuts))
      .map(({ start, end }) => ({ type, offset: start, length: end - start })),
  );
}

/** Spans of one type, sorted; those that touch become one. */
function merged(sorted: readonly Entity[]): Span[] {
  const spans: Span[] = [];
  for (const entity of sorted) {
    const last = spans.at(-1);
    if (last && last.end >= entity.offset) last.end = Math.max(last.end, endOf(entity));
    else spans.push({ start: entity.offset, end: endOf(entity) });
  }
  return spans;
}

/** The parts of sorted spans, asked for in their order, that no code covers. */
function outsideOf(codes: readonly Entity[]): (span: Span) => Span[] {
  let next = 0;
  return ({ start, end }) => {
    while (next < codes.length && endOf(codes[next] as Entity) <= start) next += 1;
    const free: Span[] = [];
    let from = start;
    for (let at = next; at < codes.length && (codes[at] as Entity).offset < end; at += 1) {
      const code = codes[at] as Entity;
      if (code.offset > from) free.push({ start: from, end: code.offset });
      from = Math.max(from, endOf(code));
    }
    if (from < end) free.push({ start: from, end });
    return free;
  };
}

/** The pieces of sorted spans, asked for in their order, between the cuts. */
function cutAt(cuts: readonly number[]): (span: Span) => Span[] {
  let next = 0;
  return ({ start, end }) => {
    while (next < cuts.length && (cuts[next] as number) <= start) next += 1;
    const pieces: Span[] = [];
    let from = start;
    for (; next < cuts.length && (cuts[next] as number) < end; next += 1) {
      pieces.push({ start: from, end: cuts[next] as number });
      from = cuts[next] as number;
    }
    return [...pieces, { start: from, end }];
  };
}
