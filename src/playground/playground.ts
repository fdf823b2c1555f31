import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Surroundings } from '../app/surroundings.ts';
import { type App, createApp } from '../app.ts';
import { parseConfig } from '../config.ts';
import type { Log } from '../log.ts';
import type { Clock, EpochMs } from '../model.ts';
import { openStore, type Store } from '../store/store.ts';
import { createTelegram, type PlaygroundTelegram } from './bot-api.ts';
import { createLeapingClock, everySecond } from './clock.ts';
import { fetchOverHttp } from './files.ts';
import { pageRoutes } from './page-files.ts';
import { openGraphPreviews } from './previews.ts';
import { createPrinting, type PrintArticle } from './printing.ts';
import { createSite, type Site } from './site.ts';
import { populate, YOU } from './townspeople.ts';

export type Playground = {
  /** Where the chat page is. */
  url: string;
  site: Site;
  telegram: PlaygroundTelegram;
  /** What time it is here. */
  now(): EpochMs;
  /** Lets so much time pass at once, in which the site prints nothing. */
  leap(byMs: number): void;
  /** Prints an article for whoever looks at that chat. */
  print: PrintArticle;
  stop(): Promise<void>;
};

export type PlaygroundOptions = {
  /** 0: any free one. */
  port: number;
  surroundings: Surroundings;
  log: Log;
  /** How often the sample site publishes. */
  everyMs: number;
  /** Whose clock the chats follow; UTC when not given. */
  timeZone?: string;
  /** How fast its time goes; 1 when not given. */
  speed?: number;
};

/** Made up, and worth nothing anywhere else. */
const TOKEN = '1000:playground';
/** Long enough for a first tick and seven small feeds; the page is no worse for opening without them. */
const FIRST_READING_MS = 15_000;

/**
 * The whole program on loopback: a pretended Telegram with its chat page, a news site that publishes all the time, and
 * the real application between the two. Everything is forgotten at the end.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { surroundings, log, everyMs, timeZone = 'UTC' } = options;
  const clock = createLeapingClock(surroundings.clock, options.speed);
  const { now } = clock;
  const site = createSite({ now, startedAt: now(), everyMs });
  const paper = await listen(site.routes, 0);
  const store = await openStore(':memory:');

  const leap = (byMs: number) => {
    site.rest(byMs);
    clock.leap(byMs);
  };
  const print = printingFor(store, site, paper.url);
  const telegram = createTelegram({
    ...{ now, token: TOKEN, leap, printArticle: print },
    previewOf: openGraphPreviews(fetchOverHttp),
  });
  populate(telegram.world);
  const door = await listen(
    new Hono().route('/', telegram.routes).route('/', pageRoutes()),
    options.port,
  );

  const config = configFor({
    timeZone,
    apiRoot: door.url,
    feeds: site.feeds.map(({ path }) => paper.url + path),
  });
  const hurried = { ...surroundings, clock, schedule: everySecond(clock) };
  const app: App = createApp({ config, store, log, surroundings: hurried });
  await app.start();
  await allRead(store, surroundings.clock);

  return {
    url: `${door.url}/`,
    ...{ site, telegram, now, leap, print },
    async stop() {
      telegram.stop();
      await app.stop();
      door.server.close();
      paper.server.close();
    },
  };
}

function printingFor(store: Store, site: Site, paperUrl: string): PrintArticle {
  return createPrinting({
    site,
    async followedIn(chatId) {
      const followed = await store.subscriptions.ofChat(chatId);
      const live = followed.filter(({ pausedAt }) => pausedAt === null);
      return live.map(({ url }) => url.slice(paperUrl.length));
    },
  });
}

type Served = { apiRoot: string; feeds: string[]; timeZone: string };

function configFor({ apiRoot, feeds, timeZone }: Served) {
  const file = JSON.stringify({
    feeds: feeds.map((url) => ({ url })),
    ownerIds: YOU,
    access: 'open',
    allowedAddresses: ['127.0.0.0/8', '::1/128'],
    telegramApiRoot: apiRoot,
    timezone: timeZone,
    tick: '* * * * * *',
    minInterval: '2s',
    maxInterval: '2s',
    databaseUrl: 'sqlite::memory:',
  });
  const outcome = parseConfig({ BOT_TOKEN: TOKEN }, file);
  if (outcome.kind === 'faults') throw new Error(outcome.faults.join(' '));
  return outcome.config;
}

/** Whoever comes first finds every feed with its title and its newest posts. */
async function allRead(store: Store, clock: Clock): Promise<void> {
  const until = clock.now() + FIRST_READING_MS;
  while (clock.now() < until) {
    const feeds = await store.feeds.all();
    if (feeds.every(({ title }) => title !== '')) return;
    await clock.sleep(50);
  }
}

/** Loopback only: nothing of the playground is seen from outside this machine. */
function listen(routes: Hono, port: number): Promise<{ server: ServerType; url: string }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: routes.fetch, port, hostname: '127.0.0.1' }, (address) =>
      resolve({ server, url: `http://127.0.0.1:${address.port}` }),
    );
    server.once('error', reject);
  });
}
