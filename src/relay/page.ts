import { retryAfterMs } from '../feed/caching.ts';
import type { Http } from '../http.ts';
import type { Article, EpochMs } from '../model.ts';
import type { Pages } from './pages.ts';

/** A web page, or why there is none; `by`: whether all of its host's pages fail like that, or only this one. */
export type PageOutcome =
  | { kind: 'page'; bytes: Uint8Array; contentType: string | null; url: string }
  | { kind: 'failed'; by: 'host' | 'page'; reason: string; retryAfterMs: number | null };

const PAGE_BYTES = 3 * 1024 * 1024;
const TIMEOUT_MS = 10_000;
const READABLE = /html|xml|^text\/plain|^$/i;
/** These speak of one page only; any other refusal is the host's. */
const OF_ONE_PAGE = [404, 410, 451];

export async function fetchPage(http: Http, url: string, now: EpochMs): Promise<PageOutcome> {
  const outcome = await http({
    url,
    accept: 'text/html,application/xhtml+xml',
    maxBytes: PAGE_BYTES,
    timeoutMs: TIMEOUT_MS,
  });
  if (outcome.kind === 'failed') {
    const { reason } = outcome;
    const by = reason === 'tooLarge' || reason === 'url' ? 'page' : 'host';
    return { kind: 'failed', by, reason, retryAfterMs: null };
  }
  const { status, headers, body, url: finalUrl } = outcome;
  const contentType = headers['content-type'] ?? null;
  if (status !== 200) {
    const by = OF_ONE_PAGE.includes(status) ? 'page' : 'host';
    const wait = retryAfterMs(headers, now);
    return { kind: 'failed', by, reason: `HTTP ${status}`, retryAfterMs: wait };
  }
  if (!READABLE.test(contentType ?? '')) {
    return { kind: 'failed', by: 'page', reason: 'no page', retryAfterMs: null };
  }
  return { kind: 'page', bytes: body, contentType, url: finalUrl };
}

/** The article of any web page; null when the page cannot be had or shows none. */
export function createReadPage(
  http: Http,
  pages: Pages,
  now: () => EpochMs,
): (url: string) => Promise<Article | null> {
  return async (url) => {
    const page = await fetchPage(http, url, now());
    if (page.kind === 'failed') return null;
    const read = await pages.read({ ...page, teaser: null });
    return read.kind === 'article' ? read.article : null;
  };
}
