import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databasePath } from '../store/seed.ts';
import {
  ANNA,
  BEN,
  CHANNEL,
  createTestWorld,
  expectNoCrash,
  FORUM,
  GROUP,
  OWNER,
} from '../world.ts';
import { clear, STRANGER, type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  await stage.stock('Gazette', ['one']);
});

afterEach(() => clear(stage));

const rows = (chatId: number) =>
  (stage.last(chatId).reply_markup?.inline_keyboard ?? []).map((row) =>
    row.map(({ text }) => text).join(' | '),
  );
const chatLook = async (chatId: number) => {
  const { style, summary, hashtags } = (await stage.store.chats.get(chatId)) ?? {};
  return { style, summary, hashtags };
};
const ownLook = (chatId: number, threadId = 0, feedId = 1) =>
  stage.store.subscriptions.own({ chatId, threadId }, feedId);
/** The bot's newest message that carries a Read button. */
const post = (chatId: number) =>
  stage.messages(chatId).findLast((it) => JSON.stringify(it.reply_markup ?? '').includes('"Read"'));

describe('the settings of a chat', () => {
  test('show what holds, and change at a tap in the same message', async () => {
    await stage.say(ANNA, ANNA, '/settings');

    expect(stage.said(ANNA)).toBe(
      'How posts look in this chat\n\n' +
        'Style: Picture. A picture above, then title, summary and source.\n' +
        'Summary: Normal\nHashtags: none\nThe same story from several feeds: once\nFilter: none\n' +
        'Posts come at once.',
    );
    expect(rows(ANNA)).toEqual([
      '✓ As each feed suggests',
      '✓ Picture | Text | One line',
      'Whole article | Album',
      'Short | ✓ Normal | Long',
      'Hashtags | Every feed’s report',
      'Filter … | When …',
      'Buttons, sound … | Language · 语言',
      'One feed … | Newest post',
      'Close',
    ]);

    await stage.press(ANNA, ANNA, 'One line');
    await stage.press(ANNA, ANNA, 'Long');
    await stage.press(ANNA, ANNA, 'Hashtags');

    expect(await chatLook(ANNA)).toEqual({ style: 'link', summary: 'long', hashtags: 'on' });
    expect(stage.texts(ANNA)).toHaveLength(1);
    expect(rows(ANNA).slice(0, 5)).toEqual([
      'As each feed suggests',
      'Picture | Text | ✓ One line',
      'Whole article | Album',
      'Short | Normal | ✓ Long',
      '✓ Hashtags | Every feed’s report',
    ]);

    await stage.press(ANNA, ANNA, 'As each feed suggests');

    expect(await chatLook(ANNA)).toEqual({ style: null, summary: null, hashtags: null });
  });

  test('their language is chosen in place, and spoken at once', async () => {
    await stage.say(ANNA, ANNA, '/settings');
    await stage.press(ANNA, ANNA, 'Language · 语言');
    expect(stage.said(ANNA)).toContain('Settings › Language');
    expect(rows(ANNA)[0]).toBe('Deutsch | ✓ English');

    await stage.press(ANNA, ANNA, 'Deutsch');

    expect(stage.said(ANNA)).toContain('Einstellungen › Sprache');
    expect(rows(ANNA)[0]).toBe('✓ Deutsch | English');
    expect(stage.texts(ANNA)).toHaveLength(1);
  });

  test.each([
    ['Picture', 'picture'],
    ['Text', 'text'],
    ['One line', 'link'],
    ['Whole article', 'rich'],
    ['Album', 'album'],
  ])('%s means %s, and the button has its mark then', async (button, style) => {
    await stage.say(ANNA, ANNA, '/settings');
    if (style === 'picture') await stage.press(ANNA, ANNA, 'Text');
    await stage.press(ANNA, ANNA, button);

    expect(await chatLook(ANNA)).toMatchObject({ style });
    expect(stage.buttons(ANNA)).toContain(`✓ ${button}`);
  });

  test('rule the posts: one line with hashtags', async () => {
    await stage.say(ANNA, ANNA, '/subscribe gazette');
    await stage.say(ANNA, ANNA, '/settings');
    await stage.press(ANNA, ANNA, 'One line');
    await stage.press(ANNA, ANNA, 'Hashtags');
    await stage.press(ANNA, ANNA, 'Newest post');

    expect(post(ANNA)?.text).toBe('one · Gazette · #Gazette');
  });

  test('are closed by a button', async () => {
    await stage.say(ANNA, ANNA, '/settings');
    await stage.press(ANNA, ANNA, 'Close');
    expect(stage.said(ANNA)).toBe('That is settled. /settings opens it again.');
    expect(stage.buttons(ANNA)).toEqual([]);
  });

  test('are not for everybody in a group: only its administrators change them', async () => {
    await stage.say(ANNA, GROUP, '/list');
    await stage.say(BEN, GROUP, '/settings');
    expect(stage.said(GROUP)).toBe('Only administrators of this chat can change what it gets.');

    await stage.say(ANNA, GROUP, '/settings');
    const pressed = await stage.forge(BEN, GROUP, `se:y:${GROUP}:0:0:text`);

    expect(pressed).toMatchObject({
      ...{ text: 'Only administrators of this chat can change what it gets.', showAlert: true },
    });
    expect(await chatLook(GROUP)).toMatchObject({ style: null });

    await stage.press(ANNA, GROUP, 'Text');
    expect(await chatLook(GROUP)).toMatchObject({ style: 'text' });
  });
});

