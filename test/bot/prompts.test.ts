import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { databasePath } from '../store/seed.ts';
import { ANNA, BEN, CHANNEL, GROUP, OWNER } from '../world.ts';
import { clear, feed, type Stage, setStage } from './stage.ts';

const MINUTE_MS = 60_000;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage({}, { database: databasePath() });
  await stage.stock('Gazette', ['one']);
});

afterEach(() => clear(stage));

const quietOf = async (chatId: number) => (await stage.store.chats.get(chatId))?.quiet;
const askForHours = async (userId: number, chatId: number) => {
  await stage.say(userId, chatId, '/quiet');
  await stage.press(userId, chatId, 'Other hours …');
};
/** The bot's last message that everybody in the group sees. */
const question = () =>
  stage.messages(GROUP).findLast(({ from, ephemeral_message_id }) => {
    return from?.id === 42 && ephemeral_message_id === undefined;
  });
const reply = (userId: number, text: string) =>
  stage.write({ userId, chatId: GROUP, text, replyTo: question()?.message_id ?? 0 });

describe('in a private chat', () => {
  test('the next words are the answer', async () => {
    await askForHours(ANNA, ANNA);
    expect(stage.buttons(ANNA)).toEqual(['Cancel']);

    await stage.say(ANNA, ANNA, '21:30-06:45');

    expect(await quietOf(ANNA)).toBe('21:30-06:45');
    await stage.say(ANNA, ANNA, '23:00-05:00');
    expect(await quietOf(ANNA)).toBe('21:30-06:45');
  });

  test('also after a restart', async () => {
    await askForHours(ANNA, ANNA);
    await stage.restart();

    await stage.say(ANNA, ANNA, '21:30-06:45');

    expect(await quietOf(ANNA)).toBe('21:30-06:45');
  });

  test('words that cannot be read are told so, and may be written anew', async () => {
    await askForHours(ANNA, ANNA);
    await stage.say(ANNA, ANNA, 'at night');
    expect(stage.said(ANNA)).toMatch(/^I read no hours in “at night”/);

    await stage.say(ANNA, ANNA, '22-7');

    expect(await quietOf(ANNA)).toBe('22:00-07:00');
  });

  test.each([
    [14, '21:30-06:45', /^Quiet hours/],
    [16, null, /^That question has waited too long/],
    [25 * 60, null, /^I do not know what to do with that/],
  ])('an answer after %s minutes', async (minutes, hours, told) => {
    await askForHours(ANNA, ANNA);
    await stage.pass(minutes * MINUTE_MS);

    await stage.say(ANNA, ANNA, '21:30-06:45');

    expect(await quietOf(ANNA)).toBe(hours);
    expect(stage.said(ANNA)).toMatch(told);
  });

  test('Cancel and any command end the question', async () => {
    await askForHours(ANNA, ANNA);
    await stage.press(ANNA, ANNA, 'Cancel');
    expect(stage.said(ANNA)).toBe('Nothing was changed.');
    await stage.say(ANNA, ANNA, '21:30-06:45');
    await askForHours(ANNA, ANNA);
    await stage.say(ANNA, ANNA, '/list');
    await stage.say(ANNA, ANNA, '21:30-06:45');

    expect(await quietOf(ANNA)).toBeNull();
  });

  test('a feed is asked for, found and followed', async () => {
    await stage.say(ANNA, ANNA, '/start');
    await stage.press(ANNA, ANNA, 'Add a feed');
    expect(stage.said(ANNA)).toMatch(/^Send me the address/);
    stage.paper.answerNext(feed('Herald', ['uno']));

    await stage.say(ANNA, ANNA, `${stage.paper.url}/herald.xml`);

    const followed = await stage.store.subscriptions.ofChat(ANNA);
    expect(followed.map(({ title }) => title)).toEqual(['Herald']);
  });

  test('filter, template, digest and zone are asked for as well', async () => {
    await stage.say(ANNA, ANNA, '/subscribe gazette');
    await stage.say(ANNA, ANNA, '/settings gazette');
    await stage.press(ANNA, ANNA, 'Filter …');
    expect(stage.said(ANNA)).toBe(
      'Settings › Gazette › Filter\n\nThere is no filter: everything comes.',
    );
    await stage.press(ANNA, ANNA, 'Write one …');
    await stage.say(ANNA, ANNA, '-football');
    await stage.press(ANNA, ANNA, '‹ Back');
    await stage.press(ANNA, ANNA, 'Template …');
    await stage.press(ANNA, ANNA, 'Write one …');
    await stage.say(ANNA, ANNA, '{title}!');
    await stage.say(ANNA, ANNA, '/digest');
    await stage.press(ANNA, ANNA, 'Another time …');
    await stage.say(ANNA, ANNA, 'daily 18:30');
    await stage.say(ANNA, ANNA, '/timezone');
    await stage.press(ANNA, ANNA, 'Another zone …');
    await stage.say(ANNA, ANNA, 'Europe/Paris');

    const place = { chatId: ANNA, threadId: 0 };
    expect(await stage.store.subscriptions.own(place, 1)).toMatchObject({ template: '{title}!' });
    expect(await stage.store.subscriptions.ofChat(ANNA)).toMatchObject([
      { ownFilter: '-football' },
    ]);
    expect(await stage.store.chats.get(ANNA)).toMatchObject({
      ...{ digest: 'daily 18:30', timeZone: 'Europe/Paris' },
    });
  });

  test('it can be about a channel, of which one still has to be an administrator then', async () => {
    await stage.say(ANNA, ANNA, '/subscribe gazette to @paper_channel');
    await stage.say(ANNA, ANNA, '/quiet to @paper_channel');
    await stage.press(ANNA, ANNA, 'Other hours …');
    await stage.say(ANNA, ANNA, '21:30-06:45');
    expect(await quietOf(CHANNEL)).toBe('21:30-06:45');

    await stage.say(ANNA, ANNA, '/quiet to @paper_channel');
    await stage.press(ANNA, ANNA, 'Other hours …');
    stage.telegram.setStanding(CHANNEL, ANNA, 'subscriber');
    await stage.pass(3 * MINUTE_MS);
    await stage.say(ANNA, ANNA, '23:00-05:00');

    expect(await quietOf(CHANNEL)).toBe('21:30-06:45');
  });

  test('owners rename a feed', async () => {
    await stage.say(OWNER, OWNER, '/feed gazette');
    await stage.press(OWNER, OWNER, 'Rename …');
    await stage.say(OWNER, OWNER, 'Morning Gazette');

    expect(stage.said(OWNER)).toMatch(/^Morning Gazette/);
  });
});

