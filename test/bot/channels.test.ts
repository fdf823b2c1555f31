import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, GROUP } from '../world.ts';
import { clear, feed, STRANGER, type Stage, setStage } from './stage.ts';

const MINUTE_MS = 60_000;
/** A channel of Anna's in which the bot is not yet. */
const OWN = -1_000_000_000_900;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  await stage.stock('Gazette', ['one']);
  stage.telegram.addChat({
    id: OWN,
    type: 'channel',
    title: 'Anna’s channel',
    members: { [ANNA]: 'creator', [BEN]: 'subscriber' },
    bot: 'absent',
  });
});

afterEach(() => clear(stage));

const keys = (userId: number) =>
  stage
    .messages(userId)
    .flatMap(({ reply_markup }) => reply_markup?.keyboard?.flat() ?? [])
    .map((key) => key as { text: string; request_chat?: Record<string, unknown> });
const asked = (userId: number) =>
  keys(userId).findLast((it) => it.request_chat)?.request_chat ?? {};
const choose = async (userId: number, chatId: number) => {
  stage.telegram.share({ userId, requestId: Number(asked(userId).request_id), chatId });
  await stage.settle();
};
const followed = async (chatId: number) =>
  (await stage.store.subscriptions.ofChat(chatId)).map(({ title }) => title);

describe('“to a channel”', () => {
  test('asks which by a key that gives the bot the right to post, and follows the feed there', async () => {
    await stage.say(ANNA, ANNA, '/subscribe gazette to a channel');

    expect(stage.said(ANNA)).toBe('Which channel? I show only channels in which you may post.');
    expect(asked(ANNA)).toMatchObject({
      chat_is_channel: true,
      user_administrator_rights: { can_post_messages: true },
      bot_administrator_rights: { can_post_messages: true },
    });
    await choose(ANNA, OWN);

    expect(await followed(OWN)).toEqual(['Gazette']);
    expect(stage.titles(OWN)).toEqual(['one']);
    expect(stage.said(ANNA)).toBe('Anna’s channel follows Gazette now. What is new will go there.');
  });

  test('the choice works after a restart of everything but the disk, and for any command', async () => {
    await stage.say(ANNA, ANNA, `/subscribe gazette to ${CHANNEL}`);
    await stage.say(ANNA, ANNA, '/digest daily 08:00 to a channel');

    await choose(ANNA, CHANNEL);

    expect((await stage.store.chats.get(CHANNEL))?.digest).toBe('daily 08:00');
  });

  test('whoever may not post there gets nothing done, whatever the client sends', async () => {
    await stage.say(BEN, BEN, '/subscribe gazette to a channel');

    await choose(BEN, CHANNEL);

    expect(await followed(CHANNEL)).toEqual([]);
    expect(stage.texts(BEN).at(-1)).toContain(String(CHANNEL));
  });

  test('where the bot may not post it says what it needs', async () => {
    stage.telegram.setRights(CHANNEL, ['can_manage_chat']);
    await stage.say(ANNA, ANNA, '/subscribe gazette to a channel');

    await choose(ANNA, CHANNEL);

    expect(stage.said(ANNA)).toContain('I may not post in');
    expect(await followed(CHANNEL)).toEqual([]);
  });

  test('a choice that nobody asked for shows the chat, and only to its administrator', async () => {
    await stage.say(ANNA, ANNA, '/help');
    await stage.say(STRANGER, STRANGER, '/help');

    stage.telegram.share({ userId: ANNA, requestId: 77, chatId: CHANNEL });
    stage.telegram.share({ userId: STRANGER, requestId: 77, chatId: CHANNEL });
    await stage.settle();

    expect(stage.said(ANNA)).toContain('Paper channel follows nothing yet.');
    expect(stage.said(STRANGER)).not.toContain('Paper channel follows');
  });

  test('can be given up, and the keys go', async () => {
    await stage.say(ANNA, ANNA, '/subscribe gazette to a channel');

    await stage.say(ANNA, ANNA, 'Cancel');

    expect(stage.said(ANNA)).toBe('Nothing was changed.');
    expect(stage.telegram.calls.at(-1)?.params).toMatchObject({
      reply_markup: { remove_keyboard: true },
    });
  });

  test.each(['/search how to channel', '/filter all +"to a channel"', '/read to the channel'])(
    'words are words elsewhere: %s',
    async (text) => {
      await stage.say(ANNA, ANNA, text);

      expect(keys(ANNA)).toEqual([]);
    },
  );

  test('in a group it is asked for in private', async () => {
    await stage.say(ANNA, GROUP, '/subscribe gazette to a channel');

    expect(stage.texts(GROUP)).toEqual([
      'Please ask me that in our private chat: there Telegram can show you your channels and groups.',
    ]);
  });

  test('“to a group” asks for one that its administrator brings the bot into', async () => {
    await stage.say(ANNA, ANNA, '/subscribe gazette to a group');
    expect(asked(ANNA)).toMatchObject({ chat_is_channel: false, bot_is_member: true });

    await choose(ANNA, GROUP);

    expect(await followed(GROUP)).toEqual(['Gazette']);
  });
});

