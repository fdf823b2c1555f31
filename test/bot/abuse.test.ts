import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, GROUP, OWNER } from '../world.ts';
import { clear, feed, page, STRANGER, type Stage, setStage } from './stage.ts';

/** Somebody in the group without any say in it, who reads English. */
const MEMBER = 10;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  stage.telegram.addUser({ id: MEMBER, first_name: 'Mia' });
  stage.telegram.addChat({ id: MEMBER, type: 'private' });
  stage.telegram.setStanding(GROUP, MEMBER, 'member');
  await stage.stock('Gazette', ['Bridge opens']);
});

afterEach(() => clear(stage));

const followed = async (chatId: number) =>
  (await stage.store.subscriptions.ofChat(chatId)).map(({ title }) => title);

const ONLY_ADMINS = 'Only administrators of this chat can change what it gets.';
/** Where there is a menu of that kind, it comes as it is now. */
const GONE = /^That is no longer there\. (Send the command again|Here is how)/;

test.each([
  '/subscribe',
  '/subscribe gazette',
  '/unsubscribe',
  '/unsubscribe all',
  '/language',
  '/language zh',
  '/digest hourly',
  '/quiet 22-7',
  '/timezone UTC',
  '/pause',
  '/resume',
])('a member of a group who is no administrator is refused %s', async (command) => {
  await stage.say(ANNA, GROUP, '/subscribe gazette');
  const before = stage.texts(GROUP).length;

  await stage.say(MEMBER, GROUP, command);

  expect(stage.texts(GROUP).slice(before)).toEqual([ONLY_ADMINS]);
  expect(await followed(GROUP)).toEqual(['Gazette']);
});

test.each([
  't:1:0',
  'c:0',
  'browse',
  'lang',
  'lang:zh',
  'u:1:0',
  'up:0',
  'ua',
  'uu:1',
  'pu:1',
  'x',
])('and neither gets further with the button %s of an administrator', async (data) => {
  await stage.say(ANNA, GROUP, '/subscribe gazette');
  await stage.say(ANNA, GROUP, '/unsubscribe all');
  const before = stage.messages(GROUP);

  const answer = await stage.forge(MEMBER, GROUP, data);

  expect(answer).toMatchObject({ text: ONLY_ADMINS, showAlert: true });
  expect(stage.messages(GROUP)).toEqual(before);
  expect(await followed(GROUP)).toEqual(['Gazette']);
});

test('nor with a choice that was offered to an administrator', async () => {
  stage.paper.answerNext(
    page({ title: 'World', href: '/1.xml' }, { title: 'Sport', href: '/2.xml' }),
  );
  await stage.say(ANNA, GROUP, `/subscribe ${stage.paper.url}/sections`);

  const { text } = await stage.press(MEMBER, GROUP, 'World');

  expect(text).toBe(ONLY_ADMINS);
  expect(await followed(GROUP)).toEqual([]);
});

test('an anonymous administrator counts as one', async () => {
  await stage.write({ userId: ANNA, chatId: GROUP, text: '/subscribe gazette', anonymous: true });

  expect(await followed(GROUP)).toEqual(['Gazette']);
});

test('an administrator’s rights end soon after Telegram took them away', async () => {
  await stage.say(ANNA, GROUP, '/subscribe gazette');
  stage.telegram.setStanding(GROUP, ANNA, 'member');
  await stage.pass(2 * 60_000);

  await stage.say(ANNA, GROUP, '/unsubscribe gazette');

  expect(stage.said(GROUP)).toBe(ONLY_ADMINS);
});

test('who has just been made an administrator counts at once', async () => {
  await stage.say(MEMBER, GROUP, '/subscribe gazette');
  stage.telegram.setStanding(GROUP, MEMBER, 'administrator');

  await stage.say(MEMBER, GROUP, '/subscribe gazette');

  expect(await followed(GROUP)).toEqual(['Gazette']);
});

test.each([
  '/addfeed https://example.org/feed',
  '/feeds',
  '/removefeed gazette',
  '/check',
  '/status',
])('a stranger is refused %s', async (command) => {
  await stage.say(STRANGER, STRANGER, command);

  expect(stage.said(STRANGER)).toBe('That is for the owners of this bot.');
});

