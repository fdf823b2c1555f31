import cron from 'node-cron';
import type { EpochMs } from '../model.ts';

/** The first moment after `after` that a cron expression means in a time zone; null when it is no cron expression, the
 *  zone is unknown, or there is no such moment within a year. */
export function nextCron(expression: string, timeZone: string, after: EpochMs): EpochMs | null {
  if (!cron.validate(expression) || !isTimeZone(timeZone)) return null;
  const { hour: hours, minute: minutes, second: seconds } = cron.parse(expression);
  // A task that is never started is a matcher.
  const task = cron.createTask(expression, () => {}, { timezone: timeZone });
  const format = new Intl.DateTimeFormat('en', { ...CLOCK, timeZone });

  let at = after - (after % 1_000) + 1_000;
  while (at < after + YEAR_MS) {
    const [hour = 0, minute = 0, second = 0] = clockAt(at, format);
    if (!hours.includes(hour)) at += HOUR_MS - minute * MINUTE_MS - second * 1_000;
    else if (!minutes.includes(minute)) at += MINUTE_MS - second * 1_000;
    else if (!seconds.includes(second)) at += 1_000;
    else if (task.match(new Date(at))) return at;
    // It must be the day. An hour early, because a day may have only twenty-three.
    else at += Math.max(23 - hour, 1) * HOUR_MS - minute * MINUTE_MS - second * 1_000;
  }
  return null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const YEAR_MS = 366 * 24 * HOUR_MS;

const CLOCK = {
  hourCycle: 'h23',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

function clockAt(at: EpochMs, format: Intl.DateTimeFormat): number[] {
  return format
    .formatToParts(at)
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => Number(value));
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }) !== null;
  } catch {
    return false;
  }
}
