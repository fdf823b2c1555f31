import type { Article } from '../model.ts';
import { hostOf, linkTarget } from './links.ts';
import { isVisible, oneLine } from './text.ts';

/** The title as one line; where there is nothing to see in it, the link's host, else the source, else '…'. */
export function headlineOf({ title, link }: Article, source: string): string {
  const target = linkTarget(link);
  return visibleLine(title) || (target && hostOf(target)) || visibleLine(source) || '…';
}

/** UTF-16 units of a line that are looked at, four times what any message shows: a title of a megabyte would cost its
 *  time in every chat. */
const LONGEST_LINE = 16_384;

/** The text as one line, '' where there is nothing to see. */
export function visibleLine(text: string): string {
  const line = oneLine(text.slice(0, LONGEST_LINE));
  return isVisible(line) ? line : '';
}
