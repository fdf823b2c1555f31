import type { EpochMs } from '../model.ts';

/** Whose clock dates follow, and how they are written there. */
export type Dated = {
  /** IANA name; an unknown one counts as UTC: a wrong setting must not cost a post. */
  timeZone: string;
  /** A language as `Intl` knows it. */
  locale: string;
};

/** The moments a JavaScript date can name (ECMA-262, "Time Values"). */
const LAST_MOMENT: EpochMs = 8.64e15;

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DIGITS = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** `25 Nov 2026, 14:05`, as that language writes it; '' for no moment at all. */
export function momentIn(at: EpochMs | null, dated: Dated): string {
  return isMoment(at) ? formatFor('moment', dated).format(at) : '';
}

/** `25 Nov 2026`, as that language writes it; '' for no moment at all. */
export function dayIn(at: EpochMs | null, dated: Dated): string {
  return isMoment(at) ? formatFor('day', dated).format(at) : '';
}

/** A moment as `pattern` writes it: `YYYY` or `YY`, `MM`, `DD`, `HH` and `mm` stand for its parts, all else for itself. */
export function patternIn(at: EpochMs | null, timeZone: string, pattern: string): string {
  if (!isMoment(at)) return '';
  const parts = formatFor('parts', { timeZone, locale: 'en-US' }).formatToParts(at);
  const { year: long = '', ...written } = Object.fromEntries(
    parts.map(({ type, value }) => [type, value]),
  ) as Partial<Record<Intl.DateTimeFormatPartTypes, string>>;
  const year = long.padStart(4, '0');
  const { month = '', day = '', hour = '', minute = '' } = written;
  const words: Record<string, string> = {
    ...{ YYYY: year, YY: year.slice(-2), MM: month, DD: day, HH: hour, mm: minute },
  };
  return pattern.replace(/YYYY|YY|MM|DD|HH|mm/g, (part) => words[part] ?? '');
}

function isMoment(at: EpochMs | null): at is EpochMs {
  return at !== null && Math.abs(at) <= LAST_MOMENT;
}

type Form = 'moment' | 'day' | 'parts';

const FORMS: Record<Form, Intl.DateTimeFormatOptions> = {
  moment: { ...DAY, ...CLOCK },
  day: DAY,
  parts: { ...DIGITS, ...CLOCK },
};

/** Made once for each zone and language, for making one costs more than a post. */
const formats = new Map<string, Intl.DateTimeFormat>();
/** Far more than there are places to live in and languages that we speak together. */
const MOST_FORMATS = 2_000;

function formatFor(form: Form, { timeZone, locale }: Dated): Intl.DateTimeFormat {
  const key = `${form} ${locale} ${timeZone}`;
  const format = formats.get(key) ?? newFormat(FORMS[form], { timeZone, locale });
  if (formats.size < MOST_FORMATS) formats.set(key, format);
  return format;
}

function newFormat(options: Intl.DateTimeFormatOptions, { timeZone, locale }: Dated) {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  }
}
