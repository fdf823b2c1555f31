import { InlineKeyboard } from 'grammy';
import type { BotContext } from './context.ts';
import { inReadingOrder } from './direction.ts';

/** One page of a longer list; `page` counts from 0 and is brought inside the range. */
export type Page<Row> = { rows: Row[]; page: number; pages: number; first: number };

export function pageOf<Row>(rows: Row[], page: number, size: number): Page<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const inside = Math.min(Math.max(0, page), pages - 1);
  const first = inside * size;
  return { rows: rows.slice(first, first + size), page: inside, pages, first };
}

/** ‹ 2 / 5 › under a list; a prefix before the page's number makes the callback data, or `data` does. No row for a single
 *  page. */
export function turnPages(
  { say }: BotContext,
  keyboard: InlineKeyboard,
  { page, pages }: Pick<Page<unknown>, 'page' | 'pages'>,
  data: string | ((page: number) => string),
): InlineKeyboard {
  if (pages < 2) return keyboard;
  const dataOf = typeof data === 'string' ? (to: number) => `${data}:${to}` : data;
  const to = (target: number) => dataOf((target + pages) % pages);
  const [left = '', right = ''] = inReadingOrder([to(page - 1), to(page + 1)], say.language);
  return keyboard
    .row()
    .text('‹', left)
    .text(`${page + 1} / ${pages}`, to(page))
    .text('›', right);
}

/** A keyboard with one button a row; their texts are ours, or `quoted`. */
export function column(buttons: { text: string; data: string }[]): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const { text, data } of buttons) keyboard.text(text, data).row();
  return keyboard;
}
