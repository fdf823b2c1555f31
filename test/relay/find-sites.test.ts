import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFetchFeed } from '../../src/feed/fetch.ts';
import type { Http } from '../../src/http.ts';
import { type FindOutcome, findFeed } from '../../src/relay/find.ts';
import { openStore, type Store } from '../../src/store/store.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');

/** A web of a few pages: what is not written here is not found. */
let web: Map<string, string>;
let asked: string[];
let store: Store;

beforeEach(async () => {
  web = new Map();
  asked = [];
  store = await openStore(':memory:');
});

afterEach(() => store.close());

const http: Http = async ({ url }) => {
  asked.push(url);
  const text = web.get(url);
  const body = Buffer.from(text ?? '');
  return { kind: 'answered', status: text ? 200 : 404, url, headers: {}, body, redirects: [] };
};

function find(address: string): Promise<FindOutcome> {
  const asker = { userId: 7, listed: 'unlisted' } as const;
  return findFeed(address, asker, {
    store,
    fetchFeed: createFetchFeed({ http }),
    complete: async (_feed, entries) => entries,
    clock: { now: () => NOW },
    bounds: { minMs: 300_000, maxMs: 6 * 3_600_000 },
    jitter: () => 0,
    nextCron: () => null,
  });
}

async function foundUrl(address: string): Promise<string> {
  const outcome = await find(address);
  return outcome.kind === 'found' ? outcome.feed.url : JSON.stringify(outcome);
}

const feed = (...titles: string[]) =>
  `<rss><channel><title>Feed</title>${titles.map((it) => `<item><title>${it}</title></item>`).join('')}</channel></rss>`;
const page = (head: string) => `<!doctype html><html><head>${head}</head><body></body></html>`;

test('a page that declares one main feed and its comments gives the main feed without a question', async () => {
  web.set(
    'https://blog.example/',
    page(`<link rel="alternate" type="application/rss+xml" title="Blog » Feed" href="/feed/">
      <link rel="alternate" type="application/rss+xml" title="Blog » Comments" href="/comments/feed/">`),
  );
  web.set('https://blog.example/feed/', feed('One'));

  expect(await foundUrl('blog.example')).toBe('https://blog.example/feed/');
  expect(asked).toEqual(['https://blog.example/', 'https://blog.example/feed/']);
});

test('a page with several feeds leaves the choice to whoever asked, and fetches none', async () => {
  const link = (name: string) =>
    `<link rel="alternate" type="application/rss+xml" title="${name}" href="/${name}.rss">`;
  web.set('https://paper.example/', page(link('World') + link('Sport')));

  expect(await find('paper.example')).toEqual({
    kind: 'several',
    links: [
      { url: 'https://paper.example/World.rss', title: 'World' },
      { url: 'https://paper.example/Sport.rss', title: 'Sport' },
    ],
  });
  expect(asked).toHaveLength(1);
});

test('a page without a feed says what was tried', async () => {
  web.set('https://empty.example/', page(''));

  const outcome = await find('https://empty.example/');

  expect(outcome).toMatchObject({ kind: 'none' });
  expect(outcome.kind === 'none' && outcome.tried).toEqual(asked.slice(1));
  expect(asked.slice(1)).toContain('https://empty.example/feed');
});

test.each(['https://t.me/durov', 't.me/s/durov', 'https://x.com/someone'])(
  '%s has no feed, and nobody is asked for one',
  async (address) => {
    expect(await find(address)).toEqual({ kind: 'none', tried: [] });
    expect(asked).toEqual([]);
  },
);

test('a project without releases is followed by its tags', async () => {
  web.set('https://github.com/a/b/releases.atom', feed());
  web.set('https://github.com/a/b/tags.atom', feed('v1'));

  expect(await foundUrl('https://github.com/a/b')).toBe('https://github.com/a/b/tags.atom');
});

test('a project that has published nothing yet is followed by its releases', async () => {
  web.set('https://github.com/a/b/releases.atom', feed());

  expect(await foundUrl('https://github.com/a/b')).toBe('https://github.com/a/b/releases.atom');
});

test('a feed’s own address on a known site is taken as it is', async () => {
  web.set('https://github.com/a/b/commits/main.atom', feed('c'));

  expect(await foundUrl('https://github.com/a/b/commits/main.atom')).toBe(
    'https://github.com/a/b/commits/main.atom',
  );
  expect(asked).toHaveLength(1);
});

test('a channel by its name on YouTube is found through its page', async () => {
  const id = 'UC1234567890abcdefghijkl';
  const videos = `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`;
  web.set(
    'https://www.youtube.com/@someone',
    page(`<link rel="canonical" href="https://www.youtube.com/channel/${id}">`),
  );
  web.set(videos, feed('Film'));

  expect(await foundUrl('https://www.youtube.com/@someone')).toBe(videos);
});

test('a feed that was gone is asked again when somebody wants it', async () => {
  web.set('https://back.example/feed', feed('One'));
  const first = await find('https://back.example/feed');
  const feedId = first.kind === 'found' ? first.feed.id : 0;
  await store.feeds.save(feedId, { goneAt: NOW - 1, failure: 'gone', failures: 1 });

  expect(await find('https://back.example/feed')).toMatchObject({
    kind: 'found',
    feed: { id: feedId, goneAt: null, failure: null },
  });
});
