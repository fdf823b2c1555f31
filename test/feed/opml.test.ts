import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Opml, parseOpml, writeOpml } from '../../src/feed/opml.ts';
import { type ListedFeed, oneLine } from '../../src/feed/outline.ts';
import { spentMs } from '../cpu.ts';

const A = 'https://a.example/feed';
const B = 'https://b.example/feed';

const list = (body: string) =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>${body}</body></opml>`;
const feed = (url: string, more: Partial<ListedFeed> = {}): ListedFeed => ({
  url,
  title: '',
  category: null,
  siteUrl: null,
  ...more,
});
const kinds = ({ faults }: Opml) => faults.map(({ kind }) => kind);

test('a list in folders gives its feeds in order, each with its path of categories', () => {
  const opml = parseOpml(
    list(`
      <outline text="News" title="News">
        <outline text="World">
          <outline type="rss" text="A" title="A" xmlUrl="${A}" htmlUrl="https://a.example/"/>
        </outline>
        <outline type="rss" text="B" xmlUrl="${B}"/>
      </outline>
      <outline type="rss" text="C" xmlUrl="https://c.example/"/>`),
  );

  expect(opml).toEqual({
    title: 'Mine',
    feeds: [
      feed(A, { title: 'A', category: 'News/World', siteUrl: 'https://a.example/' }),
      feed(B, { title: 'B', category: 'News' }),
      feed('https://c.example/', { title: 'C' }),
    ],
    faults: [],
  });
});

test.each<[string, string, Partial<ListedFeed>]>([
  [
    'the name that people gave, in `text`',
    `text="Mine" title="Theirs" xmlUrl="${A}"`,
    { title: 'Mine' },
  ],
  ['a name in `title` alone', `title="A" xmlUrl="${A}"`, { title: 'A' }],
  ['an empty `text`', `text="" title="A" xmlUrl="${A}"`, { title: 'A' }],
  ['an address in place of a name', `text="${A}" title="A" xmlUrl="${A}"`, { title: 'A' }],
  ['no name at all', `xmlUrl="${A}"`, {}],
  ['xmlurl', `text="A" xmlurl="${A}"`, { title: 'A' }],
  ['XMLURL', `TEXT="A" XMLURL='${A}'`, { title: 'A' }],
  ['url with a type', `type="rss" text="A" url="${A}"`, { title: 'A' }],
  ['feed: before the address', `text="A" xmlUrl="feed:${A}"`, { title: 'A' }],
  ['feed:// before the address', `text="A" xmlUrl="feed://a.example/feed"`, { title: 'A' }],
  [
    'a category attribute',
    `text="A" category="/News/World,/Other" xmlUrl="${A}"`,
    { title: 'A', category: 'News/World' },
  ],
  [
    'entities',
    `text="Caf&eacute; &amp; B&#228;r &quot;&#x1F4F0;&quot;" xmlUrl="${A}"`,
    { title: 'Café & Bär "📰"' },
  ],
  ['an apostrophe and a line break', `text="It's&#10;A" xmlUrl="${A}"`, { title: "It's A" }],
])('%s is understood', (_, attributes, expected) => {
  const { feeds, faults } = parseOpml(list(`<outline ${attributes}/>`));

  expect(faults).toEqual([]);
  expect(feeds.map((it) => ({ ...it, url: it.url.replace('http:', 'https:') }))).toEqual([
    feed(A, expected),
  ]);
});

test('an address that nobody escaped stays what it is', () => {
  const { feeds } = parseOpml(list(`<outline xmlUrl="https://a.example/?a=1&section=2&copy=3"/>`));

  expect(feeds).toEqual([feed('https://a.example/?a=1&section=2&copy=3')]);
});

test('links, other lists and comments are no feeds', () => {
  const body = `
    <outline type="link" text="A" url="${A}"/><outline type="include" url="${A}"/>
    <outline text="Just a note"/><!-- <outline xmlUrl="${A}"/> -->`;

  expect(parseOpml(list(body))).toMatchObject({ feeds: [], faults: [] });
});

test('a feed that comes again is told and left out, wherever it stands', () => {
  const opml = parseOpml(
    list(
      `<outline text="A" xmlUrl="${A}"/><outline text="F"><outline text="A2" xmlUrl="${A}"/></outline>`,
    ),
  );

  expect(opml.feeds).toEqual([feed(A, { title: 'A' })]);
  expect(opml.faults).toEqual([{ kind: 'duplicate', url: A, title: 'A2' }]);
});

test.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  '/feed.xml',
  'a b',
  'https://',
  'ftp://a.example/',
])('the address %s is told to be none', (url) => {
  const opml = parseOpml(list(`<outline text="X" xmlUrl="${url}"/><outline xmlUrl="${A}"/>`));

  expect(opml.faults).toEqual([{ kind: 'badUrl', url, title: 'X' }]);
  expect(opml.feeds).toEqual([feed(A)]);
});

test('without a head, or even a root, the outlines are read', () => {
  expect(parseOpml(`<opml><body><outline xmlUrl="${A}"/></body></opml>`).feeds).toEqual([feed(A)]);
  expect(parseOpml(`<outline xmlUrl="${A}"/>`).feeds).toEqual([feed(A)]);
  expect(parseOpml(`\ufeff\n\n${list(`<outline xmlUrl="${A}"/>`)}`).feeds).toEqual([feed(A)]);
});

test('a broken list is read as far as it goes, and its end is told', () => {
  const whole = list(
    `<outline text="a < b & c" xmlUrl="${A}"></outline></b><outline text=B xmlUrl=${B} />`,
  );

  expect(parseOpml(whole)).toMatchObject({
    feeds: [{ url: A, title: 'a < b & c' }, { url: B }],
    faults: [],
  });
  const cut = parseOpml(whole.slice(0, whole.indexOf('<outline text=B')));
  expect(cut.feeds.map(({ url }) => url)).toEqual([A]);
  expect(kinds(cut)).toEqual(['cutOff']);
});

test.each([
  '',
  'hello',
  '<html><body>A page</body></html>',
  '<rss><channel/></rss>',
  '{"a":1}',
  '\0',
])('%j is no list', (text) => {
  const opml = parseOpml(text);

  expect(opml.feeds).toEqual([]);
  expect(kinds(opml)).toEqual(['notOpml']);
});

test('entities that a document defines are not expanded', () => {
  const lol = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
  const doctype = `<!DOCTYPE opml [<!ENTITY l0 "lol"><!ENTITY x SYSTEM "file:///etc/passwd">${lol.join('')}]>`;

  const { feeds } = parseOpml(`${doctype}${list(`<outline text="&l9;&x;" xmlUrl="${A}"/>`)}`);

  expect(feeds).toEqual([feed(A, { title: '&l9;&x;' })]);
});

test('of 100,000 outlines the first 10,000 are read, without delay', () => {
  const outlines = Array.from(
    { length: 100_000 },
    (_, i) => `<outline text="${i}" xmlUrl="https://a.example/${i}"/>`,
  );
  const before = spentMs();

  const opml = parseOpml(list(outlines.join('')));

  expect(spentMs() - before).toBeLessThan(4_000);
  expect(opml.feeds).toHaveLength(10_000);
  expect(kinds(opml)).toEqual(['tooMany']);
});

test('outlines 100,000 deep end the reading where they get too deep', () => {
  const before = spentMs();

  const opml = parseOpml(list(`<outline xmlUrl="${A}"/>${'<outline text="x">'.repeat(100_000)}`));

  expect(spentMs() - before).toBeLessThan(4_000);
  expect(opml.feeds).toEqual([feed(A)]);
  expect(kinds(opml)).toEqual(['tooDeep']);
});

test('categories and titles are cut to a sensible length', () => {
  const deep = `${'<outline text="x">'.repeat(20)}<outline text="${'t'.repeat(9_000)}" xmlUrl="${A}"/>`;

  const [only] = parseOpml(list(deep)).feeds;

  expect(only?.category).toBe('x/x/x/x/x/x/x/x');
  expect(only?.title).toHaveLength(500);
});

test('what is written is OPML 2.0 as other readers expect it', () => {
  const text = writeOpml({
    title: 'A & B',
    feeds: [
      feed(A, { title: '"A" <1>', category: 'News', siteUrl: 'https://a.example/?x&y' }),
      feed(B),
    ],
  });

  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>A &amp; B</title>
  </head>
  <body>
    <outline type="rss" text="${B}" title="${B}" xmlUrl="${B}"/>
    <outline text="News" title="News">
      <outline type="rss" text="&quot;A&quot; &lt;1&gt;" title="&quot;A&quot; &lt;1&gt;" xmlUrl="${A}" htmlUrl="https://a.example/?x&amp;y"/>
    </outline>
  </body>
</opml>
`);
});

