import type { EpochMs } from '../model.ts';
import type { RawRhythm } from './raw.ts';

/** What a publisher says of when to ask. */
export type Rhythm = {
  /** For how long the document stays as it is. */
  ttlMs: number | null;
  /** Hours of the day, 0 to 23, and days of the week, 0 for Sunday, in which nothing will be new (GMT). */
  skipHours: number[];
  skipDays: number[];
};

export const NO_WISHES: Rhythm = { ttlMs: null, skipHours: [], skipDays: [] };

export function rhythmOf({ ttlMinutes, period, frequency, ...skips }: RawRhythm): Rhythm {
  const minutes = Math.max(positive(ttlMinutes), periodMinutes(period, frequency));
  const hours = skips.skipHours.map((hour) => hour % 24).filter((hour) => hour >= 0);
  const days = skips.skipDays.map((day) => DAYS.indexOf(day.trim().slice(0, 3).toLowerCase()));
  return {
    ttlMs: minutes > 0 ? Math.min(minutes, MAX_TTL_MINUTES) * 60_000 : null,
    skipHours: [...new Set(hours)],
    skipDays: [...new Set(days)].filter((day) => day >= 0),
  };
}

/** The end of the hours and days to be skipped, if the moment lies in them. Who skips for longer than a weekend
 *  has skipped everything, and cannot mean it. */
export function afterSkipped(at: EpochMs, { skipHours, skipDays }: Rhythm): EpochMs {
  const isSkipped = (moment: EpochMs) =>
    skipHours.includes(new Date(moment).getUTCHours()) ||
    skipDays.includes(new Date(moment).getUTCDay());
  if (!isSkipped(at)) return at;
  const nextHour = at - (at % HOUR_MS) + HOUR_MS;
  for (let hours = 0; hours < LONGEST_SKIP_HOURS; hours += 1)
    if (!isSkipped(nextHour + hours * HOUR_MS)) return nextHour + hours * HOUR_MS;
  return at;
}

const HOUR_MS = 3_600_000;
const LONGEST_SKIP_HOURS = 72;

/** A month: who says more has mistaken the unit, or never looks. */
const MAX_TTL_MINUTES = 30 * 24 * 60;

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const PERIOD_MINUTES = new Map([
  ['hourly', 60],
  ['daily', 24 * 60],
  ['weekly', 7 * 24 * 60],
  ['monthly', 30 * 24 * 60],
  ['yearly', 365 * 24 * 60],
]);

/** Minutes between two changes (web.resource.org/rss/1.0/modules/syndication). "Once an hour" is what blog software
 *  says of every blog without being told to, and so no wish. */
function periodMinutes(period: string | null, frequency: number | null): number {
  const minutes = PERIOD_MINUTES.get(period?.trim().toLowerCase() ?? '') ?? 0;
  const times = positive(frequency) || 1;
  return minutes === 60 && times === 1 ? 0 : minutes / times;
}

function positive(number: number | null): number {
  return number !== null && number > 0 ? number : 0;
}