describe('the settings of one feed', () => {
  beforeEach(() => stage.say(ANNA, ANNA, '/subscribe gazette'));

  test('are reached by a button, differ from the chat’s, and go back to them', async () => {
    await stage.say(ANNA, ANNA, '/settings');
    await stage.press(ANNA, ANNA, 'Text');
    await stage.press(ANNA, ANNA, 'One feed …');
    expect(stage.said(ANNA)).toBe('Which feed shall look its own way?');
    await stage.press(ANNA, ANNA, 'Gazette');
    expect(stage.said(ANNA)).toContain('How posts of Gazette look in this chat');
    expect(rows(ANNA).slice(0, 2)).toEqual(['✓ As the chat', 'Picture | ✓ Text | One line']);

    await stage.press(ANNA, ANNA, 'One line');
    await stage.press(ANNA, ANNA, 'Short');
    await stage.press(ANNA, ANNA, 'Hashtags');
    expect(await ownLook(ANNA)).toMatchObject({ style: 'link', summary: 'short', hashtags: 'on' });
    await stage.press(ANNA, ANNA, '✓ Hashtags');
    expect(await ownLook(ANNA)).toMatchObject({ hashtags: 'off' });
    await stage.press(ANNA, ANNA, 'As the chat');
    expect(await ownLook(ANNA)).toMatchObject({ style: null, summary: null, hashtags: null });

    await stage.press(ANNA, ANNA, '‹ Back');
    await stage.press(ANNA, ANNA, '‹ Back');
    expect(stage.said(ANNA)).toContain('How posts look in this chat');
    expect(await chatLook(ANNA)).toMatchObject({ style: 'text' });
  });

  test('are reached by name, and rule what is delivered', async () => {
    await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);
    await stage.say(ANNA, ANNA, '/settings the paper');
    await stage.press(ANNA, ANNA, 'One line');

    stage.paper.print({ id: 'news', at: stage.clock.now() });
    await stage.pass(120_000);
    await stage.tick();

    expect(post(ANNA)?.text).toBe('news · The Paper');
  });

  test('of a feed that is not followed there are none', async () => {
    await stage.say(ANNA, ANNA, '/settings nobody');

    expect(stage.said(ANNA)).toContain('This chat does not follow “nobody”');
  });

  test('belong to the topic, where it is followed in one', async () => {
    await stage.write({ userId: ANNA, chatId: FORUM, threadId: 2, text: '/subscribe gazette' });
    await stage.write({ userId: ANNA, chatId: FORUM, threadId: 2, text: '/settings gazette' });
    await stage.press(ANNA, FORUM, 'One line');

    expect(await ownLook(FORUM, 2)).toMatchObject({ style: 'link' });
  });

  test('come back with the feed when an /unsubscribe is undone', async () => {
    await stage.say(ANNA, ANNA, '/settings gazette');
    await stage.press(ANNA, ANNA, 'One line');
    await stage.say(ANNA, ANNA, '/unsubscribe gazette');
    await stage.press(ANNA, ANNA, 'Undo');

    expect(await ownLook(ANNA)).toMatchObject({ style: 'link' });
  });
});

