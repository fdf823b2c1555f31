import { Hono } from 'hono';
import type { EpochMs } from '../model.ts';
import { createFileStore } from './file-store.ts';
import { type FetchPicture, fetchOverHttp } from './files.ts';
import type { PreviewOf } from './previews.ts';
import type { PrintArticle } from './printing.ts';
import { botRoutes } from './routes.ts';
import { createState } from './state.ts';
import { stopUpdates } from './updates.ts';
import { createWorld, type TelegramWorld } from './world.ts';
import { type Leap, worldRoutes } from './world-routes.ts';

/** A Telegram in memory: the Bot API for a bot, `/world/*` for people, `world` for tests. */
export type PlaygroundTelegram = {
  routes: Hono;
  world: TelegramWorld;
  /** Ends long polls, hanging calls and event streams. */
  stop(): void;
};

export type TelegramOptions = {
  now: () => EpochMs;
  /** The bot's token; the number before its colon is the bot's id. */
  token: string;
  /** How Telegram fetches pictures by URL; by the global `fetch` when not given. */
  fetchPicture?: FetchPicture;
  /** What people see under a link; nothing when not given. */
  previewOf?: PreviewOf;
  /** What the page's button "Print an article now" does; without it the button is told that there is no paper. */
  printArticle?: PrintArticle;
  /** Lets time pass at once; without it the page has no clock to turn. */
  leap?: Leap;
  /** Whether Telegram's rate limits hold; they do when not said. */
  paced?: boolean;
};

const KEPT_FILE_BYTES = 256 * 1024 * 1024;

/** A Bot API server as strict as Telegram's, so that what works here works there; see docs for its sources. */
export function createTelegram(options: TelegramOptions): PlaygroundTelegram {
  const { now, token, fetchPicture = fetchOverHttp, previewOf = null, paced = true } = options;
  const { printArticle = null, leap = null } = options;
  const telegram = createState({
    now,
    token,
    paced,
    previewOf,
    files: createFileStore(fetchPicture, KEPT_FILE_BYTES),
  });
  const world = createWorld(telegram);
  const routes = new Hono();
  routes.route('/', botRoutes(telegram));
  routes.route('/world', worldRoutes({ telegram, world, printArticle, leap }));
  return {
    routes,
    world,
    stop() {
      stopUpdates(telegram.updates);
      telegram.stopping.abort();
    },
  };
}
