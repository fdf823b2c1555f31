import { HttpError } from 'grammy';
import { describe, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, GROUP, type Stage, SUPERGROUP, setStage } from './telegram.ts';

const TOO_MANY = { ok: false, error_code: 429 };

describe('limits', () => {
  test('a chat takes a burst of three messages, then one a second', async () => {
    const stage = await setStage({ paced: true });
    await send(stage, ANNA, 3);

    const fourth = await stage.call('sendMessage', { chat_id: ANNA, text: 'a' });
    stage.pass(2500);
    const early = await stage.call('sendMessage', { chat_id: ANNA, text: 'a' });
    stage.pass(500);
    const inTime = await stage.call('sendMessage', { chat_id: ANNA, text: 'a' });

    expect(fourth).toEqual({
      ...TOO_MANY,
      description: 'Too Many Requests: retry after 3',
      parameters: { retry_after: 3 },
    });
    expect(early.parameters).toEqual({ retry_after: 1 });
    expect(inTime.ok).toBe(true);
  });

  test('a group takes twenty a minute, edits among them, a channel takes more', async () => {
    const stage = await setStage({ paced: true });
    for (const chatId of [SUPERGROUP, CHANNEL]) {
      for (let sent = 0; sent < 20; sent += 1) {
        await send(stage, chatId, 1);
        stage.pass(1000);
      }
    }

    const edit = { chat_id: SUPERGROUP, message_id: 2, text: 'b' };
    const inGroup = await stage.call('editMessageText', edit);
    const inChannel = await stage.call('sendMessage', { chat_id: CHANNEL, text: 'a' });

    expect(inGroup.parameters).toEqual({ retry_after: 20 });
    expect(inChannel.ok).toBe(true);
  });

  test.each([
    ['a private chat', ANNA],
    ['a channel', CHANNEL],
  ])('edits in %s cost nothing', async (_name, chatId) => {
    const stage = await setStage({ paced: true });
    const { result } = await stage.call('sendMessage', { chat_id: chatId, text: 'a' });
    for (let edited = 0; edited < 9; edited += 1) {
      const edit = { chat_id: chatId, message_id: result.message_id, text: `${edited}` };
      expect((await stage.call('editMessageText', edit)).ok).toBe(true);
    }

    await send(stage, chatId, 2);
  });

  test('all chats together take thirty a second', async () => {
    const stage = await setStage({ paced: true });
    for (let id = 1000; id < 1010; id += 1) {
      stage.world.addUser({ id });
      stage.world.addChat({ id, type: 'private' });
      await send(stage, id, 3);
    }

    const reply = await stage.call('sendMessage', { chat_id: ANNA, text: 'a' });

    expect(reply.parameters).toEqual({ retry_after: 1 });
  });

  test('an album counts once per picture', async () => {
    const stage = await setStage({ paced: true });
    await send(stage, GROUP, 1);
    const media = Array(3).fill({ type: 'photo', media: 'http://a.b/c.png' });

    const reply = await stage.call('sendMediaGroup', { chat_id: GROUP, media });

    expect(reply.parameters).toEqual({ retry_after: 3 });
  });

  test('what was refused, and answers to presses, cost nothing', async () => {
    const stage = await setStage({ paced: true });
    for (let sent = 0; sent < 9; sent += 1) {
      await stage.call('sendMessage', { chat_id: ANNA, text: '' });
      await stage.call('answerCallbackQuery', { callback_query_id: 'x' });
      await stage.call('sendChatAction', { chat_id: ANNA, action: 'typing' });
    }

    await send(stage, ANNA, 3);
  });

  test('the wait is also a header', async () => {
    const stage = await setStage();
    stage.world.throwSwitch({ chatId: ANNA, name: 'flood', on: true });

    const answer = await fetch(`${stage.url}/bot42:playground/sendMessage?chat_id=${ANNA}&text=a`);

    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('5');
  });
});

describe('failures', () => {
  test('an armed failure meets only the calls it was armed for, as often as said', async () => {
    const { call, world } = await setStage();
    const failure = { error_code: 500, description: 'Internal Server Error: restart' };
    world.failNext({ method: 'sendMessage', chatId: BEN, times: 2 }, failure);
    world.addChat({ id: BEN, type: 'private' });
    const codes: (number | undefined)[] = [];

    await call('getMe', {});
    for (const chat_id of [ANNA, BEN, BEN, BEN]) {
      codes.push((await call('sendMessage', { chat_id, text: 'a' })).error_code);
    }

    expect(codes).toEqual([undefined, 500, 500, undefined]);
  });

  test('a reset before leaves nothing, a reset after leaves the message', async () => {
    const { api, world } = await setStage();
    world.failNext({}, 'reset before');
    world.failNext({}, 'reset after');

    await expect(api.sendMessage(ANNA, 'before')).rejects.toBeInstanceOf(HttpError);
    await expect(api.sendMessage(ANNA, 'after')).rejects.toBeInstanceOf(HttpError);

    expect(world.messages(ANNA).map(({ text }) => text)).toEqual(['after']);
    expect(world.calls.map(({ answer }) => answer)).toEqual(['reset before', 'reset after']);
  });

  test('a hanging call is not pending, and ends with the server', async () => {
    const { call, world, stop } = await setStage();
    world.failNext({ method: 'getMe' }, 'hang');
    const hanging = call('getMe', {}).catch(() => 'cut');

    await expect.poll(() => world.calls.at(-1)?.answer).toBe('hang');
    expect(world.pending).toBe(0);
    stop();

    expect(await hanging).toBe('cut');
  });

  test('an outage is a page in HTML, for every call', async () => {
    const { url, world } = await setStage();
    world.throwSwitch({ chatId: ANNA, name: 'outage', on: true });

    const answer = await fetch(`${url}/bot42:playground/getMe`);

    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain('502 Bad Gateway');
  });

  test('each call is kept with its parameters, moment and answer', async () => {
    const { api, pass, world } = await setStage();
    await api.getMe();
    pass(1500);
    await api.sendMessage(ANNA, 'a', { disable_notification: true });

    const [first, second] = world.calls;

    expect(second?.method).toBe('sendMessage');
    expect(second?.params).toEqual({ chat_id: ANNA, text: 'a', disable_notification: true });
    expect(Number(second?.at) - Number(first?.at)).toBe(1500);
    expect(second?.answer).toMatchObject({ ok: true, result: { message_id: 2 } });
  });
});

async function send({ call }: Stage, chatId: number, times: number): Promise<void> {
  for (let sent = 0; sent < times; sent += 1) {
    const reply = await call('sendMessage', { chat_id: chatId, text: 'a' });
    expect(reply.ok, reply.description ?? '').toBe(true);
  }
}
