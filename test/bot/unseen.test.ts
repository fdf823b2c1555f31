import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BEN, GROUP } from '../world.ts';
import { clear, type Stage, setStage } from './stage.ts';

const TOO_LATE = { error_code: 400, description: 'Bad Request: MESSAGE_NOT_COMMAND' };
const UNSEEN = { method: 'sendMessage', parameter: 'ephemeral_message_parameters' };

let stage: Stage;

beforeEach(async () => {
  // Telegram is told which commands are unseen once the start is over.
  stage = await setStage({}, { profile: 'untold' });
  await stage.pass(1_000);
  await stage.stock('Gazette', ['one']);
});

afterEach(() => clear(stage));

const fromBot = (chatId: number) => stage.messages(chatId).filter(({ from }) => from?.id === 42);
const seenByAll = () => fromBot(GROUP).filter((it) => it.ephemeral_message_id === undefined);

test('in a group who asks for the settings is the only one who sees them, also as they change', async () => {
  await stage.say(ANNA, GROUP, '/settings');
  await stage.press(ANNA, GROUP, 'Text');
  await stage.press(ANNA, GROUP, 'When …');

  const [menu, ...more] = fromBot(GROUP);
  expect(menu).toMatchObject({ receiver_user: { id: ANNA } });
  expect(menu?.text).toContain('Posts come at once.');
  expect(more).toEqual([]);
  expect(await stage.store.chats.get(GROUP)).toMatchObject({ style: 'text' });
});

test('a menu that was opened before everybody stays there', async () => {
  await stage.write({ userId: ANNA, chatId: GROUP, text: '/settings', anonymous: true });

  await stage.press(ANNA, GROUP, 'Text');

  expect(seenByAll()).toHaveLength(1);
  expect(fromBot(GROUP)).toHaveLength(1);
  expect(await stage.store.chats.get(GROUP)).toMatchObject({ style: 'text' });
});

test('an anonymous administrator cannot be answered alone: Telegram is not asked in vain', async () => {
  const before = stage.telegram.calls.length;

  await stage.write({ userId: ANNA, chatId: GROUP, text: '/settings', anonymous: true });

  const refused = stage.telegram.calls
    .slice(before)
    .filter(({ answer }) => !JSON.stringify(answer).includes('"ok":true'));
  expect(refused).toEqual([]);
  expect(seenByAll()).toHaveLength(1);
});

test('where Telegram refuses that, the settings come in private, and work there', async () => {
  stage.telegram.failNext(UNSEEN, TOO_LATE);

  await stage.say(ANNA, GROUP, '/settings');
  await stage.press(ANNA, ANNA, 'Text');

  expect(fromBot(GROUP)).toEqual([]);
  expect(await stage.store.chats.get(GROUP)).toMatchObject({ style: 'text' });
  expect(stage.said(ANNA)).toMatch(/How posts look in Club/);
});

test('where that cannot be either, they come before everybody', async () => {
  stage.telegram.failNext(UNSEEN, TOO_LATE);
  stage.telegram.failNext({ method: 'sendMessage', chatId: ANNA }, TOO_LATE);

  await stage.say(ANNA, GROUP, '/settings');

  expect(seenByAll()).toHaveLength(1);
});

test('buttons that act on the chat they are in never leave it', async () => {
  stage.telegram.failNext(UNSEEN, TOO_LATE);

  await stage.say(ANNA, GROUP, '/language');

  expect(seenByAll()).toHaveLength(1);
  expect(fromBot(ANNA)).toEqual([]);
});

test('what everybody reads is said to everybody', async () => {
  await stage.say(ANNA, GROUP, '/subscribe gazette');
  await stage.say(BEN, GROUP, '/list');
  await stage.say(ANNA, GROUP, '/pause gazette');

  expect(seenByAll().length).toBe(fromBot(GROUP).length);
});
