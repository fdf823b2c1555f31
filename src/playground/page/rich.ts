import type { ShownBlock, ShownButton } from '../protocol.ts';
import type { Scene } from './actions.ts';
import { directed } from './direction.ts';
import { el } from './dom.ts';
import { expandableQuote } from './entities.ts';
import { keyboardRow } from './keyboard.ts';
import { MEDIA } from './rich-media.ts';
import { richText } from './rich-text.ts';
import { plainOf } from './summary.ts';

type Draw = (block: ShownBlock, scene: Scene) => Node;

const DRAW: Record<string, Draw> = {
  ...MEDIA,
  paragraph: ({ text }, scene) => el('p', { dir: 'auto' }, ...richText(text, scene)),
  heading: heading,
  pre: ({ text, language }, scene) =>
    el(
      'pre',
      { 'data-language': asText(language), tabindex: 0 },
      el('code', {}, ...richText(text, scene)),
    ),
  footer: ({ text }, scene) => el('footer', { dir: 'auto' }, ...richText(text, scene)),
  divider: () => el('hr'),
  mathematical_expression: ({ expression }) => el('pre', { class: 'math' }, asText(expression)),
  anchor: ({ name }) => el('span', { 'data-anchor': asText(name) }),
  list,
  blockquote: ({ blocks, credit }, scene) =>
    directed(el('blockquote', {}, ...drawn(blocks, scene), cite(credit, scene))),
  expandable_blockquote: ({ text, credit }, scene) => {
    const by = cite(credit, scene);
    return expandableQuote([...richText(text, scene), ...(by ? [by] : [])]);
  },
  pullquote: ({ text, credit }, scene) =>
    el('aside', { class: 'pullquote', dir: 'auto' }, ...richText(text, scene), cite(credit, scene)),
  collage: (block, scene) => gallery('collage', block, scene),
  slideshow: (block, scene) => gallery('slideshow', block, scene),
  table,
  details: ({ summary, blocks, is_open }, scene) =>
    el(
      'details',
      { open: is_open === true },
      el('summary', { dir: 'auto' }, ...richText(summary, scene)),
      ...drawn(blocks, scene),
    ),
  buttons: ({ buttons, align }, scene) =>
    keyboardRow(
      listOf<ShownButton>(buttons).map((it) => ({ ...it, text: plainOf(it.text) })),
      scene,
      { class: 'rich-buttons', 'data-align': asText(align) },
    ),
  thinking: ({ text }, scene) => el('p', { class: 'thinking' }, ...richText(text, scene)),
};

/** A rich message as a page to read. */
export function reader(blocks: ShownBlock[], scene: Scene): HTMLElement {
  const page = directed(
    el('article', { class: 'reader', 'data-testid': 'reader' }, ...drawn(blocks, scene)),
  );
  if (scene.message.rich_message?.is_rtl === true) page.dir = 'rtl';
  return page;
}

/** Blocks of a type that is not known show their text, if they have one. */
function drawn(blocks: unknown, scene: Scene): Node[] {
  return listOf<ShownBlock>(blocks).map((block) => {
    const draw = DRAW[block.type];
    return draw ? draw(block, scene) : el('p', { dir: 'auto' }, ...richText(block.text, scene));
  });
}

function heading({ text, size }: ShownBlock, scene: Scene): Node {
  const level = Math.min(Math.max(Number(size) || 1, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6;
  return el(`h${level}`, { dir: 'auto' }, ...richText(text, scene));
}

type ListEntry = {
  blocks: ShownBlock[];
  label?: string;
  has_checkbox?: boolean;
  is_checked?: boolean;
  value?: number;
  type?: string;
};

function list({ items }: ShownBlock, scene: Scene): Node {
  const entries = listOf<ListEntry>(items);
  const first = entries[0];
  const isOrdered = first?.value !== undefined || first?.type !== undefined;
  const rows = entries.map((entry) => listRow(entry, scene));
  return directed(isOrdered ? el('ol', { type: first?.type }, ...rows) : el('ul', {}, ...rows));
}

function listRow(entry: ListEntry, scene: Scene): HTMLElement {
  const content = drawn(entry.blocks, scene);
  if (entry.has_checkbox !== true) return el('li', { value: entry.value }, ...content);
  const box = el('span', {
    class: 'checkbox',
    role: 'img',
    'aria-label': entry.is_checked === true ? 'Done' : 'Open',
    'data-checked': entry.is_checked === true,
  });
  return el('li', { class: 'task' }, box, el('div', {}, ...content));
}

type Cell = {
  text?: unknown;
  is_header?: boolean;
  colspan?: number;
  rowspan?: number;
  align?: string;
  valign?: string;
};

/** Wide tables scroll in a frame of their own, also by keyboard. */
function table(block: ShownBlock, scene: Scene): Node {
  const rows = listOf<Cell[]>(block.cells).map((cells) =>
    el('tr', {}, ...listOf<Cell>(cells).map((cell) => tableCell(cell, scene))),
  );
  const caption = block.caption
    ? el('caption', { dir: 'auto' }, ...richText(block.caption, scene))
    : null;
  const kinds = ['bordered', 'striped', 'compact'].filter((it) => block[`is_${it}`] === true);
  return el(
    'div',
    { class: 'table', role: 'region', tabindex: 0, 'aria-label': 'Table' },
    directed(el('table', { class: kinds.join(' ') }, caption, el('tbody', {}, ...rows))),
  );
}

function tableCell(cell: Cell, scene: Scene): HTMLElement {
  const { colspan, rowspan, align, valign } = cell;
  return el(
    cell.is_header === true ? 'th' : 'td',
    { colspan, rowspan, 'data-align': align, 'data-valign': valign, dir: 'auto' },
    ...richText(cell.text, scene),
  );
}

function gallery(kind: 'collage' | 'slideshow', block: ShownBlock, scene: Scene): Node {
  const { text } = (block.caption ?? {}) as { text?: unknown };
  return el(
    'figure',
    { class: kind },
    el('div', { tabindex: kind === 'slideshow' ? 0 : undefined }, ...drawn(block.blocks, scene)),
    text === undefined ? null : el('figcaption', { dir: 'auto' }, ...richText(text, scene)),
  );
}

function cite(credit: unknown, scene: Scene): HTMLElement | null {
  return credit ? el('cite', { dir: 'auto' }, ...richText(credit, scene)) : null;
}

function listOf<Member>(value: unknown): Member[] {
  return Array.isArray(value) ? value : [];
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
