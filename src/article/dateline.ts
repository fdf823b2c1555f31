import type { EpochMs } from '../model.ts';

const DATELINE_CHARS = 60;

const LABEL = String.raw`(?:\p{L}[\p{L} ]{0,20}\s*[:：]?\s*)?`;
const NUMERIC = String.raw`\d{1,4}\s*[-/.年년]\s*\d{1,2}\s*[-/.月월]\s*\d{1,4}\s*[日일]?\.?`;
const DAY_MONTH = String.raw`\d{1,2}(?:\.|st|nd|rd|th|er)?\s+(?:de\s+)?\p{L}{3,12}\.?,?\s+(?:de\s+)?\d{4}`;
const MONTH_DAY = String.raw`\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}`;
const TIME = String.raw`(?:[\s,\-–—|@T]*(?:at|à|um|a las)?\s*\d{1,2}\s*[:h.時时]\s*\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|Uhr|分)?)?`;
const ZONE = String.raw`\s*(?:\(?(?:GMT|UTC|Z|[A-Z]{2,4})\)?|[+-]\d{2}:?\d{2})?`;
const EDGE = String.raw`[\s\p{P}\p{S}]*`;
const DATELINE = new RegExp(
  `^${EDGE}${LABEL}(?:${NUMERIC}|${DAY_MONTH}|${MONTH_DAY})${TIME}${ZONE}${EDGE}$`,
  'iu',
);

/** Whether a block says nothing but when the article appeared. */
export function isDateline(text: string): boolean {
  return text.length <= DATELINE_CHARS && /\d/.test(text) && DATELINE.test(text);
}

/** The moment of a numeric dateline; null where its order of day and month cannot be known. Without
 *  a zone of its own it is read as UTC, so it may be some hours off. */
export function momentOf(text: string): EpochMs | null {
  const date = /(\d{1,4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,4})/.exec(text);
  if (date === null) return null;
  const [year, month, day] = ordered(date.slice(1, 4).map(Number));
  if (year === undefined || month === undefined || day === undefined) return null;
  const time = /(\d{1,2})\s*[:h時时]\s*(\d{2})/.exec(text.slice(date.index + date[0].length));
  return Date.UTC(year, month - 1, day, Number(time?.[1] ?? 0), Number(time?.[2] ?? 0));
}

/** Year, month, day; empty when they are none, or when 3/4 could be March or April. */
function ordered([first = 0, second = 0, third = 0]: number[]): number[] {
  if (isDate(first, second, third)) return [first, second, third];
  const isDayFirst = isDate(third, second, first);
  const isMonthFirst = isDate(third, first, second);
  if (isDayFirst && (!isMonthFirst || first === second)) return [third, second, first];
  return isMonthFirst && !isDayFirst ? [third, first, second] : [];
}

function isDate(year: number, month: number, day: number): boolean {
  return year > 1990 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
