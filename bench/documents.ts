import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decodeText } from '../src/feed/decode.ts';

/** A feed that none of us wrote; `path` within the corpus. */
export type Document = { path: string; text: string };

/** Where every document of the corpus is pretended to stand. */
export const DOCUMENT_URL = 'https://feeds.example.org/feed';

const FEEDS = fileURLToPath(new URL('../../shared/corpora/feeds/', import.meta.url));

/** The corpus stands beside the project and never in it. */
export const hasCorpus = existsSync(FEEDS);

/** Every feed of the corpus; the expectations that lie beside them are none. */
export function readDocuments(): Document[] {
  const paths = [...globSync('**/*.{xml,rss,atom}', { cwd: FEEDS }), ...jsonFeeds()];
  return paths.sort().map((path) => ({ path, text: readText(path) }));
}

/** A file of the corpus as text, or null when there is none. */
export function readFile(path: string): string | null {
  return existsSync(FEEDS + path) ? readText(path) : null;
}

function jsonFeeds(): string[] {
  return globSync(JSON_FEEDS, { cwd: FEEDS }).filter((path) => !EXPECTATION.test(path));
}

const JSON_FEEDS = ['gofeed/**/json/*.json', 'feed-rs/jsonfeed/*.json', 'feeder/**/*.json'];
const EXPECTATION = /(_expected|\.serde)\.json$/;

function readText(path: string): string {
  return decodeText(readFileSync(FEEDS + path), null);
}
