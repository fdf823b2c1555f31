import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BEN, GROUP, OWNER } from '../world.ts';
import { clear, type Stage, setStage } from './stage.ts';

const FRESH = 'That is no longer there. Here is how things stand now.';
const GONE = 'That is no longer there. Send the command again for a fresh answer.';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  await stage.stock('Gazette', ['one']);
  await stage.say(ANNA, ANNA, '/subscribe gazette');
});

afterEach(() => clear(stage));

test.each([
  ['/settings', 'se:v:7:0', /^How posts look in this chat/],
  ['/settings', 'se:look:9', /^How posts look in this chat/],
  ['/settings', 'se:v:7:0:99', /^How posts look in this chat/],
  ['/list', 'l:next', /^This chat follows one feed/],
  ['/subscribe', 't:99:0', /^Feeds you can follow here/],
  ['/unsubscribe', 'u:99:0', /^Which feed shall I stop/],
  ['/language', 'lang:tlh', /^Which language/],
])(
  'under %s the button %s of another version brings the menu of today, in place',
  async (command, data, menu) => {
    await stage.say(ANNA, ANNA, command);
    const before = stage.texts(ANNA).length;

    const { text } = await stage.forge(ANNA, ANNA, data);

    expect(text).toBe(FRESH);
    expect(stage.said(ANNA)).toMatch(menu);
    expect(stage.texts(ANNA)).toHaveLength(before);
  },
);

test('owners get the catalogue of today', async () => {
  await stage.say(OWNER, OWNER, '/feeds');

  const { text } = await stage.forge(OWNER, OWNER, 'fd:99');

  expect(text).toBe(FRESH);
  expect(stage.said(OWNER)).toMatch(/^One feed in the catalogue/);
});

test('nobody gets a menu by an old button who would not by its command', async () => {
  await stage.say(ANNA, ANNA, '/list');
  await stage.forge(ANNA, ANNA, 'dd:r:0');
  await stage.say(BEN, GROUP, '/list');
  await stage.forge(BEN, GROUP, 'se:v:9');

  expect(stage.said(ANNA)).toMatch(/^This chat follows/);
  expect(stage.said(GROUP)).toMatch(/^本聊天还没有订阅/);
});

test('an Undo that is forgotten loses its button', async () => {
  await stage.say(ANNA, ANNA, '/unsubscribe gazette');
  await stage.store.notes.clear();

  const { text } = await stage.press(ANNA, ANNA, 'Undo');

  expect(text).toBe(GONE);
  expect(stage.said(ANNA)).toBe('Gazette is no longer followed.');
  expect(stage.buttons(ANNA)).toEqual([]);
});

test('a post keeps its buttons, whatever is pressed under it', async () => {
  const { text } = await stage.forge(ANNA, ANNA, 'm:0000000000000000000000');

  expect(text).toBe(GONE);
  expect(stage.buttons(ANNA)).toEqual(['Read', 'Open ↗', '⋯']);
});
