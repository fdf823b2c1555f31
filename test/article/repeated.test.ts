import { expect, test } from 'vitest';
import { type Furniture, learnFurniture, recurringEnds } from '../../src/article/furniture.ts';
import { readArticle } from '../../src/article/read.ts';
import type { Entry } from '../../src/model.ts';
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

const recurringIn = (entries: Entry[]) => recurringEnds(learnFurniture(null, entries));

test('what recurs at the ends of a fetch leaves its articles, numbers and pictures too', () => {
  const repeated = recurringIn(fetched);

  const articles = fetched.map((entry) => readArticle(entry, { repeated }));

  expect(articles.map(({ markdown }) => markdown)).toEqual(STORIES);
  expect(articles.map(({ picture }) => picture)).toEqual([null, null, null, null]);
});

test('two entries, or less than 40 % of a fetch, prove nothing', () => {
  const others = Array.from({ length: 7 }, (_, index) =>
    entryOf(`<p>${'abcdefg'[index]} story of its own kind.</p>`),
  );

  expect(recurringIn(fetched.slice(0, 2)).size).toBe(0);
  expect(recurringIn([...fetched, ...others]).size).toBe(0);
});

test('an article of nothing but repeated blocks keeps its first', () => {
  const same = Array.from({ length: 3 }, () => entryOf('<p>Sunny all day.</p><p>No wind.</p>'));
  const repeated = recurringIn(same);

  expect(same.map((entry) => readArticle(entry, { repeated }).markdown)).not.toContain('');
});

test('a feed that lists one entry at a time shows its footer by and by, and a new one soon enough', () => {
  const stories = Array.from(
    { length: 40 },
    (_, index) => `${'abcdefghij'.repeat(3)} number ${index} `,
  );
  const footerOf = (index: number) => (index < 20 ? 'Written by hand.' : 'Printed by machine.');
  let furniture: Furniture | null = null;
  const footers = stories.map((story, index) => {
    const entry = entryOf(`<p>${'x'.repeat(index + 70)} ${story}</p><p>${footerOf(index)}</p>`);
    furniture = learnFurniture(furniture, [entry]);
    return readArticle(entry, { repeated: recurringEnds(furniture) }).markdown.includes('by');
  });

  const shown = footers.flatMap((isShown, index) => (isShown ? [index] : []));
  expect(shown).toEqual([0, 1, 20, 21, 22, 23, 24, 25]);
  expect(JSON.stringify(furniture).length).toBeLessThan(4_000);
});
