import { type ServerType, serve } from '@hono/node-server';
import type { Polling } from '../bot/polling.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { EpochMs } from '../model.ts';
import type { Collecting } from '../relay/collect.ts';
import type { Delivering } from '../relay/deliver.ts';
import type { Store } from '../store/store.ts';
import { createWeb } from '../web/web.ts';
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
  deliver: () => Delivering;
  poll: () => Polling;
  setMenus: () => Promise<void>;
  /** Answers to people that are under way. */
  conversation: { idle(): Promise<void> };
  closeHttp: () => Promise<void>;
};

/** Long enough for what is in flight, short enough for whoever stops the process. */
const STOP_MS = 8_000;
const STALE_MS = 10 * 60_000;

/** Starts the parts in the order in which they need each other, and stops them in the opposite one. */
export function createRun(parts: Running): App {
  const { config, store, log, surroundings } = parts;
  const { clock, schedule } = surroundings;
  const startedAt = clock.now();
  let lastTickAt: EpochMs = startedAt;
  let stop = async () => {};

  return { start, stop: () => stop() };

  async function start(): Promise<void> {
    await listConfiguredFeeds(config, store, startedAt);
    const polling = parts.poll();
    await polling.begun;
    const delivering = parts.deliver();
    const menus = parts.setMenus();
    const ticking = schedule(config.tick, () => tick(delivering));
    const server = config.port === undefined ? null : listen(config.port);
    log('app.ready', { feeds: (await store.feeds.all()).length });

    stop = async () => {
      const inFlight = async () => {
        await ticking.stop();
        await polling.stop();
        await Promise.all([parts.conversation.idle(), delivering.stop(), parts.collecting.stop()]);
        await menus;
      };
      server?.close();
      const patience = new AbortController();
      await Promise.race([inFlight(), clock.sleep(STOP_MS, patience.signal)]);
      patience.abort();
      // Whoever still waits for a web server is told that it will not answer.
      await parts.closeHttp();
      await store.close();
      log('app.stopped');
    };
  }

  function tick(delivering: Delivering): void {
    lastTickAt = clock.now();
    delivering.wake();
    parts.collecting.tick().catch((error: unknown) => log('tick.crashed', { error }));
  }

  function listen(port: number): ServerType {
    const web = createWeb({ now: clock.now, lastTickAt: () => lastTickAt, staleMs: STALE_MS });
    return serve({ fetch: web.fetch, port }, (address) =>
      log('web.listening', { port: address.port }),
    );
  }
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
