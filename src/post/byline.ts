import type { EpochMs } from '../model.ts';

/** The moments a JavaScript date can name (ECMA-262, "Time Values"). */
const LAST_MOMENT: EpochMs = 8.64e15;

/** How a date is written where nobody asks for anything else. */
export const DATE_PATTERN = 'YYYY-MM-DD HH:mm';

/** Scripts whose letters turn the digits after them around: `2023-06-27` would read `27-06-2023` (UAX #9, rule W2). */
const TURNS_DIGITS = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** `source · 2023-06-27 15:45` in the chat's time zone; either may be missing. The date goes first where the source
 *  is written in Arabic letters. */
export function byline(source: string, published: EpochMs | null, timeZone: string): string {
  const date = dateIn(timeZone, published, DATE_PATTERN);
  const parts = TURNS_DIGITS.test(source) ? [date, source] : [source, date];
  return parts.filter((part) => part !== '').join(' · ');
}

/** A moment as `pattern` writes it: `YYYY` or `YY`, `MM`, `DD`, `HH` and `mm` stand for its parts, all else for itself. */
export function dateIn(timeZone: string, moment: EpochMs | null, pattern: string): string {
  if (moment === null || !(Math.abs(moment) <= LAST_MOMENT)) return '';
  const parts = new Map<string, string>(
    formatFor(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const year = parts.get('year')?.padStart(4, '0') ?? '';
  const { month = '', day = '', hour = '', minute = '' } = Object.fromEntries(parts);
  const written: Record<string, string> = {
    ...{ YYYY: year, YY: year.slice(-2), MM: month, DD: day, HH: hour, mm: minute },
  };
  return pattern.replace(/YYYY|YY|MM|DD|HH|mm/g, (part) => written[part] ?? '');
}

/** Made once for each zone, for making one costs more than a post; there are a few hundred zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const format = formats.get(timeZone) ?? newFormat(timeZone);
  if (formats.size < 1_000) formats.set(timeZone, format);
  return format;
}

/** An unknown zone counts as UTC: a wrong setting must not cost a post. */
function newFormat(timeZone: string): Intl.DateTimeFormat {
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
