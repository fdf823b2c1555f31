import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/read.ts';
import { entryOf } from './entries.ts';

const TEXT = '<p>A paragraph that is long enough to be content stands here.</p>';

const named = (url: string, width: number | null = null) => ({ url, alt: '', width, height: null });
const image = (name: string, attributes = '') => `<p><img src="/${name}.jpg" ${attributes}></p>`;

function further(html: string, pictures: ReturnType<typeof named>[] = []): string[] {
  return readArticle(entryOf(html, { pictures })).pictures.map(({ url }) =>
    url.replace('https://example.org/', ''),
  );
}

test('further pictures are the body’s, in their order and without the hero', () => {
  expect(further(image('a') + TEXT + image('b') + image('c', 'alt="C"'))).toEqual([
    'b.jpg',
    'c.jpg',
  ]);
});

test('they stay in the article, where the hero does not', () => {
  const { markdown } = readArticle(entryOf(image('a') + TEXT + image('b')));

  expect(markdown).not.toContain('a.jpg');
  expect(markdown).toContain('![](https://example.org/b.jpg)');
});

test('one picture in several sizes is one, and ornaments are none', () => {
  const sizes = image('a-300x200') + image('b-300x200') + image('b-1024x768') + image('b');

  expect(further(image('a') + sizes + image('logo') + image('c', 'width="90"'))).toEqual([
    'b-300x200.jpg',
  ]);
});

test('they are nine at the most', () => {
  const many = Array.from({ length: 20 }, (_, index) => image(`p${index}`)).join(TEXT);

  expect(further(many)).toEqual(Array.from({ length: 9 }, (_, index) => `p${index + 1}.jpg`));
});

test('where the body has none, those that the feed names count', () => {
  const pictures = ['1', '2', '3'].map((id) => named(`https://example.org/${id}.jpg`));

  expect(further(TEXT, pictures)).toEqual(['2.jpg', '3.jpg']);
});

test('several widths that a feed offers are one picture', () => {
  const pictures = [named('https://a.example/x', 700), named('https://a.example/y', 460)];

  expect(further(TEXT, pictures)).toEqual([]);
});
