import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import type { SiteFault } from './chaos-plan.ts';

/** Many feeds on one server, which publishes, and breaks, as it is told. */
export type ChaosSite = {
  feedUrl(feed: number): string;
  /** Answers the new entry's title, which names it wherever it turns up. */
  publish(feed: number): string;
  /** The feed's next answer is this one, and no more of them wait: who is asked ever more rarely would never be well. */
  failNext(feed: number, answer: SiteFault): void;
  close(): void;
};

const SLOW_PICTURE_MS = 1_200;
const PICTURES = 12;
/** More than a feed of the plan publishes while its saves meet a full disk. */
const LISTED = 400;

export async function openChaosSite(): Promise<ChaosSite> {
  const published = new Map<number, string[]>();
  const numbers: number[] = [];
  const faults = new Map<number, SiteFault>();
  const picture = await photo();
  const server = createServer((request, response) => {
    const [, kind, name = ''] = request.url?.split('/') ?? [];
    if (kind === 'picture') answerPicture(name, response);
    else if (kind === 'feed') answerFeed(Number.parseInt(name, 10), response);
    else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    feedUrl: (feed) => `${url}/feed/${feed}`,
    publish(feed) {
      const title = titleOf(feed, numbers[feed] ?? 0);
      numbers[feed] = (numbers[feed] ?? 0) + 1;
      published.set(feed, [title, ...(published.get(feed) ?? [])].slice(0, LISTED));
      return title;
    },
    failNext: (feed, answer) => void faults.set(feed, answer),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };

  function answerFeed(feed: number, response: ServerResponse): void {
    const fault = takeFrom(faults, feed);
    const xml = `<rss version="2.0"><channel><title>Feed ${feed}</title>${(published.get(feed) ?? []).map(entryXml).join('')}</channel></rss>`;
    const headers = { 'content-type': 'application/rss+xml' };
    if (fault === 'reset') response.destroy();
    else if (fault === 'error') response.writeHead(503).end();
    else if (fault === 'half') {
      response.writeHead(200, { ...headers, 'content-length': xml.length });
      response.write(xml.slice(0, xml.length / 2), () => response.destroy());
    } else response.writeHead(200, headers).end(xml);
  }

  /** Some of them slowly, some not at all. */
  function answerPicture(name: string, response: ServerResponse): void {
    if (name.startsWith('none')) response.writeHead(404).end();
    else {
      const afterMs = name.startsWith('slow') ? SLOW_PICTURE_MS : 0;
      const answer = () => response.writeHead(200, { 'content-type': 'image/jpeg' }).end(picture);
      setTimeout(answer, afterMs);
    }
  }

  /** Texts so short that none is taken for another's. */
  function entryXml(title: string): string {
    const number = Number(/\d+$/.exec(title)?.[0]) + Number(/\d+/.exec(title)?.[0]);
    const kind = ['quick', 'none', 'slow'][number % 3];
    const image = `<img src="${url}/picture/${kind}-${number % PICTURES}.jpg">`;
    const body = `${number % 4 === 0 ? image : ''}<p>A short note.</p>`;
    return `<item><guid isPermaLink="false">${title}</guid><title>${title}</title><link>${url}/page/${title}</link><description><![CDATA[${body}]]></description></item>`;
  }
}

function takeFrom<Key, Value>(map: Map<Key, Value>, key: Key): Value | undefined {
  const value = map.get(key);
  map.delete(key);
  return value;
}

export function titleOf(feed: number, entry: number): string {
  return `wire-${feed}-entry-${entry}`;
}

/** An entry as its title names it. */
export type NamedEntry = { feed: number; entry: number; title: string };

/** The entries that a message tells of, in their order: one in a post, many in a digest. */
export function toldIn(words: string): NamedEntry[] {
  const told = words.matchAll(/wire-(\d+)-entry-(\d+)/g).map(([title, feed, entry]) => {
    return [title, { feed: Number(feed), entry: Number(entry), title }] as const;
  });
  return [...new Map(told).values()];
}

function photo(): Promise<Buffer> {
  const create = { width: 320, height: 200, channels: 3, background: '#357' } as const;
  return sharp({ create }).jpeg().toBuffer();
}
