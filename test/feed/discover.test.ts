import { expect, test } from 'vitest';
import { feedGuesses, feedLinks } from '../../src/feed/discover.ts';

test('declared feeds come first, with their titles, absolute, each once', () => {
  const html = `<html><head><base href="/blog/">
    <link rel="alternate" type="application/atom+xml" title="All
      posts" href="atom.xml">
    <LINK REL="feed alternate" TYPE="application/rss+xml; charset=utf-8" HREF="https://other.example/rss">
    <link rel="alternate" type="application/json" href="/wp-json/wp/v2/pages/1">
    <link rel="alternate" hreflang="de" href="/de/">
    <link rel="alternate stylesheet" type="application/rss+xml" href="x.css">
    </head><a href="/feed/">Our <b>feed</b></a><a href="atom.xml">again</a><a href="/about/feedback">no</a>
    <a href="feed://example.org/news.rss">feed</a><a href="mailto:rss@example.org">rss</a>`;

  expect(feedLinks(html, 'https://example.org/')).toEqual([
    { url: 'https://example.org/blog/atom.xml', title: 'All posts' },
    { url: 'https://other.example/rss', title: '' },
    { url: 'https://example.org/feed/', title: 'Our feed' },
    { url: 'https://example.org/news.rss', title: 'feed' },
  ]);
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
