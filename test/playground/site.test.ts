import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../src/feed/parse.ts';
import { createSite, type Site } from '../../src/playground/site.ts';

const STARTED = Date.UTC(2026, 10, 25, 9);
const EVERY_MS = 20_000;
const ORIGIN = 'http://127.0.0.1:8081';
const PATHS = [
  '/feeds/world.xml',
  '/feeds/zh.xml',
  '/feeds/fr.atom',
  '/feeds/ar.xml',
  '/feeds/de.atom',
  '/feeds/ja.json',
  '/feeds/es.atom',
];

describe('the sample site', () => {
  test('offers seven feeds, each with three articles from the start', async () => {
    const { site } = siteAt();

    expect(site.feeds.map(({ path }) => path)).toEqual(PATHS);
    for (const path of PATHS) expect(await guids(site, path), path).toHaveLength(3);
  });

  test('prints one article each twenty seconds, in one language after the other', () => {
    const { site, turn } = siteAt();
    const before = site.articles().length;

    turn(19_999);
    expect(site.articles()).toHaveLength(before);
    turn(60_000);

    const fresh = site.articles().slice(before);
    expect(fresh.map(({ section }) => section)).toEqual(['en', 'zh', 'fr']);
    expect(fresh.map(({ published }) => published - STARTED)).toEqual([20_000, 40_000, 60_000]);
  });

  test('prints one more on demand, now', async () => {
    const { site, turn } = siteAt();
    turn(5_000);

    const article = site.publish();

    expect(article.published).toBe(STARTED + 5_000);
    expect((await guids(site, '/feeds/world.xml'))[0]).toBe(article.guid);
  });

  test('prints on demand in the feed that is asked for, and the turn goes on as before', () => {
    const { site, turn } = siteAt();

    const titles = [site.publish('/feeds/ja.json'), site.publish('/feeds/ja.json')];
    turn(EVERY_MS);

    expect(titles.map(({ section }) => section)).toEqual(['ja', 'ja']);
    expect(new Set(titles.map(({ guid }) => guid)).size).toBe(2);
    expect(site.articles().at(-1)?.section).toBe('en');
  });

  test('never ends: what was printed comes again as a numbered follow-up with its own guid', () => {
    const { site, turn } = siteAt();

    turn(200 * 7 * EVERY_MS);

    const all = site.articles();
    expect(all).toHaveLength(1_421);
    expect(new Set(all.map(({ guid }) => guid)).size).toBe(all.length);
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
    expect(all.find(({ title }) => title.endsWith('(2)'))?.guid).toMatch(/-2$/);
  });

  test('is the same for the same clock and calls', async () => {
    const [one, two] = [siteAt(), siteAt()];
    for (const { turn, site } of [one, two]) {
      turn(45_000);
      site.publish();
      turn(90_000);
    }

    expect(one.site.articles()).toEqual(two.site.articles());
    expect(await text(one.site, '/feeds/zh.xml')).toBe(await text(two.site, '/feeds/zh.xml'));
  });
});

