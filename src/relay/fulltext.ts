import { isTeaser } from '../article/teaser.ts';
import type { Article, Clock, EpochMs } from '../model.ts';
import type { StoredEntry } from '../store/entries.ts';
import type { Feed } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { isFolder } from './folder.ts';
import { createFruitless } from './fruitless.ts';
import { createWholes, type WholesDeps } from './wholes.ts';

export type FullTextDeps = WholesDeps & { store: Pick<Store, 'feeds' | 'entries'> };

/** Entries of a document, oldest first, the newest of them with the text of their pages; the others as they were. Takes
 *  half a minute at most, whatever their hosts do. */
export type Complete = <E extends { article: Article | null }>(
  feed: Feed,
  entries: E[],
) => Promise<E[]>;

/** Whole articles in place of teasers; where none can be had, the teaser stays. */
export type FullTexts = {
  complete: Complete;
  /** Whether `open` would ask for a page. */
  isOpenable(entry: StoredEntry): Promise<boolean>;
  /** The whole article for somebody who wants to read it now; kept for the next. */
  open(entry: StoredEntry): Promise<Article>;
  /** From now on teasers are what there is. */
  stop(): Promise<void>;
};

/** What a post is made from waits for its pages that long. */
const OWED = { pages: 10, patienceMs: 30_000 };
/** At a baseline somebody waits who is shown the newest entry; the others are completed when they are opened. */
const BASELINE = { pages: 1, patienceMs: 4_000 };
/** Nobody who opens a teaser again has its page asked for again before. */
const AGAIN_MS = 3_600_000;
const TRIES_KEPT = 1_000;

export function createFullTexts({ store, ...deps }: FullTextDeps): FullTexts {
  const wholes = createWholes(deps);
  const tries = createTries(deps.clock);
  const fruitless = createFruitless(deps.clock);
  const opening = new Map<string, Promise<Article>>();
  const stopping = new AbortController();

  return {
    async complete(feed, entries) {
      const isBaseline = feed.baselineAt === null;
      if (feed.fulltext === null && fruitless.isOne(feed.id)) return entries;
      const teasers = entries
        .flatMap(({ article }) => (article && isWanted(feed, article) ? article : []))
        .filter((it) => wholes.isAskable(it) && (!isBaseline || wholes.isFree(it)));
      if (teasers.length === 0) return entries;
      // What nobody follows is completed when somebody opens it.
      if (!isBaseline && (await store.feeds.subscribers(feed.id)) === 0) return entries;
      const { pages: most, patienceMs } = isBaseline ? BASELINE : OWED;
      const newest = teasers.slice(-most).toReversed();
      newest.forEach(tries.note);
      const found = await wholes.within(patienceMs, newest, stopping.signal);
      if (found.size > 0) fruitless.note(feed.id, fruitlessIn(found));
      return entries.map((it) => ({ ...it, article: found.get(it.article) ?? it.article }));
    },

    isOpenable,

    async open(entry) {
      const underWay = opening.get(entry.token);
      if (underWay) return underWay;
      if (!(await isOpenable(entry))) return entry.article;
      const article = openAndKeep(entry).finally(() => opening.delete(entry.token));
      opening.set(entry.token, article);
      return article;
    },

    async stop() {
      stopping.abort();
      wholes.hurry();
      await deps.pages.stop();
    },
  };

  async function isOpenable({ feedId, article }: StoredEntry): Promise<boolean> {
    if (stopping.signal.aborted || !isTeaser(article) || !wholes.isAskable(article)) return false;
    if (tries.isRecent(article)) return false;
    const feed = await store.feeds.byId(feedId);
    return feed !== undefined && isWanted(feed, article);
  }

  async function openAndKeep(entry: StoredEntry): Promise<Article> {
    tries.note(entry.article);
    const article = await wholes.of(entry.article, stopping.signal);
    if (article !== entry.article) await store.entries.replaceArticle(entry, article);
    return article;
  }
}

function isWanted({ fulltext, url }: Feed, article: Article): boolean {
  // What was kept in a folder is as whole as it was meant to be.
  if (fulltext === 'never' || (fulltext === null && isFolder(url))) return false;
  return fulltext === 'always' ? article.media === null : isTeaser(article);
}

/** How many teasers stayed what they were; 0 when any did not. */
function fruitlessIn(found: Map<Article | null, Article>): number {
  const hasGrown = [...found].some(([teaser, whole]) => teaser !== whole);
  return hasGrown ? 0 : found.size;
}

/** Which teasers have been tried lately; the oldest tries are forgotten first. */
function createTries({ now }: Pick<Clock, 'now'>) {
  const triedAt = new Map<string, EpochMs>();

  return {
    isRecent: ({ link }: Article) =>
      (triedAt.get(link ?? '') ?? Number.NEGATIVE_INFINITY) + AGAIN_MS > now(),
    note({ link }: Article): void {
      if (link === null) return;
      triedAt.delete(link);
      triedAt.set(link, now());
      const [oldest] = triedAt.keys();
      if (triedAt.size > TRIES_KEPT && oldest !== undefined) triedAt.delete(oldest);
    },
  };
}
