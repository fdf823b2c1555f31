import type { Clock, EpochMs } from '../model.ts';

/** Feeds whose pages told nothing again and again: their entries are short, or their pages closed. */
export type Fruitless = {
  isOne(feedId: number): boolean;
  /** How many pages told nothing; 0 when one of them told more. */
  note(feedId: number, pages: number): void;
};

/** So many in a row are no chance; a day later it may be another. */
const PAGES = 5;
const DAY_MS = 24 * 3_600_000;

export function createFruitless({ now }: Pick<Clock, 'now'>): Fruitless {
  const known = new Map<number, { pages: number; since: EpochMs }>();

  return {
    isOne(feedId) {
      const { pages = 0, since = 0 } = known.get(feedId) ?? {};
      return pages >= PAGES && since + DAY_MS > now();
    },
    note(feedId, pages) {
      const before = known.get(feedId);
      if (pages === 0) known.delete(feedId);
      else known.set(feedId, { pages: (before?.pages ?? 0) + pages, since: now() });
    },
  };
}
