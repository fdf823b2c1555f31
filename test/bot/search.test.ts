import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { databasePath } from '../store/seed.ts';
import { ANNA, BEN, FORUM, GROUP } from '../world.ts';
import { clear, STRANGER, type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => clear(stage));

const MINUTE_MS = 60_000;

async function follow(userId: number, chatId: number, title: string, entries: string[]) {
  await stage.stock(title, entries);
  await stage.say(userId, chatId, `/subscribe ${title}`);
}

/** The titles of the list that was last shown. */
const listed = (chatId: number) =>
  [...stage.said(chatId).matchAll(/^\d+\. (.*)$/gm)].map(([, title]) => title);

test('/search shows what was found as links with source and date, the words in bold', async () => {
  await follow(ANNA, ANNA, 'Gazette', [
    'Bridge opens',
    'Rain again',
    'A new bridge for Bridgetown',
  ]);

  await stage.say(ANNA, ANNA, '/search bridge');

  expect(stage.said(ANNA)).toBe(
    [
      '2 articles with “bridge”',
      '1. Bridge opens\nGazette · 25 Nov 2026, 12:00',
      '2. A new bridge for Bridgetown\nGazette · 25 Nov 2026, 12:00',
    ].join('\n\n'),
  );
  const { text = '', entities = [] } = stage.last(ANNA);
  const said = (type: string) =>
    entities
      .filter((it) => it.type === type)
      .map(({ offset, length }) => text.slice(offset, offset + length));
  expect(said('bold')).toEqual(expect.arrayContaining(['bridge', 'Bridgetown', 'Bridge']));
  expect(entities).toContainEqual(
    expect.objectContaining({ type: 'text_link', url: 'https://example.org/Bridge%20opens' }),
  );
  expect(stage.buttons(ANNA)).toEqual(['1', '2']);
});

test('a number opens the article, with its picture and all', async () => {
  await follow(ANNA, ANNA, 'Gazette', ['Bridge opens']);
  await stage.say(ANNA, ANNA, '/search bridge');

  await stage.press(ANNA, ANNA, '1');

  const { rich_message, text } = stage.last(ANNA);
  expect(JSON.stringify(rich_message ?? text)).toContain('one, two, three');
});

test('pages are turned in place, after a restart too', async () => {
  await stage.end();
  stage = await setStage({}, { database: databasePath() });
  const titles = Array.from({ length: 18 }, (_, it) => `Rain ${String(it).padStart(2, '0')}`);
  await follow(ANNA, ANNA, 'Gazette', titles.slice(0, 9));
  await follow(ANNA, ANNA, 'Planet', titles.slice(9));
  await stage.say(ANNA, ANNA, '/search rain');
  const { message_id } = stage.last(ANNA);
  const first = listed(ANNA);
  expect(stage.buttons(ANNA)).toEqual([...'12345678', '‹', '1 / 3', '›']);
  const rows = stage.last(ANNA).reply_markup?.inline_keyboard ?? [];
  expect(rows.map((row) => row.length)).toEqual([4, 4, 3]);

  await stage.restart();
  await stage.press(ANNA, ANNA, '›');
  const second = listed(ANNA);
  await stage.press(ANNA, ANNA, '›');

  expect(stage.last(ANNA).message_id).toBe(message_id);
  expect(stage.buttons(ANNA)).toEqual(['17', '18', '‹', '3 / 3', '›']);
  expect([...first, ...second, ...listed(ANNA)].toSorted()).toEqual(titles);
});

test('a page that is no more becomes the last one there is', async () => {
  const titles = Array.from({ length: 12 }, (_, it) => `Rain ${it}`);
  await follow(ANNA, ANNA, 'Gazette', titles.slice(0, 3));
  await follow(ANNA, ANNA, 'Planet', titles.slice(3));
  await stage.say(ANNA, ANNA, '/search rain');

  await stage.say(ANNA, ANNA, '/unsubscribe Planet');
  await stage.press(ANNA, ANNA, '›');

  expect(stage.texts(ANNA).some((text) => text.startsWith('3 articles with “rain”'))).toBe(true);
});

