import { beforeEach, expect, test } from 'vitest';
import { pickFeed } from '../../src/relay/pick.ts';
import type { Feed } from '../../src/store/schema.ts';
import { addFeed } from '../store/content.ts';
import { emptyStore } from '../store/seed.ts';

let feeds: Feed[];
/** Ids as numbered in the list that was shown last. */
let lastList: number[];

beforeEach(async () => {
  const store = await emptyStore();
  for (const name of ['apple', 'apricot', 'banana', '2600']) await addFeed(store, name);
  const [banana] = (await store.feeds.all()).filter(({ title }) => title === 'banana');
  await store.feeds.save(banana?.id ?? 0, { name: 'Yellow Fruit' });
  feeds = await store.feeds.all();
  lastList = feeds.toReversed().map(({ id }) => id);
});

function picked(text: string): string {
  const outcome = pickFeed(text, feeds, lastList);
  if (outcome.kind === 'feed') return outcome.feed.title;
  if (outcome.kind === 'unknown') return 'unknown';
  return outcome.feeds.map(({ title }) => title).join(' or ');
}

test.each([
  ['1', 'banana'],
  [' 3 ', 'apple'],
  ['4', '2600'],
  ['apple', 'apple'],
  ['APR', 'apricot'],
  ['ap', 'apple or apricot'],
  ['yellow', 'banana'],
  ['banana', 'unknown'],
  ['fruit', 'banana'],
  ['Fru', 'banana'],
  ['ruit', 'unknown'],
  ['yellow. fruit', 'banana'],
  ['https://apple.example.org/feed', 'apple'],
  ['apple.example.org/feed', 'apple'],
  ['https://apple.example.org/other', 'unknown'],
  ['2600', '2600'],
  ['99', 'unknown'],
  ['0', 'unknown'],
  ['', 'unknown'],
  ['cherry', 'unknown'],
])('“%s” means: %s', (text, feed) => {
  expect(picked(text)).toBe(feed);
});

test('the whole name of one feed is not the beginning of another', () => {
  const [feed] = feeds;
  const more = feed
    ? [...feeds, { ...feed, id: 99, title: 'apple pie', url: 'https://x.org/' }]
    : [];

  expect(pickFeed('apple', more, [])).toMatchObject({ kind: 'feed', feed: { title: 'apple' } });
});

test.each([
  ['sandrey gaz', 'The Sandrey Gazette'],
  ['gazette', 'The Sandrey Gazette'],
  ['phare', 'Le Phâre'],
  ['小报', '沙雷小报'],
  ['9', 'unknown'],
  ['gazette.org', 'unknown'],
  ['!', 'unknown'],
  ['sandrey -gazette', 'unknown'],
])('of names with several words “%s” means: %s', (text, title) => {
  const titles = ['The Sandrey Gazette', 'Le Phâre', '沙雷小报', 'Channel 9'];
  const [first] = feeds;
  const named = first ? titles.map((it, id) => ({ ...first, id, title: it, url: `${id}` })) : [];

  const outcome = pickFeed(text, named, []);

  expect(outcome.kind === 'feed' ? outcome.feed.title : outcome.kind).toBe(title);
});

test('a number whose feed is no longer there is looked for as a name', () => {
  expect(pickFeed('2', feeds, [12_345, 12_346])).toMatchObject({ feed: { title: '2600' } });
});
