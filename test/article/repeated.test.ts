import { expect, test } from 'vitest';
import { readArticle, repeatedBlocks } from '../../src/article/read.ts';
import { entryOf } from './entries.ts';

const STORIES = [
  'The harbour opened its gates again after a long winter.',
  'A library in the old town now lends seeds and garden tools.',
  'Two villages agreed on one clock tower, and on its sound.',
  'The night train runs twice a week from now on.',
];
const FOOTER =
  '<p>Issue 12 of our letter, written by hand.</p><p><img src="https://example.org/qr.png"></p>';

const fetched = STORIES.map((story, index) =>
  entryOf(`<p>${story}</p><p>More about it.</p>${FOOTER.replace('12', String(index + 12))}`),
);

test('what recurs at the ends of a fetch leaves its articles, numbers and pictures too', () => {
  const repeated = repeatedBlocks(fetched);

  const articles = fetched.map((entry) => readArticle(entry, { repeated }));

  expect(articles.map(({ markdown }) => markdown)).toEqual(STORIES);
  expect(articles.map(({ picture }) => picture)).toEqual([null, null, null, null]);
});

test('two entries, or less than 40 % of a fetch, prove nothing', () => {
  const others = Array.from({ length: 7 }, (_, index) =>
    entryOf(`<p>${'abcdefg'[index]} story of its own kind.</p>`),
  );

  expect(repeatedBlocks(fetched.slice(0, 2)).size).toBe(0);
  expect(repeatedBlocks([...fetched, ...others]).size).toBe(0);
});

test('an article of nothing but repeated blocks keeps its first', () => {
  const same = Array.from({ length: 3 }, () => entryOf('<p>Sunny all day.</p><p>No wind.</p>'));
  const repeated = repeatedBlocks(same);

  expect(same.map((entry) => readArticle(entry, { repeated }).markdown)).not.toContain('');
});
