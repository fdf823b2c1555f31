import { expect, test } from 'vitest';
import { type ParsedFeed, parseFeed } from '../../src/feed/parse.ts';

const URL = 'https://feeds.example.org/all.xml';

function parse(text: string): ParsedFeed {
  const feed = parseFeed({ text, url: URL });
  if (!feed) throw new Error('That is no feed');
  return feed;
}

const NAMESPACES = `xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
  xmlns:atom="http://www.w3.org/2005/Atom"`;
const rss = (channel: string) =>
  `<?xml version="1.0"?><rss version="2.0" ${NAMESPACES}><channel>${channel}</channel></rss>`;
const rssEntry = (item: string) =>
  parse(rss(`<link>https://example.org/</link><item>${item}</item>`)).entries[0];
const atom = (feed: string) => `<feed xmlns="http://www.w3.org/2005/Atom">${feed}</feed>`;
const atomEntry = (entry: string) => parse(atom(`<entry><id>1</id>${entry}</entry>`)).entries[0];

test('RSS: every field of ours is filled', () => {
  const feed = parse(
    rss(`<title>Wire &amp;amp; Co</title><link>https://example.org/</link><language>en-gb</language><ttl>30</ttl>
      <atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="https://example.org/self.xml"/>
      <item><title>One</title><link>/1?a=b&amp;c</link><guid isPermaLink="false">id-1</guid>
      <description>Short</description><content:encoded><![CDATA[<p>Long &amp; rich</p>]]></content:encoded>
      <pubDate>Wed, 25 Nov 2026 19:30:05 +0100</pubDate><author>a@example.org (Ada)</author><dc:creator>Bob</dc:creator>
      <category>x &amp;amp; y</category><category>x &amp;amp; y</category>
      <enclosure url="/1.mp3" type="audio/mpeg" length="123"/></item>`),
  );

  expect(feed).toEqual({
    title: 'Wire & Co',
    siteUrl: 'https://example.org/',
    language: 'en-gb',
    rhythm: { ttlMs: 30 * 60_000, skipHours: [], skipDays: [] },
    cutOff: null,
    hubs: [{ hub: 'https://hub.example/', self: 'https://example.org/self.xml' }],
    entries: [
      {
        id: 'id-1',
        title: 'One',
        link: 'https://example.org/1?a=b&c',
        summary: 'Short',
        content: '<p>Long &amp; rich</p>',
        baseUrl: 'https://example.org/1?a=b&c',
        author: 'Ada, Bob',
        categories: ['x & y'],
        published: Date.UTC(2026, 10, 25, 18, 30, 5),
        updated: null,
        pictures: [],
        enclosures: [
          {
            url: 'https://example.org/1.mp3',
            type: 'audio/mpeg',
            sizeBytes: 123,
            durationSeconds: null,
          },
        ],
      },
    ],
  });
});

