import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ANNA, CHANNEL } from '../world.ts';
import { clear, STRANGER, type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  await stage.stock('Gazette', ['one']);
  await stage.say(ANNA, ANNA, '/subscribe gazette');
});

afterEach(() => clear(stage));

const edits = () => stage.telegram.calls.filter(({ method }) => method === 'editMessageText');
const wishes = async (chatId = ANNA) => {
  const { digest, quiet, quietMode, timeZone, repeats } =
    (await stage.store.chats.get(chatId)) ?? {};
  return { digest, quiet, quietMode, timeZone, repeats };
};
const pausedAt = async () => (await stage.store.subscriptions.ofChat(ANNA))[0]?.pausedAt;

describe('when posts come, in the settings of a chat', () => {
  beforeEach(async () => {
    await stage.say(ANNA, ANNA, '/settings');
    await stage.press(ANNA, ANNA, 'When …');
  });

  test('all of it is told on one page', () => {
    expect(stage.said(ANNA)).toBe(
      'Settings › When\n\n' +
        'Time zone: UTC. It is 12:00 there now.\n' +
        'Posts come at once.\nThere are no quiet hours.\n' +
        'If Telegram’s answer to a message gets lost, I send it again: it may come twice.',
    );
    expect(stage.buttons(ANNA)).toEqual([
      ...['Digest …', 'Quiet hours …', 'Time zone …', 'Pause', '✓ Send again', 'Never twice'],
      ...['‹ Back', 'Close'],
    ]);
  });

  test('each page leads to its choices and back', async () => {
    await stage.press(ANNA, ANNA, 'Digest …');
    await stage.press(ANNA, ANNA, 'Daily at 08:00');
    await stage.press(ANNA, ANNA, '‹ Back');
    await stage.press(ANNA, ANNA, 'Quiet hours …');
    await stage.press(ANNA, ANNA, '22:00–07:00');
    await stage.press(ANNA, ANNA, '‹ Back');
    await stage.press(ANNA, ANNA, 'Time zone …');
    await stage.press(ANNA, ANNA, 'New York');
    await stage.press(ANNA, ANNA, '‹ Back');
    await stage.press(ANNA, ANNA, 'Never twice');

    expect(await wishes()).toEqual({
      ...{ digest: 'daily 08:00', quiet: '22:00-07:00', quietMode: null },
      ...{ timeZone: 'America/New_York', repeats: 'never' },
    });
    expect(stage.said(ANNA)).toBe(
      'Settings › When\n\n' +
        'Time zone: America/New_York. It is 07:00 there now.\n' +
        'A digest comes daily at 08:00. Next: today, 08:00 (America/New_York).\n' +
        'Quiet hours: 22:00–07:00. Posts wait until they end.\n' +
        'If Telegram’s answer to a message gets lost, I do not send it again: it may be missing.',
    );
    await stage.press(ANNA, ANNA, 'Send again');
    await stage.press(ANNA, ANNA, '‹ Back');

    expect((await wishes()).repeats).toBeNull();
    expect(stage.said(ANNA)).toContain('How posts look in this chat');
    expect(stage.said(ANNA)).toContain('Quiet hours: 22:00–07:00.');
  });

  test('everything can be paused, and go on', async () => {
    await stage.press(ANNA, ANNA, 'Pause');
    expect(stage.said(ANNA)).toContain('Paused: 1 of the one feed');
    expect(await pausedAt()).toBe(stage.clock.now());
    await stage.press(ANNA, ANNA, 'Resume');

    expect(stage.said(ANNA)).not.toContain('Paused');
    expect(await pausedAt()).toBeNull();
  });
});

test('one feed can be paused in its settings, and has its own digest there', async () => {
  await stage.say(ANNA, ANNA, '/settings gazette');
  expect(stage.said(ANNA)).toContain('As in the whole chat: Posts come at once.');
  await stage.press(ANNA, ANNA, 'Digest …');
  await stage.press(ANNA, ANNA, 'Every hour');
  await stage.press(ANNA, ANNA, '‹ Back');
  expect(stage.said(ANNA)).toContain('A digest comes every hour. Next: today, 13:00 (UTC).');

  await stage.press(ANNA, ANNA, 'Pause');
  expect(stage.said(ANNA)).toContain('Paused since 25 Nov 2026');
  expect(await pausedAt()).toBe(stage.clock.now());
  await stage.press(ANNA, ANNA, 'Resume');

  expect(await pausedAt()).toBeNull();
});

test('a press on what is chosen already asks Telegram for no change', async () => {
  await stage.say(ANNA, ANNA, '/settings');
  const before = edits().length;
  await stage.press(ANNA, ANNA, 'Text');
  expect(edits()).toHaveLength(before + 1);
  await stage.press(ANNA, ANNA, '✓ Text');
  await stage.press(ANNA, ANNA, '✓ Normal');
  await stage.press(ANNA, ANNA, 'When …');
  await stage.press(ANNA, ANNA, '✓ Send again');

  expect(edits()).toHaveLength(before + 2);
});

test('those of a channel are out of a stranger’s reach', async () => {
  await stage.say(ANNA, ANNA, '/settings to @paper_channel');
  await stage.say(STRANGER, STRANGER, '/list');
  for (const pressed of ['m:-1:0:0:never', 'c:-1:0:0', 'z:-1:0:0:UTC']) {
    const data = `se:${pressed.replace('-1', String(CHANNEL))}`;
    const { text } = await stage.forge(STRANGER, STRANGER, data);
    expect(text).toContain('You are not an administrator of');
  }

  expect(await wishes(CHANNEL)).toEqual({
    ...{ digest: null, quiet: null, quietMode: null, timeZone: null, repeats: null },
  });
});

test('no button says more than Telegram takes', async () => {
  for (const view of ['', ' gazette']) await stage.say(ANNA, ANNA, `/settings${view}`);
  await stage.say(ANNA, ANNA, '/timezone to @paper_channel');
  const rows = stage.last(ANNA).reply_markup?.inline_keyboard ?? [];
  const sizes = rows.flat().map((it) => ('callback_data' in it ? it.callback_data?.length : 0));

  expect(Math.max(...sizes.map(Number))).toBeLessThanOrEqual(64);
});
