import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';

/** One printed entry of the test's newspaper. */
export type Printed = { id: string; title?: string; html?: string; picture?: string; at?: number };

/** A news site on loopback that a test writes and breaks as it likes. */
export type Paper = {
  url: string;
  feedUrl: string;
  /** Newest first, as feeds are. */
  print(entry: Printed): void;
  withdraw(id: string): void;
  /** The next answers to the feed, one each, instead of the feed. */
  answerNext(...answers: PaperAnswer[]): void;
  /** Every answer to the feed is this one, until it is mended. */
  break(answer: PaperAnswer): void;
  mend(): void;
  /** The hub that the feed names in its `Link` header, if it does. */
  hub: string | null;
  /** Paths asked for, oldest first. */
  requests: { path: string; headers: IncomingMessage['headers'] }[];
  /** Requests being answered. */
  pending: number;
  close(): Promise<void>;
};

export type PaperAnswer = { status: number; headers?: Record<string, string>; body?: string };

export async function openPaper(title = 'The Paper'): Promise<Paper> {
  const entries: Printed[] = [];
  const answers: PaperAnswer[] = [];
  let broken: PaperAnswer | null = null;
  const picture = await sharp({
    create: { width: 640, height: 400, channels: 3, background: '#357' },
  })
    .jpeg()
    .toBuffer();
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
    withdraw(id) {
      const at = entries.findIndex((it) => it.id === id);
      if (at >= 0) entries.splice(at, 1);
    },
    answerNext: (...more) => void answers.push(...more),
    break(answer) {
      broken = answer;
    },
    mend() {
      broken = null;
    },
    hub: null,
    requests: [],
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
    paper.requests.push({ path, headers: request.headers });
    if (path.endsWith('.jpg')) {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture);
      return;
    }
    if (path === '/') {
      const link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">';
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`<html><head><title>${title}</title>${link}</head><body>Hello</body></html>`);
      return;
    }
    const told = broken ?? answers.shift();
    if (told) {
      response.writeHead(told.status, told.headers).end(told.body ?? '');
      return;
    }
    if (path !== '/feed.xml') {
      response.writeHead(404).end();
      return;
    }
    const etag = `"${entries.map(({ id, title: it }) => `${id}/${it}`).join()}"`;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/rss+xml', etag, ...hubLinks() });
    response.end(rss());
  }

  function hubLinks(): Record<string, string> {
    return paper.hub ? { link: `<${paper.hub}>; rel="hub", <${paper.feedUrl}>; rel="self"` } : {};
  }

  function rss(): string {
    const items = entries.map(({ id, title: headline = id, html, picture: name, at }) => {
      const image = name ? `<img src="${url}/${name}.jpg">` : '';
      const body = html ?? `<p>This is what happened with ${id}, told in one good sentence.</p>`;
      const date = at ? `<pubDate>${new Date(at).toUTCString()}</pubDate>` : '';
      return (
        `<item><guid isPermaLink="false">${id}</guid><title>${headline}</title>` +
        `<link>${url}/${encodeURIComponent(id)}</link>${date}` +
        `<description><![CDATA[${image}${body}]]></description></item>`
      );
    });
    return `<rss version="2.0"><channel><title>${title}</title>${items.join('')}</channel></rss>`;
  }
}