describe('a channel from its administrator’s private chat', () => {
  beforeEach(async () => {
    await stage.stock('Herald');
    await stage.say(ANNA, ANNA, `/subscribe gazette to ${CHANNEL}`);
    await stage.say(ANNA, ANNA, `/subscribe herald to @paper_channel`);
  });

  test('/list to it shows what it follows; each feed opens its settings there', async () => {
    await stage.say(ANNA, ANNA, '/list to @paper_channel');
    expect(stage.said(ANNA)).toContain('Paper channel follows 2 feeds');
    expect(stage.buttons(ANNA)).toEqual([
      'Gazette',
      '✕',
      'Herald',
      '✕',
      'Browse feeds',
      'Settings …',
    ]);

    await stage.press(ANNA, ANNA, 'Gazette');

    expect(stage.said(ANNA)).toContain('How posts of Gazette look in Paper channel');
  });

  test('/unsubscribe to it ends a feed, and Undo brings it back there', async () => {
    await stage.say(ANNA, ANNA, '/unsubscribe gazette to @paper_channel');
    expect(stage.said(ANNA)).toBe('Paper channel no longer follows Gazette.');
    expect(await followed(CHANNEL)).toEqual(['Herald']);

    await stage.press(ANNA, ANNA, 'Undo');

    expect(await followed(CHANNEL)).toEqual(['Gazette', 'Herald']);
    expect(await followed(ANNA)).toEqual([]);
  });

  test('the cross beside a feed ends it', async () => {
    await stage.say(ANNA, ANNA, '/list to @paper_channel');

    await stage.press(ANNA, ANNA, '✕');

    expect(await followed(CHANNEL)).toHaveLength(1);
  });

  test('nobody else sees or changes it, by words or by forged buttons', async () => {
    const [gone] = await stage.store.subscriptions.ofChat(CHANNEL);
    await stage.say(BEN, BEN, '/list to @paper_channel');
    await stage.say(BEN, BEN, '/unsubscribe gazette to @paper_channel');
    const turned = await stage.forge(BEN, BEN, `el:${CHANNEL}:0`);
    const ended = await stage.forge(BEN, BEN, `eu:${CHANNEL}:0:${gone?.id}`);

    expect(stage.texts(BEN).join()).not.toContain('Herald');
    expect([turned.showAlert, ended.showAlert]).toEqual([true, true]);
    expect(await followed(CHANNEL)).toHaveLength(2);
  });

  test('an administrator who was taken down since may no longer take back what they ended', async () => {
    await stage.say(ANNA, ANNA, '/unsubscribe gazette to @paper_channel');
    stage.telegram.setStanding(CHANNEL, ANNA, 'subscriber');
    await stage.pass(3 * MINUTE_MS);

    const pressed = await stage.press(ANNA, ANNA, 'Undo');

    expect(pressed.showAlert).toBe(true);
    expect(await followed(CHANNEL)).toEqual(['Herald']);
  });
});

test('/start offers to bring the bot into a group, or into a channel with the right to post', async () => {
  await stage.say(ANNA, ANNA, '/start');

  const urls = (stage.last(ANNA).reply_markup?.inline_keyboard ?? []).flat().map(({ url }) => url);
  expect(urls.filter(Boolean)).toEqual([
    'https://t.me/telewire_bot?startgroup=hello',
    'https://t.me/telewire_bot?startchannel&admin=post_messages+edit_messages',
  ]);
});

test('whoever brings the bot into a channel hears in private how to go on, and the channel nothing', async () => {
  await stage.say(ANNA, ANNA, '/help');

  stage.telegram.moveBot(OWN, 'administrator', ANNA);
  await stage.settle();

  expect(stage.said(ANNA)).toContain(`/subscribe example.org to ${OWN}`);
  expect(stage.messages(OWN)).toEqual([]);
});

test('a post that Telegram puts into the discussion group is no word to the bot', async () => {
  stage.telegram.moveBot(GROUP, 'administrator');
  await stage.settle();
  const sent = () => stage.telegram.calls.filter(({ params }) => params.chat_id === GROUP).length;
  const before = sent();

  await stage.write({
    userId: ANNA,
    chatId: GROUP,
    text: '/subscribe gazette',
    inNameOf: CHANNEL,
    linked: true,
  });

  expect(sent()).toBe(before);
  expect(await followed(GROUP)).toEqual([]);
});

test('posts in a channel are the channel’s own: nothing is said there but them', async () => {
  await stage.say(ANNA, ANNA, `/subscribe gazette to ${CHANNEL}`);
  stage.paper.answerNext(feed('Gazette', ['one', 'two']));

  await stage.pass(MINUTE_MS);
  await stage.tick();

  expect(stage.titles(CHANNEL)).toEqual(['one', 'two']);
  expect(stage.texts(CHANNEL)).toHaveLength(2);
});
