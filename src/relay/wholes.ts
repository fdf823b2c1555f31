import type { Http } from '../http.ts';
import type { Log } from '../log.ts';
import type { Article, Clock } from '../model.ts';
import { fetchPage } from './page.ts';
import type { Pages } from './pages.ts';
import { createFetchQueue } from './queue.ts';
import { createRests } from './rests.ts';

export type WholesDeps = {
  http: Http;
  pages: Pages;
  clock: Pick<Clock, 'now' | 'sleep'>;
  log: Log;
};

/** Whole articles from the pages of teasers, of which few at once come from one host. */
export type Wholes = {
  /** The whole article; the teaser itself where its page cannot be had, is closed, or tells something else. Never rejects. */
  of(teaser: Article, signal: AbortSignal): Promise<Article>;
  /** What is found of these until patience or everything ends, by teaser. */
  within(
    patienceMs: number,
    teasers: Article[],
    ending: AbortSignal,
  ): Promise<Map<Article | null, Article>>;
  /** Whether its host may be asked: it has not asked to be left alone, nor failed again and again. */
  isAskable(teaser: Article): boolean;
  /** Whether its host could be asked at once. */
  isFree(teaser: Article): boolean;
  /** From now on nobody waits for a turn. */
  hurry(): void;
};

const AT_ONCE = 8;

export function createWholes({ http, pages, clock, log }: WholesDeps): Wholes {
  const queue = createFetchQueue(AT_ONCE, clock);
  const rests = createRests(clock);
  const isAskable = ({ link }: Article) => link !== null && !rests.isResting(link);

  return {
    of,
    async within(patienceMs, teasers, ending) {
      const found = new Map<Article | null, Article>();
      const ended = new AbortController();
      const signal = AbortSignal.any([ended.signal, ending]);
      const finding = teasers.map(async (it) => found.set(it, await of(it, signal)));
      await Promise.race([Promise.all(finding), clock.sleep(patienceMs, signal)]);
      ended.abort();
      return found;
    },
    isAskable,
    isFree: ({ link }) => link !== null && queue.isFree(link),
    hurry: queue.hurry,
  };

  async function of(teaser: Article, signal: AbortSignal): Promise<Article> {
    const { link } = teaser;
    if (link === null) return teaser;
    let article = teaser;
    await queue.run(link, async () => {
      if (!signal.aborted && isAskable(teaser)) article = await wholeOf(teaser, link, signal);
    });
    return article;
  }

  async function wholeOf(teaser: Article, url: string, signal: AbortSignal): Promise<Article> {
    const page = await fetchPage(http, url, clock.now());
    if (page.kind === 'page') rests.answered(url);
    else if (page.by === 'host' && !signal.aborted) rests.failed(url, page.retryAfterMs);
    const read = page.kind === 'page' ? await pages.read({ ...page, teaser }) : page;
    if (read.kind === 'article') return read.article;
    log('page.left', { url, reason: read.reason });
    return teaser;
  }
}
