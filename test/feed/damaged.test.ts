import { expect, test } from 'vitest';
import { parseFeed } from '../../src/feed/parse.ts';

const URL = 'https://feeds.example.org/feed';
const read = (text: string) => parseFeed({ text, url: URL });
const titles = (text: string) => read(text)?.entries.map(({ title }) => title);

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Wire',
  home_page_url: 'https://example.org/',
  items: ['One', 'Two "{[', 'Three'].map((title) => ({ id: title, title, tags: ['a'] })),
});

test('a JSON feed that breaks off keeps the entries that are whole', () => {
  const cut = JSON_FEED.slice(0, JSON_FEED.indexOf('Three'));

  expect(read(cut)).toMatchObject({ title: 'Wire', siteUrl: 'https://example.org/', cutOff: null });
  expect(titles(cut)).toEqual(['One', 'Two "{[']);
});

test.each([
  ['a warning before it', `<br />\n<b>Warning</b>: x in <b>y</b>\n${JSON_FEED}`],
  ['a comment behind it', `${JSON_FEED}\n<!-- cached -->`],
  ['a raw line break in a text', JSON_FEED.replace('One', 'One\n')],
  ['an entry that is no JSON', JSON_FEED.replace('"items":[', '"items":[{"id":oops},')],
  ['a byte order mark', `\ufeff${JSON_FEED}`],
])('a JSON feed with %s is read', (_, text) => {
  expect(titles(text)).toEqual(['One', 'Two "{[', 'Three']);
});

test('a JSON feed need not say its version fully, but some JSON is no feed', () => {
  expect(titles('{"version":"1.0","items":[{"content_text":"x"}]}')).toEqual(['']);
  expect(read('{"items":[{"id":1}]}')).toBeNull();
  expect(read(`<html><script>var feed = ${JSON_FEED}</script></html>`)).toBeNull();
});

test('an entry that stands alone is a feed of one', () => {
  const feed = read(
    `<?xml version="1.0"?><entry xmlns="http://www.w3.org/2005/Atom"><title>Alone</title><id>1</id></entry>`,
  );

  expect(feed?.entries).toMatchObject([{ id: '1', title: 'Alone' }]);
});

const rss = (inside: string, end = '</channel></rss>') =>
  `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title>${inside}${end}`;
const item = (name: string) => `<item><guid>${name}</guid><title>${name}</title></item>`;

test('categories come from RSS, Atom inside of it and the keywords of podcasts, with either reader', () => {
  const inside = `<item><title>x</title><category>a</category><atom:category term="b"/>
    <itunes:keywords>c, d</itunes:keywords></item>`;

  expect(read(rss(inside))?.entries[0]?.categories).toEqual(['a', 'b', 'c', 'd']);
  expect(read(rss(`${inside}<item>`, ''))?.entries[0]?.categories.toSorted()).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

test('texts that Atom 0.3 packs in base64 are unpacked', () => {
  const feed = read(
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="base64">RW50cnkgVGl0bGU=</title></entry></feed>`,
  );

  expect(feed?.entries[0]?.title).toBe('Entry Title');
});

test.each([
  ['in a text', `${item('a')}<item><guid>b</guid><title>half a ti`, 'b'],
  ['in a tag', `${item('a')}<item><guid>b</guid><titl`, 'b'],
  ['between two elements', `${item('a')}<item><guid>b</guid>`, 'b'],
  ['behind an entry', item('a') + item('b'), null],
  ['in what is no entry', `${item('a')}<image><url>x`, null],
])('where a document breaks off %s is known', (_, inside, cutOff) => {
  expect(read(rss(inside, ''))?.cutOff).toBe(cutOff);
});

test('entries without an end tag are whole, if the document is', () => {
  const feed = read(rss((item('a') + item('b')).replaceAll('</item>', '')));

  expect(feed?.entries.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(feed?.cutOff).toBeNull();
});
