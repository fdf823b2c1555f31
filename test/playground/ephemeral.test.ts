import { beforeEach, describe, expect, test } from 'vitest';
import { ANNA, BEN, GROUP, type Stage, SUPERGROUP, setStage } from './telegram.ts';

const NOT_ELIGIBLE = 'Bad Request: MESSAGE_NOT_COMMAND';

let stage: Stage;
let messageId: number;

beforeEach(async () => {
  stage = await setStage();
  const sent = await stage.api.sendMessage(SUPERGROUP, 'a', {
    reply_markup: { inline_keyboard: [[{ text: 'Read', callback_data: 'x' }]] },
  });
  messageId = sent.message_id;
});

describe('after a press', () => {
  test('only the person who pressed is answered, for 15 seconds', async () => {
    const callback_query_id = await press(BEN);

    const inTime = await whisper(BEN, { callback_query_id });
    const toAnother = await whisper(ANNA, { callback_query_id });
    stage.pass(15_001);
    const late = await whisper(BEN, { callback_query_id });

    expect(inTime.result).toMatchObject({
      message_id: 0,
      ephemeral_message_id: 1,
      receiver_user: { id: BEN },
      text: 'psst',
    });
    expect(toAnother.description).toBe(NOT_ELIGIBLE);
    expect(late.description).toBe(NOT_ELIGIBLE);
  });

  test('a rich message may be ephemeral too', async () => {
    const callback_query_id = await press(BEN);

    const message = await stage.api.sendRichMessage(
      SUPERGROUP,
      { blocks: [{ type: 'paragraph', text: 'psst' }] },
      { ephemeral_message_parameters: { receiver_user_id: BEN, callback_query_id } },
    );

    expect(message).toMatchObject({ message_id: 0, ephemeral_message_id: 1 });
  });

  test('a press in an ephemeral message names it, and must not replace it', async () => {
    await whisper(BEN, { callback_query_id: await press(BEN) });

    const callback_query_id = await press(BEN, 1);
    const { result } = await stage.call('getUpdates', { offset: -1 });
    const replacing = await whisper(BEN, {
      callback_query_id,
      replace_callback_query_message: true,
    });

    expect(result[0].callback_query.message).toMatchObject({
      message_id: 0,
      ephemeral_message_id: 1,
    });
    expect(replacing.description).toBe("Bad Request: ephemeral message can't be replaced");
  });
});

test('an answer to a press may stand in place of the pressed message, which the bot is not told', async () => {
  const callback_query_id = await press(BEN);

  const { result } = await whisper(BEN, {
    callback_query_id,
    replace_callback_query_message: true,
  });

  expect(result).not.toHaveProperty('replaces');
  expect(stage.world.messages(SUPERGROUP).at(-1)).toMatchObject({
    ephemeral_message_id: 1,
    replaces: messageId,
  });
});

test('without an act of the person only an administrator may whisper, to members', async () => {
  const asMember = await whisper(BEN);
  stage.world.moveBot(SUPERGROUP, 'administrator');
  const asAdministrator = await whisper(BEN);
  stage.world.setStanding(SUPERGROUP, BEN, null);
  const toStranger = await whisper(BEN);

  expect(asMember.description).toBe(NOT_ELIGIBLE);
  expect(asAdministrator.ok).toBe(true);
  expect(toStranger.description).toBe(NOT_ELIGIBLE);
});

test('nothing is ephemeral outside groups', async () => {
  const reply = await whisper(ANNA, {}, ANNA);

  expect(reply.description).toBe('Bad Request: CHAT_TYPE_INVALID');
});

test('an ephemeral command and its answer are seen by one person', async () => {
  await stage.api.setMyCommands([{ command: 'feeds', description: 'Feeds', is_ephemeral: true }]);

  const asked = stage.world.say({ userId: BEN, chatId: GROUP, text: '/feeds' });
  const answered = await stage.call('sendMessage', {
    chat_id: GROUP,
    text: 'psst',
    ephemeral_message_parameters: { receiver_user_id: BEN },
    reply_parameters: { ephemeral_message_id: asked.ephemeral_message_id },
  });

  expect(asked).toMatchObject({ message_id: 0, ephemeral_message_id: 1 });
  expect(answered.result).toMatchObject({ message_id: 0, ephemeral_message_id: 2 });
});

test('an ephemeral message is edited and deleted by methods of its own', async () => {
  await whisper(BEN, { callback_query_id: await press(BEN) });
  const whispered = { chat_id: SUPERGROUP, receiver_user_id: BEN, ephemeral_message_id: 1 };

  const edited = await stage.call('editEphemeralMessageText', { ...whispered, text: 'louder' });
  const shown = stage.world.messages(SUPERGROUP).at(-1);
  const byOther = await stage.call('editEphemeralMessageText', {
    ...whispered,
    receiver_user_id: ANNA,
    text: 'a',
  });
  const ordinary = await stage.call('deleteMessage', { chat_id: SUPERGROUP, message_id: 0 });
  const deleted = await stage.call('deleteEphemeralMessage', whispered);
  const again = await stage.call('deleteEphemeralMessage', whispered);

  expect(edited.result).toBe(true);
  expect(shown?.text).toBe('louder');
  expect(byOther.description).toBe('Bad Request: message to edit not found');
  expect(ordinary.description).toBe('Bad Request: message to delete not found');
  expect(deleted.result).toBe(true);
  expect(again.description).toBe('Bad Request: message to delete not found');
});

test('an edited ephemeral text is held to 1024 characters, a rich one is not', async () => {
  await whisper(BEN, { callback_query_id: await press(BEN) });
  const text = 'a'.repeat(1025);
  const whispered = { chat_id: SUPERGROUP, receiver_user_id: BEN, ephemeral_message_id: 1 };

  const plain = await stage.call('editEphemeralMessageText', { ...whispered, text });
  const rich = await stage.call('editEphemeralMessageText', {
    ...whispered,
    rich_message: { blocks: [{ type: 'paragraph', text }] },
  });

  expect(plain.description).toBe('Bad Request: MEDIA_CAPTION_TOO_LONG');
  expect(rich.result).toBe(true);
});

async function press(userId: number, ephemeralMessageId?: number): Promise<string> {
  const place =
    ephemeralMessageId === undefined ? { messageId } : { messageId: 0, ephemeralMessageId };
  void stage.world.press({ userId, chatId: SUPERGROUP, data: 'x', ...place });
  const { result } = await stage.call('getUpdates', { offset: -1 });
  return result[0].callback_query.id;
}

function whisper(userId: number, parameters: object = {}, chatId: number = SUPERGROUP) {
  return stage.call('sendMessage', {
    chat_id: chatId,
    text: 'psst',
    ephemeral_message_parameters: { receiver_user_id: userId, ...parameters },
  });
}
