import { type Document, readFile } from './documents.ts';
import { at, list, text, texts } from './json.ts';

/** What another project's tests want of an entry. Fields they say nothing of are null or empty. */
export type ExpectedEntry = {
  id: string | null;
  title: string | null;
  link: string | null;
  content: string | null;
  summary: string | null;
  author: string | null;
  published: string | null;
  updated: string | null;
  categories: string[];
  enclosures: string[];
  pictures: string[];
};

export type ExpectedFeed = {
  title: string | null;
  link: string | null;
  language: string | null;
  entries: ExpectedEntry[];
};

/** What the project that a document comes from expects of it; null where it says nothing. */
export function expectedOf({ path }: Document): ExpectedFeed | null {
  const reading = READINGS.find(({ pattern }) => pattern.test(path));
  const file = reading && readFile(path.replace(/\.\w+$/, '').replace(...reading.beside));
  return file ? reading.read(JSON.parse(file)) : null;
}

type Reading = {
  pattern: RegExp;
  /** From the document's path, without its extension, to that of the expectation. */
  beside: [RegExp, string];
  read: (written: unknown) => ExpectedFeed;
};

const READINGS: Reading[] = [
  { pattern: /^gofeed\/translator\/json\//, beside: [/$/, '_expected.json'], read: fromGofeed },
  { pattern: /^gofeed\/parser\/json\//, beside: [/$/, '_expected.json'], read: fromJsonFeed },
  { pattern: /^gofeed\/translator\//, beside: [/$/, '.json'], read: fromGofeed },
  { pattern: /^gofeed\/parser\/rss\//, beside: [/$/, '.json'], read: fromGofeedRss },
  { pattern: /^gofeed\/parser\/atom\//, beside: [/$/, '.json'], read: fromGofeedAtom },
  { pattern: /^feed-rs\//, beside: [/$/, '.serde.json'], read: fromFeedRs },
  { pattern: /^rss-parser\//, beside: [/\/input\/(.*)$/, '/output/$1.json'], read: fromRssParser },
];

const NOTHING: ExpectedEntry = {
  ...{ id: null, title: null, link: null, content: null, summary: null, author: null },
  ...{ published: null, updated: null, categories: [], enclosures: [], pictures: [] },
};

function fromGofeed(feed: unknown): ExpectedFeed {
  const entries = list(feed, 'items').map((it) => ({
    id: text(it, 'guid'),
    title: text(it, 'title'),
    link: text(it, 'link'),
    content: text(it, 'content'),
    summary: text(it, 'description'),
    author: personOf(list(it, 'authors')[0]),
    published: text(it, 'publishedParsed'),
    updated: text(it, 'updatedParsed'),
    categories: texts(it, 'categories'),
    enclosures: list(it, 'enclosures').flatMap((file) => text(file, 'url') ?? []),
    pictures: present(text(it, 'image', 'url')),
  }));
  return { ...feedFields(feed), entries };
}

function fromGofeedRss(feed: unknown): ExpectedFeed {
  const entries = list(feed, 'items').map((it) => ({
    ...NOTHING,
    id: text(it, 'guid', 'value'),
    title: text(it, 'title'),
    link: text(it, 'link'),
    content: text(it, 'content'),
    summary: text(it, 'description'),
    author: text(it, 'author'),
    published: text(it, 'pubDateParsed'),
    categories: list(it, 'categories').flatMap((category) => text(category, 'value') ?? []),
    enclosures: list(it, 'enclosures').flatMap((file) => text(file, 'url') ?? []),
  }));
  return { ...feedFields(feed), entries };
}

function fromGofeedAtom(feed: unknown): ExpectedFeed {
  const entries = list(feed, 'entries').map((it) => ({
    ...NOTHING,
    id: text(it, 'id'),
    title: text(it, 'title'),
    link: alternateOf(it),
    content: text(it, 'content', 'value'),
    summary: text(it, 'summary'),
    author: personOf(list(it, 'authors')[0]),
    published: text(it, 'publishedParsed'),
    updated: text(it, 'updatedParsed'),
    categories: list(it, 'categories').flatMap(
      (category) => text(category, 'label') ?? text(category, 'term') ?? [],
    ),
  }));
  return { ...feedFields(feed), link: alternateOf(feed), entries };
}

function fromJsonFeed(feed: unknown): ExpectedFeed {
  const entries = list(feed, 'items').map((it) => ({
    id: text(it, 'id'),
    title: text(it, 'title'),
    link: text(it, 'url'),
    content: text(it, 'content_html'),
    summary: text(it, 'summary'),
    author: personOf(list(it, 'authors')[0] ?? at(it, 'author')),
    published: text(it, 'date_published'),
    updated: text(it, 'date_modified'),
    categories: texts(it, 'tags'),
    enclosures: list(it, 'attachments').flatMap((file) => text(file, 'url') ?? []),
    pictures: present(text(it, 'image')),
  }));
  return { ...feedFields(feed), link: text(feed, 'home_page_url'), entries };
}

function fromFeedRs(feed: unknown): ExpectedFeed {
  const entries = list(feed, 'entries').map((it) => {
    const content = at(it, 'content');
    return {
      id: text(it, 'id'),
      title: text(it, 'title', 'content'),
      link: alternateOf(it),
      content: text(content, 'body'),
      summary: text(it, 'summary', 'content'),
      author: personOf(list(it, 'authors')[0]),
      published: text(it, 'published'),
      updated: text(it, 'updated'),
      categories: list(it, 'categories').flatMap(
        (category) => text(category, 'label') ?? text(category, 'term') ?? [],
      ),
      enclosures: list(it, 'media').flatMap((media) =>
        list(media, 'content').flatMap((file) => text(file, 'url') ?? []),
      ),
      pictures: list(it, 'media')
        .flatMap((media) => list(media, 'thumbnails'))
        .flatMap((thumbnail) => text(thumbnail, 'image', 'uri') ?? []),
    };
  });
  const title = text(feed, 'title', 'content');
  return { title, link: alternateOf(feed), language: text(feed, 'language'), entries };
}

function fromRssParser(output: unknown): ExpectedFeed {
  const feed = at(output, 'feed');
  const entries = list(feed, 'items').map((it) => ({
    ...NOTHING,
    id: text(it, 'guid') ?? text(it, 'id'),
    title: text(it, 'title'),
    link: text(it, 'link'),
    content: text(it, 'content:encoded') ?? text(it, 'content'),
    summary: text(it, 'summary'),
    author: text(it, 'creator') ?? text(it, 'author'),
    published: text(it, 'isoDate'),
    categories: texts(it, 'categories'),
    enclosures: present(text(it, 'enclosure', 'url')),
  }));
  return { ...feedFields(feed), entries };
}

function feedFields(feed: unknown): Omit<ExpectedFeed, 'entries'> {
  return { title: text(feed, 'title'), link: text(feed, 'link'), language: text(feed, 'language') };
}

function alternateOf(written: unknown): string | null {
  const alternate = list(written, 'links').find((link) =>
    ['alternate', null].includes(text(link, 'rel')),
  );
  return text(alternate, 'href') ?? null;
}

function personOf(person: unknown): string | null {
  return text(person, 'name') ?? text(person, 'email') ?? null;
}

function present(value: string | null): string[] {
  return value === null ? [] : [value];
}
