import { resolve } from 'node:path';
import type { AppDeps } from '../app.ts';
import type { BotParts } from '../bot/parts.ts';
import type { Config } from '../config.ts';
import { createFetchFeed, NO_VALIDATORS } from '../feed/fetch.ts';
import { createHttp, type Http } from '../http.ts';
import type { Log } from '../log.ts';
import type { Alarms } from '../relay/alarms.ts';
import { type Archive, createArchive } from '../relay/archive.ts';
import { checkFeed } from '../relay/check.ts';
import type { CollectDeps } from '../relay/collect.ts';
import { findFeed } from '../relay/find.ts';
import { folderUrl, withFolders } from '../relay/folder.ts';
import { createFullTexts } from '../relay/fulltext.ts';
import { importOpml } from '../relay/opml.ts';
import { createReadPage } from '../relay/page.ts';
import { createPages } from '../relay/pages.ts';
import { createReadEntry } from '../relay/readentry.ts';
import { createHubs, type Hubs } from '../relay/websub.ts';
import type { Store } from '../store/store.ts';
import type { Metrics } from '../web/metrics.ts';
import { nextCron } from './cron.ts';
import { filesOfTheMachine } from './files.ts';
import { USER_AGENT } from './version.ts';

/** The way to other people's servers, what reads their pages, and what asks them for feeds. */
export function openWeb(deps: AppDeps & { metrics: Metrics; alarms: Alarms }, onOwed: () => void) {
  const { config, store, log, surroundings, metrics } = deps;
  const { clock, lookup, random } = surroundings;
  const { allowedAddresses, feedsProxy: proxy } = config;
  const http = createHttp({
    ...{ allowedAddresses, userAgent: USER_AGENT, proxy },
    ...(lookup && { resolve: lookup }),
  });
  const pages = createPages();
  const fullTexts = createFullTexts({ store, http: http.fetch, pages, clock, log });
  const folders = { files: filesOfTheMachine(), root: folderRoot(config) };
  const collectDeps: CollectDeps = {
    ...{ store, clock, log, onOwed, jitter: random },
    ...timingOf(config),
    fetchFeed: withFolders(metrics.timing(createFetchFeed({ http: http.fetch })), folders),
    complete: fullTexts.complete,
    readEntry: createReadEntry(pages),
    archive: archiveFor(deps),
  };
  const findDeps = { ...collectDeps, folderUrl: (path: string) => folderUrl(path, folders) };
  const asking: Asking = {
    ...{ fullTexts, readPage: createReadPage(http.fetch, pages, clock.now) },
    nextCron: collectDeps.nextCron,
    tryFeed: (asked) => collectDeps.fetchFeed({ ...asked, ...NO_VALIDATORS }, clock.now()),
    findFeed: (address, asker) => findFeed(address, asker, findDeps),
    checkFeed: (feed) => checkFeed(feed, collectDeps),
    importOpml: (text, importer) =>
      importOpml(text, importer, { store, clock, intervalMs: config.minInterval }),
  };
  return { http, fullTexts, collectDeps, asking };
}

/** What people may ask of feeds and pages. */
type Asking = Pick<
  BotParts,
  'fullTexts' | 'readPage' | 'nextCron' | 'tryFeed' | 'findFeed' | 'checkFeed' | 'importOpml'
>;

function timingOf(config: Config): Pick<CollectDeps, 'bounds' | 'nextCron'> {
  return {
    bounds: { minMs: config.minInterval, maxMs: config.maxInterval },
    nextCron: (expression, timeZone, after) =>
      nextCron(expression, timeZone ?? config.timezone, after),
  };
}

type ArchiveParts = { config: Config; alarms: Alarms; log: Log };

function archiveFor({ config, ...deps }: ArchiveParts): Archive | undefined {
  const { archiveDir, timezone } = config;
  if (archiveDir === undefined) return undefined;
  return createArchive({
    files: filesOfTheMachine(),
    folder: resolve(archiveDir),
    timeZone: timezone,
    alarms: deps.alarms,
    log: deps.log,
  });
}

/** Below it, folders are feeds where an owner says so. */
function folderRoot({ folderRoot, archiveDir }: Config): string | null {
  const root = folderRoot ?? archiveDir;
  return root === undefined ? null : resolve(root);
}

/** Hubs push only to whom they can reach. */
export function hubsFor(
  { publicUrl }: Config,
  deps: CollectDeps & { store: Store },
  http: Http,
): Hubs | undefined {
  if (publicUrl === undefined) return undefined;
  return createHubs({ ...deps, http, publicUrl, checkFeed: (feed) => checkFeed(feed, deps) });
}
