import type { Photo, RichBlock, RichText, TableCell } from '../model/rich.ts';

export function plainText(text: RichText): string {
  if (typeof text === 'string') return text;
  return Array.isArray(text) ? text.map(plainText).join('') : plainText(text.text);
}

/** Parts as one text, as flat as can be; '' when there are none. */
export function joinText(parts: RichText[]): RichText {
  const joined: RichText[] = [];
  for (const part of parts.flat()) {
    const last = joined.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined.length === 1 ? (joined[0] ?? '') : joined.length === 0 ? '' : joined;
}

/** The characters from `start` to `end` (UTF-16 units of its plain text), still formatted. */
export function sliceText(text: RichText, start: number, end: number): RichText {
  if (typeof text === 'string') return text.slice(Math.max(0, start), Math.max(0, end));
  if (!Array.isArray(text)) {
    const inner = sliceText(text.text, start, end);
    return inner === '' ? '' : { ...text, text: inner };
  }
  let offset = 0;
  const parts = text.map((part) => {
    const slice = sliceText(part, start - offset, end - offset);
    offset += plainText(part).length;
    return slice;
  });
  return joinText(parts);
}

/** The cells of a row in one paragraph: for tables that Telegram would refuse. */
export function unrolled(row: TableCell[]): RichBlock {
  const texts = row.flatMap(({ text }) => (text === undefined ? [] : [' | ', text]));
  return { type: 'paragraph', text: joinText(texts.slice(1)) };
}

/** Wraps each unbroken run of parts; photos between them stay outside, in their place. */
export function aroundPhotos<Part extends object | string, Whole>(
  parts: (Part | Photo)[],
  wrap: (run: Part[]) => Whole[],
): (Whole | Photo)[] {
  const wrapped: (Whole | Photo)[] = [];
  let run: Part[] = [];
  for (const part of parts) {
    if (!isPhoto(part)) {
      run.push(part);
      continue;
    }
    wrapped.push(...wrap(run), part);
    run = [];
  }
  return [...wrapped, ...wrap(run)];
}

export function isPhoto(part: object | string): part is Photo {
  return typeof part === 'object' && 'type' in part && part.type === 'photo';
}

/** The same without pictures, which are Telegram's to fetch, and any of which can be refused. */
export function withoutPhotos(blocks: RichBlock[]): RichBlock[] {
  return blocks.flatMap((block): RichBlock[] => {
    if (block.type === 'photo') return [];
    if (block.type !== 'details') return [block];
    const inside = withoutPhotos(block.blocks);
    return inside.length === 0 ? [] : [{ ...block, blocks: inside }];
  });
}
