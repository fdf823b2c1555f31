import packageFile from '../package.json' with { type: 'json' };
import { nextCron } from './app/cron.ts';
import { type App, createRun } from './app/run.ts';
import type { Surroundings } from './app/surroundings.ts';
import { createBot, teach } from './bot/bot.ts';
import { poll } from './bot/polling.ts';
import { introduce } from './bot/profile.ts';
import { loadTexts } from './bot/texts.ts';
import { wordsIn } from './bot/words.ts';
import type { Config } from './config.ts';
import { createFetchFeed } from './feed/fetch.ts';
import { createHttp, type Http } from './http.ts';
import type { Log } from './log.ts';
import { type CollectDeps, checkFeed, createCollecting } from './relay/collect.ts';
import { type Delivering, deliver } from './relay/deliver.ts';
import { findFeed } from './relay/find.ts';
import { createHealth } from './relay/health.ts';
import { importOpml } from './relay/opml.ts';
import { createReadPage } from './relay/page.ts';
import { type PostDeps, render } from './relay/posts.ts';
import { createRights } from './relay/rights.ts';
import { statusOf } from './relay/status.ts';
import { createHubs, type Hubs } from './relay/websub.ts';
import type { Store } from './store/store.ts';
import { createReadDocument } from './telegram/documents.ts';
import { createMemberOf } from './telegram/members.ts';
import { createPace, type Pace, type Rates } from './telegram/pace.ts';
import { createPhotos, type Photos } from './telegram/photos.ts';
import { createOpenPicture } from './telegram/pictures.ts';
import { createBroadcastApi, createSendPost } from './telegram/send.ts';

export type { App } from './app/run.ts';

export type AppDeps = { config: Config; store: Store; log: Log; surroundings: Surroundings };

export const VERSION = packageFile.version;
/** Says honestly who asks. */
export const USER_AGENT = `Telewire/${VERSION} (self-hosted newswire for Telegram)`;

/** Builds the whole program: the only place that knows every part. Read it to see how they join. */
export function createApp({ config, store, log, surroundings }: AppDeps): App {
  const { clock, random, memoryBytes } = surroundings;
  const startedAt = clock.now();
  const apiRoot = config.telegramApiRoot;
  let delivering: Delivering | undefined;
  const wakeDelivery = () => delivering?.wake();

  const http = createHttp({ allowedAddresses: config.allowedAddresses, userAgent: USER_AGENT });
  const collectDeps: CollectDeps = {
    ...{ store, clock, log, jitter: random, onOwed: wakeDelivery },
    fetchFeed: createFetchFeed({ http: http.fetch }),
    bounds: { minMs: config.minInterval, maxMs: config.maxInterval },
    nextCron: (expression, timeZone, after) =>
      nextCron(expression, timeZone ?? config.timezone, after),
  };

  const pace = createPace(ratesOf(config), clock);
  const photos = createPhotos({
    openPicture: createOpenPicture(http.fetch),
    files: store.pictureFiles,
    now: clock.now,
  });
  const bot = createBot(config.botToken, { apiRoot, pace, clock });
  const texts = loadTexts();
  const defaultLanguage = texts.closest(config.language) ?? 'en';
  const defaultTimeZone = config.timezone;
  const words = wordsIn(texts, { language: defaultLanguage, timeZone: defaultTimeZone });
  const posts = { words, defaultTimeZone, botUsername: () => bot.botInfo.username };

  const memberOf = createMemberOf(bot.api, clock);
  const conversation = teach(bot, {
    ...{ store, texts, posts, memberOf, wakeDelivery, clock, log },
    ...{ defaultLanguage, defaultTimeZone },
    rights: createRights({ owners: config.ownerIds, access: config.access, memberOf }),
    sendPost: createSendPost({ api: bot.api, photos }),
    findFeed: (address, asker) => findFeed(address, asker, collectDeps),
    checkFeed: (feed) => checkFeed(feed, collectDeps),
    readPage: createReadPage(http.fetch),
    readDocument: createReadDocument({ api: bot.api, token: config.botToken, apiRoot }),
    importOpml: (text, importer) =>
      importOpml(text, importer, { store, clock, intervalMs: config.minInterval }),
    status: () => statusOf({ store, clock, startedAt, version: VERSION, memoryBytes }),
  });

  return createRun({
    ...{ config, store, log, surroundings, conversation, closeHttp: http.close },
    collecting: createCollecting(collectDeps),
    health: createHealth({ store, clock, log, owners: config.ownerIds, onOwed: wakeDelivery }),
    hubs: hubsFor(config, { ...collectDeps, store }, http.fetch),
    poll: () => poll(bot, { clock, log }),
    setMenus: () => introduce({ api: bot.api, texts, owners: config.ownerIds, log }),
    deliver() {
      delivering = startDelivering({ config, store, log, surroundings }, { pace, photos, posts });
      return delivering;
    },
  });
}

/** Hubs push only to whom they can reach. */
function hubsFor(
  { publicUrl }: Config,
  deps: CollectDeps & { store: Store },
  http: Http,
): Hubs | undefined {
  if (publicUrl === undefined) return undefined;
  return createHubs({ ...deps, http, publicUrl, checkFeed: (feed) => checkFeed(feed, deps) });
}

function startDelivering(
  { config, store, log, surroundings }: AppDeps,
  { pace, photos, posts }: { pace: Pace; photos: Photos; posts: PostDeps },
): Delivering {
  const api = createBroadcastApi(config.botToken, config.telegramApiRoot);
  const sendPost = createSendPost({ api, photos });
  const { clock } = surroundings;
  return deliver({ store, pace, sendPost, render: (owed) => render(owed, posts), clock, log });
}

function ratesOf({ rateGlobal, rateChat, rateGroup }: Config): Rates {
  return { global: rateGlobal, chat: rateChat, group: rateGroup };
}
