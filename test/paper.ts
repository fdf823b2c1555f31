import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';

/** One printed entry of the test's newspaper. */
export type Printed = {
  id: string;
  title?: string;
  html?: string;
  picture?: string;
  at?: number;
  /** Where it links to; a page of its own when not given. */
  link?: string;
  /** Attributes of its enclosure. */
  enclosure?: string;
  /** What its own page answers; HTTP 404 when not given. */
  page?: PaperAnswer | 'silence';
};

/** A news site on loopback that a test writes and breaks as it likes. */
export type Paper = {
  url: string;
  feedUrl: string;
  /** Newest first, as feeds are. */
  print(entry: Printed): void;
  /** Puts a file on the site, and answers its address. */
  hang(path: string, file: PaperFile): string;
  /** Changes what is printed. */
  revise(id: string, changes: Partial<Printed>): void;
  withdraw(id: string): void;
  /** The next answers to the feed, one each, instead of the feed. */
  answerNext(...answers: PaperAnswer[]): void;
  /** Every answer to the feed is this one, until it is mended. */
  break(answer: PaperAnswer): void;
  /** The next request for the feed is answered when the test says so; resolves when it has come, with how to say it. */
  hold(): Promise<() => void>;
  mend(): void;
  /** The hub that the feed names in its `Link` header, if it does. */
  hub: string | null;
  /** Paths asked for, oldest first. */
  requests: { path: string; headers: IncomingMessage['headers'] }[];
  /** Ids of the entries whose own pages were asked for, oldest first; those requests are not among the others. */
  pagesAsked: string[];
  /** Requests being answered. */
  pending: number;
  close(): Promise<void>;
};

/** `until`: what is sent of it before that is only its first byte. */
export type PaperFile = { type: string; bytes: Uint8Array; until?: Promise<void> };

export type PaperAnswer = { status: number; headers?: Record<string, string>; body?: string };

/** Drawn once: every paper prints the same. */
const PICTURE = sharp({ create: { width: 640, height: 400, channels: 3, background: '#357' } })
  .jpeg()
  .toBuffer();

export async function openPaper(title = 'The Paper'): Promise<Paper> {
  const entries: Printed[] = [];
  const answers: PaperAnswer[] = [];
  const files = new Map<string, PaperFile>();
  let broken: PaperAnswer | null = null;
  let held: ((answer: () => void) => void) | null = null;
  const picture = await PICTURE;
  const server = createServer((request, response) => {
    paper.pending += 1;
    response.on('close', () => {
      paper.pending -= 1;
    });
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const paper: Paper = {
    url,
    feedUrl: `${url}/feed.xml`,
    print: (entry) => void entries.unshift(entry),
    hang(path, file) {
      files.set(path, file);
      return `${url}${path}`;
    },
    revise(id, changes) {
      const at = entries.findIndex((it) => it.id === id);
      entries.splice(at, 1, { id, ...entries[at], ...changes });
    },
    withdraw(id) {
      const at = entries.findIndex((it) => it.id === id);
      if (at >= 0) entries.splice(at, 1);
    },
    answerNext: (...more) => void answers.push(...more),
    break(answer) {
      broken = answer;
    },
    hold: () =>
      new Promise((resolve) => {
        held = resolve;
      }),
    mend() {
      broken = null;
    },
    hub: null,
    requests: [],
    pagesAsked: [],
    pending: 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return paper;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const path = request.url ?? '/';
    const own = entries.find(({ id }) => path === `/${encodeURIComponent(id)}`);
    if (own) {
      answerPage(own, response);
      return;
    }
    paper.requests.push({ path, headers: request.headers });
    const file = fileAt(path);
    if (file) {
      answerFile(file, response);
      return;
    }
    if (held && path === '/feed.xml') {
      const hand = held;
      held = null;
      hand(() => answerFeed(path, request, response));
      return;
    }
    answerFeed(path, request, response);
  }

  function answerFeed(path: string, request: IncomingMessage, response: ServerResponse): void {
    const told = broken ?? answers.shift();
    if (told) {
      response.writeHead(told.status, told.headers).end(told.body ?? '');
      return;
    }
    if (path.replace(/\?.*/, '') !== '/feed.xml') {
      response.writeHead(404).end();
      return;
    }
    const etag = `"${entries.map(editionOf).join()}"`;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/rss+xml', etag, ...hubLinks() });
    response.end(rss());
  }

  function answerPage({ id, page = { status: 404 } }: Printed, response: ServerResponse): void {
    paper.pagesAsked.push(id);
    if (page === 'silence') {
      // Nobody waits for the end of what has none.
      response.removeAllListeners('close');
      paper.pending -= 1;
      return;
    }
    const { status, headers, body = '' } = page;
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);
  }

  /** Every other photo is the same one. */
  function fileAt(path: string): PaperFile | undefined {
    if (files.has(path)) return files.get(path);
    if (path.endsWith('.jpg')) return { type: 'image/jpeg', bytes: picture };
    if (path !== '/') return undefined;
    const link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">';
    const html = `<html><head><title>${title}</title>${link}</head><body>Hello</body></html>`;
    return { type: 'text/html', bytes: Buffer.from(html) };
  }

  /** A file that is held back is nothing that the test should wait for. */
  function answerFile({ type, bytes, until }: PaperFile, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': type });
    if (!until) {
      response.end(bytes);
      return;
    }
    paper.pending -= 1;
    response.write(bytes.subarray(0, 1));
    void until.then(() => {
      paper.pending += 1;
      response.end(bytes.subarray(1));
    });
  }

  function hubLinks(): Record<string, string> {
    return paper.hub ? { link: `<${paper.hub}>; rel="hub", <${paper.feedUrl}>; rel="self"` } : {};
  }

  function rss(): string {
    const items = entries.map(
      ({ id, title: headline = id, html, picture: name, at, link, enclosure }) => {
        const image = name ? `<img src="${url}/${name}.jpg">` : '';
        const body = html ?? `<p>This is what happened with ${id}, told in one good sentence.</p>`;
        const date = at ? `<pubDate>${new Date(at).toUTCString()}</pubDate>` : '';
        return (
          `<item><guid isPermaLink="false">${id}</guid><title>${headline}</title>` +
          `<link>${link ?? `${url}/${encodeURIComponent(id)}`}</link>${date}` +
          (enclosure ? `<enclosure ${enclosure}/>` : '') +
          `<description><![CDATA[${image}${body}]]></description></item>`
        );
      },
    );
    return `<rss version="2.0"><channel><title>${title}</title>${items.join('')}</channel></rss>`;
  }
}

function editionOf({ id, title, html, picture }: Printed): string {
  const changed = [html, picture].flatMap((it) => (it === undefined ? [] : it));
  const hash = createHash('sha256').update(changed.join('\n')).digest('hex').slice(0, 8);
  return `${id}/${title}${changed.length > 0 ? `/${hash}` : ''}`;
}
