import { expect, test } from 'vitest';
import { learnFurniture, recurringEnds } from '../../src/article/furniture.ts';
import { readArticle } from '../../src/article/read.ts';
import type { Entry } from '../../src/model.ts';
import { entryOf } from './entries.ts';

const TEXT = '<p>A paragraph that is long enough to be content stands here.</p>';

function named(url: string, width: number | null = null) {
  return { url, alt: '', width, height: null };
}

test('the feed’s own picture is the hero, and leaves the body in any size', () => {
  const { picture, markdown } = readArticle(
    entryOf(`<img src="https://cdn.example/2026/boat-300x200.jpg?w=300">${TEXT}`, {
      pictures: [named('https://cdn.example/2026/boat.jpg', 1600)],
    }),
  );

  expect(picture?.url).toBe('https://cdn.example/2026/boat.jpg');
  expect(markdown).toBe('A paragraph that is long enough to be content stands here.');
});

test('a thumbnail gives way to the body’s picture', () => {
  const { picture } = readArticle(
    entryOf(`<img src="/boat.jpg" width="800" height="600">${TEXT}`, {
      pictures: [named('https://cdn.example/thumb.jpg', 72)],
    }),
  );

  expect(picture).toEqual({
    url: 'https://example.org/boat.jpg',
    alt: '',
    width: 800,
    height: 600,
  });
});

test('without one from the feed, the body’s first good picture is the hero; the others stay', () => {
  const { picture, markdown } = readArticle(
    entryOf(`<img src="/logo.png" width="80">${TEXT}<img src="/a.jpg" alt="A"><img src="/b.jpg">`),
  );

  expect(picture).toMatchObject({ url: 'https://example.org/a.jpg', alt: 'A' });
  expect(markdown).toContain('![](https://example.org/logo.png)');
  expect(markdown).toContain('![](https://example.org/b.jpg)');
  expect(markdown).not.toContain('a.jpg');
});

test('the hero takes its caption along', () => {
  const { picture, markdown } = readArticle(
    entryOf(`<figure><img src="/a.jpg"><figcaption>A boat</figcaption></figure>${TEXT}`),
  );

  expect(picture?.alt).toBe('A boat');
  expect(markdown).not.toContain('A boat');
});

test('a video’s poster is better than nothing', () => {
  const { picture } = readArticle(entryOf(`${TEXT}<video src="/v.mp4" poster="/p.jpg"></video>`));

  expect(picture?.url).toBe('https://example.org/p.jpg');
});

const GOOD = '<img src="https://example.org/photos/boat.jpg">';

test.each([
  ['a pixel by its attributes', '<img src="/seen.jpg" width="1" height="1">'],
  ['a pixel by its style', '<img src="/seen.jpg" style="width:1px;height:1px">'],
  ['a pixel by its host', '<img src="https://pixel.example.com/x.jpg">'],
  ['a pixel by its name', '<img src="/spacer.gif">'],
  ['an icon by its size', '<img src="/a.png" width="48" height="48">'],
  ['an emoji', '<img class="wp-smiley" src="/a.png" alt="🙂">'],
  ['a face by its folder', '<img src="/avatars/7.jpg">'],
  ['a face by its host', '<img src="https://secure.gravatar.com/avatar/7?s=96">'],
  ['an advertisement by its server', '<img src="https://ads.example.net/x.jpg" width="600">'],
  ['an advertisement by its folder', '<img src="https://cdn.example.net/adserver/x.jpg">'],
  [
    'an advertisement by its link',
    '<a href="https://shop.example" rel="sponsored"><img src="/x.jpg"></a>',
  ],
  [
    'an advertisement by where its link leads',
    '<a href="https://adclick.example.net/7"><img src="/x.jpg"></a>',
  ],
  ['a banner by its shape', '<img src="/x.jpg" width="728" height="90">'],
  ['an ornament by its size', '<img src="/x.jpg" width="100" height="100">'],
  ['an ornament by its address', '<img src="/x-96x96.jpg">'],
  ['a logo by its name', '<img src="/site-logo.png">'],
  ['a loader’s placeholder', '<img src="/images/blank.gif">'],
])('%s is not the hero', (_, html) => {
  const { picture } = readArticle(entryOf(`<p>${html}</p>${TEXT}<p>${GOOD}</p>`));

  expect(picture?.url).toBe('https://example.org/photos/boat.jpg');
});