describe('its feeds', () => {
  test.each(PATHS)('%s is read without loss by our own parser', async (path) => {
    const { site } = siteAt();
    const newest = site.articles().findLast(({ section }) => path.includes(feedName(section)));

    const feed = parseFeed({ text: await text(site, path), url: `${ORIGIN}${path}` });

    expect(feed?.entries).toHaveLength(3);
    expect(feed?.entries[0]).toMatchObject({
      title: newest?.title,
      link: `${ORIGIN}${newest?.path}`,
      author: newest?.author,
      published: newest?.published,
      summary: newest?.summary,
    });
  });

  test('name their pictures each in their own way', async () => {
    const { site } = siteAt();

    expect(await text(site, '/feeds/world.xml')).toMatch(/<media:content url="http[^"]+\.jpg"/);
    expect(await text(site, '/feeds/ar.xml')).toMatch(/<enclosure url="http/);
    expect(await text(site, '/feeds/fr.atom')).toMatch(/<link rel="enclosure" type="image/);
    expect(await text(site, '/feeds/zh.xml')).toContain('&#60;img src=&#34;http');
    expect(JSON.parse(await text(site, '/feeds/ja.json')).items[0].image).toMatch(/^http/);
    expect(await text(site, '/feeds/de.atom')).not.toContain('/pictures/');
  });

  test.each(PATHS)('%s answers 304 until something new appears', async (path) => {
    const { site, turn } = siteAt();
    const first = await get(site, path);
    const etag = first.headers.get('etag') ?? '';
    const date = first.headers.get('last-modified') ?? '';

    const headers: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `"other", W/${etag}` },
      { 'if-modified-since': date },
      { 'if-none-match': etag, 'if-modified-since': new Date(0).toUTCString() },
    ];
    for (const known of headers) expect((await get(site, path, known)).status).toBe(304);

    turn(7 * EVERY_MS);
    for (const known of headers) expect((await get(site, path, known)).status).toBe(200);
  });

  test('a wrong tag is answered in full, whatever the date says', async () => {
    const { site } = siteAt();
    const headers = {
      'if-none-match': '"x"',
      'if-modified-since': new Date(STARTED).toUTCString(),
    };
    expect((await get(site, '/feeds/world.xml', headers)).status).toBe(200);
  });
});

describe('its pages', () => {
  test('the front page announces every feed', async () => {
    const html = await text(siteAt().site, '/');
    const announced = [...html.matchAll(/<link rel="alternate" [^>]*href="([^"]+)"/g)];
    expect(announced.map((match) => match[1])).toEqual(PATHS);
  });

  test('every article has a page with its picture, its body, and the furniture around it', async () => {
    const { site, turn } = siteAt();
    turn(14 * EVERY_MS);

    for (const article of site.articles()) {
      const html = await text(site, article.path);
      expect(html).toContain(article.html);
      expect(html).toContain('class="newsletter"');
      if (article.picture) expect(html).toContain(`content="${ORIGIN}${article.picture.path}"`);
    }
  });

  test('every picture that is named can be decoded at its declared size', async () => {
    const { site, turn } = siteAt();
    turn(14 * EVERY_MS);
    const pages = site.articles().map(({ html }) => html);
    const heroes = site.articles().flatMap(({ picture }) => (picture ? [picture.path] : []));
    const insets = pages.flatMap((html) => [...html.matchAll(/src="([^"]+)"/g)].map((m) => m[1]));

    const paths = new Set([...heroes, ...insets]);
    await Promise.all(
      [...paths].map(async (path) => {
        const answer = await get(site, path ?? '');
        const { width, height, format } = await sharp(await answer.arrayBuffer()).metadata();
        expect([width, height], path).toEqual([1200, 750]);
        expect(answer.headers.get('content-type'), path).toBe(`image/${format}`);
      }),
    );
    expect(paths.size).toBeGreaterThan(30);
  });

  test.each(['/en/nothing', '/pictures/nothing.jpg', '/feeds/nothing.xml'])(
    '%s is not there',
    async (path) => {
      expect((await get(siteAt().site, path)).status).toBe(404);
    },
  );
});

function siteAt() {
  let now = STARTED;
  const site = createSite({ now: () => now, startedAt: STARTED, everyMs: EVERY_MS });
  /** Moves the clock to so many milliseconds after the start. */
  const turn = (ms: number) => {
    now = STARTED + ms;
  };
  return { site, turn };
}

async function get(
  site: Site,
  path: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return site.routes.request(`${ORIGIN}${path}`, { headers });
}

async function text(site: Site, path: string): Promise<string> {
  return (await get(site, path)).text();
}

async function guids(site: Site, path: string): Promise<string[]> {
  const feed = await text(site, path);
  return [...feed.matchAll(/tag:sandrey\.example,2026:[\w-]+-[\w-]+/g)].map(([guid]) => guid);
}

function feedName(section: string): string {
  return section === 'en' ? 'world' : `/${section}.`;
}