test.each(['rm:1', 'f:0', 'a:1:0'])(
  'a stranger presses the owner’s button %s in vain',
  async (data) => {
    await stage.say(STRANGER, STRANGER, '/start');

    const { text } = await stage.forge(STRANGER, STRANGER, data);

    expect(text).toBe('That is for the owners of this bot.');
    expect(await stage.store.feeds.catalogue()).toHaveLength(1);
  },
);

test.each(['s:2', 'n:1:0', 'uu:1', 'uu:2:0', 't:2:0', 'u:2:0'])(
  'a forged button %s reaches no feed that somebody else added for themselves',
  async (data) => {
    stage.paper.answerNext(feed('Secret diary'));
    await stage.say(BEN, BEN, `/subscribe ${stage.paper.url}/secret.xml`);
    await stage.say(ANNA, ANNA, '/start');

    const { text } = await stage.forge(ANNA, ANNA, data);

    expect(text).toMatch(GONE);
    expect(await followed(ANNA)).toEqual([]);
  },
);

test('what was offered in one chat cannot be taken in another', async () => {
  await stage.say(BEN, BEN, stage.paper.feedUrl);
  const offered = stage.last(BEN).reply_markup?.inline_keyboard?.[0]?.[0]?.callback_data ?? '';
  await stage.say(ANNA, ANNA, '/start');

  const { text } = await stage.forge(ANNA, ANNA, offered);

  expect(offered).toMatch(/^n:\d+:0$/);
  expect(text).toMatch(GONE);
});

test.each([
  't:99999999999999999999:0',
  't:1',
  'u:99999999999999999999:99999999999999999999',
  'rm:99999999999999999999',
  'n:99999999999999999999:99999999999999999999',
  'uu:99999999999999999999',
  'r:short',
  'sub_3_page_2',
  '{"action":"delete"}',
])('the button %s of another age or world is answered and does nothing', async (data) => {
  await stage.say(OWNER, OWNER, '/subscribe gazette');

  const { text } = await stage.forge(OWNER, OWNER, data);

  expect(text).toMatch(GONE);
  expect(await followed(OWNER)).toEqual(['Gazette']);
});

test.each([
  'c:99999999999999999999',
  'l:99999999999999999999',
  'f:99999999999999999999',
  'up:99999999999999999999',
])('the page %s far behind the last is the last', async (data) => {
  await stage.say(OWNER, OWNER, '/subscribe gazette');
  await stage.say(OWNER, OWNER, '/list');

  await stage.forge(OWNER, OWNER, data);

  expect(JSON.stringify(stage.last(OWNER))).toContain('Gazette');
});

test.each([
  ['is no administrator there', MEMBER, '@paper_channel', 'You are not an administrator'],
  ['only reads it', BEN, '@paper_channel', '@\u2060paper_channel'],
  ['made it up', MEMBER, '@nobody_here', 'I cannot find the chat'],
  ['means a person', MEMBER, '@anna_a', 'I cannot find the chat'],
])('somebody who %s cannot have a channel follow a feed', async (_, who, chat, sentence) => {
  await stage.say(who, who, `/subscribe gazette to ${chat}`);

  expect(stage.said(who)).toContain(sentence);
  expect(await followed(CHANNEL)).toEqual([]);
});

test('a channel where the bot may not post is refused with what is missing', async () => {
  stage.telegram.setRights(CHANNEL, ['can_manage_chat']);

  await stage.say(ANNA, ANNA, '/subscribe gazette to @paper_channel');

  expect(stage.said(ANNA)).toContain('Please make me an administrator with the right to post.');
  expect(await followed(CHANNEL)).toEqual([]);
});

test('a channel the bot was thrown out of cannot be found', async () => {
  stage.telegram.moveBot(CHANNEL, 'kicked');

  await stage.say(ANNA, ANNA, '/subscribe gazette to @paper_channel');

  expect(await followed(CHANNEL)).toEqual([]);
  expect(stage.said(ANNA)).toContain('I cannot find the chat');
});

