import type { Clock, EpochMs } from '../model.ts';
import type { OutboxDepth } from '../store/outbox.ts';
import type { Process } from '../store/processes.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { LastMinute } from './lastminute.ts';

export type Status = {
  version: string;
  uptimeMs: number;
  /** Stale ones are healthy, but have been silent for much longer than they use to be. */
  feeds: { all: number; healthy: number; failing: number; stale: number };
  outbox: OutboxDepth;
  /** Messages that this process has brought to chats within the last minute; what people ask for is not among them. */
  lastMinute: number;
  /** Messages of which nobody knows whether they came; and how often Telegram asked for a rest. */
  answersLost: number;
  floods: number;
  databaseBytes: number;
  memoryBytes: number;
  /** Those that share the database, this one among them. */
  processes: Process[];
};

export type StatusDeps = {
  store: Pick<Store, 'feeds' | 'outbox' | 'tally' | 'bytes' | 'processes'>;
  clock: Pick<Clock, 'now'>;
  startedAt: EpochMs;
  version: string;
  memoryBytes: () => number;
  sent: Pick<LastMinute, 'count'>;
};

/** How the relay is doing, for its owner. */
export async function statusOf(deps: StatusDeps): Promise<Status> {
  const feeds = await deps.store.feeds.all();
  const failing = feeds.filter(isFailing).length;
  return {
    version: deps.version,
    uptimeMs: deps.clock.now() - deps.startedAt,
    feeds: {
      ...{ all: feeds.length, healthy: feeds.length - failing, failing },
      stale: feeds.filter((feed) => !isFailing(feed) && feed.trouble === 'stale').length,
    },
    outbox: await deps.store.outbox.depth(),
    lastMinute: deps.sent.count(),
    answersLost: await deps.store.tally.of('answersLost'),
    floods: await deps.store.tally.of('floods'),
    databaseBytes: await deps.store.bytes(),
    memoryBytes: deps.memoryBytes(),
    processes: await deps.store.processes.alive(deps.clock.now()),
  };
}

export function isFailing({ failures }: Feed): boolean {
  return failures > 0;
}
