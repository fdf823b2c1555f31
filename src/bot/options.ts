import { readTimetable } from '../feed/timetable.ts';
import type { Feed } from '../store/schema.ts';

/** What an owner wants of a feed. */
export type Wishes = Partial<Pick<Feed, 'name' | 'category' | 'schedule' | 'url'>>;

export type OptionsRead =
  | { kind: 'wishes'; wishes: Wishes }
  | { kind: 'unknown'; name: string }
  | { kind: 'wrong'; name: string; value: string };

/** Reads `name=Morning news category=world schedule=15m`: a value goes on until the next `word=`. */
export function readOptions(text: string, allowed: (keyof Wishes)[]): OptionsRead {
  const wishes: Wishes = {};
  for (const [, name = '', written = ''] of text.matchAll(/([\w.]+)=(.*?)(?=\s+[\w.]+=|$)/gs)) {
    const value = written.trim();
    const option = allowed.find((it) => it === name);
    if (!option) return { kind: 'unknown', name };
    const isWrong = option === 'schedule' && value !== '' && !readTimetable(value);
    if (isWrong) return { kind: 'wrong', name, value };
    wishes[option] = value;
  }
  return { kind: 'wishes', wishes: plain(wishes) };
}

/** `auto` and an empty value take a wish back. */
function plain({ schedule, ...rest }: Wishes): Wishes {
  if (schedule === undefined) return rest;
  return { ...rest, schedule: schedule === 'auto' || schedule === '' ? null : schedule };
}
