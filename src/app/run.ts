import { type ServerType, serve } from '@hono/node-server';
import type { Polling } from '../bot/polling.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { EpochMs } from '../model.ts';
import type { Collecting } from '../relay/collect.ts';
import type { Delivering } from '../relay/deliver.ts';
import type { Health } from '../relay/health.ts';
import { createUnmuting } from '../relay/pauses.ts';
import type { TopicKeeping } from '../relay/topics.ts';
import type { Hubs } from '../relay/websub.ts';
import type { Store } from '../store/store.ts';
import type { Pace } from '../telegram/pace.ts';
import { createWeb } from '../web/web.ts';
import { createFollowClock } from './followclock.ts';
import type { Surroundings } from './surroundings.ts';

export type App = {
  /** Resolves when updates are polled and the clock ticks; rejects when Telegram refuses the token. */
  start(): Promise<void>;
  /** Takes up nothing new and finishes what is in flight; what is owed stays owed. */
  stop(): Promise<void>;
};

/** The parts that live, as opposed to those that are only called. */
export type Running = {
  config: Config;
  store: Store;
  log: Log;
  surroundings: Surroundings;
  collecting: Collecting;
  health: Health;
  /** undefined when hubs cannot reach us. */
  hubs: Hubs | undefined;
  topics: TopicKeeping;
  deliver: () => Delivering;
  poll: () => Polling;
  pace: Pick<Pace, 'recall' | 'longestMs'>;
  setMenus: () => Promise<void>;
  /** Answers to people that are under way. */
  conversation: { idle(): Promise<void> };
  fullTexts: { stop(): Promise<void> };
  closeHttp: () => Promise<void>;
};

/** Long enough for what is in flight, short enough for whoever stops the process. */
const STOP_MS = 8_000;
const STALE_MS = 10 * 60_000;

/** Starts the parts in the order in which they need each other; stops them all at once, and the database last. */
export function createRun(parts: Running): App {
  const { config, store, log, surroundings, collecting, health, hubs, topics } = parts;
  const { clock, schedule } = surroundings;
  const startedAt = clock.now();
  const followClock = createFollowClock(parts);
  let lastTickAt: EpochMs = startedAt;
  /** What ends each part that has been started. */
  const ends: (() => Promise<unknown>)[] = [];
  let stopped: Promise<void> | undefined;

  return {
    start,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };

  async function start(): Promise<void> {
    await listConfiguredFeeds(config, store, startedAt);
    if (config.port !== undefined) {
      const { now } = clock;
      const web = createWeb({ now, lastTickAt: () => lastTickAt, staleMs: STALE_MS, hubs, log });
      const server = await listen(config.port, { web, log });
      ends.push(async () => server.close());
    }
    await recallPace(parts, startedAt);
    const polling = parts.poll();
    ends.push(() => polling.stop().then(() => parts.conversation.idle()));
    await polling.begun;
    const delivering = parts.deliver();
    ends.push(delivering.stop, collecting.stop, parts.fullTexts.stop, async () => hubs?.stop());
    const menus = parts.setMenus();
    ends.push(() => menus);
    const ticking = schedule(config.tick, () => tick(delivering));
    ends.push(ticking.stop);
    log('app.ready', { feeds: (await store.feeds.all()).length });
  }

  async function stop(): Promise<void> {
    const patience = new AbortController();
    const allEnded = Promise.all(ends.map((end) => end()));
    await Promise.race([allEnded, clock.sleep(STOP_MS, patience.signal)]);
    patience.abort();
    // Whoever still waits for a web server is told that it will not answer.
    await parts.closeHttp();
    await store.close();
    log('app.stopped');
  }

  function tick(delivering: Delivering): void {
    followClock(delivering).catch((error: unknown) => log('clock.crashed', { error }));
    lastTickAt = clock.now();
    delivering.wake();
    for (const part of [collecting, health, hubs, topics, unmutingFor(delivering, parts)]) {
      part?.tick().catch((error: unknown) => log('tick.crashed', { error }));
    }
  }
}

function unmutingFor({ wake }: Delivering, { store, surroundings: { clock } }: Running) {
  return createUnmuting({ store, clock, wakeDelivery: wake });
}

/** What an earlier life of the process has sent counts for what this one sends. */
async function recallPace({ pace, store }: Running, now: EpochMs): Promise<void> {
  pace.recall(await store.pace.recall(now - pace.longestMs));
}

/** Rejects when the port cannot be had. */
function listen(
  port: number,
  { web, log }: { web: ReturnType<typeof createWeb>; log: Log },
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: web.fetch, port }, (address) => {
      log('web.listening', { port: address.port });
      resolve(server);
    });
    server.once('error', ({ message }) => reject(new Error(`PORT cannot be used: ${message}`)));
  });
}

/** Feeds named in the configuration stand in the catalogue; what owners said of them by command stays. */
async function listConfiguredFeeds(config: Config, store: Store, now: EpochMs): Promise<void> {
  for (const { url, name, category } of config.feeds) {
    const known = await store.feeds.byUrl(url);
    const feed = { url, title: '', listed: 1, addedBy: null, intervalMs: config.minInterval };
    const { id } = await store.feeds.add(feed, now);
    if (!known) await store.feeds.save(id, { name: name ?? null, category: category ?? null });
  }
}
