import type { Log } from '../log.ts';
import { type CollectDeps, type Collecting, createCollecting } from '../relay/collect.ts';
import type { Holder } from '../store/duties.ts';
import type { Surroundings } from './surroundings.ts';

/** Collecting by a process that may be one of several: it tells the others that it lives. */
export type Collector = Collecting & {
  /** From now on its claims are its own, for as long as it is heard of. */
  begin(): Promise<void>;
};

export type CollectorDeps = CollectDeps & {
  surroundings: Pick<Surroundings, 'beat'>;
  holder: Holder;
  log: Log;
};

/** Heard of so often before it counts as dead. */
const RENEWALS = 3;

export function createCollector(deps: CollectorDeps): Collector {
  const { surroundings, holder, clock, log } = deps;
  const { claims } = deps.store;
  const { tick, stop } = createCollecting(deps);
  let renewing: Promise<void> = Promise.resolve();
  let stopBeating: (() => void) | undefined;

  return {
    async begin() {
      await claims.begin(holder, clock.now());
      stopBeating = surroundings.beat?.(claims.leaseMs / RENEWALS, () => {
        renewing = renewing
          .then(() => claims.renew(clock.now()))
          .catch((error: unknown) => log('claims.unrenewed', { error }));
      });
    },
    tick,
    async stop() {
      await stop();
      stopBeating?.();
      await renewing;
      await claims.end().catch((error: unknown) => log('claims.crashed', { error }));
    },
  };
}
