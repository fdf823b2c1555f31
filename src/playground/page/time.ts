const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const CLOCK_SECONDS = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long' });
const SHORT_DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: 'long' });
const DAY_MS = 24 * 3_600_000;

/** "09:41"; Telegram's moments are in seconds. */
export function clockTime(seconds: number): string {
  return CLOCK.format(seconds * 1000);
}

/** "09:41:07". */
export function clockSeconds(ms: number): string {
  return CLOCK_SECONDS.format(ms);
}

/** "Wednesday, 09:41". */
export function dayAndTime(ms: number): string {
  return `${WEEKDAY.format(ms)}, ${CLOCK.format(ms)}`;
}

/** "Today", "Yesterday" or "25 November". */
export function dayName(seconds: number, nowMs: number): string {
  const day = new Date(seconds * 1000).toDateString();
  if (day === new Date(nowMs).toDateString()) return 'Today';
  if (day === new Date(nowMs - DAY_MS).toDateString()) return 'Yesterday';
  return DAY.format(seconds * 1000);
}

/** The time of today's messages, the day of older ones. */
export function shortTime(seconds: number, nowMs: number): string {
  return dayName(seconds, nowMs) === 'Today'
    ? clockTime(seconds)
    : SHORT_DAY.format(seconds * 1000);
}
