import type { Clock, EpochMs } from '../model.ts';
import type { Store } from '../store/store.ts';
import type { Alarms } from './alarms.ts';

export type DiskDeps = {
  store: Pick<Store, 'bytes'>;
  /** What is left of the disk on which the database lies; null where nobody can tell. */
  freeBytes: () => Promise<number | null>;
  alarms: Pick<Alarms, 'raise' | 'clear'>;
  clock: Pick<Clock, 'now'>;
};

export type DiskWatch = { tick(): Promise<void> };

const LOOK_MS = 10 * 60_000;
/** A backup beside the database needs as much again; a small one leaves room for what else lives there. */
const LEAST_BYTES = 200_000_000;
/** It is well again when there is somewhat more: what swings around a limit is told once. */
const WELL_AGAIN = 1.5;

/** Looks every ten minutes whether the disk fills up: a database that cannot be written to stops everything. */
export function createDiskWatch({ store, freeBytes, alarms, clock }: DiskDeps): DiskWatch {
  let nextLookAt: EpochMs = 0;
  return {
    async tick() {
      if (clock.now() < nextLookAt) return;
      nextLookAt = clock.now() + LOOK_MS;
      const free = await freeBytes();
      if (free === null) return;
      const wanted = Math.max(LEAST_BYTES, await store.bytes());
      if (free < wanted) alarms.raise({ kind: 'disk', freeBytes: free });
      else if (free > wanted * WELL_AGAIN) alarms.clear('disk');
    },
  };
}
