import type { Clock, EpochMs } from '../model.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

/** The feeds that this process takes for itself, and gives back whatever went wrong with them. */
export type Claiming = {
  /** Takes up to that many due feeds. */
  take(limit: number): Promise<Feed[]>;
  /** A check has ended, saved or not. One that crashed by a fault of ours, such as a full disk, is made again soon, but not
   *  again and again. */
  ended(feedId: number, how: 'saved' | 'unsaved' | 'crashed'): void;
  /** Frees what we have claimed and are not at. */
  giveBack(): Promise<void>;
};

export type ClaimingDeps = {
  store: Pick<Store, 'claims'>;
  clock: Pick<Clock, 'now'>;
  /** The feeds that this process is at. */
  underWay: { keys(): Iterable<number> };
};

/** Longer than a fetch and its parsing may take: then another collector may try. */
const PATIENCE_MS = 120_000;
const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 5 * 60_000;

export function createClaiming({ store, clock, underWay }: ClaimingDeps): Claiming {
  const crashesInARow = new Map<number, number>();
  /** When a feed that broke off is worth another check. */
  const restsUntil = new Map<number, EpochMs>();
  /** Whether feeds may be claimed by us that we are not at. */
  let hasStrays = false;

  return {
    async take(limit) {
      // First, so that none is left alone: it could not be given back before, when the disk was full.
      await giveBack();
      return store.claims.take(clock.now(), limit, PATIENCE_MS).catch(unsure);
    },
    ended(feedId, how) {
      if (how !== 'saved') hasStrays = true;
      if (how === 'crashed') return rest(feedId);
      crashesInARow.delete(feedId);
      restsUntil.delete(feedId);
    },
    giveBack,
  };

  function rest(feedId: number): void {
    const times = crashesInARow.get(feedId) ?? 0;
    const restMs = Math.min(FIRST_REST_MS * 2 ** times, LONGEST_REST_MS);
    crashesInARow.set(feedId, times + 1);
    restsUntil.set(feedId, clock.now() + restMs);
  }

  async function giveBack(): Promise<void> {
    if (!hasStrays) return;
    hasStrays = false;
    await store.claims.giveBack(new Set(underWay.keys()), restsUntil).catch(unsure);
  }

  /** It may have been done, and only the answer been lost. */
  function unsure(error: unknown): never {
    hasStrays = true;
    throw error;
  }
}
