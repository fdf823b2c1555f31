import { GrammyError, HttpError, InputFile } from 'grammy';
import { describe, expect, test } from 'vitest';
import { ANNA, CHANNEL, FORUM, GROUP, picture, SUPERGROUP, setStage, TOKEN } from './telegram.ts';

const SPORT = 2;

describe('transport', () => {
  test('a wrong token is unauthorized', async () => {
    const { url } = await setStage();

    const answer = await fetch(`${url}/bot1:wrong/getMe`);

    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({
      ok: false,
      error_code: 401,
      description: 'Unauthorized',
    });
  });

  test('an unknown method is not found', async () => {
    const { call } = await setStage();

    expect(await call('sendWidget', {})).toEqual({
      ok: false,
      error_code: 404,
      description: 'Not Found: method not found',
    });
  });

  test('methods are found in any case, parameters come by query, form and JSON', async () => {
    const { url, call, world } = await setStage();
    const form = new FormData();
    form.set('chat_id', String(ANNA));
    form.set('text', 'multipart');
    form.set('entities', JSON.stringify([{ type: 'bold', offset: 0, length: 5 }]));

    await fetch(`${url}/bot${TOKEN}/SENDMESSAGE?chat_id=${ANNA}&text=query`);
    await fetch(`${url}/bot${TOKEN}/sendMessage`, {
      method: 'POST',
      body: new URLSearchParams({ chat_id: String(ANNA), text: 'urlencoded' }),
    });
    await fetch(`${url}/bot${TOKEN}/sendMessage`, { method: 'POST', body: form });
    await call('sendMessage', { chat_id: ANNA, text: 'json' });

    expect(world.messages(ANNA).map(({ text }) => text)).toEqual([
      'query',
      'urlencoded',
      'multipart',
      'json',
    ]);
    expect(world.messages(ANNA)[2]?.entities).toEqual([{ type: 'bold', offset: 0, length: 5 }]);
    expect(world.calls.map(({ params }) => params.chat_id)).toEqual(
      [String(ANNA), ANNA, ANNA, ANNA].map(Number),
    );
  });

  test.each([
    ['{', "Bad Request: can't parse the request body JSON object"],
    ['[]', "Bad Request: can't parse the request body as a JSON object"],
    ['{"chat_id":7,"text":"\\ud800"}', 'Bad Request: strings must be encoded in UTF-8'],
    [
      '{"chat_id":7,"text":"a","entities":{}}',
      "Bad Request: can't parse entities JSON object: expected an Array",
    ],
  ])('the body %s is refused', async (body, description) => {
    const { url } = await setStage();

    const answer = await fetch(`${url}/bot${TOKEN}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });

    expect(await answer.json()).toEqual({ ok: false, error_code: 400, description });
  });
});

describe('text', () => {
  test.each([
    [{ text: '' }, 'message text is empty'],
    [{ text: ' \n\t ' }, 'text must be non-empty'],
    [{ text: '\u200b\u2800\u{e0041}' }, 'message text is empty'],
    [{ text: 'a', parse_mode: 'HTML' }, 'playground: parse_mode is not emulated, send entities'],
    [{ text: 'a', chat_id: '' }, 'chat_id is empty'],
    [{ text: 'a', chat_id: 99 }, 'chat not found'],
    [{ text: 'a', reply_parameters: { message_id: 77 } }, 'message to be replied not found'],
    [{ text: 'a', message_thread_id: 5 }, 'message thread not found'],
  ])('%j is refused', async (params, description) => {
    const { call } = await setStage();

    expect(await call('sendMessage', { chat_id: ANNA, ...params })).toEqual({
      ok: false,
      error_code: 400,
      description: `Bad Request: ${description}`,
    });
  });

  test('too many symbols and too many bytes are told apart', async () => {
    const { call } = await setStage();

    const symbols = await call('sendMessage', { chat_id: ANNA, text: 'a'.repeat(4097) });
    const bytes = await call('sendMessage', { chat_id: ANNA, text: 'я'.repeat(16_385) });

    expect(symbols.description).toBe('Bad Request: message is too long');
    expect(bytes.description).toBe('Bad Request: text is too long');
  });

  test('4096 symbols outside the basic plane still fit', async () => {
    const { call } = await setStage();

    const reply = await call('sendMessage', { chat_id: ANNA, text: '𝒜'.repeat(4096) });

    expect(reply.result.text.length).toBe(8192);
  });

  test('a reply whose original is gone goes out when it may', async () => {
    const { api } = await setStage();

    const message = await api.sendMessage(ANNA, 'late', {
      reply_parameters: { message_id: 77, allow_sending_without_reply: true },
    });

    expect(message.reply_to_message).toBeUndefined();
  });

  test('a message comes back as the Bot API tells it', async () => {
    const { api } = await setStage();

    const message = await api.sendMessage('@paper', 'See http://a.b/c now', {
      link_preview_options: { url: 'http://a.b/c', prefer_large_media: true },
    });

    expect(message).toEqual({
      message_id: 2,
      date: Date.parse('2026-11-25T12:00:00Z') / 1000,
      chat: { id: CHANNEL, type: 'channel', title: 'Paper', username: 'paper' },
      sender_chat: { id: CHANNEL, type: 'channel', title: 'Paper', username: 'paper' },
      text: 'See http://a.b/c now',
      entities: [{ type: 'url', offset: 4, length: 12 }],
      link_preview_options: { url: 'http://a.b/c', prefer_large_media: true },
    });
  });

  test('entities beyond the hundredth are lost, and a lint says so', async () => {
    const { api, world } = await setStage();
    const entities = Array.from({ length: 101 }, (_, at) => ({
      type: 'bold' as const,
      offset: at * 2,
      length: 1,
    }));

    const message = await api.sendMessage(ANNA, 'a '.repeat(101), { entities });

    expect(message.entities?.length).toBe(100);
    expect(world.lints).toEqual(['101 entities, of which Telegram keeps 100']);
  });
});

describe('places', () => {
  test.each([
    ['blocked', ANNA, 403, 'Forbidden: bot was blocked by the user'],
    ['absent', ANNA, 403, "Forbidden: bot can't initiate conversation with a user"],
    ['kicked', GROUP, 403, 'Forbidden: bot was kicked from the group chat'],
    ['kicked', SUPERGROUP, 403, 'Forbidden: bot was kicked from the supergroup chat'],
    ['kicked', CHANNEL, 403, 'Forbidden: bot was kicked from the channel chat'],
    ['absent', SUPERGROUP, 403, 'Forbidden: bot is not a member of the supergroup chat'],
    ['member', CHANNEL, 400, 'Bad Request: need administrator rights in the channel chat'],
  ] as const)('%s in chat %i', async (standing, chatId, error_code, description) => {
    const { call, world } = await setStage();
    world.moveBot(chatId, standing);

    const reply = await call('sendMessage', { chat_id: chatId, text: 'a' });

    expect(reply).toEqual({ ok: false, error_code, description });
  });

  test('a chat that forbids writing or pictures says so', async () => {
    const { call, world } = await setStage();
    const photo = 'http://a.b/c.png';
    world.throwSwitch({ chatId: SUPERGROUP, name: 'noPictures', on: true });
    const noPicture = await call('sendPhoto', { chat_id: SUPERGROUP, photo });
    world.throwSwitch({ chatId: SUPERGROUP, name: 'mute', on: true });
    const noText = await call('sendMessage', { chat_id: SUPERGROUP, text: 'a' });

    expect(noPicture.description).toBe('Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN');
    expect(noText.description).toBe(
      'Bad Request: not enough rights to send text messages to the chat',
    );
  });

  test('a topic takes messages until it is closed or deleted; General goes without an id', async () => {
    const { call, world } = await setStage();
    const inTopic = (id?: number) =>
      call('sendMessage', { chat_id: FORUM, text: 'a', message_thread_id: id });

    const open = await inTopic(SPORT);
    world.turnTopic(FORUM, SPORT, 'closed');
    const closed = await inTopic(SPORT);
    world.moveBot(FORUM, 'administrator');
    const managed = await inTopic(SPORT);
    world.deleteTopic(FORUM, SPORT);
    const deleted = await inTopic(SPORT);

    expect(open.result).toMatchObject({ message_thread_id: SPORT, is_topic_message: true });
    expect(closed.description).toBe('Bad Request: TOPIC_CLOSED');
    expect(managed.ok).toBe(true);
    expect(deleted.description).toBe('Bad Request: message thread not found');
    expect((await inTopic(1)).description).toBe('Bad Request: message thread not found');
    expect((await inTopic()).result.message_thread_id).toBeUndefined();
  });

  test('an upgraded group names its new id, where the old messages stay readable', async () => {
    const { call, world, api } = await setStage();
    await api.sendMessage(GROUP, 'before');

    const newId = world.migrate(GROUP);

    expect(await call('sendMessage', { chat_id: GROUP, text: 'a' })).toEqual({
      ok: false,
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: newId },
    });
    await api.sendMessage(newId, 'after');
    expect(world.messages(newId).map(({ text, service }) => text ?? service)).toEqual([
      'before',
      'The group became a supergroup',
      'The group became a supergroup',
      'after',
    ]);
  });
});

describe('keyboards', () => {
  const button = { text: 'a', callback_data: 'x' };
  test.each([
    [[[{ text: 'a', callback_data: 'я'.repeat(33) }]], 'BUTTON_DATA_INVALID'],
    [[[{ text: 'a', callback_data: '' }]], 'BUTTON_DATA_INVALID'],
    [
      [[{ text: 'a', url: 'http://localhost/x' }]],
      "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
    ],
    [
      [[{ text: 'a', url: 'ftp://a.b' }]],
      "inline keyboard button URL 'ftp://a.b' is invalid: Unsupported URL protocol",
    ],
    [
      [[{ text: 'a' }]],
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      [[{ text: '', url: 'http://a.b' }]],
      `can't parse inline keyboard button: Can't find field "text"`,
    ],
    [[Array(9).fill(button)], 'reply markup is too long'],
    [Array(101).fill([button]), 'reply markup is too long'],
    [[[{ text: 'a', web_app: { url: 'https://a.b' } }]], 'BUTTON_TYPE_INVALID'],
    [[[{ text: 'a', copy_text: { text: 'a'.repeat(257) } }]], 'BUTTON_COPY_TEXT_INVALID'],
  ])(
    'case %#: a keyboard that Telegram does not take is refused',
    async (inline_keyboard, description) => {
      const { call } = await setStage();
      const params = { chat_id: GROUP, text: 'a', reply_markup: { inline_keyboard } };

      expect((await call('sendMessage', params)).description).toBe(`Bad Request: ${description}`);
    },
  );

  test('empty rows vanish', async () => {
    const { api } = await setStage();

    const message = await api.sendMessage(ANNA, 'a', {
      reply_markup: { inline_keyboard: [[], [button], []] },
    });

    expect(message.reply_markup).toEqual({ inline_keyboard: [[button]] });
  });
});

describe('albums', () => {
  test('an album is several messages of one group, its caption on the first', async () => {
    const { api } = await setStage();
    const media = new InputFile(await picture(40, 30, 'png'), 'a.png');

    const album = await api.sendMediaGroup(GROUP, [
      { type: 'photo', media, caption: 'Two' },
      { type: 'photo', media },
    ]);

    expect(album.map(({ message_id }) => message_id)).toEqual([2, 3]);
    expect(album).toMatchObject([
      { media_group_id: '1', caption: 'Two' },
      { media_group_id: '1', photo: [{ width: 40, height: 30 }] },
    ]);
    expect(album[1]).not.toHaveProperty('caption');
  });

  test.each([
    [[], 'too few messages to send as an album'],
    [Array(11).fill({ type: 'photo', media: 'x' }), 'too many messages to send as an album'],
    [
      [
        { type: 'photo', media: 'x' },
        { type: 'audio', media: 'x' },
      ],
      "can't use the media of the specified type in the album",
    ],
    [
      Array(2).fill({ type: 'photo', media: 'http://a.b/gone.png' }),
      'failed to send message #1 with the error message "WEBPAGE_CURL_FAILED"',
    ],
  ])('case %#: a bad album is refused as a whole', async (media, description) => {
    const { call, world } = await setStage({ fetchPicture: async () => null });

    const reply = await call('sendMediaGroup', { chat_id: GROUP, media });

    expect(reply.description).toBe(`Bad Request: ${description}`);
    expect(world.messages(GROUP)).toEqual([]);
  });
});

test('grammY sees the errors it knows', async () => {
  const { api, world } = await setStage();
  world.failNext({ method: 'sendMessage' }, 'reset before');
  world.failNext({ method: 'sendMessage' }, 'html 502');

  await expect(api.sendMessage(ANNA, 'a')).rejects.toBeInstanceOf(HttpError);
  await expect(api.sendMessage(ANNA, 'a')).rejects.toBeInstanceOf(HttpError);
  await expect(api.sendMessage(99, 'a')).rejects.toBeInstanceOf(GrammyError);
});
