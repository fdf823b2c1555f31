// A process of its own, so that what fetching costs can be measured: fetches the URLs it is given, one after another,
// and writes what came of each as a line of JSON.

import { readFileSync } from 'node:fs';
import { createFetchFeed } from '../../src/feed/fetch.ts';
import { createHttp } from '../../src/http.ts';

const TIMEOUT_MS = 3_000;

const [calm = '', ...urls] = process.argv.slice(2);
const http = createHttp({ allowedAddresses: ['127.0.0.1/32'], userAgent: 'Wire/1' });
const fetchFeed = createFetchFeed({
  http: (request) => http.fetch({ ...request, timeoutMs: TIMEOUT_MS }),
});
const fetch = (url: string) =>
  fetchFeed({ url, etag: null, lastModified: null, bodyHash: null }, 0);

/** The most memory that this process has ever held; `maxRSS` would count that of its parent, too. */
function mostBytes(): number {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}

await fetch(calm);
const idleBytes = process.memoryUsage.rss();
for (const url of urls) {
  const before = process.cpuUsage();
  const outcome = await fetch(url);
  const said = {
    path: new URL(url).pathname,
    kind: outcome.kind,
    reason: outcome.kind === 'failed' ? outcome.reason : null,
    title: outcome.kind === 'fetched' ? (outcome.feed.entries[0]?.title.slice(0, 100) ?? '') : '',
    entries: outcome.kind === 'fetched' ? outcome.feed.entries.length : 0,
    cpuMs: process.cpuUsage(before).user / 1000,
    grownBytes: mostBytes() - idleBytes,
  };
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
await http.close();
