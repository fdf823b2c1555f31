import type { EpochMs } from '../model.ts';

/** When an owner wants a feed asked: as often as it publishes, at a fixed pace, or at moments of a cron expression. */
export type Timetable =
  | { kind: 'auto' }
  | { kind: 'every'; ms: number }
  /** `timeZone` null: that of the program. */
  | { kind: 'cron'; expression: string; timeZone: string | null };

/** The first moment after `after` that a cron expression means; null when it is none, or means none within a year. */
export type NextCron = (
  expression: string,
  timeZone: string | null,
  after: EpochMs,
) => EpochMs | null;

/** Reads `auto`, `15m`, `0 7 * * mon-fri` or `0 7 * * * Europe/Paris`; null when it is none of these. Whether a cron
 *  expression means anything, `NextCron` says. */
export function readTimetable(written: string): Timetable | null {
  const text = written.trim();
  if (/^(auto)?$/i.test(text)) return { kind: 'auto' };
  const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (Number(count) > 0) return { kind: 'every', ms: Number(count) * (UNIT_MS[unit] ?? 0) };

  const words = text.split(/\s+/);
  const timeZone = /^UTC$|^[a-z]\w+\/[\w/+-]+$/i.test(words.at(-1) ?? '') ? words.pop() : undefined;
  if (words.length < 5 || words.length > 6) return null;
  return { kind: 'cron', expression: words.join(' '), timeZone: timeZone ?? null };
}

const UNIT_MS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
