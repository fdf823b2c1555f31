import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, FORUM, GROUP } from '../world.ts';
import { clear, type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  await stage.stock('Gazette', ['one']);
  await stage.stock('The Morning Mail', ['two']);
  await stage.say(ANNA, ANNA, '/subscribe gazette');
  await stage.say(ANNA, ANNA, '/subscribe the morning');
});

afterEach(() => clear(stage));

const templateOf = async (chatId: number, feedId = 1, threadId = 0) =>
  (await stage.store.subscriptions.own({ chatId, threadId }, feedId))?.template;
const since = (chatId: number) => {
  const before = stage.texts(chatId).length;
  return () => stage.texts(chatId).slice(before);
};

test('a template is set and shown at once on the newest post', async () => {
  const said = since(ANNA);
  await stage.say(ANNA, ANNA, '/template gazette 📰 {title} ({source})\n{lead|cut:8}');

  expect(await templateOf(ANNA)).toBe('📰 {title} ({source})\n{lead|cut:8}');
  expect(said()).toEqual([
    'Posts of Gazette read like this from now on:',
    '📰 one (Gazette)\none:…',
  ]);
  expect(stage.last(ANNA).entities).toMatchObject([
    { type: 'text_link', offset: 3, length: 3, url: 'https://example.org/one' },
    { type: 'bold', offset: 3, length: 3 },
  ]);
});

test.each([
  ['the morning mail via me: {title}', 'via me: two'],
  ['The Morning\n{title}', 'two'],
  ['the {title}', 'two'],
  [' the  morning {title|upper}', 'TWO'],
])('/template %j finds the feed by the longest name', async (typed, text) => {
  await stage.say(ANNA, ANNA, `/template ${typed.replace('  ', ' ')}`);

  expect(stage.said(ANNA)).toBe(text);
});

test('numbers of the last list name feeds too', async () => {
  await stage.say(ANNA, ANNA, '/list');
  await stage.say(ANNA, ANNA, '/template 2 {title}!');

  expect(stage.said(ANNA)).toBe('two!');
});

test('a template rules what is delivered', async () => {
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);
  await stage.say(ANNA, ANNA, '/template the paper {title|upper}, {date|format:DD.MM.}');
  stage.paper.print({ id: 'news', at: stage.clock.now() });
  await stage.pass(120_000);
  await stage.tick();

  expect(stage.said(ANNA)).toBe('NEWS, 25.11.');
});

test('without a text the present one is shown, to be copied; “off” removes it', async () => {
  await stage.say(ANNA, ANNA, '/template gazette');
  expect(stage.said(ANNA)).toContain('Gazette has no template.');

  await stage.say(ANNA, ANNA, '/template gazette {title} @club');
  await stage.say(ANNA, ANNA, '/template gazette');
  expect(stage.said(ANNA)).toBe('The template of Gazette:\n{title} @club');
  expect(stage.last(ANNA).entities).toEqual([{ type: 'pre', offset: 25, length: 13 }]);

  await stage.say(ANNA, ANNA, '/template gazette OFF');
  expect(stage.said(ANNA)).toBe('Posts of Gazette look as usual again.');
  expect(await templateOf(ANNA)).toBeNull();
});

test('the settings of a feed show its template and take it away', async () => {
  await stage.say(ANNA, ANNA, '/template gazette {title}!');
  await stage.say(ANNA, ANNA, '/settings gazette');
  expect(stage.said(ANNA)).toContain('Template: {title}!');

  await stage.press(ANNA, ANNA, 'Template …');
  await stage.press(ANNA, ANNA, 'Remove the template');

  expect(stage.said(ANNA)).toContain('There is no template');
  expect(await templateOf(ANNA)).toBeNull();
});

test.each([
  ['{headline}', 'I know no field “{headline}” (character 1).'],
  ['{title|shout}', 'I do not understand the filter in “{title|shout}” (character 1).'],
  ['a { b {title}', 'At character 3 stands a single brace that belongs to nothing.'],
  ['{if author}x', '“{if author}” at character 1 is never closed: write {end} where it ends.'],
  ['{end}', '“{end}” at character 1 belongs to no open condition.'],
  ['{if nobody}x{end}', 'After “if” I expect the name of a field: “{if nobody}” (character 1).'],
  ['{if title}'.repeat(6), 'The conditions lie too deep in each other at character 51'],
  ['{title}'.repeat(31), 'Those are too many fields: I stopped reading at character 211.'],
  [`x${'{title} '.repeat(20)}${'x'.repeat(900)}`, 'too long: at most 1,000 characters.'],
])('the fault in %j is told in a sentence with its place', async (template, sentence) => {
  await stage.say(ANNA, ANNA, `/template gazette ${template}`);

  expect(stage.said(ANNA)).toContain(sentence);
  expect(await templateOf(ANNA)).toBeNull();
});

test('/template alone tells how, and of a feed that is not followed that it is not', async () => {
  await stage.say(ANNA, ANNA, '/template');
  expect(stage.said(ANNA)).toContain('{title} ({source}): {lead|cut:120}');

  await stage.say(ANNA, ANNA, '/template nobody {title}');
  expect(stage.said(ANNA)).toContain('This chat does not follow “nobody”');
});

test('in a group only its administrators set one', async () => {
  await stage.say(ANNA, GROUP, '/subscribe gazette');
  await stage.say(BEN, GROUP, '/template gazette {title}!');

  expect(stage.said(GROUP)).toBe('Only administrators of this chat can change what it gets.');
  expect(await templateOf(GROUP)).toBeNull();
});

test('in a topic it is that topic’s', async () => {
  const write = (text: string) => stage.write({ userId: ANNA, chatId: FORUM, threadId: 2, text });
  await write('/subscribe gazette');
  await write('/template gazette {title}!');

  expect(await templateOf(FORUM, 1, 2)).toBe('{title}!');
  expect(stage.last(FORUM)).toMatchObject({ text: 'one!', message_thread_id: 2 });
});

test('a channel’s is set from its administrator’s private chat, and previewed there', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gazette to @paper_channel');
  const posted = since(CHANNEL);
  await stage.say(ANNA, ANNA, '/template gazette to @paper_channel {title} goes to @paper_channel');

  expect(stage.said(ANNA)).toBe('one goes to @paper_channel');
  expect(await templateOf(CHANNEL)).toBe('{title} goes to @paper_channel');
  expect(await templateOf(ANNA)).toBeNull();
  expect(posted()).toEqual([]);

  await stage.say(BEN, BEN, '/template gazette to @paper_channel {title}');
  expect(await templateOf(CHANNEL)).toBe('{title} goes to @paper_channel');
});

test('an entry whose title looks like a template stays what it is', async () => {
  await stage.stock('Tricky', ['{lead} {if author}']);
  await stage.say(ANNA, ANNA, '/subscribe tricky');
  await stage.say(ANNA, ANNA, '/template tricky {title}!');

  expect(stage.said(ANNA)).toBe('{lead} {if author}!');
});

test('a group that becomes a supergroup keeps looks and templates', async () => {
  await stage.say(ANNA, GROUP, '/subscribe gazette');
  await stage.say(ANNA, GROUP, '/template gazette {title}!');
  await stage.store.chats.look(GROUP, { style: 'link' });
  await stage.store.chats.move(GROUP, -1_000_000_000_900, stage.clock.now());

  expect(await templateOf(-1_000_000_000_900)).toBe('{title}!');
  expect(await stage.store.chats.get(-1_000_000_000_900)).toMatchObject({ style: 'link' });
});
