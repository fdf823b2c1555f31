import { expect, test } from 'vitest';
import { feedGuesses, feedLinks } from '../../src/feed/discover.ts';

const PAGE = 'https://example.org/';
const declared = (href: string, title = '', type = 'application/rss+xml') =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;

test('declared feeds are offered with their titles, absolute, each once, and no mere links beside them', () => {
  const html = `<html><head><base href="/blog/">
    <link rel="alternate" type="application/atom+xml" title="All
      posts" href="atom.xml">
    <LINK REL="feed alternate" TYPE="application/rss+xml; charset=utf-8" HREF="https://other.example/rss">
    <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1">
    <link rel="alternate" hreflang="de" href="/de/">
    <link rel="alternate stylesheet" type="application/rss+xml" href="x.css">
    </head><a href="/feed/">Our <b>feed</b></a><a href="atom.xml">again</a>`;

  expect(feedLinks(html, PAGE)).toEqual([
    { url: 'https://example.org/blog/atom.xml', title: 'All posts' },
    { url: 'https://other.example/rss', title: '' },
  ]);
});

test('where none is declared, links that look like feeds are offered', () => {
  const html = `<a href="/feed/">Our <b>feed</b></a><a href="/about/feedback">no</a>
    <a href="feed://news.example.org/news.rss">feed</a><a href="mailto:rss@example.org">rss</a>`;

  expect(feedLinks(html, PAGE)).toEqual([
    { url: 'https://example.org/feed/', title: 'Our feed' },
    { url: 'https://news.example.org/news.rss', title: 'feed' },
  ]);
});

const urlsIn = (...links: string[]) => feedLinks(links.join(''), PAGE).map(({ url }) => url);

test.each([
  [
    'a WordPress blog',
    [
      declared('/feed/', 'Blog » Feed'),
      declared('/comments/feed/', 'Blog » Comments Feed'),
      declared('/2026/one/feed/', 'Blog » One Comments Feed'),
    ],
    ['https://example.org/feed/'],
  ],
  [
    'one in German',
    [declared('/feed/', 'Blog » Feed'), declared('/kommentare/feed/', 'Blog » Kommentar-Feed')],
    ['https://example.org/feed/'],
  ],
  [
    'one feed in three formats',
    [
      declared('/atom.xml', 'Blog (Atom)', 'application/atom+xml'),
      declared('/rss.xml', 'Blog (RSS 2.0)'),
      declared('/feed.json', 'Blog (JSON Feed)', 'application/feed+json'),
    ],
    ['https://example.org/atom.xml'],
  ],
  [
    'a Blogger blog',
    [
      declared('/feeds/posts/default', 'Blog - Atom', 'application/atom+xml'),
      declared('/feeds/posts/default?alt=rss', 'Blog - RSS'),
      declared(
        'https://www.blogger.com/feeds/7/posts/default',
        'Blog - Atom',
        'application/atom+xml',
      ),
    ],
    ['https://example.org/feeds/posts/default', 'https://www.blogger.com/feeds/7/posts/default'],
  ],
  [
    'sections of a newspaper',
    [declared('/rss/world.xml', 'World'), declared('/rss/sport.xml', 'Sport')],
    ['https://example.org/rss/world.xml', 'https://example.org/rss/sport.xml'],
  ],
  [
    'two contents in one place',
    [declared('/rss', 'News'), declared('/atom', 'Podcast')],
    ['https://example.org/rss', 'https://example.org/atom'],
  ],
  [
    'comments and nothing else',
    [declared('/comments/feed/', 'Comments')],
    ['https://example.org/comments/feed/'],
  ],
])('%s offers what one would follow', (_, links, urls) => {
  expect(urlsIn(...links)).toEqual(urls);
});

test.each([
  '<link rel="canonical" href="https://www.youtube.com/channel/UC1234567890abcdefghijkl">',
  '<meta itemprop="identifier" content="UC1234567890abcdefghijkl">',
  '<script>var ytInitialData = {"metadata":{"externalId":"UC1234567890abcdefghijkl"}}</script>',
])('a YouTube name is translated by its page: %s', (html) => {
  const feed = 'https://www.youtube.com/feeds/videos.xml?channel_id=UC1234567890abcdefghijkl';

  expect(feedLinks(html, 'https://www.youtube.com/@someone')).toEqual([{ url: feed, title: '' }]);
  expect(feedLinks(html, 'https://example.org/@someone')).toEqual([]);
});

test('a page without feeds names none, and neither do hostile ones', () => {
  expect(feedLinks('<p>nothing <a href="javascript:feed">x</a>', 'https://example.org/')).toEqual(
    [],
  );
  expect(feedLinks('', 'https://example.org/')).toEqual([]);
  expect(feedLinks('<a href="/rss">'.repeat(100_000), 'https://example.org/')).toHaveLength(1);
  expect(feedLinks('<div>'.repeat(400_000), 'https://example.org/')).toEqual([]);
});

test.each([
  [
    'https://www.youtube.com/channel/UC123',
    ['https://www.youtube.com/feeds/videos.xml?channel_id=UC123'],
  ],
  [
    'https://m.youtube.com/playlist?list=PL1',
    ['https://www.youtube.com/feeds/videos.xml?playlist_id=PL1'],
  ],
  [
    'https://github.com/nodejs/node/commits/main',
    ['https://github.com/nodejs/node/commits/main.atom'],
  ],
  ['https://mastodon.example/@someone', ['https://mastodon.example/@someone.rss']],
  ['https://bsky.app/profile/a.example', ['https://bsky.app/profile/a.example/rss']],
  ['https://old.reddit.com/r/typescript', ['https://www.reddit.com/r/typescript/.rss']],
  ['https://www.reddit.com/r/typescript/new/', ['https://www.reddit.com/r/typescript/new/.rss']],
  ['https://github.com/nodejs/node/tags', ['https://github.com/nodejs/node/tags.atom']],
  ['https://medium.com/@someone', ['https://medium.com/feed/@someone']],
])('%s has a known feed', (page, feeds) => {
  expect(feedGuesses(page)).toEqual(feeds);
});

test('a project on GitHub offers its releases first', () => {
  expect(feedGuesses('https://github.com/nodejs/node')[0]).toBe(
    'https://github.com/nodejs/node/releases.atom',
  );
});

test('elsewhere the usual paths are guessed, those of the section before those of the site', () => {
  const guesses = feedGuesses('https://example.org/blog/index.html?x#y');

  expect(guesses[0]).toBe('https://example.org/blog/feed');
  expect(guesses).toContain('https://example.org/feed.xml');
  expect(guesses.length).toBeLessThanOrEqual(16);
  expect(feedGuesses('https://example.org')[0]).toBe('https://example.org/feed');
  expect(feedGuesses('mailto:someone@example.org')).toEqual([]);
});
