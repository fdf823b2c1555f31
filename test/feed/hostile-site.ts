import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';

const MB = 1024 * 1024;

const entry = (text: string) =>
  `<item><title>${text}</title><link>https://a.example/</link></item>`;
const rss = (inside: string) =>
  `<rss version="2.0"><channel><title>T</title>${inside}</channel></rss>`;
const withDoctype = (entities: string, text: string) =>
  `<?xml version="1.0"?><!DOCTYPE rss [${entities}]>${rss(entry(text))}`;

const LAUGHS = Array.from(
  { length: 10 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
).join('');

/** Documents that are small on the wire and were written to be expensive. */
const DOCUMENTS: Record<string, () => string> = {
  '/billion-laughs': () => withDoctype(`<!ENTITY l0 "ha">${LAUGHS}`, '&l10;'),
  '/quadratic': () => withDoctype(`<!ENTITY a "${'a'.repeat(50_000)}">`, '&a;'.repeat(50_000)),
  '/external-file': () => withDoctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'),
  '/external-url': () => withDoctype('<!ENTITY % x SYSTEM "http://127.0.0.1:1/x"> %x;', 'x'),
  '/deep': () => rss(entry(`${'<b>'.repeat(10_000)}x${'</b>'.repeat(10_000)}`)),
  '/deep-elements': () => rss(`<item>${'<a>'.repeat(10_000)}x${'</a>'.repeat(10_000)}</item>`),
  '/many-entries': () => rss(entry('x').repeat(100_000)),
  '/many-different': () =>
    rss(
      Array.from({ length: 100_000 }, (_, number) => `<item><title>${number}</title></item>`).join(
        '',
      ),
    ),
  '/many-long-entries': () =>
    rss(
      Array.from({ length: 9_000 }, (_, number) => entry(`${number} ${'word '.repeat(200)}`)).join(
        '',
      ),
    ),
  '/just-below-the-limits': () =>
    rss(
      Array.from({ length: 3_900 }, (_, number) =>
        entry(`${number} ${'<b>x</b> '.repeat(100)}`),
      ).join(''),
    ),
  '/many-attributes': () =>
    rss(
      `<item ${Array.from({ length: 200_000 }, (_, number) => `a${number}="x"`).join(' ')}>x</item>`,
    ),
  '/one-long-text': () => rss(entry('<p>word '.repeat(1_100_000))),
  '/nul': () => rss(entry('a\0b').repeat(1_000)),
  '/json-deep': () => `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(500_000)}`,
};

const BLANKS = Buffer.alloc(200 * MB, ' ');
const gzipped = gzipSync(BLANKS);
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** A few kilobytes that unpack to two hundred megabytes. */
const PACKED: Record<string, { coding: string; body: Buffer }> = {
  '/gzip-bomb': { coding: 'gzip', body: gzipped },
  '/gzip-in-gzip': { coding: 'gzip, gzip', body: gzipSync(gzipped) },
  '/brotli-bomb': { coding: 'br', body: brotliCompressSync(BLANKS, quickly) },
  '/zstd-bomb': { coding: 'zstd', body: zstdCompressSync(BLANKS) },
};

const LOCATIONS: Record<string, string> = {
  '/loop': '/pool',
  '/pool': '/loop',
  '/to-private': 'http://10.0.0.1/feed',
  '/to-metadata': 'http://169.254.169.254/latest/meta-data/',
  '/to-file': 'file:///etc/passwd',
};

/** A server that does all of it on loopback. */
export async function openHostileSite(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const location = LOCATIONS[path];
    const packed = PACKED[path];
    if (location) response.writeHead(302, { location }).end();
    else if (packed)
      response.writeHead(200, { 'content-encoding': packed.coding }).end(packed.body);
    else if (path === '/200-megabytes') pour(response, 200 * MB);
    else if (path === '/endless') pour(response, Number.POSITIVE_INFINITY);
    else if (path === '/slow-loris') dribble(response);
    else if (path !== '/silent') response.end(DOCUMENTS[path]?.() ?? rss(entry('Fine')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pour(response: ServerResponse, bytes: number): void {
  const chunk = Buffer.alloc(65_536, '<item><title>more</title></item>');
  let left = bytes;
  const more = () => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length;
      if (!response.write(chunk)) return;
    }
    response.end();
  };
  response.on('drain', more);
  more();
}

function dribble(response: ServerResponse): void {
  const timer = setInterval(() => response.write('<'), 50);
  response.on('close', () => clearInterval(timer));
}
