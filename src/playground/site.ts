import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { EpochMs } from '../model.ts';
import { conditional, type Representation } from './conditional.ts';
import { storyHtml } from './markup.ts';
import { SECTIONS, type Section } from './sections.ts';
import { FEED_TYPES, feedText } from './site-feeds.ts';
import { articlePage, frontPage } from './site-pages.ts';
import { createPictures, pictureOf, type SitePicture } from './site-pictures.ts';

/** An article that has appeared on the sample site. */
export type SiteArticle = {
  /** Unique and never used again, also for the follow-ups of one story. */
  guid: string;
  path: string;
  /** Code of its section: its language. */
  section: string;
  feedPath: string;
  title: string;
  summary: string;
  author: string;
  category: string;
  published: EpochMs;
  html: string;
  picture: SitePicture | null;
};

export type Site = {
  routes: Hono;
  /** The newest 2,000 that have appeared, oldest first. */
  articles(): SiteArticle[];
  /** One more, now: in the feed of that path, or in the one whose turn it is. */
  publish(feedPath?: string): SiteArticle;
  /** Time is about to leap: what would have been printed meanwhile is not. */
  rest(ms: number): void;
  feeds: { path: string; title: string }[];
};

const KEPT_ARTICLES = 2_000;
/** Articles that each feed has from the start. */
const AT_START = 3;
/** How far apart the articles before the start were printed. */
const EARLIER_MS = 7 * 60_000;
const FEED_LENGTH = 20;
const FRONT_PAGE_LENGTH = 24;
const STYLE_SHEET = new URL('site.css', import.meta.url);

/** A small newspaper in seven languages that never ends: every `everyMs` an article appears, in one section after the
 *  other; stories that were printed come again as numbered follow-ups. The same calls and clock give the same site. */
export function createSite(options: {
  now: () => EpochMs;
  startedAt: EpochMs;
  everyMs: number;
}): Site {
  const { now, startedAt, everyMs } = options;
  const printed: SiteArticle[] = [];
  const countOf = new Map<Section, number>();
  let turns = 0;
  let ticks = 0;
  let restedMs = 0;
  for (let left = AT_START * SECTIONS.length; left > 0; left -= 1) {
    print(inTurn(), startedAt - left * EARLIER_MS);
  }
  return {
    routes: siteRoutes(articles),
    articles,
    publish(feedPath) {
      articles();
      return print(SECTIONS.find((it) => it.feedPath === feedPath) ?? inTurn(), now());
    },
    rest(ms) {
      restedMs += ms;
    },
    feeds: SECTIONS.map(({ feedPath, title }) => ({ path: feedPath, title })),
  };

  function articles(): SiteArticle[] {
    const beginning = startedAt + restedMs;
    while (beginning + (ticks + 1) * everyMs <= now()) {
      ticks += 1;
      print(inTurn(), beginning + ticks * everyMs);
    }
    return [...printed];
  }

  function inTurn(): Section {
    turns += 1;
    return SECTIONS[(turns - 1) % SECTIONS.length] as Section;
  }

  function print(section: Section, published: EpochMs): SiteArticle {
    const count = countOf.get(section) ?? 0;
    const article = articleAfter(count, section, published);
    countOf.set(section, count + 1);
    printed.push(article);
    if (printed.length > KEPT_ARTICLES) printed.shift();
    return article;
  }
}

/** The article that a section prints after so many others. */
function articleAfter(count: number, section: Section, published: EpochMs): SiteArticle {
  const { stories } = section;
  const story = stories[count % stories.length] as Section['stories'][number];
  const edition = Math.floor(count / stories.length) + 1;
  const { slug, summary, author, category, picture } = story;
  const name = edition === 1 ? slug : `${slug}-${edition}`;
  return {
    guid: `tag:sandrey.example,2026:${name}`,
    path: `/${section.code}/${name}`,
    section: section.code,
    feedPath: section.feedPath,
    title: edition === 1 ? story.title : `${story.title} (${edition})`,
    summary,
    author,
    category,
    published,
    html: storyHtml(story),
    picture: picture ? pictureOf(slug, picture.motif, picture.alt) : null,
  };
}

function siteRoutes(articles: () => SiteArticle[]): Hono {
  const routes = new Hono();
  const drawn = createPictures(SECTIONS);
  const newest = (count: number, sections: Section[]) =>
    articles()
      .filter((article) => sections.some(({ code }) => code === article.section))
      .slice(-count)
      .toReversed();

  routes.get('/site.css', (c) =>
    c.body(readFileSync(STYLE_SHEET, 'utf8'), 200, { 'content-type': 'text/css' }),
  );
  routes.get('/', (c) => c.html(frontPage(SECTIONS, newest(FRONT_PAGE_LENGTH, SECTIONS))));
  routes.get('/pictures/:name', async (c) => {
    const picture = await drawn(c.req.path);
    if (!picture) return c.notFound();
    const type = c.req.path.endsWith('.png') ? 'image/png' : 'image/jpeg';
    return conditional(c.req.raw, { body: Uint8Array.from(picture), type, modified: 0 });
  });
  for (const section of SECTIONS) {
    routes.get(section.feedPath, ({ req }) =>
      conditional(req.raw, feedOf(section, newest(FEED_LENGTH, [section]), originOf(req.url))),
    );
    routes.get(`/${section.code}`, (c) =>
      c.html(frontPage([section], newest(FRONT_PAGE_LENGTH, [section]))),
    );
    routes.get(`/${section.code}/:name`, (c) => {
      const article = articles().find(({ path }) => path === c.req.path);
      if (!article) return c.notFound();
      const related = newest(4, [section]).filter((it) => it !== article);
      return c.html(articlePage(article, section, { origin: originOf(c.req.url), related }));
    });
  }
  return routes;
}

function feedOf(section: Section, articles: SiteArticle[], origin: string): Representation {
  return {
    body: feedText({ section, articles, origin }),
    type: `${FEED_TYPES[section.format]}; charset=utf-8`,
    modified: articles[0]?.published ?? 0,
  };
}

function originOf(url: string): string {
  return new URL(url).origin;
}