test.each([
  [
    'the widest of a srcset',
    '<img src="/s.jpg" srcset="/m.jpg 640w, /l.jpg 1600w, /xl.jpg 4000w">',
    '/l.jpg',
  ],
  [
    'what a lazy loader keeps',
    '<img src="data:image/gif;base64,R0lGOD" data-src="/true.jpg">',
    '/true.jpg',
  ],
  [
    'what stands in a noscript',
    '<img src="/blank.gif"><noscript><img src="/true.jpg"></noscript>',
    '/true.jpg',
  ],
  [
    'a picture element’s sources',
    '<picture><source srcset="/l.webp 1200w"><img src="/s.jpg"></picture>',
    '/l.webp',
  ],
  ['a phone of that name', '<img src="/google-pixel-9.jpg">', '/google-pixel-9.jpg'],
  ['a whale of that colour', '<img src="/gray-whale.jpg">', '/gray-whale.jpg'],
  [
    'a large picture with a logo',
    '<img src="/logo-on-the-roof.jpg" width="900">',
    '/logo-on-the-roof.jpg',
  ],
])('the hero is %s', (_, html, path) => {
  expect(readArticle(entryOf(html + TEXT)).picture?.url).toBe(`https://example.org${path}`);
});

test.each([
  [
    'a larger version in the body',
    'https://cdn.example/boat-150x150.jpg',
    'https://cdn.example/boat-1024x768.jpg',
  ],
  [
    'a larger width in the body',
    'https://cdn.example/boat.jpg?w=140',
    'https://cdn.example/boat.jpg?w=1200',
  ],
  [
    'another picture in the body',
    'https://cdn.example/tiny.jpg?width=140',
    'https://cdn.example/large.jpg',
  ],
])('a thumbnail by its address gives way to %s', (_, thumbnail, better) => {
  const entry = entryOf(`<img src="${better}">${TEXT}`, { pictures: [named(thumbnail)] });

  expect(readArticle(entry).picture?.url).toBe(better);
});

test('a thumbnail is better than nothing', () => {
  const { picture } = readArticle(
    entryOf(TEXT, { pictures: [named('https://cdn.example/t.jpg', 72)] }),
  );

  expect(picture?.url).toBe('https://cdn.example/t.jpg');
});

test('position decides among good pictures, after thumbnails', () => {
  const { picture } = readArticle(
    entryOf(
      `<img src="/a.jpg" width="150">${TEXT}<img src="/b.jpg" width="800"><img src="/c.jpg" width="900">`,
    ),
  );

  expect(picture?.url).toBe('https://example.org/b.jpg');
});

test.each([
  ['the author’s face', 'https://1.gravatar.com/avatar/abc?s=96&d=identicon'],
  ['a pixel', 'https://count.example.com/1.jpg'],
])('%s is not the hero although the feed names it', (_, url) => {
  expect(readArticle(entryOf(TEXT, { pictures: [named(url)] })).picture).toBeNull();
});

test('a picture that every entry of a feed has is nobody’s hero', () => {
  const logo = 'https://cdn.example/the-paper.jpg';
  const entries = ['1', '2', '3', '4'].map((id) =>
    entryOf(`<p>Story ${id}.</p>`, { id, pictures: [named(logo, 1200)] }),
  );
  const repeated = recurringEnds(learnFurniture(null, entries));

  const own = entryOf(`<p>Story 5.</p>${GOOD}`, { pictures: [named(logo, 1200)] });

  expect(readArticle(entries[0] as Entry, { repeated }).picture).toBeNull();
  expect(readArticle(own, { repeated }).picture?.url).toBe('https://example.org/photos/boat.jpg');
});
