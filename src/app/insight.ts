import type { AppDeps } from '../app.ts';
import type { Webhook } from '../bot/webhook.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { createLastMinute } from '../relay/lastminute.ts';
import { type Status, statusOf } from '../relay/status.ts';
import { createReach, type Reach } from '../telegram/reach.ts';
import { createMetrics, type Metrics } from '../web/metrics.ts';
import type { DoorParts } from './door.ts';

type Asked = Parameters<Reach['lastAt']>[0];

/** How the process sees itself; everything that is to be counted is done through it. */
export type Insight = {
  /** What is logged through it is counted. */
  log: Log;
  metrics: Metrics;
  reach: Reach;
  status: () => Promise<Status>;
};

export function createInsight(
  { store, log: plain, surroundings }: AppDeps,
  version: string,
): Insight {
  const { clock, memoryBytes } = surroundings;
  const startedAt = clock.now();
  const metrics = createMetrics({ elapsedMs: () => performance.now() });
  const sent = createLastMinute(clock);
  const counted = metrics.counting(plain);
  const log: Log = (event, fields) => {
    if (event === 'delivery.sent' || event === 'bundle.sent') sent.add();
    counted(event, fields);
  };
  return {
    ...{ log, metrics, reach: createReach(clock, log) },
    status: () => statusOf({ store, clock, startedAt, version, memoryBytes, sent }),
  };
}

/** What the web server is to tell, and to whom it gives updates. */
export function doorFor(
  { status, metrics, reach }: Insight,
  { webhook, config, api }: { webhook: Webhook | undefined; config: Config; api: Asked },
): DoorParts {
  const { metricsToken } = config;
  return {
    updates: webhook,
    insight: { status, metrics, metricsToken, telegramAt: () => reach.lastAt(api) },
  };
}
