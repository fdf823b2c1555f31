import type { Article } from '../model.ts';
import { hostOf, linkTarget } from './links.ts';
import { isVisible, oneLine } from './text.ts';

/** The title as one line; where there is nothing to see in it, the link's host, else the source, else '…'. */
export function headlineOf({ title, link }: Article, source: string): string {
  const target = linkTarget(link);
  return visibleLine(title) || (target && hostOf(target)) || visibleLine(source) || '…';
}

/** The text as one line, '' where there is nothing to see. */
export function visibleLine(text: string): string {
  const line = oneLine(text);
  return isVisible(line) ? line : '';
}
