import { expect, test } from 'vitest';
import { openGraphPreviews } from '../../src/playground/previews.ts';
import type { World, WorldEvent } from '../../src/playground/protocol.ts';
import { ANNA, FORUM, GROUP, type Stage, SUPERGROUP, setStage } from './telegram.ts';

test('the snapshot shows users and chats with their switches', async () => {
  const { url, api } = await setStage();
  await api.sendMessage(GROUP, 'hi');

  const world = (await (await fetch(`${url}/world`)).json()) as World;

  expect(world.users.map((user: { id: number }) => user.id)).toEqual([7, 8]);
  expect(world.chats[1]).toMatchObject({
    id: GROUP,
    type: 'group',
    title: 'Club',
    forum: false,
    bot: 'member',
    members: [
      { userId: 7, status: 'creator' },
      { userId: 8, status: 'member' },
    ],
    messages: [{ text: 'hi' }],
  });
  expect(world.chats.map(switchNames)).toEqual([
    ['block', 'flood', 'refusePictures', 'outage'],
    ['kick', 'mute', 'noPictures', 'flood', 'refusePictures', 'migrate', 'outage'],
    ['kick', 'mute', 'noPictures', 'flood', 'refusePictures', 'outage'],
    ['kick', 'mute', 'noPictures', 'flood', 'refusePictures', 'closeTopic', 'outage'],
    ['kick', 'mute', 'noPictures', 'flood', 'refusePictures', 'outage'],
  ]);
});

test('a stream tells what happens', async () => {
  const stage = await setStage();
  const events = await watchStream(stage);

  const { message_id } = await stage.api.sendMessage(ANNA, 'one');
  await stage.api.editMessageText(ANNA, message_id, 'two');
  await stage.api.sendChatAction(ANNA, 'typing');
  await stage.call('sendMessage', { chat_id: ANNA, text: '' });
  await stage.api.deleteMessage(ANNA, message_id);
  const toChatId = stage.world.migrate(GROUP);

  await expect.poll(() => events.at(-1)?.kind).toBe('chat');
  expect(events).toMatchObject([
    { kind: 'message', chatId: ANNA, message: { text: 'one' } },
    { kind: 'edited', chatId: ANNA, message: { text: 'two' } },
    { kind: 'typing', chatId: ANNA },
    {
      kind: 'refused',
      chatId: ANNA,
      method: 'sendMessage',
      errorCode: 400,
      description: 'Bad Request: message text is empty',
    },
    { kind: 'deleted', chatId: ANNA, messageId: message_id },
    { kind: 'message', chatId: GROUP },
    { kind: 'migrated', chatId: GROUP, toChatId },
    { kind: 'message', chatId: toChatId },
    { kind: 'chat', chat: { id: toChatId, type: 'supergroup' } },
  ]);
});

test('people act over HTTP', async () => {
  const stage = await setStage();

  const said = await act(stage, 'say', { userId: ANNA, chatId: FORUM, threadId: 2, text: '/go' });
  const started = await act(stage, 'start', { userId: ANNA, payload: 'r_1' });
  const thrown = await act(stage, 'switch', { chatId: ANNA, name: 'block', on: true });

  expect(await said.json()).toMatchObject({ text: '/go', message_thread_id: 2 });
  expect(await started.json()).toMatchObject({ text: '/start r_1', chat: { id: ANNA } });
  expect(thrown.status).toBe(204);
  const { result } = await stage.call('getUpdates', {});
  expect(result.map((update: object) => Object.keys(update)[1])).toEqual([
    'message',
    'message',
    'my_chat_member',
  ]);
});

test('a press over HTTP answers with what the bot said', async () => {
  const stage = await setStage();
  const { message_id } = await stage.api.sendMessage(SUPERGROUP, 'a', {
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'x' }]] },
  });
  const pressed = { userId: ANNA, chatId: SUPERGROUP, messageId: message_id, data: 'x' };

  const answering = act(stage, 'press', pressed);
  await expect.poll(() => stage.world.unconfirmed).toBe(1);
  await stage.api.answerCallbackQuery('query-1', { url: 'https://t.me/telewire_bot?start=r_1' });

  expect(await (await answering).json()).toEqual({
    text: null,
    showAlert: false,
    url: 'https://t.me/telewire_bot?start=r_1',
  });
});