test.each([
  ['<b>bold</b> & *stars* _lines_ `code`', 'bold & *stars* _lines_ `code`'],
  ['Free @everyone /stop', 'Free @\u2060everyone /\u2060stop'],
  ['  two\n\nlines  ', 'two lines'],
  ['\u202eesrever\u202d', 'esrever'],
])('the feed title %j is shown as the words it is', async (title, shown) => {
  stage.paper.answerNext(feed(title));
  await stage.say(ANNA, GROUP, `/subscribe ${stage.paper.url}/odd.xml`);
  await stage.say(ANNA, GROUP, '/list');

  expect(stage.said(GROUP)).toContain(`1. ${shown} — live`);
  const detected = stage.last(GROUP).entities?.map(({ type }) => type);
  expect(detected).toEqual(['bold', 'bold']);
});

test('a name that an owner gives with signs of markup is shown as it is', async () => {
  await stage.say(OWNER, OWNER, `/addfeed ${stage.paper.feedUrl} name=<b>A & B</b> *c* [d](e)`);
  await stage.say(ANNA, ANNA, '/subscribe');

  expect(stage.texts(OWNER)).toContain('<b>A & B</b> *c* [d](e) is in the catalogue.');
  expect(stage.buttons(ANNA)).toContain('<b>A & B</b> *c* [d](e)');
});

test('a feed whose title has nothing to see is called by its address', async () => {
  stage.paper.answerNext(feed('\u200b\u200b'));

  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.url}/blank.xml`);

  expect(stage.said(ANNA)).toContain(`You follow ${stage.paper.url}/blank.xml now.`);
});

test('a title of 4,000 characters is cut at a word, on buttons and in sentences', async () => {
  const title = await stage.stock('word '.repeat(800));
  expect(title).toContain('/stock/');

  await stage.say(ANNA, ANNA, '/subscribe');
  const [, long = ''] = stage.buttons(ANNA);
  expect(long.length).toBeLessThanOrEqual(60);
  expect(long).toMatch(/ word…$/);
  await stage.press(ANNA, ANNA, long);
  await stage.say(ANNA, ANNA, '/unsubscribe word');

  expect(stage.said(ANNA)).toBe(`${long} is no longer followed.`);
});

test.each([
  '/subscribe',
  '/unsubscribe',
  '/latest',
  '/language',
  '/read',
  '/removefeed',
  '/check',
  '/addfeed',
])('%s with 4,000 characters of nonsense is answered within a message', async (command) => {
  await stage.say(OWNER, OWNER, '/subscribe gazette');

  await stage.say(OWNER, OWNER, `${command} ${'nonsense '.repeat(444)}`);

  expect(stage.said(OWNER).length).toBeLessThan(600);
});

test('a chat that throws the bot out in the middle of an answer is no crash', async () => {
  const kicked = { error_code: 403, description: 'Forbidden: bot was kicked from the group chat' };
  stage.telegram.failNext({ method: 'editMessageText', chatId: GROUP }, kicked);
  stage.telegram.failNext({ method: 'sendMessage', chatId: GROUP, times: 2 }, kicked);
  await stage.say(ANNA, GROUP, '/list');

  await stage.say(ANNA, GROUP, `/subscribe ${stage.paper.feedUrl}`);

  expect(stage.texts(GROUP)).toEqual([]);
  expect(stage.logged.filter(({ event }) => event === 'answer.refused')).toHaveLength(2);
});

test('an answer whose message somebody deleted is said anew', async () => {
  const gone = { error_code: 400, description: 'Bad Request: message to edit not found' };
  stage.telegram.failNext({ method: 'editMessageText' }, gone);

  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);

  expect(stage.said(ANNA)).toBe('You follow The Paper now. What is new will come here.');
});

test('a press that is too old to be answered still does what it says', async () => {
  await stage.say(ANNA, ANNA, '/subscribe');
  const old = { error_code: 400, description: 'Bad Request: query is too old' };
  stage.telegram.failNext({ method: 'answerCallbackQuery' }, old);
  const { message_id: messageId } = stage.last(ANNA);

  stage.presses += 1;
  void stage.telegram.press({ userId: ANNA, chatId: ANNA, messageId, data: 't:1:0' });
  await stage.settle();

  expect(await followed(ANNA)).toEqual(['Gazette']);
});