test('Atom: bases, types and inherited authors', () => {
  const feed = parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/blog/" xml:lang="de">
    <title type="html">&lt;b>Wire&lt;/b></title><link href="."/><author><name>Ada</name></author>
    <entry xml:base="2026/"><id>urn:1</id><title>1 &lt; 2</title><link rel="enclosure" href="a.pdf" length="5"/>
    <link href="one.html"/><updated>2026-11-25T00:00:00Z</updated><category term="t" label="Topic"/>
    <summary>plain &amp; simple</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a &lt; b</p></div></content>
    </entry></feed>`);

  expect(feed).toMatchObject({
    title: 'Wire',
    siteUrl: 'https://feeds.example.org/blog/',
    language: 'de',
  });
  expect(feed.entries[0]).toMatchObject({
    id: 'urn:1',
    title: '1 < 2',
    link: 'https://feeds.example.org/blog/2026/one.html',
    baseUrl: 'https://feeds.example.org/blog/2026/',
    summary: 'plain &amp; simple',
    content: '<p>a &lt; b</p>',
    author: 'Ada',
    categories: ['Topic'],
    published: Date.UTC(2026, 10, 25),
    updated: Date.UTC(2026, 10, 25),
    enclosures: [
      {
        url: 'https://feeds.example.org/blog/2026/a.pdf',
        type: null,
        sizeBytes: 5,
        durationSeconds: null,
      },
    ],
  });
});

test('RDF, RSS 0.91 and Atom 0.3 are read too', () => {
  const rdf =
    parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>R</title></channel>
    <item rdf:about="https://example.org/1"><title>T</title><dc:date>2026-11-25</dc:date></item></rdf:RDF>`);
  const old = parse(
    '<rss version="0.91"><channel><title>O</title><item><title>T</title></item></channel></rss>',
  );
  const atom03 =
    parse(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>A</title><entry><title>T</title>
    <issued>2026-11-24</issued><modified>2026-11-25</modified></entry></feed>`);

  expect(rdf.entries[0]).toMatchObject({
    id: 'https://example.org/1',
    link: 'https://example.org/1',
    published: Date.UTC(2026, 10, 25),
  });
  expect(old.entries[0]?.title).toBe('T');
  expect(atom03.entries[0]).toMatchObject({
    published: Date.UTC(2026, 10, 24),
    updated: Date.UTC(2026, 10, 25),
  });
});

test('JSON Feed: text becomes markup, attachments enclosures', () => {
  const feed = parse(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'J',
      home_page_url: 'https://example.org/',
      authors: [{ name: 'Ada' }],
      hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
      items: [
        {
          id: 7,
          url: 'https://example.org/7',
          content_text: 'a < b\nnext\n\nlast\u0000 \ud800',
          image: '/7.jpg',
          attachments: [{ url: '/7.mp3', mime_type: 'audio/mpeg', size_in_bytes: 9 }],
        },
      ],
    }),
  );

  expect(feed).toMatchObject({ title: 'J', hubs: [{ hub: 'https://hub.example/', self: URL }] });
  expect(feed.entries[0]).toMatchObject({
    id: '7',
    title: '',
    content: '<p>a &lt; b<br>next</p><p>last \ufffd</p>',
    author: 'Ada',
    pictures: [{ url: 'https://example.org/7.jpg', alt: '', width: null, height: null }],
    enclosures: [
      { url: 'https://example.org/7.mp3', type: 'audio/mpeg', sizeBytes: 9, durationSeconds: null },
    ],
  });
});

test.each([
  ['Q &amp;amp; A', 'Q & A'],
  ['<![CDATA[Q &amp; A]]>', 'Q & A'],
  ['&lt;b&gt;bold&lt;/b&gt; claim', 'bold claim'],
  ['The &lt;canvas&gt; element', 'The <canvas> element'],
  ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
  ['one&lt;br/&gt;two\n  three', 'one two three'],
  ['Caf&eacute; &amp;eacute;', 'Café é'],
])('the RSS title %s reads %s', (written, title) => {
  expect(rssEntry(`<title>${written}</title>`)?.title).toBe(title);
});

test('an RSS description is the content, unless there is another content', () => {
  expect(rssEntry('<description>&lt;p>All&lt;/p></description>')).toMatchObject({
    content: '<p>All</p>',
    summary: '',
  });
  expect(
    rssEntry('<description>A</description><content:encoded>All of it</content:encoded>'),
  ).toMatchObject({
    content: 'All of it',
    summary: 'A',
  });
});

test('an Atom summary stays a summary, and markup without a type is markup', () => {
  expect(atomEntry('<summary>A</summary>')).toMatchObject({ content: '', summary: 'A' });
  expect(atomEntry('<content>&lt;p>A&lt;/p></content>')?.content).toBe('<p>A</p>');
  expect(atomEntry('<content>1 &lt; 2</content>')?.content).toBe('1 &lt; 2');
});

test('pictures come largest first, once, and never as enclosures', () => {
  const entry = rssEntry(`<media:thumbnail url="https://example.org/t.jpg" width="2000"/>
    <media:group><media:content url="https://example.org/s.jpg" medium="image" width="100"/>
    <media:content url="https://example.org/l.jpg" type="image/jpeg" width="900" height="600">
    <media:description>A cat</media:description></media:content></media:group>
    <media:content url="https://example.org/v.mp4" type="video/mp4" fileSize="10"/>
    <enclosure url="https://example.org/l.jpg" type="image/jpeg" length="1"/>
    <enclosure url="https://example.org/v.mp4" type="video/mp4" length="10"/>`);

  expect(entry?.pictures.map(({ url }) => url.slice(-5))).toEqual(['l.jpg', 's.jpg', 't.jpg']);
  expect(entry?.pictures[0]).toMatchObject({ alt: 'A cat', width: 900, height: 600 });
  expect(entry?.enclosures).toEqual([
    { url: 'https://example.org/v.mp4', type: 'video/mp4', sizeBytes: 10, durationSeconds: null },
  ]);
});

test('a guid serves as a link, if it is one and is not said to be none', () => {
  expect(rssEntry('<guid>https://example.org/1</guid>')?.link).toBe('https://example.org/1');
  expect(rssEntry('<guid isPermaLink="false">https://example.org/1</guid>')?.link).toBeNull();
  expect(rssEntry('<guid>1</guid>')?.link).toBeNull();
  expect(rssEntry('<link>javascript:alert(1)</link><title>T</title>')?.link).toBeNull();
});

test.each([
  ['0', null],
  ['x', null],
  ['60', 3_600_000],
  ['1e300', 30 * 24 * 3_600_000],
])('a ttl of %s minutes', (ttl, ttlMs) => {
  expect(parse(rss(`<title>T</title><ttl>${ttl}</ttl>`)).rhythm.ttlMs).toBe(ttlMs);
});

test('placeholders are no dates', () => {
  expect(
    rssEntry('<title>T</title><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>')?.published,
  ).toBeNull();
});

const items =
  '<item><title>One</title></item><item><title>Two</title></item><item><title>Three</title></item>';
const whole = rss(`<title>T</title>${items}`);

test.each([
  ['cut off', whole.slice(0, whole.indexOf('ree</title>'))],
  ['with a stray end tag', whole.replace('One', 'One</p>')],
  ['with an end tag missing', whole.replace('Two</title></item>', 'Two</title>')],
  ['after a warning', `<br /><b>Warning</b>: oops in /x.php\n${whole}`],
  ['after blank lines', `\ufeff\n\n${whole}`],
  ['with control characters', whole.replace('One', 'O\u0000\u0008ne')],
  ['with a bare ampersand', whole.replace('One', 'One & all')],
  ['with an undefined prefix', whole.replace('<title>One', '<x:y>z</x:y><title>One')],
  ['before a script', `${whole}<script>track()</script>`],
  ['in capitals', whole.toUpperCase()],
  ['with a document type', whole.replace('<rss', '<!DOCTYPE rss [<!ENTITY x "y">]><rss')],
])('a feed %s keeps its entries', (_, text) => {
  const titles = parse(text).entries.map(({ title }) => title.toLowerCase().slice(0, 2));

  expect(titles).toEqual(['on', 'tw', 'th']);
});

test('the lenient reader finds what the strict one finds', () => {
  const inside = `<title>Wire</title><link>https://example.org/</link><item><title>O &amp;amp; P</title><link>/1</link>
    <guid>https://example.org/1</guid><description><![CDATA[<p>S</p>]]></description><content:encoded>&lt;p>Long text&lt;/p></content:encoded>
    <dc:creator>Ada</dc:creator><pubDate>Wed, 25 Nov 2026 19:30:05 GMT</pubDate><category>c</category>
    <media:content url="p.jpg" medium="image" width="9"/><enclosure url="a.mp3" type="audio/mpeg" length="3"/></item>`;
  const strict = parse(rss(inside));

  const lenient = parse(rss(`${inside}<item>`).replace('</channel></rss>', ''));

  expect(lenient.entries[0]).toEqual(strict.entries[0]);
  expect(lenient.title).toBe(strict.title);
});

test('an Atom feed that is cut off keeps markup, links and authors', () => {
  const [entry] =
    parse(`<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="blog/"><a:entry><a:id>1</a:id><a:author><a:name>Ada</a:name>
    </a:author><a:link href="1"/><a:content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>x</h:p></h:div></a:content>
    </a:entry><a:entry><a:title>cu`).entries;

  expect(entry).toMatchObject({
    author: 'Ada',
    link: 'https://feeds.example.org/blog/1',
    content: '<p>x</p>',
  });
});

test('a feed without entries is a feed', () => {
  expect(parse(rss('')).entries).toEqual([]);
  expect(parse('<feed xmlns="http://www.w3.org/2005/Atom"/>').entries).toEqual([]);
  expect(parse(rss('<item/>')).entries).toEqual([]);
});

test.each([
  '',
  ' ',
  'hello',
  '{}',
  '{"a":1}',
  '[]',
  '<html><body><p>x</p></body></html>',
  '<svg/>',
  '{',
  '<!doctype html><html><body><pre><rss><channel></channel></rss></pre></body></html>',
  '<rssx></rssx>',
])('%s is no feed', (text) => {
  expect(parseFeed({ text, url: URL })).toBeNull();
});

test.each([
  ['seconds', '<itunes:duration>1800</itunes:duration>'],
  ['minutes and seconds', '<itunes:duration>30:00</itunes:duration>'],
  ['hours, minutes and seconds', '<itunes:duration>00:30:00</itunes:duration>'],
])('an enclosure is as long as its entry says in %s', (_, duration) => {
  const enclosure = '<enclosure url="/1.mp3" type="audio/mpeg" length="9"/>';
  const [entry] =
    parseFeed({
      url: 'https://example.org/feed',
      text:
        '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>' +
        `<item><guid>1</guid>${enclosure}${duration}</item></channel></rss>`,
    })?.entries ?? [];

  expect(entry?.enclosures).toMatchObject([{ sizeBytes: 9, durationSeconds: 1_800 }]);
});
