import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/read.ts';
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