test('an article is printed over HTTP, where there is a paper', async () => {
  const printed = { title: 'Bees', feed: 'Gazette', isFollowed: true };
  const withPaper = await setStage({ printArticle: async () => printed });
  const without = await setStage();

  const answer = await act(withPaper, 'publish', { chatId: ANNA });
  const refusal = await act(without, 'publish', { chatId: ANNA });

  expect(await answer.json()).toEqual(printed);
  expect(refusal.status).toBe(400);
});

test.each([
  ['say', { userId: ANNA, text: 'a' }, 'chatId must be a whole number'],
  ['say', { userId: ANNA, chatId: 99, text: 'a' }, 'Bad Request: chat not found'],
  ['switch', { chatId: ANNA, name: 'light', on: true }, 'There is no switch light'],
  ['switch', { chatId: 99, name: 'flood', on: true }, 'There is no such chat'],
  [
    'press',
    { userId: ANNA, chatId: ANNA, messageId: 9, data: 'x' },
    'Bad Request: message to press not found',
  ],
])('%s with %j is refused with a sentence', async (name, body, sentence) => {
  const answer = await act(await setStage(), name, body);

  expect(answer.status).toBe(400);
  expect(await answer.text()).toBe(sentence);
});

test('the command menu is asked for by chat and person', async () => {
  const { api, url } = await setStage();
  await api.setMyCommands([{ command: 'go', description: 'Go' }]);

  const answer = await fetch(`${url}/world/commands?chatId=${GROUP}&userId=${ANNA}`);

  expect(await answer.json()).toEqual([{ command: 'go', description: 'Go' }]);
});

test('a switch changes how the bot is answered, and back', async () => {
  const { call, world } = await setStage();
  const send = async () =>
    (await call('sendMessage', { chat_id: GROUP, text: 'a' })).description ?? 'sent';
  const turn = (on: boolean) => world.throwSwitch({ chatId: GROUP, name: 'kick', on });

  turn(true);
  expect(await send()).toBe('Forbidden: bot was kicked from the group chat');
  turn(false);
  expect(await send()).toBe('sent');
});

test('a link gets its preview for people, never for the bot', async () => {
  const page = `<meta property="og:title" content="Cats &amp; dogs"><meta property="og:image" content="/c.png">`;
  const { api, world } = await setStage({
    previewOf: openGraphPreviews(async () => ({
      status: 200,
      contentType: 'text/html',
      bytes: Buffer.from(page),
    })),
  });

  const message = await api.sendMessage(ANNA, 'See https://a.b/c');
  await api.sendMessage(ANNA, 'See https://a.b/d', { link_preview_options: { is_disabled: true } });

  await expect
    .poll(() => world.messages(ANNA)[0]?.preview)
    .toEqual({
      url: 'https://a.b/c',
      site: 'a.b',
      title: 'Cats & dogs',
      description: '',
      picture: 'https://a.b/c.png',
    });
  expect(world.messages(ANNA)[1]).not.toHaveProperty('preview');
  expect(message).not.toHaveProperty('preview');
});

function switchNames({ switches }: { switches: { name: string }[] }): string[] {
  return switches.map(({ name }) => name);
}

function act({ url }: Stage, name: string, body: object): Promise<Response> {
  return fetch(`${url}/world/${name}`, { method: 'POST', body: JSON.stringify(body) });
}

/** Fills up while the stream runs. */
async function watchStream({ url }: Stage): Promise<WorldEvent[]> {
  const { body } = await fetch(`${url}/world/events`);
  const events: WorldEvent[] = [];
  const lines = body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await lines?.read();
  expect(first?.value).toBe(': \n\n');
  void (async () => {
    for (let chunk = await lines?.read(); chunk && !chunk.done; chunk = await lines?.read()) {
      const found = chunk.value.matchAll(/^data: (.*)$/gm);
      events.push(...[...found].map(([, json = '']) => JSON.parse(json) as WorldEvent));
    }
  })().catch(() => {});
  return events;
}
