import { resolve } from 'node:path';
import packageFile from '../package.json' with { type: 'json' };
import { createTakeBackup } from './app/backups.ts';
import { nextCron } from './app/cron.ts';
import { createDoors } from './app/doors.ts';
import { filesOfTheMachine } from './app/files.ts';
import { type App, createRun } from './app/run.ts';
import { broadcastApiFor, paceFor } from './app/sending.ts';
import type { Surroundings } from './app/surroundings.ts';
import { createBot, teach } from './bot/bot.ts';
import { poll } from './bot/polling.ts';
import { introduce } from './bot/profile.ts';
import { loadTexts } from './bot/texts.ts';
import { wordsIn } from './bot/words.ts';
import type { Config } from './config.ts';
import { createFetchFeed, NO_VALIDATORS } from './feed/fetch.ts';
import { createHttp, type Http } from './http.ts';
import type { Log } from './log.ts';
import { type Archive, createArchive } from './relay/archive.ts';
import { createRenderBundle } from './relay/bundlepost.ts';
import { type CollectDeps, checkFeed, createCollecting } from './relay/collect.ts';
import { type Delivering, deliver } from './relay/deliver.ts';
import { findFeed } from './relay/find.ts';
import { folderUrl, withFolders } from './relay/folder.ts';
import { createFullTexts } from './relay/fulltext.ts';
import { createHealth } from './relay/health.ts';
import { importOpml } from './relay/opml.ts';
import { createReadPage } from './relay/page.ts';
import { createPages } from './relay/pages.ts';
import { type PostDeps, render } from './relay/posts.ts';
import { createReadEntry } from './relay/readentry.ts';
import { statusOf } from './relay/status.ts';
import { createTopicKeeping } from './relay/topics.ts';
import { createWarn } from './relay/warn.ts';
import { createHubs, type Hubs } from './relay/websub.ts';
import type { Store } from './store/store.ts';
import { type Attachments, createAttachments } from './telegram/attachments.ts';
import { createReadDocument } from './telegram/documents.ts';
import { createEditPost } from './telegram/edit.ts';
import { createAdminsOf, createMembers } from './telegram/members.ts';
import type { Pace } from './telegram/pace.ts';
import { createOpenPicture } from './telegram/pictures.ts';
import { createSendPost } from './telegram/send.ts';
import { createTopicCalls } from './telegram/topics.ts';

export type { App } from './app/run.ts';

export type AppDeps = { config: Config; store: Store; log: Log; surroundings: Surroundings };

export const VERSION = packageFile.version;
/** Says honestly who asks. */
export const USER_AGENT = `Telewire/${VERSION} (self-hosted newswire for Telegram)`;

/** Builds the whole program: the only place that knows every part. Read it to see how they join. */
export function createApp({ config, store, log, surroundings }: AppDeps): App {
  const { clock, memoryBytes } = surroundings;
  const startedAt = clock.now();
  const apiRoot = config.telegramApiRoot;
  let delivering: Delivering | undefined;
  const wakeDelivery = () => delivering?.wake();

  const { http, readPage, fullTexts, findDeps, collectDeps } = openWeb(
    { config, store, log, surroundings },
    wakeDelivery,
  );

  const pace = paceFor({ config, store, clock, log });
  const attachments = attachmentsFor(store, http.fetch, clock);
  const bot = createBot(config.botToken, { apiRoot, pace, clock });
  const texts = loadTexts();
  const defaultLanguage = texts.closest(config.language) ?? 'en';
  const defaultTimeZone = config.timezone;
  const words = wordsIn(texts, { language: defaultLanguage, timeZone: defaultTimeZone });
  const posts = { words, defaultTimeZone, botUsername: () => bot.botInfo.username };

  const members = createMembers(bot.api, clock);
  const topicCalls = createTopicCalls(bot.api);
  const conversation = teach(bot, {
    ...{ store, texts, posts, wakeDelivery, clock, log },
    ...createDoors({ config, store, members, wakeDelivery, clock }),
    ...{ defaultLanguage, defaultTimeZone, readPage, fullTexts, topicCalls },
    tryFeed: (asked) => collectDeps.fetchFeed({ ...asked, ...NO_VALIDATORS }, clock.now()),
    sendPost: createSendPost({ api: bot.api, attachments }),
    findFeed: (address, asker) => findFeed(address, asker, findDeps),
    checkFeed: (feed) => checkFeed(feed, collectDeps),
    readDocument: createReadDocument({ api: bot.api, token: config.botToken, apiRoot }),
    importOpml: (text, importer) =>
      importOpml(text, importer, { store, clock, intervalMs: config.minInterval }),
    takeBackup: createTakeBackup(store, { dataDir: config.dataDir, clock }),
    status: () => statusOf({ store, clock, startedAt, version: VERSION, memoryBytes }),
  });

  return createRun({
    ...{ config, store, log, surroundings, pace, conversation, fullTexts, closeHttp: http.close },
    collecting: createCollecting(collectDeps),
    health: createHealth({ store, clock, log, owners: config.ownerIds, onOwed: wakeDelivery }),
    hubs: hubsFor(config, { ...collectDeps, store }, http.fetch),
    topics: createTopicKeeping({ store, topicCalls, clock, log, onOwed: wakeDelivery }),
    poll: () => poll(bot, { toldOnce: conversation.toldOnce, clock, log }),
    setMenus: () =>
      introduce({
        ...{ api: bot.api, botId: bot.botInfo.id, texts, notes: store.notes, log },
        owners: config.ownerIds,
      }),
    deliver() {
      delivering = startDelivering(
        { config, store, log, surroundings },
        { pace, attachments, posts },
      );
      return delivering;
    },
  });
}

