import type { EpochMs } from '../model.ts';
import { type DutyName, momentOf } from './duties.ts';
import type { Database } from './schema.ts';

/** A process at work on this database: what only it does, since when as far as that is known, and whether it collects. */
export type Process = {
  id: string;
  duties: { name: DutyName; since: EpochMs | null }[];
  collects: boolean;
};

export type Processes = {
  /** Those that have been heard of lately, each once. */
  alive(now: EpochMs): Promise<Process[]>;
};

export function createProcesses(db: Database): Processes {
  return {
    async alive(now) {
      const duties = await db
        .selectFrom('duty')
        .select(['name', 'holder', 'since'])
        .where('until', '>', momentOf(db, now))
        .orderBy('name')
        .execute();
      const collectors = await db
        .selectFrom('collector')
        .select('id')
        .where('until', '>', momentOf(db, now))
        .execute();
      const collecting = new Set(collectors.map(({ id }) => id));
      const ids = new Set([...duties.map(({ holder }) => holder), ...collecting]);
      return [...ids].toSorted().map((id) => ({
        id,
        duties: duties
          .filter(({ holder }) => holder === id)
          .map(({ name, since }) => ({ name, since })),
        collects: collecting.has(id),
      }));
    },
  };
}