describe('in a group', () => {
  beforeEach(() => askForHours(ANNA, GROUP));

  test('who was asked replies to the question', async () => {
    expect(question()?.text).toMatch(/^Anna: Send me the quiet hours[\s\S]*reply to this message/);

    await reply(ANNA, '21:30-06:45');

    expect(await quietOf(GROUP)).toBe('21:30-06:45');
  });

  test('nobody else answers it, nor does anything that is no reply', async () => {
    await reply(BEN, '21:30-06:45');
    await stage.say(ANNA, GROUP, '21:30-06:45');
    expect(await quietOf(GROUP)).toBeNull();

    await reply(ANNA, '23:00-05:00');
    expect(await quietOf(GROUP)).toBe('23:00-05:00');
  });

  test('a command ends it', async () => {
    await stage.say(ANNA, GROUP, '/list');
    await reply(ANNA, '21:30-06:45');

    expect(await quietOf(GROUP)).toBeNull();
  });

  test('who is no administrator any more changes nothing', async () => {
    stage.telegram.setStanding(GROUP, ANNA, 'member');
    await stage.pass(3 * MINUTE_MS);
    await reply(ANNA, '21:30-06:45');

    expect(await quietOf(GROUP)).toBeNull();
  });
});

describe('what was set by words is taken back by a button', () => {
  const stand = async () => {
    const { filter, digest, quiet, quietMode, timeZone } =
      (await stage.store.chats.get(ANNA)) ?? {};
    return { filter, digest, quiet, quietMode, timeZone };
  };

  test.each([
    '/filter all -football',
    '/digest hourly',
    '/quiet 21:00-06:00',
    '/timezone Europe/Rome',
    '/filter all off',
    '/quiet off',
  ])('%s', async (command) => {
    await stage.say(ANNA, ANNA, '/filter all -rugby');
    await stage.say(ANNA, ANNA, '/quiet 22:00-07:00 silent');
    await stage.say(ANNA, ANNA, '/timezone Europe/Paris');
    const before = await stand();
    await stage.say(ANNA, ANNA, command);
    expect(await stand()).not.toEqual(before);

    await stage.press(ANNA, ANNA, 'Undo');

    expect(await stand()).toEqual(before);
    expect(stage.said(ANNA)).toBe('That is undone: all is as it was before.');
  });

  test.each(['/template gazette {title}?', '/digest gazette hourly', '/filter gazette -a'])(
    '%s',
    async (command) => {
      await stage.say(ANNA, ANNA, '/subscribe gazette');
      await stage.say(ANNA, ANNA, '/template gazette {title}!');
      const place = { chatId: ANNA, threadId: 0 };
      const own = async () => [
        await stage.store.subscriptions.own(place, 1),
        (await stage.store.subscriptions.ofChat(ANNA)).map((it) => [it.ownDigest, it.ownFilter]),
      ];
      const before = await own();
      await stage.say(ANNA, ANNA, command);
      expect(await own()).not.toEqual(before);

      await stage.press(ANNA, ANNA, 'Undo');

      expect(await own()).toEqual(before);
    },
  );
});

