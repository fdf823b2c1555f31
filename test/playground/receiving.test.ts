import type { Bot } from 'grammy';
import { afterEach, describe, expect, test } from 'vitest';
import {
  ANNA,
  BEN,
  CHANNEL,
  FORUM,
  GROUP,
  type Stage,
  SUPERGROUP,
  setStage,
  TOKEN,
} from './telegram.ts';

const running: Bot[] = [];

afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop();
});

describe('getUpdates', () => {
  test('an update comes again until its id is passed', async () => {
    const { call, world } = await setStage();
    world.say({ userId: ANNA, chatId: ANNA, text: 'one' });
    world.say({ userId: ANNA, chatId: ANNA, text: 'two' });
    const texts = async (params: object) =>
      (await call('getUpdates', params)).result.map((update: Fields) => update.message.text);

    expect(await texts({ limit: 1 })).toEqual(['one']);
    expect(await texts({})).toEqual(['one', 'two']);
    expect(await texts({ offset: 2 })).toEqual(['two']);
    expect(await texts({ offset: -1 })).toEqual(['two']);
    expect(await texts({ offset: 3 })).toEqual([]);
    expect(world.unconfirmed).toBe(0);
  });

  test('a long poll ends with the first update', async () => {
    const { call, world } = await setStage();
    const poll = call('getUpdates', { timeout: 30 });
    await untilPolled(world);

    world.say({ userId: ANNA, chatId: ANNA, text: 'hi' });

    expect((await poll).result[0].message.text).toBe('hi');
  });

  test('of two pollers the first is sent away', async () => {
    const { call, world } = await setStage();
    const first = call('getUpdates', { timeout: 30 });
    await untilPolled(world);
    const second = call('getUpdates', { timeout: 30 });

    expect(await first).toEqual({
      ok: false,
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    world.say({ userId: ANNA, chatId: ANNA, text: 'hi' });
    expect((await second).result).toHaveLength(1);
  });

  test('the kinds a bot asks for stay in force', async () => {
    const { call, world } = await setStage();
    await call('getUpdates', { allowed_updates: ['callback_query'] });
    world.say({ userId: ANNA, chatId: ANNA, text: 'unheard' });
    await call('getUpdates', {});
    world.say({ userId: ANNA, chatId: ANNA, text: 'unheard' });
    await call('getUpdates', { allowed_updates: ['message'] });
    world.say({ userId: ANNA, chatId: ANNA, text: 'heard' });

    const { result } = await call('getUpdates', {});

    expect(result.map((update: Fields) => update.message.text)).toEqual(['heard']);
  });
});

describe('a grammY bot', () => {
  test('answers commands, with its name behind them or not', async () => {
    const stage = await setStage();
    await run(stage, (bot) => {
      bot.command('start', (ctx) => ctx.reply(`start ${ctx.match}`));
      bot.command('feeds', (ctx) => ctx.reply('feeds'));
    });

    stage.world.start({ userId: ANNA, payload: 'r_1' });
    stage.world.say({ userId: BEN, chatId: GROUP, text: '/feeds@telewire_bot' });
    stage.world.say({ userId: BEN, chatId: GROUP, text: '/feeds@other_bot' });

    await expect.poll(() => botTexts(stage, ANNA)).toEqual(['start r_1']);
    await expect.poll(() => botTexts(stage, GROUP)).toEqual(['feeds']);
  });

  test('hears in a group only commands and replies, until it is an administrator', async () => {
    const stage = await setStage();
    await run(stage, (bot) => bot.on('message:text', (ctx) => ctx.reply(`heard ${ctx.msg.text}`)));
    const say = (text: string, replyTo?: number) =>
      stage.world.say({ userId: BEN, chatId: SUPERGROUP, text, ...(replyTo && { replyTo }) });

    say('secret');
    say('/go');
    await expect.poll(() => botTexts(stage, SUPERGROUP)).toEqual(['heard /go']);
    const answer = stage.world.messages(SUPERGROUP).at(-1);
    say('reply', answer?.message_id);
    stage.world.moveBot(SUPERGROUP, 'administrator');
    say('open');

    await expect
      .poll(() => botTexts(stage, SUPERGROUP))
      .toEqual(['heard /go', 'heard reply', 'heard open']);
  });

  test('answers in the topic where it was asked', async () => {
    const stage = await setStage();
    await run(stage, (bot) => bot.command('go', (ctx) => ctx.reply('here')));

    stage.world.say({ userId: BEN, chatId: FORUM, threadId: 2, text: '/go' });

    await expect
      .poll(() => stage.world.messages(FORUM).at(-1))
      .toMatchObject({
        text: 'here',
        message_thread_id: 2,
        is_topic_message: true,
      });
  });

  test('a press resolves with the answer of the bot', async () => {
    const stage = await setStage();
    await run(stage, (bot) =>
      bot.callbackQuery('x', (ctx) =>
        ctx.answerCallbackQuery({ text: `Hi ${ctx.from.first_name}`, show_alert: true }),
      ),
    );
    const messageId = await withButton(stage, GROUP);

    const answer = await stage.world.press({ userId: BEN, chatId: GROUP, messageId, data: 'x' });

    expect(answer).toEqual({ text: 'Hi Ben', showAlert: true, url: null });
  });
});

test('a query is answered once, and not after half a minute', async () => {
  const stage = await setStage();
  const messageId = await withButton(stage, GROUP);
  const press = () => stage.world.press({ userId: BEN, chatId: GROUP, messageId, data: 'x' });
  const answer = (callback_query_id: string) =>
    stage.call('answerCallbackQuery', { callback_query_id });
  const tooOld =
    'Bad Request: query is too old and response timeout expired or query ID is invalid';

  const first = press();
  expect((await answer('query-1')).result).toBe(true);
  expect(await first).toEqual({ text: null, showAlert: false, url: null });
  expect((await answer('query-1')).description).toBe(tooOld);
  expect((await answer('query-99')).description).toBe(tooOld);
  void press();
  await expect.poll(() => stage.world.unconfirmed).toBe(2);
  stage.pass(30_001);
  expect((await answer('query-2')).description).toBe(tooOld);
});

test('a channel post reaches administrators only, and has no sender', async () => {
  const { call, world } = await setStage();
  world.post(CHANNEL, 'one');
  world.moveBot(CHANNEL, 'member');
  world.post(CHANNEL, 'two');

  const { result } = await call('getUpdates', {});

  expect(result).toHaveLength(2);
  expect(result[0].channel_post).toMatchObject({ text: 'one', sender_chat: { id: CHANNEL } });
  expect(result[0].channel_post).not.toHaveProperty('from');
});

test.each([
  [GROUP, 'kicked', ['member', 'kicked']],
  [SUPERGROUP, 'administrator', ['member', 'administrator']],
  [CHANNEL, 'absent', ['administrator', 'left']],
  [ANNA, 'blocked', ['member', 'kicked']],
] as const)('in chat %i the bot hears that it is %s now', async (chatId, to, statuses) => {
  const { call, world } = await setStage();

  world.moveBot(chatId, to, ANNA);

  const { result } = await call('getUpdates', {});
  expect(result).toMatchObject([
    {
      my_chat_member: {
        chat: { id: chatId },
        from: { id: ANNA },
        old_chat_member: { status: statuses[0], user: { id: 42 } },
        new_chat_member: { status: statuses[1], user: { id: 42 } },
      },
    },
  ]);
});

test('the first word of a person opens the private chat, a start unblocks the bot', async () => {
  const { call, world } = await setStage();
  world.addChat({ id: BEN, type: 'private', bot: 'absent' });

  const before = await call('sendMessage', { chat_id: BEN, text: 'a' });
  world.say({ userId: BEN, chatId: BEN, text: '/start' });
  const after = await call('sendMessage', { chat_id: BEN, text: 'a' });
  world.moveBot(BEN, 'blocked');
  world.start({ userId: BEN, payload: '' });

  expect([before.ok, after.ok]).toEqual([false, true]);
  const { result } = await call('getUpdates', {});
  expect(result.map((update: Fields) => update.my_chat_member?.new_chat_member.status)).toEqual([
    undefined,
    'kicked',
    'member',
    undefined,
  ]);
});

test('an added bot sees itself among the new members', async () => {
  const { call, world } = await setStage();
  world.addChat({ id: -55, type: 'group', bot: 'absent', members: { [ANNA]: 'creator' } });

  world.moveBot(-55, 'member');

  const { result } = await call('getUpdates', {});
  expect(result.map((update: Fields) => Object.keys(update)[1])).toEqual([
    'my_chat_member',
    'message',
  ]);
  expect(result[1].message.new_chat_members).toMatchObject([{ id: 42 }]);
});

test('both chats of a migration say so', async () => {
  const { call, world } = await setStage();

  const newId = world.migrate(GROUP);

  const { result } = await call('getUpdates', {});
  expect(result.map(({ message }: Fields) => message)).toMatchObject([
    { chat: { id: GROUP }, migrate_to_chat_id: newId },
    { chat: { id: newId }, migrate_from_chat_id: GROUP },
  ]);
});

// biome-ignore lint/suspicious/noExplicitAny: tests look into updates of every shape
type Fields = any;

async function run(stage: Stage, prepare: (bot: Bot) => void): Promise<void> {
  const bot = stage.newBot();
  prepare(bot);
  running.push(bot);
  await new Promise<void>((resolve, reject) => {
    bot.start({ onStart: () => resolve() }).catch(reject);
  });
  expect(bot.token).toBe(TOKEN);
}

function botTexts({ world }: Stage, chatId: number) {
  return world
    .messages(chatId)
    .filter(({ from }) => from?.is_bot)
    .flatMap(({ text }) => text ?? []);
}

async function withButton({ api }: Stage, chatId: number): Promise<number> {
  const { message_id } = await api.sendMessage(chatId, 'a', {
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'x' }]] },
  });
  return message_id;
}

function untilPolled(world: Stage['world']) {
  return expect.poll(() => world.polled).toBe(true);
}
