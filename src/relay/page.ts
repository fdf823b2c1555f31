import { readPage } from '../article/page.ts';
import { readArticle } from '../article/read.ts';
import { decodeText } from '../feed/decode.ts';
import type { Http } from '../http.ts';
import type { Article } from '../model.ts';

const PAGE_BYTES = 3 * 1024 * 1024;

/** The article of any web page; null when the page cannot be had or shows none. */
export function createReadPage(fetchPage: Http): (url: string) => Promise<Article | null> {
  return async (url) => {
    const outcome = await fetchPage({
      url,
      accept: 'text/html,application/xhtml+xml',
      maxBytes: PAGE_BYTES,
    });
    if (outcome.kind === 'failed' || outcome.status !== 200) return null;
    const html = decodeText(outcome.body, outcome.headers['content-type'] ?? null);
    const entry = readPage(html, outcome.url);
    return entry && readArticle(entry);
  };
}
