import type { Clock, EpochMs } from '../model.ts';
import type { OutboxDepth } from '../store/outbox.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

export type Status = {
  version: string;
  uptimeMs: number;
  feeds: { all: number; healthy: number; failing: number };
  outbox: OutboxDepth;
  /** Messages of which nobody knows whether they came; and how often Telegram asked for a rest. */
  answersLost: number;
  floods: number;
  databaseBytes: number;
  memoryBytes: number;
};

export type StatusDeps = {
  store: Pick<Store, 'feeds' | 'outbox' | 'tally' | 'bytes'>;
  clock: Pick<Clock, 'now'>;
  startedAt: EpochMs;
  version: string;
  memoryBytes: () => number;
};

/** How the relay is doing, for its owner. */
export async function statusOf(deps: StatusDeps): Promise<Status> {
  const feeds = await deps.store.feeds.all();
  const failing = feeds.filter(isFailing).length;
  return {
    version: deps.version,
    uptimeMs: deps.clock.now() - deps.startedAt,
    feeds: { all: feeds.length, healthy: feeds.length - failing, failing },
    outbox: await deps.store.outbox.depth(),
    answersLost: await deps.store.tally.of('answersLost'),
    floods: await deps.store.tally.of('floods'),
    databaseBytes: await deps.store.bytes(),
    memoryBytes: deps.memoryBytes(),
  };
}

export function isFailing({ failures }: Feed): boolean {
  return failures > 0;
}
