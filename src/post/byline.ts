import type { EpochMs } from '../model.ts';

/** The moments a JavaScript date can name (ECMA-262, "Time Values"). */
const LAST_MOMENT: EpochMs = 8.64e15;

/** Scripts whose letters turn the digits after them around: `2023-06-27` would read `27-06-2023` (UAX #9, rule W2). */
const TURNS_DIGITS = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** `source · 2023-06-27 15:45` in the chat's time zone; either may be missing. The date goes first where the source
 *  is written in Arabic letters. */
export function byline(source: string, published: EpochMs | null, timeZone: string): string {
  const date = published === null ? '' : dateIn(timeZone, published);
  const parts = TURNS_DIGITS.test(source) ? [date, source] : [source, date];
  return parts.filter((part) => part !== '').join(' · ');
}

function dateIn(timeZone: string, moment: EpochMs): string {
  if (!(Math.abs(moment) <= LAST_MOMENT)) return '';
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute } = Object.fromEntries(parts);
  return `${year?.padStart(4, '0')}-${month}-${day} ${hour}:${minute}`;
}

/** An unknown zone counts as UTC: a wrong setting must not cost a post. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const options = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
}
