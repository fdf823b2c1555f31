import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, GROUP, OWNER } from '../world.ts';
import { clear, STRANGER, type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => clear(stage));

const followed = (chatId: number) =>
  stage.store.subscriptions.ofChat(chatId).then((feeds) => feeds.map(({ title }) => title));

test('/start says in four lines what this is, and offers feeds, an own one, and the language', async () => {
  await stage.stock('Gazette');

  await stage.say(ANNA, ANNA, '/start');

  expect(stage.said(ANNA).split('\n')).toHaveLength(4);
  expect(stage.buttons(ANNA)).toEqual([
    ...['Browse feeds', 'Add a feed'],
    ...['To a group ↗', 'To a channel ↗', 'Language · 语言'],
  ]);
});

test('with an empty catalogue nobody is sent to browse it: an owner hears how to fill it', async () => {
  await stage.say(OWNER, OWNER, '/start');
  await stage.say(ANNA, ANNA, '/start');

  expect(stage.said(OWNER)).toContain('/addfeed');
  expect(stage.said(ANNA)).toContain('https://example.org');
  expect(stage.buttons(ANNA)).toEqual([
    ...['Add a feed', 'To a group ↗', 'To a channel ↗', 'Language · 语言'],
  ]);
});

test('the buttons of /start lead to the catalogue, to adding and to the languages', async () => {
  await stage.stock('Gazette');
  await stage.say(ANNA, ANNA, '/start');

  await stage.press(ANNA, ANNA, 'Browse feeds');
  expect(stage.buttons(ANNA)).toEqual(['Gazette']);
  await stage.press(ANNA, ANNA, 'Add a feed');
  expect(stage.said(ANNA)).toContain('https://example.org');
  await stage.press(ANNA, ANNA, 'Language · 语言');
  expect(stage.buttons(ANNA)).toEqual(expect.arrayContaining(['English', '简体中文']));
});

test('a link s_… follows a feed of the catalogue and shows its newest post', async () => {
  await stage.stock('Gazette', ['Bridge opens']);

  await stage.open(ANNA, 's_1');

  expect(await followed(ANNA)).toEqual(['Gazette']);
  expect(stage.titles(ANNA)).toEqual(['Bridge opens']);
});

test('a link r_… opens the article', async () => {
  await stage.stock('Gazette', ['Bridge opens']);
  await stage.say(ANNA, ANNA, '/subscribe Gazette to @paper_channel');
  const url = stage.last(CHANNEL).reply_markup?.inline_keyboard?.[0]?.[0]?.url ?? '';

  await stage.open(STRANGER, new URL(url).searchParams.get('start') ?? '');

  expect(JSON.stringify(stage.last(STRANGER).rich_message)).toContain('Bridge opens');
});

test.each(['s_2', 's_999999999999999999999999', 's_-1', 's_1e3', 'x', '../../etc/passwd', '_'])(
  'a link %s that means nothing greets like any /start',
  async (payload) => {
    await stage.stock('Gazette');

    await stage.open(ANNA, payload);

    expect(stage.said(ANNA)).toContain('newswire');
    expect(await followed(ANNA)).toEqual([]);
  },
);

test('a link to an article nobody keeps says so', async () => {
  await stage.open(ANNA, 'r_nothing-of-this-kind12');

  expect(stage.said(ANNA)).toBe('That article is no longer kept here.');
});

test('a link that follows an unlisted feed of somebody else does nothing', async () => {
  await stage.say(BEN, BEN, `/subscribe ${stage.paper.feedUrl}`);

  await stage.open(ANNA, 's_1');

  expect(await followed(ANNA)).toEqual([]);
});

test('/help tells each person the commands that they may use here', async () => {
  await stage.say(OWNER, OWNER, '/help');
  await stage.say(ANNA, ANNA, '/help');
  await stage.say(BEN, GROUP, '/help');

  expect(stage.said(OWNER)).toContain('/addfeed');
  expect(stage.said(ANNA)).toContain('/subscribe');
  expect(stage.said(ANNA)).not.toContain('/addfeed');
  expect(stage.said(GROUP)).toContain('/latest');
  expect(stage.said(GROUP)).not.toContain('/subscribe');
});

test('an answer in a group stands under the question', async () => {
  await stage.say(ANNA, GROUP, '/list');

  const question = stage.messages(GROUP).findLast(({ text }) => text === '/list');
  expect(stage.last(GROUP).reply_to_message?.message_id).toBe(question?.message_id);
});

test('a language is chosen by button and by word, and rules all that follows', async () => {
  await stage.say(ANNA, ANNA, '/language');
  await stage.press(ANNA, ANNA, '简体中文');
  expect(stage.said(ANNA)).toBe('从现在起我在这里说中文。');

  await stage.say(ANNA, ANNA, '/list');
  expect(stage.said(ANNA)).toContain('本聊天还没有订阅');

  await stage.say(ANNA, ANNA, '/language en-GB');
  expect(stage.said(ANNA)).toBe('I speak English here from now on.');
  await stage.say(ANNA, ANNA, '/language klingon');
  expect(stage.said(ANNA)).toContain('English · Español');
});

test('words that mean nothing are answered in a private chat, and in a group left alone', async () => {
  await stage.say(ANNA, ANNA, 'Good morning!');
  await stage.say(ANNA, ANNA, '/frobnicate');
  await stage.say(ANNA, GROUP, '/frobnicate');

  expect(stage.texts(ANNA)).toHaveLength(2);
  expect(stage.said(ANNA)).toContain('/help');
  expect(stage.texts(GROUP)).toEqual([]);
});

test('what a channel publishes is no command', async () => {
  stage.telegram.post(CHANNEL, `/subscribe ${stage.paper.feedUrl}`);
  await stage.settle();

  expect(stage.messages(CHANNEL)).toHaveLength(1);
});

test.each(['/Help', '/HELP', '/help\u200b', '/Help@Telewire_Bot'])(
  '%j is understood as a phone writes it',
  async (written) => {
    await stage.say(ANNA, ANNA, written);

    expect(stage.said(ANNA)).toContain('What you can ask me');
  },
);