const line = fc.string({ unit: 'binary', maxLength: 40 }).map(oneLine);
const name = line.map((it) => oneLine(it.replaceAll('/', ' '))).filter((it) => it !== '');
const url = fc
  .webUrl({ withQueryParameters: true, withFragments: true })
  .map((it) => new URL(it).href);
const listed = fc.record({
  url,
  title: line,
  category: fc.option(fc.array(name, { minLength: 1, maxLength: 3 }).map((path) => path.join('/'))),
  siteUrl: fc.option(url),
});
const byUrl = (feeds: ListedFeed[]) =>
  feeds.toSorted((one, other) => (one.url < other.url ? -1 : 1));

test('whatever is written is read back: every feed with its title, category and site', () => {
  fc.assert(
    fc.property(
      line,
      fc.uniqueArray(listed, { selector: (it) => it.url, maxLength: 30 }),
      (title, feeds) => {
        const text = writeOpml({ title, feeds });
        const read = parseOpml(text);

        expect(read).toEqual({ title, feeds: expect.anything(), faults: [] });
        expect(byUrl(read.feeds)).toEqual(byUrl(feeds));
        expect(writeOpml(read)).toBe(text);
      },
    ),
    { numRuns: 300 },
  );
});

test('no text whatever makes it throw', () => {
  const piece = fc.constantFrom(
    '<outline ',
    'xmlUrl="',
    '"',
    '>',
    '/>',
    '</outline>',
    '<![CDATA[',
    '&#',
    '<!--',
    A,
    '<opml>',
    '</body>',
    ';',
  );

  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      parseOpml(pieces.join(''));
    }),
    { numRuns: 500 },
  );
});
