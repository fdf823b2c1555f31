import { expect, test } from 'vitest';
import { readPage } from '../../src/article/page.ts';
import { readArticle } from '../../src/article/read.ts';

const TEXT =
  'The ferry between the two islands will run all night from June on, the council said. Fares stay as they are, and bicycles travel free.';

const PAGE = `<!doctype html><html><head>
  <title>Ferry | Example</title><base href="/base/">
  <meta property="og:title" content="Night ferry &amp; day ferry">
  <meta property="og:image" content="../img/ferry.jpg"><meta property="og:image:alt" content="A ferry">
  <meta name="description" content="Ferries at &lt;night&gt;."><meta name="author" content="Ann Author">
  <link rel="canonical" href="https://example.org/ferry">
  <script type="application/ld+json">{"@type":"Article","datePublished":"2026-03-03T10:00:00Z",}</script>
  </head><body><nav><a href="/">Home</a></nav>
  <article><h1>Night ferry &amp; day ferry</h1><p>${TEXT}</p>
  <ul><li><a href="/1">One related story</a></li><li><a href="/2">Another story</a></li></ul>
  <aside>Subscribe</aside><p>The <a href="map">map</a> follows.</p></article>
  <footer>Imprint</footer></body></html>`;

const entryOf = (html: string, url: string) => readPage(html, url)?.entry;

test('a page gives its metadata and its article', () => {
  const entry = entryOf(PAGE, 'https://example.org/x?y');

  expect(entry).toMatchObject({
    id: 'https://example.org/ferry',
    title: 'Night ferry & day ferry',
    link: 'https://example.org/ferry',
    author: 'Ann Author',
    published: Date.UTC(2026, 2, 3, 10),
    pictures: [{ url: 'https://example.org/img/ferry.jpg', alt: 'A ferry' }],
    summary: 'Ferries at &lt;night>.',
    baseUrl: 'https://example.org/base/',
  });
  expect(entry && readArticle(entry).markdown).toBe(
    `${TEXT}\n\nThe [map](https://example.org/base/map) follows.`,
  );
});

test('without an article element, the densest block counts', () => {
  const html = `<title>T</title><div><p>Menu of the day</p></div><div id="x"><p>${TEXT}</p><p>${TEXT}</p></div>
    <div><p><a href="/1">${TEXT}</a></p></div>`;

  const entry = entryOf(html, 'https://example.org/');

  expect(entry && readArticle(entry).markdown).toBe(`${TEXT}\n\n${TEXT}`);
});

test('a page without title and text is none', () => {
  expect(readPage('<p>Log in</p>', 'https://example.org/')).toBeNull();
  expect(readPage('', 'https://example.org/')).toBeNull();
});