describe('the settings of a channel', () => {
  beforeEach(() => stage.say(ANNA, ANNA, '/subscribe gazette to @paper_channel'));

  test('are changed from its administrator’s private chat, where the preview goes too', async () => {
    const before = stage.messages(CHANNEL).length;
    await stage.say(ANNA, ANNA, '/settings gazette to @paper_channel');
    expect(stage.said(ANNA)).toContain('How posts of Gazette look in Paper channel');
    await stage.press(ANNA, ANNA, 'One line');
    await stage.press(ANNA, ANNA, 'Newest post');

    expect(await ownLook(CHANNEL)).toMatchObject({ style: 'link' });
    expect(post(ANNA)?.text).toBe('one · Gazette');
    expect(stage.messages(CHANNEL)).toHaveLength(before);
  });

  test('are out of reach for who is no administrator, by word and by forged button', async () => {
    await stage.say(BEN, BEN, '/language en');
    await stage.say(BEN, BEN, '/settings to @paper_channel');
    expect(stage.said(BEN)).toContain('You are not an administrator of');
    expect(stage.buttons(BEN)).toEqual([]);
    await stage.forge(BEN, BEN, `se:y:${CHANNEL}:0:0:link`);
    await stage.forge(BEN, BEN, `se:y:${CHANNEL}:0:1:link`);

    expect(await chatLook(CHANNEL)).toMatchObject({ style: null });
    expect(await ownLook(CHANNEL)).toMatchObject({ style: null });
  });
});

describe('forged buttons', () => {
  test.each([
    'se:y:7:0:0:shiny',
    'se:y:7:0:0',
    'se:l:7:0:0:endless',
    'se:h:7:0:0:maybe',
    'se:k:7:0:0',
    'se:z:7:0:0:Nowhere',
    'se:c:7:0:1',
    'se:',
    'se:y:7:0:999:link',
    'se:v:7:5:1',
    `se:v:7:0:${'9'.repeat(40)}`,
  ])('%s changes nothing and is answered', async (data) => {
    await stage.say(ANNA, ANNA, '/settings');
    const pressed = await stage.forge(ANNA, ANNA, data);

    expect(pressed.text).toBe('That is no longer there. Here is how things stand now.');
    expect(await chatLook(ANNA)).toEqual({ style: null, summary: null, hashtags: null });
  });

  test.each([ANNA, GROUP])('no stranger changes chat %s from an own one', async (chatId) => {
    await stage.say(ANNA, chatId, '/list');
    await stage.say(STRANGER, STRANGER, '/list');
    await stage.forge(STRANGER, STRANGER, `se:y:${chatId}:0:0:link`);

    expect(await chatLook(chatId)).toMatchObject({ style: null });
  });

  test('pages of feeds that are none lead to the last one', async () => {
    await stage.say(ANNA, ANNA, '/subscribe gazette');
    await stage.say(ANNA, ANNA, '/settings');
    await stage.forge(ANNA, ANNA, `se:f:${ANNA}:0:0:999`);

    expect(stage.buttons(ANNA)).toEqual(['Gazette', '‹ Back', 'Close']);
  });
});

test('a button of before a restart still works', async () => {
  const world = await createTestWorld({ database: databasePath() });
  await world.say(ANNA, ANNA, '/settings');
  await world.restart();
  await world.press(ANNA, ANNA, 'Text');

  expect(await world.store.chats.get(ANNA)).toMatchObject({ style: 'text' });
  await world.end();
  expectNoCrash(world);
});

test('an owner says by /setfeed how a feed’s posts look where nobody chose', async () => {
  await stage.say(OWNER, OWNER, '/setfeed gazette style=link summary=long');
  expect(stage.said(OWNER)).toContain('Posts: link, long');
  await stage.say(ANNA, ANNA, '/latest gazette');
  expect(post(ANNA)?.text).toBe('one · Gazette');

  await stage.say(OWNER, OWNER, '/setfeed gazette style=shiny');
  expect(stage.said(OWNER)).toBe(
    '“shiny” is nothing I know for style=. There are: auto, picture, text, link, rich, album.',
  );
  await stage.say(OWNER, OWNER, '/setfeed gazette summary=endless');
  expect(stage.said(OWNER)).toContain('There are: auto, short, normal, long.');

  await stage.say(OWNER, OWNER, '/setfeed gazette style=auto summary=auto');
  expect(await stage.store.feeds.byId(1)).toMatchObject({ style: null, summary: null });
});

test('a chat can have the same story from each of its feeds, and once again', async () => {
  const stories = async () => (await stage.store.chats.get(ANNA))?.stories;
  await stage.say(ANNA, ANNA, '/settings');

  await stage.press(ANNA, ANNA, 'Every feed’s report');
  expect(await stories()).toBe('all');
  expect(stage.said(ANNA)).toContain('The same story from several feeds: each time');
  await stage.press(ANNA, ANNA, '✓ Every feed’s report');

  expect(await stories()).toBeNull();
});
