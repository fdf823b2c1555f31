import type { Log } from '../log.ts';
import type { Delivering } from '../relay/deliver.ts';
import type { Store } from '../store/store.ts';
import type { Roles } from './roles.ts';
import type { Surroundings } from './surroundings.ts';

type FollowDeps = {
  store: Pick<Store, 'waits'>;
  surroundings: Pick<Surroundings, 'clock'>;
  roles: Pick<Roles, 'shift'>;
  log: Log;
};

/** Less is what clocks are corrected by all the time. */
const JUMP_MS = 1_000;

/** Whoever sets the machine's clock changes what time it is, but not how long anything waits. */
export function createFollowClock({ store, surroundings, roles, log }: FollowDeps) {
  const { clock } = surroundings;
  let isFollowing = false;

  return async (delivering: Pick<Delivering, 'shift'> | undefined): Promise<void> => {
    const byMs = clock.jumpMs?.() ?? 0;
    // What waits is shifted once, however long the disk takes for it.
    if (isFollowing || Math.abs(byMs) < JUMP_MS) return;
    isFollowing = true;
    try {
      // What stands in the database is shifted by one of those that share it.
      if (delivering) await store.waits.shift(byMs, clock.now());
      delivering?.shift(byMs);
      roles.shift(byMs);
      clock.follow?.();
      log('clock.jumped', { byMs });
    } finally {
      isFollowing = false;
    }
  };
}