test.each(['/search', '/search “”', '/search -rain', '/search 😀'])(
  '%s says how to search',
  async (command) => {
    await follow(ANNA, ANNA, 'Gazette', ['Rain']);

    await stage.say(ANNA, ANNA, command);

    expect(stage.said(ANNA)).toContain('Write /search and what you look for');
  },
);

test('where nothing is followed or nothing is found, it says so and what helps', async () => {
  await stage.say(ANNA, ANNA, '/search rain');
  expect(stage.said(ANNA)).toContain('Send /subscribe to pick something.');

  await follow(ANNA, ANNA, 'Gazette', ['Rain']);
  await stage.say(ANNA, ANNA, '/search snow /stop @somebody');
  expect(stage.said(ANNA)).toContain('Nothing found for “snow');
  expect(stage.last(ANNA).entities?.map(({ type }) => type) ?? []).toEqual([]);
});

test('a member of a group searches what the group follows, and nothing else', async () => {
  await follow(ANNA, GROUP, 'Gazette', ['Rain in the group']);
  await follow(ANNA, ANNA, 'Diary', ['Rain at home']);

  await stage.say(BEN, GROUP, '/search rain');
  expect(listed(GROUP)).toEqual(['Rain in the group']);

  await stage.say(STRANGER, STRANGER, '/search rain');
  expect(stage.said(STRANGER)).toContain('follows nothing yet');
});

test('in a topic the answer comes into that topic', async () => {
  await follow(ANNA, FORUM, 'Gazette', ['Rain']);

  await stage.write({ userId: BEN, chatId: FORUM, threadId: 2, text: '/search rain' });

  expect(stage.last(FORUM)).toMatchObject({ message_thread_id: 2 });
  expect(listed(FORUM)).toEqual(['Rain']);
});

test('Chinese, Japanese and Arabic are found by their words', async () => {
  await follow(BEN, BEN, '日报', ['北京地铁新线开通', '東京タワーの猫', 'افتتاح مدرسة جديدة']);

  for (const [words, title] of [
    ['地铁', '北京地铁新线开通'],
    ['タワー', '東京タワーの猫'],
    ['مَدرسة', 'افتتاح مدرسة جديدة'],
  ]) {
    await stage.say(BEN, BEN, `/search ${words}`);
    expect(listed(BEN)).toEqual([title]);
  }
  expect(stage.said(BEN)).toContain('有 1 篇文章');
});

test('what is published later is found as soon as it has come', async () => {
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);
  stage.paper.print({ id: 'Thunderstorm', at: stage.clock.now() });
  await stage.pass(2 * MINUTE_MS);
  await stage.tick();

  await stage.say(ANNA, ANNA, '/search thunder');

  expect(listed(ANNA)).toEqual(['Thunderstorm']);
});

test('whatever is typed, the answer is one message', async () => {
  await follow(ANNA, ANNA, 'Gazette', ['Rain “and” <snow> & /stop', 'NEAR AND OR NOT title: *']);
  const typed = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('rain', '"', '-', '*'),
    ),
    { maxLength: 6 },
  );

  await fc.assert(
    fc.asyncProperty(typed, async (words) => {
      const before = stage.texts(ANNA).length;
      await stage.say(ANNA, ANNA, `/search ${words.join(' ')}`);
      expect(stage.texts(ANNA)).toHaveLength(before + 1);
    }),
    { numRuns: 40 },
  );
});

test('pages of a search that is forgotten say so', async () => {
  await stage.say(ANNA, ANNA, '/help');

  const { text } = await stage.forge(ANNA, ANNA, 'q:999:1');

  expect(text).toBe('That search is too old. Send /search again.');
});

test('a forged page of somebody else’s search is none', async () => {
  const titles = Array.from({ length: 12 }, (_, it) => `Rain ${it}`);
  await follow(ANNA, ANNA, 'Gazette', titles);
  await stage.say(ANNA, ANNA, '/search rain');
  const data = stage.last(ANNA).reply_markup?.inline_keyboard?.flat().at(-1)?.callback_data ?? '';
  await stage.say(STRANGER, STRANGER, '/help');

  const { text } = await stage.forge(STRANGER, STRANGER, data);

  expect(text).toBe('That search is too old. Send /search again.');
});
