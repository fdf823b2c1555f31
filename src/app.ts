import packageFile from '../package.json' with { type: 'json' };
import { type App, createRun } from './app/run.ts';
import type { Surroundings } from './app/surroundings.ts';
import { createBot, teach } from './bot/bot.ts';
import { setMenus } from './bot/menu.ts';
import { poll } from './bot/polling.ts';
import { loadTexts, type Texts } from './bot/texts.ts';
import type { Config } from './config.ts';
import { createFetchFeed } from './feed/fetch.ts';
import { createHttp } from './http.ts';
import type { Log } from './log.ts';
import { type CollectDeps, checkFeed, createCollecting } from './relay/collect.ts';
import { type Delivering, deliver } from './relay/deliver.ts';
import { findFeed } from './relay/find.ts';
import { createReadPage } from './relay/page.ts';
import { type PostDeps, postFor } from './relay/posts.ts';
import { createRights } from './relay/rights.ts';
import { statusOf } from './relay/status.ts';
import type { OwedDelivery } from './store/outbox.ts';
import type { Store } from './store/store.ts';
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
  const words = wordsIn(texts, defaultLanguage);
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
    status: () => statusOf({ store, clock, startedAt, version: VERSION, memoryBytes }),
  });

  return createRun({
    ...{ config, store, log, surroundings, conversation, closeHttp: http.close },
    collecting: createCollecting(collectDeps),
    poll: () => poll(bot, { clock, log }),
    setMenus: () => setMenus({ api: bot.api, texts, owners: config.ownerIds, log }),
    deliver() {
      delivering = startDelivering({ config, store, log, surroundings }, { pace, photos, posts });
      return delivering;
    },
  });
}

function startDelivering(
  { config, store, log, surroundings }: AppDeps,
  { pace, photos, posts }: { pace: Pace; photos: Photos; posts: PostDeps },
): Delivering {
  const api = createBroadcastApi(config.botToken, config.telegramApiRoot);
  const sendPost = createSendPost({ api, photos });
  const render = (delivery: OwedDelivery) => postFor(delivery.chat, delivery, posts);
  return deliver({ store, pace, sendPost, render, clock: surroundings.clock, log });
}

/** The words on a post's buttons, in the language of its chat. */
function wordsIn(texts: Texts, defaultLanguage: string): PostDeps['words'] {
  return ({ language, languageHint }) => {
    const say = texts.say(language ?? languageHint ?? defaultLanguage);
    return { read: say('read'), open: say('open') };
  };
}

function ratesOf({ rateGlobal, rateChat, rateGroup }: Config): Rates {
  return { global: rateGlobal, chat: rateChat, group: rateGroup };
}
