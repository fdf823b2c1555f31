import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, GROUP } from '../world.ts';
import { clear, STRANGER, type Stage, setStage } from './stage.ts';

// It is 12:00 on Wednesday, 25 November 2026, in UTC.

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => clear(stage));

const quietOf = async (chatId: number) => {
  const { quiet, quietMode } = (await stage.store.chats.get(chatId)) ?? {};
  return [quiet, quietMode];
};

const HINT = 'Times are those of UTC; /timezone changes that.';

test.each([
  ['22:00-07:00', ['22:00-07:00', null], '22:00–07:00. Posts wait until they end.'],
  ['22-7', ['22:00-07:00', null], '22:00–07:00. Posts wait until they end.'],
  ['10pm – 7am silent', ['22:00-07:00', 'silent'], '22:00–07:00. Posts come without a sound.'],
  ['22-7 静音', ['22:00-07:00', 'silent'], '22:00–07:00. Posts come without a sound.'],
  [
    '9-17',
    ['09:00-17:00', null],
    '09:00–17:00. Posts wait until they end.\nIt is quiet now, until 17:00.',
  ],
])('/quiet %s is kept and told', async (words, kept, told) => {
  await stage.say(ANNA, ANNA, `/quiet ${words}`);

  expect(stage.said(ANNA)).toBe(`Quiet hours: ${told}\n${HINT}`);
  expect(await quietOf(ANNA)).toEqual(kept);
});

test('off takes them away', async () => {
  await stage.say(ANNA, ANNA, '/quiet 22-7');
  await stage.say(ANNA, ANNA, '/quiet off');

  expect(stage.said(ANNA)).toBe('There are no quiet hours.');
  expect(await quietOf(ANNA)).toEqual([null, null]);
});

test.each(['at night', '22', '7-7', '25-7', '22-7 loud'])(
  '“%s” is answered with an example, and changes nothing',
  async (words) => {
    await stage.say(ANNA, ANNA, `/quiet ${words}`);

    expect(stage.said(ANNA)).toBe(
      `I read no hours in “${words}”. Write them like /quiet 22:00-07:00, or /quiet 22:00-07:00 silent, or /quiet off.`,
    );
    expect(await quietOf(ANNA)).toEqual([null, null]);
  },
);

test('without words it shows what is set, and buttons', async () => {
  await stage.say(ANNA, ANNA, '/quiet');
  expect(stage.said(ANNA)).toContain('There are no quiet hours.');
  expect(stage.buttons(ANNA)).toEqual([
    ...['22:00–07:00', '23:00–08:00', '✓ None', '✓ Wait', 'No sound'],
    ...['Other hours …', '‹ Back', 'Close'],
  ]);

  await stage.press(ANNA, ANNA, '23:00–08:00');
  expect(await quietOf(ANNA)).toEqual(['23:00-08:00', null]);
  await stage.press(ANNA, ANNA, 'No sound');
  expect(await quietOf(ANNA)).toEqual(['23:00-08:00', 'silent']);
  expect(stage.said(ANNA)).toContain('Quiet hours: 23:00–08:00. Posts come without a sound.');
  await stage.press(ANNA, ANNA, 'Wait');
  await stage.press(ANNA, ANNA, 'None');

  expect(await quietOf(ANNA)).toEqual([null, null]);
  expect(stage.texts(ANNA)).toHaveLength(1);
});

test('in a group only its administrators set them', async () => {
  await stage.say(ANNA, GROUP, '/list');
  await stage.say(BEN, GROUP, '/quiet 22-7');
  expect(stage.said(GROUP)).toBe('Only administrators of this chat can change what it gets.');
  await stage.say(ANNA, GROUP, '/quiet');
  const pressed = await stage.forge(BEN, GROUP, `se:q:${GROUP}:0:0:22:00-07:00`);

  expect(pressed).toMatchObject({ showAlert: true });
  expect(await quietOf(GROUP)).toEqual([null, null]);
});

test('a channel’s are set from outside by its administrators alone', async () => {
  await stage.say(ANNA, ANNA, '/quiet 22-7 to @paper_channel');
  expect(await quietOf(CHANNEL)).toEqual(['22:00-07:00', null]);

  await stage.say(STRANGER, STRANGER, '/quiet off to @paper_channel');
  await stage.forge(STRANGER, STRANGER, `se:q:${CHANNEL}:0:0:off`);

  expect(await quietOf(CHANNEL)).toEqual(['22:00-07:00', null]);
});

test.each(['se:q:7:0:0:soon', 'se:q:7:0:0:22:00', 'se:m:7:0:0:perhaps', 'se:o:7:0:0:stop'])(
  'the forged button %s changes nothing and is answered',
  async (data) => {
    await stage.say(ANNA, ANNA, '/quiet');
    const { text } = await stage.forge(ANNA, ANNA, data);

    expect(text).toBe('That is no longer there. Here is how things stand now.');
    expect(await quietOf(ANNA)).toEqual([null, null]);
  },
);
