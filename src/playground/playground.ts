import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Surroundings } from '../app/surroundings.ts';
import { type App, createApp } from '../app.ts';
import { parseConfig } from '../config.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import { openStore, type Store } from '../store/store.ts';
import { createTelegram, type PlaygroundTelegram } from './bot-api.ts';
import { fetchOverHttp } from './files.ts';
import { pageRoutes } from './page-files.ts';
import { openGraphPreviews } from './previews.ts';
import { createPrinting } from './printing.ts';
import { createSite, type Site } from './site.ts';
import { populate, YOU } from './townspeople.ts';

export type Playground = {
  /** Where the chat page is. */
  url: string;
  site: Site;
  telegram: PlaygroundTelegram;
  stop(): Promise<void>;
};

export type PlaygroundOptions = {
  /** 0: any free one. */
  port: number;
  surroundings: Surroundings;
  log: Log;
  /** How often the sample site publishes. */
  everyMs: number;
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
  const { surroundings, log, everyMs } = options;
  const { now } = surroundings.clock;
  const site = createSite({ now, startedAt: now(), everyMs });
  const paper = await listen(site.routes, 0);
  const store = await openStore(':memory:');

  const telegram = createTelegram({
    now,
    token: TOKEN,
    previewOf: openGraphPreviews(fetchOverHttp),
    printArticle: createPrinting({
      site,
      async followedIn(chatId) {
        const followed = await store.subscriptions.ofChat(chatId);
        const live = followed.filter(({ pausedAt }) => pausedAt === null);
        return live.map(({ url }) => url.slice(paper.url.length));
      },
    }),
  });
  populate(telegram.world);
  const door = await listen(
    new Hono().route('/', telegram.routes).route('/', pageRoutes()),
    options.port,
  );

  const config = configFor({
    apiRoot: door.url,
    feeds: site.feeds.map(({ path }) => paper.url + path),
  });
  const app: App = createApp({ config, store, log, surroundings });
  await app.start();
  await allRead(store, surroundings.clock);

  return {
    url: `${door.url}/`,
    site,
    telegram,
    async stop() {
      telegram.stop();
      await app.stop();
      door.server.close();
      paper.server.close();
    },
  };
}

function configFor({ apiRoot, feeds }: { apiRoot: string; feeds: string[] }) {
  const file = JSON.stringify({
    feeds: feeds.map((url) => ({ url })),
    ownerIds: YOU,
    access: 'open',
    allowedAddresses: ['127.0.0.0/8', '::1/128'],
    telegramApiRoot: apiRoot,
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
