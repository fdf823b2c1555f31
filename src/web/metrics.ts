import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FetchFeed } from '../feed/fetch.ts';
import type { Log } from '../log.ts';
import type { EpochMs } from '../model.ts';
import type { Status } from '../relay/status.ts';
import { countEvents } from './eventcounts.ts';

/** What a Prometheus may read of us. */
export type Metrics = {
  /** What is logged through it is counted. */
  counting(log: Log): Log;
  /** What is fetched through it is timed. */
  timing(fetchFeed: FetchFeed): FetchFeed;
  /** Counts an update on its way. */
  update(update: object, next: () => Promise<void>): Promise<void>;
  /** All of it in Prometheus's text format. */
  text(now: Moments & { status: Status }): Promise<{ contentType: string; body: string }>;
};

/** null: never yet. */
type Moments = { now: EpochMs; lastTickAt: EpochMs | null; telegramAt: EpochMs | null };

/** A fetch is given up after twenty seconds. */
const FETCH_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** Counted where outcomes are drawn already: in what is logged. `elapsedMs` is a clock that nobody sets. */
export function createMetrics({ elapsedMs }: { elapsedMs: () => number }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const count = countEvents(registry);
  const gauges = gaugesIn(registry);
  const fetches = new Histogram({
    name: 'telewire_feed_fetch_duration_seconds',
    help: 'How long it took to fetch and parse a feed, by what came of it.',
    ...{ labelNames: ['outcome'], buckets: FETCH_SECONDS, registers },
  });
  const updates = new Counter({
    name: 'telewire_updates_total',
    help: 'Updates that Telegram has brought, by kind.',
    ...{ labelNames: ['kind'], registers },
  });

  let isAsked = false;

  return {
    counting: (log) => (event, fields) => {
      count(event, fields ?? {});
      log(event, fields);
    },
    timing: (fetchFeed) => async (feed, now) => {
      const beganMs = elapsedMs();
      const outcome = await fetchFeed(feed, now);
      const label = outcome.kind === 'failed' ? outcome.reason : outcome.kind;
      fetches.observe({ outcome: label }, (elapsedMs() - beganMs) / 1000);
      return outcome;
    },
    update(update, next) {
      // The one field besides its id names its kind.
      const kind = Object.keys(update).find((name) => name !== 'update_id');
      updates.inc({ kind: kind ?? 'unknown' });
      return next();
    },
    async text(read) {
      // They watch the event loop all the time: a process that nobody asks does not pay for that.
      if (!isAsked) collectDefaultMetrics({ register: registry });
      isAsked = true;
      gauges(read);
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
  };
}

/** What is measured when it is asked for. */
function gaugesIn(registry: Registry): (read: Moments & { status: Status }) => void {
  const registers = [registry];
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `telewire_${name}`, help, labelNames, registers });
  const build = gauge('build_info', 'Always 1; which version runs.', ['version']);
  const owed = gauge('outbox_deliveries', 'Deliveries in the outbox, by state.', ['state']);
  const oldest = gauge(
    'outbox_oldest_age_seconds',
    'How long the oldest delivery waits that is owed now.',
  );
  const feeds = gauge('feeds', 'Feeds that are known, by health.', ['health']);
  const database = gauge('database_size_bytes', 'What the database takes of the disk.');
  const ticked = gauge('last_tick_timestamp_seconds', 'When the clock last fired.');
  const reached = gauge('telegram_last_answer_timestamp_seconds', 'When Telegram last answered.');

  return ({ now, lastTickAt, telegramAt, status }) => {
    const { version, outbox, databaseBytes } = status;
    build.set({ version }, 1);
    owed.set({ state: 'owed' }, outbox.owed);
    owed.set({ state: 'held' }, outbox.held);
    owed.set({ state: 'dead' }, outbox.dead);
    oldest.set(outbox.oldestOwedAt === null ? 0 : secondsOf(now - outbox.oldestOwedAt));
    feeds.set({ health: 'healthy' }, status.feeds.healthy);
    feeds.set({ health: 'failing' }, status.feeds.failing);
    database.set(databaseBytes);
    ticked.set(secondsOf(lastTickAt));
    reached.set(secondsOf(telegramAt));
  };
}

function secondsOf(ms: number | null): number {
  return Math.max(0, ms ?? 0) / 1000;
}
