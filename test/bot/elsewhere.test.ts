import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL } from '../world.ts';
import { clear, feed, type Stage, setStage } from './stage.ts';

// What a channel gets, said by words in the private chat of its administrator.

const MINUTE_MS = 60_000;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  await stage.stock('Gazette', ['one']);
  await stage.stock('Herald', ['first']);
  await stage.say(ANNA, ANNA, '/subscribe gazette to @paper_channel');
  await stage.say(ANNA, ANNA, '/subscribe herald to @paper_channel');
});

afterEach(() => clear(stage));

const channel = () => stage.store.chats.get(CHANNEL);
const followed = async () =>
  (await stage.store.subscriptions.ofChat(CHANNEL)).map(({ title }) => title);
const choose = async () => {
  const keys = stage.messages(ANNA).flatMap((it) => it.reply_markup?.keyboard?.flat() ?? []);
  const requestId = keys.findLast((key) => key.request_chat)?.request_chat?.request_id ?? 0;
  stage.telegram.share({ userId: ANNA, requestId, chatId: CHANNEL });
  await stage.settle();
};

describe('what is set there by words', () => {
  test.each([
    ['/filter all -rain', 'All feeds: from now on only what passes this filter comes.'],
    ['/digest daily 08:00', 'All feeds: A digest comes daily at 08:00.'],
    ['/quiet 22:00-07:00', 'Quiet hours: 22:00–07:00.'],
    ['/timezone UTC+2', 'This chat follows the clock of UTC+02:00 now'],
    ['/pause gazette', 'Gazette is paused.'],
    ['/filter gazette', 'Gazette: no filter, so everything comes.'],
    ['/template gazette', 'Gazette has no template.'],
  ])('“%s” is answered under the name of the channel', async (words, answer) => {
    await stage.say(ANNA, ANNA, `${words} to @paper_channel`);

    expect(stage.said(ANNA)).toMatch(/^Paper channel\n/);
    expect(stage.said(ANNA)).toContain(answer);
  });

  test.each(['/filter', '/unsubscribe', '/pause', '/template', '/settings'])(
    '%s of a feed that it does not follow says so of the channel',
    async (command) => {
      await stage.say(ANNA, ANNA, `${command} nothing to @paper_channel`);

      expect(stage.said(ANNA)).toBe(
        `Paper channel does not follow “nothing”. Send /list to ${CHANNEL} to see what it follows.`,
      );
    },
  );

  test('a filter goes to the channel that is chosen', async () => {
    await stage.say(ANNA, ANNA, '/filter all -rain to a channel');

    await choose();

    expect((await channel())?.filter).toBe('-rain');
    expect((await stage.store.chats.get(ANNA))?.filter).toBeNull();
  });

  test('its language, by words and by buttons: posts there speak it', async () => {
    await stage.say(ANNA, ANNA, '/language de to @paper_channel');
    expect(stage.said(ANNA)).toBe('I speak Deutsch in Paper channel from now on.');
    stage.paper.answerNext(feed('Gazette', ['one', 'two']), feed('Herald', ['first']));
    await stage.pass(MINUTE_MS);
    await stage.tick();
    const [last] = stage.messages(CHANNEL).slice(-1);
    expect(last?.reply_markup?.inline_keyboard?.flat().map(({ text }) => text)).toEqual([
      'Lesen',
      'Öffnen ↗',
    ]);

    await stage.say(ANNA, ANNA, '/language to a channel');
    await choose();
    expect(stage.said(ANNA)).toContain('Settings of Paper channel › Language');
    await stage.press(ANNA, ANNA, 'Español');

    expect((await channel())?.language).toBe('es');
    expect(stage.said(ANNA)).toContain('Settings of Paper channel › Language');
  });
});

describe('what is asked of there', () => {
  test('/latest shows its posts here, and nothing there', async () => {
    const before = stage.texts(CHANNEL).length;

    await stage.say(ANNA, ANNA, '/latest 1 gazette to @paper_channel');

    expect(stage.titles(ANNA)).toEqual(['one']);
    expect(stage.texts(CHANNEL)).toHaveLength(before);
  });

  test('/why tells what became of an article there', async () => {
    await stage.say(ANNA, ANNA, '/filter all -rain to @paper_channel');
    stage.paper.answerNext(feed('Gazette', ['one', 'rain']), feed('Herald', ['first']));
    await stage.pass(MINUTE_MS);
    await stage.tick();

    await stage.say(ANNA, ANNA, '/why https://example.org/rain to @paper_channel');
    expect(stage.said(ANNA)).toContain('Paper channel\nrain\nFrom Gazette. Left out by');
    await stage.say(BEN, BEN, '/why https://example.org/rain to @paper_channel');

    expect(stage.said(BEN)).not.toContain('Gazette');
  });
});

describe('/unsubscribe all', () => {
  test('asks first, hands over the list, and can be undone', async () => {
    await stage.say(ANNA, ANNA, '/unsubscribe all to @paper_channel');
    expect(stage.said(ANNA)).toBe('Paper channel\nShall I really stop all 2 feeds of this chat?');
    expect(await followed()).toHaveLength(2);

    await stage.press(ANNA, ANNA, 'Stop them all');
    expect(await followed()).toEqual([]);
    expect(stage.messages(ANNA).filter(({ document }) => document)).toHaveLength(1);
    await stage.press(ANNA, ANNA, 'Undo');

    expect(await followed()).toEqual(['Gazette', 'Herald']);
  });

  test('nobody else does', async () => {
    await stage.say(BEN, BEN, '/unsubscribe all to @paper_channel');
    const forged = await stage.forge(BEN, BEN, `ea:${CHANNEL}`);

    expect(forged.showAlert).toBe(true);
    expect(await followed()).toHaveLength(2);
  });
});

test('numbers of the channel’s list mean its feeds', async () => {
  await stage.say(ANNA, ANNA, '/list to @paper_channel');

  await stage.say(ANNA, ANNA, '/unsubscribe 2 to @paper_channel');

  expect(await followed()).toEqual(['Gazette']);
});

test('the settings of a channel that follows nothing say so of the channel', async () => {
  await stage.say(ANNA, ANNA, '/unsubscribe gazette to @paper_channel');
  await stage.say(ANNA, ANNA, '/unsubscribe herald to @paper_channel');
  await stage.say(ANNA, ANNA, '/settings to @paper_channel');

  await stage.press(ANNA, ANNA, 'One feed …');

  expect(stage.said(ANNA)).toBe(
    `Paper channel follows nothing yet. Send /subscribe and an address, such as /subscribe example.org to ${CHANNEL}`,
  );
});