describe('buttons and sound', () => {
  const post = () => stage.messages(ANNA).findLast(({ text }) => text?.startsWith('one'));

  test.each([
    ['All', ['Read', 'Open ↗', '⋯']],
    ['Open only', ['Open ↗']],
    ['None', []],
  ])('%s', async (button, buttons) => {
    await stage.say(ANNA, ANNA, '/settings');
    await stage.press(ANNA, ANNA, 'Buttons, sound …');
    if (button !== 'All') await stage.press(ANNA, ANNA, button);
    await stage.say(ANNA, ANNA, '/subscribe gazette');

    const shown = (post()?.reply_markup?.inline_keyboard ?? []).flat();
    expect(shown.map(({ text }) => text)).toEqual(buttons);
  });

  test('silent posts notify nobody', async () => {
    await stage.say(ANNA, ANNA, '/subscribe gazette');
    await stage.say(ANNA, ANNA, '/settings');
    await stage.press(ANNA, ANNA, 'Buttons, sound …');
    await stage.press(ANNA, ANNA, 'Silent');
    expect(stage.said(ANNA)).toMatch(/^Settings › Buttons and sound\n/);
    stage.paper.answerNext(feed('Gazette', ['one', 'two']));
    await stage.pass(5 * MINUTE_MS);
    await stage.tick();

    const sent = stage.telegram.calls.findLast(({ params }) =>
      String(params.text).startsWith('two'),
    );
    expect(sent?.params.disable_notification).toBe(true);
  });

  test('a post without buttons still answers /why', async () => {
    await stage.say(ANNA, ANNA, '/settings');
    await stage.press(ANNA, ANNA, 'Buttons, sound …');
    await stage.press(ANNA, ANNA, 'None');
    await stage.say(ANNA, ANNA, '/subscribe gazette');
    const replyTo = post()?.message_id ?? 0;
    await stage.write({ userId: ANNA, chatId: ANNA, text: '/why', replyTo });

    expect(stage.said(ANNA)).toMatch(/^one\nFrom Gazette/);
  });
});
