import type { EpochMs } from '../model.ts';
import { WEEKDAYS } from './hours.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, momentOf, type WallMs, wallAt } from './localtime.ts';

/** When digests of a feed come in a chat: as it is wanted of that feed there (`own`), else as in the chat; null: none. */
export function wishedDigest(chat: { digest: string | null }, own: string | null): string | null {
  const digest = own ?? chat.digest;
  return digest === 'off' ? null : digest;
}

/**
 * When the next digest comes, strictly after that moment: `hourly`, `daily 08:00` or `weekly mon 09:00`, as `readDigest`
 * writes it. Where clocks jump over its time, it comes at the jump; where they show it twice, the first time only.
 */
export function nextDigestAt(digest: string, timeZone: string, after: EpochMs): EpochMs {
  const [rhythm, ...words] = digest.split(' ');
  const wall = wallAt(after, timeZone);
  // An hour lasts an hour, also while clocks are put back.
  if (rhythm === 'hourly') return after - (after % 1_000) + HOUR_MS - (wall % HOUR_MS);
  const minutes = minutesOf(words.at(-1) ?? '');
  const weekday = rhythm === 'weekly' ? WEEKDAYS.indexOf(words[0] ?? '') : null;
  // From yesterday on: where clocks are put back at midnight, a day has two ends.
  for (let day = dayOf(wall) - DAY_MS; ; day += DAY_MS) {
    if (weekday !== null && new Date(day).getUTCDay() !== weekday) continue;
    const at = momentOf(day + minutes * MINUTE_MS, timeZone);
    if (at > after) return at;
  }
}

/** When the quiet hours (`22:00-07:00`, as `readQuiet` writes it) end that it is in; null when it is in none. */
export function quietUntil(quiet: string, timeZone: string, now: EpochMs): EpochMs | null {
  const [from = 0, to = 0] = quiet.split('-').map(minutesOf);
  const length = (to - from + 24 * 60) % (24 * 60);
  const today = dayOf(wallAt(now, timeZone));
  for (const day of [today + DAY_MS, today, today - DAY_MS]) {
    const start = day + from * MINUTE_MS;
    if (momentOf(start, timeZone) > now) continue;
    const end = momentOf(start + length * MINUTE_MS, timeZone);
    // Where clocks jump over what lies between two quiet times, the next one begins at once.
    if (end > now) return quietUntil(quiet, timeZone, end) ?? end;
  }
  return null;
}

function dayOf(wall: WallMs): WallMs {
  return wall - (wall % DAY_MS);
}

/** Minutes since midnight of `08:30`. */
function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
