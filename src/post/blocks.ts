/** Formatted text as the Bot API takes it (RichText, 10.3): the part of it that articles need. */
export type RichText = string | RichText[] | Styled | Linked;
export type Style = 'bold' | 'italic' | 'strikethrough' | 'code';
type Styled = { type: Style; text: RichText };
type Linked = { type: 'url'; text: RichText; url: string };

/** One block of a rich message (InputRichBlock, Bot API 10.3). Telegram refuses a message with an empty one. */
export type RichBlock =
  | { type: 'heading'; size: 1 | 2 | 3 | 4 | 5 | 6; text: RichText }
  | { type: 'paragraph' | 'footer'; text: RichText }
  | { type: 'pre'; text: RichText; language?: string }
  | { type: 'divider' }
  | { type: 'blockquote'; blocks: RichBlock[] }
  | List
  | Table
  | Photo;

export type List = { type: 'list'; items: ListItem[] };
export type ListItem = {
  blocks: RichBlock[];
  has_checkbox?: true;
  is_checked?: true;
  /** Either all items of a list have a number or none. */
  value?: number;
  type?: '1';
};

export type Table = { type: 'table'; cells: TableCell[][]; is_bordered: true };
export type TableCell = {
  text?: RichText;
  is_header?: true;
  align: 'left' | 'center' | 'right';
  valign: 'top';
};

/** `media` is an http(s) URL. A photo stands in a message of its own right: never inside a list, quote or table. */
export type Photo = {
  type: 'photo';
  photo: { type: 'photo'; media: string };
  caption?: { text: RichText };
};

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
