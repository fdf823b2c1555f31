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
  /** Shows its summary, and the blocks once that is tapped. */
  | { type: 'details'; summary: RichText; blocks: RichBlock[] }
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
