import type { Polling } from '../bot/polling.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { EpochMs } from '../model.ts';
import type { Alarms } from '../relay/alarms.ts';
import type { Delivering } from '../relay/deliver.ts';
import type { DiskWatch } from '../relay/disk.ts';
import type { Health } from '../relay/health.ts';
import type { Forgetting } from '../relay/retention.ts';
import type { TopicKeeping } from '../relay/topics.ts';
import type { Hubs } from '../relay/websub.ts';
import type { Store } from '../store/store.ts';
import type { Pace } from '../telegram/pace.ts';
import type { Collector } from './collector.ts';
import type { ConfiguredFeeds } from './configuredfeeds.ts';
import { type DoorParts, openDoor } from './door.ts';
import { createFollowClock } from './followclock.ts';
import type { Begun, Roles } from './roles.ts';
import { recallPace } from './sending.ts';
import type { Surroundings } from './surroundings.ts';
import { ticked } from './ticked.ts';

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
  collecting: Collector;
  health: Health;
  disk: DiskWatch;
  alarms: Alarms;
  /** undefined when hubs cannot reach us. */
  hubs: Hubs | undefined;
  topics: TopicKeeping;
  forgetting: Forgetting;
  configured: ConfiguredFeeds;
  /** Whether this process is to do that at all. */
  does: (role: Config['telewireRoles'][number]) => boolean;
  roles: Roles;
  /** Learns the bot's own name, if need be. */
  knowSelf: () => Promise<void>;
  deliver: () => Delivering;
  poll: () => Polling;
  door: DoorParts;
  pace: Pick<Pace, 'recall' | 'longestMs'>;
  setMenus: (stopping: AbortSignal) => Promise<void>;
  /** Answers to people that are under way. */
  conversation: { idle(): Promise<void> };
  fullTexts: { stop(): Promise<void> };
  closeHttp: () => Promise<void>;
};

/** Long enough for what is in flight, short enough for whoever stops the process. */
const STOP_MS = 8_000;
/** Telegram could not be asked. */
const AGAIN_MS = 10_000;

/** Starts the parts in the order in which they need each other; stops them all at once, and the database last. */
export function createRun(parts: Running): App {
  const { config, store, log, surroundings, collecting, hubs, roles } = parts;
  const { clock, schedule } = surroundings;
  const followClock = createFollowClock(parts);
  let delivering: Delivering | undefined;
  let lastTickAt: EpochMs = clock.now();
  let isTicking = false;
  /** What ends each part that has been started. */
  const ends: (() => Promise<unknown>)[] = [];
  let stopped: Promise<void> | undefined;

  return {
    start,
    stop() {
      stopped ??= endAll(parts, ends);
      return stopped;
    },
  };

  async function start(): Promise<void> {
    const { does } = parts;
    // Whoever waits for Telegram to come back is healthy, though not ready.
    const door = await openDoor(parts, () => (isTicking ? lastTickAt : clock.now()));
    ends.push(door, roles.stop, collecting.stop, parts.fullTexts.stop);
    ends.push(async () => hubs?.stop(), parts.forgetting.stop);
    if (does('bot')) await roles.take('bot', () => converse(parts));
    if (does('deliver')) {
      await roles.take('deliver', () =>
        startDelivering(parts, (begun) => {
          delivering = begun;
        }),
      );
    }
    if (does('web') && hubs) await roles.take('web', async () => NOTHING);
    if (does('collect')) await collecting.begin();
    isTicking = true;
    const ticking = schedule(config.tick, tick);
    ends.push(ticking.stop);
    log('app.ready', { feeds: (await store.feeds.all()).length });
  }

  function tick(): void {
    lastTickAt = clock.now();
    followClock(delivering).catch((error: unknown) => log('clock.crashed', { error }));
    delivering?.wake();
    for (const part of ticked(parts, delivering)) {
      part?.tick().catch((error: unknown) => log('tick.crashed', { error }));
    }
  }
}

async function endAll(
  { surroundings, closeHttp, store, log }: Running,
  ends: (() => Promise<unknown>)[],
): Promise<void> {
  const patience = new AbortController();
  const allEnded = Promise.all(ends.map((end) => end()));
  await Promise.race([allEnded, surroundings.clock.sleep(STOP_MS, patience.signal)]);
  patience.abort();
  // Whoever still waits for a web server is told that it will not answer.
  await closeHttp();
  await store.close();
  log('app.stopped');
}

/** Talks with people. */
async function converse(parts: Running): Promise<Begun> {
  await parts.configured.list();
  await recallPace(parts);
  const polling = parts.poll();
  const stopping = new AbortController();
  let menus: Promise<unknown> = Promise.resolve();
  const works = polling.begun.then(() => {
    // What Telegram's menus say is not worth an end: the next start tells them again.
    menus = parts
      .setMenus(stopping.signal)
      .catch((error: unknown) => parts.log('profile.crashed', { error }));
  });
  const end = () => {
    stopping.abort();
    return Promise.all([menus, polling.stop().then(parts.conversation.idle)]);
  };
  return { works, end };
}

async function startDelivering(
  parts: Running,
  started: (delivering: Delivering) => void,
): Promise<Begun> {
  // Who talks too has recalled it already, and has talked since.
  if (!parts.roles.isOurs('bot')) await recallPace(parts);
  const stopping = new AbortController();
  let delivering: Delivering | undefined;
  const works = untilKnown(parts, stopping.signal).then(() => {
    if (stopping.signal.aborted) return;
    delivering = parts.deliver();
    started(delivering);
  });
  const end = async () => {
    stopping.abort();
    await delivering?.stop();
  };
  return { works, end };
}

const NOTHING: Begun = { works: Promise.resolve(), end: async () => {} };

/** Who only delivers has to learn the bot's name first; asked until Telegram tells it. */
async function untilKnown(
  { knowSelf, surroundings, log }: Running,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const known = await knowSelf().then(
      () => true,
      (error: unknown) => log('self.failed', { error }),
    );
    if (known) return;
    await surroundings.clock.sleep(AGAIN_MS, signal);
  }
}
