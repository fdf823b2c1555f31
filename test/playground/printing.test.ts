import { expect, test } from 'vitest';
import { createPrinting } from '../../src/playground/printing.ts';
import { createSite } from '../../src/playground/site.ts';

const NOW = Date.UTC(2026, 10, 25, 9);

test('articles are printed in the feeds that the chat follows, in turn', async () => {
  const print = printingFor(['/feeds/ar.xml', '/feeds/world.xml']);

  const printed = [await print(7), await print(7), await print(7)];

  expect(printed.map(({ feed }) => feed)).toEqual([
    'جريدة ساندري',
    'The Sandrey Gazette',
    'جريدة ساندري',
  ]);
  expect(new Set(printed.map(({ title }) => title)).size).toBe(3);
  expect(printed.every(({ isFollowed }) => isFollowed)).toBe(true);
});

test('for a chat that follows nothing the feed whose turn it is prints', async () => {
  const print = printingFor([]);

  expect(await print(7)).toMatchObject({ feed: 'The Sandrey Gazette', isFollowed: false });
  expect(await print(7)).toMatchObject({ feed: '沙雷小报', isFollowed: false });
});

function printingFor(followed: string[]) {
  const site = createSite({ now: () => NOW, startedAt: NOW, everyMs: 20_000 });
  return createPrinting({ site, followedIn: async (chatId) => (chatId === 7 ? followed : []) });
}
