import type { EpochMs } from '../model.ts';
import { type Dated, momentIn } from './dates.ts';
import { RIGHT_TO_LEFT } from './direction.ts';

/** Invisible letters with a direction (Unicode Standard Annex #9, 2.6). */
const TO_RIGHT = '\u200e';
const TO_LEFT = '\u200f';

/**
 * `source · 27 Jun 2023, 15:45` on the chat's clock and in its language; either may be missing. A date that runs the other
 * way than the source goes first, behind a mark of its own direction: else its figures would change places, as a message
 * runs the way of its first letter.
 */
export function byline(source: string, published: EpochMs | null, dated: Dated): string {
  const date = momentIn(published, dated);
  if (source === '' || date === '') return source + date;
  const isFromRight = RIGHT_TO_LEFT.test(date);
  if (isFromRight === RIGHT_TO_LEFT.test(source)) return `${source} · ${date}`;
  return `${isFromRight ? TO_LEFT : TO_RIGHT}${date} · ${source}`;
}
