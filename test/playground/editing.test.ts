import { InputFile } from 'grammy';
import { expect, test } from 'vitest';
import { ANNA, CHANNEL, picture, SUPERGROUP, setStage } from './telegram.ts';

const NOT_MODIFIED =
  'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
const keyboard = { inline_keyboard: [[{ text: 'a', callback_data: 'x' }]] };
const paragraph = { type: 'paragraph', text: 'rich' } as const;

test('a text is edited, loses a keyboard that is not repeated, and may turn rich and back', async () => {
  const { api, pass } = await setStage();
  const { message_id, date } = await api.sendMessage(ANNA, 'one', { reply_markup: keyboard });
  pass(2000);

  const two = await api.editMessageText(ANNA, message_id, 'two');
  const rich = await api.editMessageText(ANNA, message_id, { blocks: [paragraph] });
  const three = await api.editMessageText(ANNA, message_id, 'three');

  expect(two).toMatchObject({ text: 'two', edit_date: date + 2 });
  expect(two).not.toHaveProperty('reply_markup');
  expect(rich).toMatchObject({ rich_message: { blocks: [paragraph] } });
  expect(rich).not.toHaveProperty('text');
  expect(three).not.toHaveProperty('rich_message');
});

test('the same content again is not modified; a new keyboard is', async () => {
  const { api, call } = await setStage();
  const { message_id } = await api.sendMessage(ANNA, 'one', { reply_markup: keyboard });
  const edit = { chat_id: ANNA, message_id, text: 'one' };

  const same = await call('editMessageText', { ...edit, reply_markup: keyboard });
  const sameKeyboard = await call('editMessageReplyMarkup', { ...edit, reply_markup: keyboard });
  const without = await call('editMessageReplyMarkup', edit);

  expect(same.description).toBe(NOT_MODIFIED);
  expect(sameKeyboard.description).toBe(NOT_MODIFIED);
  expect(without.result.reply_markup).toBeUndefined();
});

test('each edit fits only its kind of message', async () => {
  const { api, call } = await setStage();
  const photo = new InputFile(await picture(9, 9, 'png'), 'a.png');
  const picturePost = await api.sendPhoto(ANNA, photo, { caption: 'a' });
  const textPost = await api.sendMessage(ANNA, 'a');
  const [inPicture, inText] = [picturePost, textPost].map(({ message_id }) => ({
    chat_id: ANNA,
    message_id,
  }));

  const text = await call('editMessageText', { ...inPicture, text: 'b' });
  const caption = await call('editMessageCaption', { ...inText, caption: 'b' });
  const newCaption = await call('editMessageCaption', { ...inPicture, caption: 'b' });
  const media = await api.editMessageMedia(ANNA, textPost.message_id, {
    type: 'photo',
    media: picturePost.photo[0]?.file_id ?? '',
  });

  expect(text.description).toBe('Bad Request: there is no text in the message to edit');
  expect(caption.description).toBe('Bad Request: there is no caption in the message to edit');
  expect(newCaption.result).toMatchObject({ caption: 'b', photo: [{ width: 9 }] });
  expect(media).toMatchObject({ photo: [{ width: 9 }] });
  expect(media).not.toHaveProperty('text');
});

test('unknown messages and those of others cannot be edited', async () => {
  const { call, world } = await setStage();
  const { message_id } = world.say({ userId: ANNA, chatId: ANNA, text: 'hi' });
  const edit = (id?: number) =>
    call('editMessageText', { chat_id: ANNA, message_id: id, text: 'b' });

  expect((await edit(77)).description).toBe('Bad Request: message to edit not found');
  expect((await edit(message_id)).description).toBe("Bad Request: message can't be edited");
  expect((await edit()).description).toBe('Bad Request: message identifier is not specified');
});

test('the bot deletes its own messages for two days, those of others as an administrator', async () => {
  const { api, call, pass, world } = await setStage();
  const own = await api.sendMessage(SUPERGROUP, 'a');
  const foreign = world.say({ userId: ANNA, chatId: SUPERGROUP, text: 'hi' });
  const drop = (message_id: number) => call('deleteMessage', { chat_id: SUPERGROUP, message_id });

  const unknown = await drop(77);
  const forbidden = await drop(foreign.message_id);
  pass(48 * 3_600_000 + 1);
  const late = await drop(own.message_id);
  world.moveBot(SUPERGROUP, 'administrator');
  const asAdministrator = await drop(foreign.message_id);

  expect(unknown.description).toBe('Bad Request: message to delete not found');
  expect(forbidden.description).toBe("Bad Request: message can't be deleted");
  expect(late.description).toBe("Bad Request: message can't be deleted");
  expect(asAdministrator.result).toBe(true);
});

test('several messages are deleted at once, missing ones passed over', async () => {
  const { api, world } = await setStage();
  const { message_id } = await api.sendMessage(ANNA, 'a');

  expect(await api.deleteMessages(ANNA, [message_id, 77])).toBe(true);
  expect(world.messages(ANNA)).toEqual([]);
});

test('pinning needs the right and leaves a service message outside channels', async () => {
  const { api, call, world } = await setStage();
  const inGroup = await api.sendMessage(SUPERGROUP, 'a');
  const inChannel = await api.sendMessage(CHANNEL, 'a');
  const pin = { chat_id: SUPERGROUP, message_id: inGroup.message_id };

  const refused = await call('pinChatMessage', pin);
  world.moveBot(SUPERGROUP, 'administrator');
  await call('pinChatMessage', pin);
  await api.pinChatMessage(CHANNEL, inChannel.message_id);

  expect(refused.description).toBe(
    'Bad Request: not enough rights to manage pinned messages in the chat',
  );
  expect(world.messages(SUPERGROUP).at(-1)?.service).toBe('Telewire pinned a message');
  expect(world.messages(CHANNEL)).toHaveLength(1);
});