/** The way to other people's servers, what reads their pages, and what asks them for feeds. */
function openWeb({ config, store, log, surroundings }: AppDeps, onOwed: () => void) {
  const { clock, lookup, random } = surroundings;
  const { allowedAddresses } = config;
  const http = createHttp({
    ...{ allowedAddresses, userAgent: USER_AGENT },
    ...(lookup && { resolve: lookup }),
  });
  const pages = createPages();
  const fullTexts = createFullTexts({ store, http: http.fetch, pages, clock, log });
  const folders = { files: filesOfTheMachine(), root: folderRoot(config) };
  const collectDeps: CollectDeps = {
    ...{ store, clock, log, onOwed, jitter: random },
    ...timingOf(config),
    fetchFeed: withFolders(createFetchFeed({ http: http.fetch }), folders),
    complete: fullTexts.complete,
    readEntry: createReadEntry(pages),
    archive: archiveFor(config, log),
  };
  const readPage = createReadPage(http.fetch, pages, clock.now);
  const findDeps = { ...collectDeps, folderUrl: (path: string) => folderUrl(path, folders) };
  return { http, readPage, fullTexts, collectDeps, findDeps };
}

function attachmentsFor(store: Store, fetch: Http, { now }: Surroundings['clock']): Attachments {
  const openPicture = createOpenPicture(fetch);
  return createAttachments({ openPicture, fetchBytes: fetch, files: store.pictureFiles, now });
}

function timingOf(config: Config): Pick<CollectDeps, 'bounds' | 'nextCron'> {
  return {
    bounds: { minMs: config.minInterval, maxMs: config.maxInterval },
    nextCron: (expression, timeZone, after) =>
      nextCron(expression, timeZone ?? config.timezone, after),
  };
}

function archiveFor({ archiveDir, timezone }: Config, log: Log): Archive | undefined {
  if (archiveDir === undefined) return undefined;
  return createArchive({
    files: filesOfTheMachine(),
    folder: resolve(archiveDir),
    timeZone: timezone,
    log,
  });
}

/** Below it, folders are feeds where an owner says so. */
function folderRoot({ folderRoot, archiveDir }: Config): string | null {
  const root = folderRoot ?? archiveDir;
  return root === undefined ? null : resolve(root);
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
  { pace, attachments, posts }: { pace: Pace; attachments: Attachments; posts: PostDeps },
): Delivering {
  const api = broadcastApiFor({ config, log });
  const sendPost = createSendPost({ api, attachments });
  const { clock } = surroundings;
  return deliver({
    ...{ store, pace, sendPost, clock, log, aftermathMs: config.crashRest },
    editPost: createEditPost({ api, photos: attachments.photos }),
    prepare: attachments.prepare,
    render: (owed, also) => render(owed, also, posts),
    renderBundle: createRenderBundle(posts),
    defaultTimeZone: posts.defaultTimeZone,
    warn: createWarn({ store, clock, log, owners: config.ownerIds, adminsOf: createAdminsOf(api) }),
  });
}
