import { expect, test } from 'vitest';
import { ANNA, BEN, FORUM, GROUP, OWNER } from '../world.ts';
import {
  answer,
  arm,
  chat,
  depth,
  expectBenServed,
  HOUR_MS,
  MINUTE_MS,
  methods,
  relay,
  relayed,
  SECOND_MS,
  seconds,
  setStage,
  startedAt,
  told,
  world,
} from './answering.ts';

// Answers that Telegram is known to give to a send and that are about the chat: what we do then, through the whole program.

setStage();

test.each([
  [429, 'Too Many Requests: retry after 30'],
  [420, 'FLOOD_WAIT_30'],
])(
  'RETRY_AFTER %d %s: again after that time and a second at most, as no failure',
  async (code, text) => {
    arm(answer(code, text, { retry_after: 30 }));
    await relay('one');
    await world.pass(40 * SECOND_MS);

    const [first, second = 0, ...more] = seconds();
    expect([first, more]).toEqual([0, []]);
    expect(second).toBeGreaterThanOrEqual(30);
    expect(second).toBeLessThanOrEqual(31);
    expect(await chat()).toMatchObject({ failures: 0, heldAt: null });
    expect(relayed()).toEqual(['one']);
    expect(await world.store.tally.of('floods')).toBe(1);
    expectBenServed('one');
  },
);

test('MIGRATE 400 group chat was upgraded: everything moves, and the post goes to the new chat at once', async () => {
  const text = 'Bad Request: group chat was upgraded to a supergroup chat';
  arm(answer(400, text, { migrate_to_chat_id: FORUM }));
  await relay('one');
  await world.pass(SECOND_MS);

  expect(seconds()).toEqual([0]);
  expect(seconds(FORUM)).toEqual([0]);
  expect(relayed(FORUM)).toEqual(['one']);
  expect(await chat()).toBeUndefined();
  expect(await world.store.subscriptions.ofChat(FORUM)).toHaveLength(1);
  expectBenServed('one');
});

const GONE = [
  [403, 'Forbidden: bot was blocked by the user'],
  [403, 'Forbidden: user is deactivated'],
  [403, 'Forbidden: bot was kicked from the group chat'],
  [403, 'Forbidden: bot was kicked from the supergroup chat'],
  [403, 'Forbidden: bot was kicked from the channel chat'],
  [403, 'Forbidden: bot is not a member of the supergroup chat'],
  [403, 'Forbidden: bot is not a member of the channel chat'],
  [403, 'Forbidden: the group chat was deleted'],
  [403, "Forbidden: bot can't initiate conversation with a user"],
  [403, "Forbidden: the bot can't send messages to the bot"],
  [400, 'Bad Request: CHANNEL_PRIVATE'],
] as const;

test.each(GONE)(
  'CHAT_GONE %d %s: held with its reason, and what it follows and is owed stays',
  async (code, text) => {
    arm(answer(code, text));
    await relay('one');
    await relay('two');
    await world.pass(24 * HOUR_MS);

    expect(await chat()).toMatchObject({ heldReason: text, heldAt: expect.any(Number) });
    expect(await depth()).toMatchObject({ owed: 2, held: 2, dead: 0 });
    expect(await world.store.subscriptions.ofChat(GROUP)).toMatchObject([{ pausedAt: null }]);
    expect(methods()).toEqual([]);
    expectBenServed('one', 'two');
  },
);

test.each<[string, number, () => Promise<void>]>([
  ['/start', BEN, () => world.say(BEN, BEN, '/start')],
  [
    'my_chat_member',
    BEN,
    async () => {
      world.telegram.moveBot(BEN, 'blocked');
      await world.settle();
      world.telegram.moveBot(BEN, 'member');
    },
  ],
  [
    'adding it again',
    GROUP,
    async () => {
      world.telegram.moveBot(GROUP, 'kicked');
      await world.settle();
      world.telegram.moveBot(GROUP, 'member');
    },
  ],
])('CHAT_GONE 403 ends with %s, and what was missed comes', async (_, chatId, comeBack) => {
  arm(answer(403, 'Forbidden: bot was blocked by the user'), { chatId });
  await relay('one');
  await world.pass(HOUR_MS);
  expect(relayed(chatId)).toEqual([]);

  await comeBack();
  await world.pass(5 * SECOND_MS);

  expect(relayed(chatId)).toEqual(['one']);
  expect(await chat(chatId)).toMatchObject({ heldAt: null });
});

const DOUBTFUL = [
  'Bad Request: chat not found',
  'Bad Request: private chat not found',
  'Bad Request: PEER_ID_INVALID',
  'Bad Request: group chat was upgraded to a supergroup chat',
];

test.each(DOUBTFUL)(
  'CHAT_GONE 400 %s: believed the second time, ten minutes later',
  async (text) => {
    arm(answer(400, text), { times: 2 });
    await relay('one');
    await world.pass(10 * MINUTE_MS - 1);
    expect(seconds()).toEqual([0]);
    expect(await chat()).toMatchObject({ heldAt: null });

    await world.pass(24 * HOUR_MS);

    expect(seconds()).toEqual([0, 600]);
    expect(await chat()).toMatchObject({ heldReason: text, heldAt: startedAt + 600 * SECOND_MS });
    expect(await depth()).toMatchObject({ owed: 1, held: 1 });
    expectBenServed('one');
  },
);

test('CHAT_GONE 400 chat not found: an outage before it does not make it the second time', async () => {
  arm(answer(500, 'Internal Server Error'));
  arm(answer(400, 'Bad Request: chat not found'));
  await relay('one');
  await world.pass(HOUR_MS);

  expect(seconds()).toEqual([0, 2, 602]);
  expect(relayed()).toEqual(['one']);
  expect(await chat()).toMatchObject({ heldAt: null, failures: 0 });
});

const NO_RIGHTS = [
  [400, 'Bad Request: not enough rights to send text messages to the chat'],
  [400, 'Bad Request: have no rights to send a message'],
  [400, 'Bad Request: need administrator rights in the channel chat'],
  [400, 'Bad Request: CHAT_WRITE_FORBIDDEN'],
  [400, 'Bad Request: CHAT_ADMIN_REQUIRED'],
  [400, 'Bad Request: CHAT_RESTRICTED'],
  [400, 'Bad Request: CHAT_SEND_PLAIN_FORBIDDEN'],
  [400, 'Bad Request: USER_BANNED_IN_CHANNEL'],
  [403, 'Forbidden: something that nobody has seen yet'],
] as const;

test.each(NO_RIGHTS)(
  'NO_RIGHTS %d %s: again after one hour, then two; an administrator hears of it once',
  async (code, text) => {
    arm(answer(code, text), { times: 2 });
    await relay('one');
    await world.pass(4 * HOUR_MS);

    expect(seconds()).toEqual([0, 3_600, 3 * 3_600]);
    expect(relayed()).toEqual(['one']);
    expect(told(ANNA, /may no longer write/)).toEqual([
      'I may no longer write in Club. Its posts, such as those of The Paper, wait; give me back the right to send messages there, and they come.',
    ]);
    expect(told(OWNER, /may no longer write/)).toEqual([]);
    expectBenServed('one');
  },
);

test('NO_RIGHTS 400: once a day at the latest it is tried again, and told once a day', async () => {
  arm(answer(400, 'Bad Request: CHAT_WRITE_FORBIDDEN'), { times: 8 });
  await relay('one');
  await world.pass(120 * HOUR_MS);

  expect(seconds().map((it) => it / 3_600)).toEqual([0, 1, 3, 7, 15, 31, 55, 79, 103]);
  // On the 25th, 26th, 27th and 28th; on the 29th it went out.
  expect(told(ANNA, /may no longer write/)).toHaveLength(4);
  expect(relayed()).toEqual(['one']);
});

test('NO_RIGHTS 400: where no administrator ever wrote to the bot, its owner hears of it', async () => {
  await world.store.chats.hold(ANNA, 'blocked', world.clock.now());
  arm(answer(400, 'Bad Request: CHAT_WRITE_FORBIDDEN'));
  await relay('one');
  await world.pass(SECOND_MS);

  expect(told(OWNER, /may no longer write in Club/)).toHaveLength(1);
});

test('NO_RIGHTS 400: with its rights back the bot waits no longer', async () => {
  arm(answer(400, 'Bad Request: CHAT_WRITE_FORBIDDEN'));
  await relay('one');
  await world.pass(MINUTE_MS);

  world.telegram.moveBot(GROUP, 'administrator');
  await world.pass(SECOND_MS);

  expect(relayed()).toEqual(['one']);
});

test.each([
  'CHAT_SEND_PHOTOS_FORBIDDEN',
  'CHAT_SEND_MEDIA_FORBIDDEN',
  'not enough rights to send photos to the chat',
])(
  'NO_MEDIA_RIGHT 400 %s: the same post as text at once, and text alone for a day',
  async (text) => {
    arm(answer(400, `Bad Request: ${text}`), { method: 'sendPhoto' });
    await relay('one', 'photo');
    expect(methods()).toEqual(['sendPhoto', 'sendMessage']);
    expect(seconds()).toEqual([0, 0]);
    expect(await chat()).toMatchObject({ textOnlyUntil: startedAt + 24 * HOUR_MS });
    await relay('two', 'other');
    expect(methods()).toEqual(['sendMessage']);
    await world.pass(24 * HOUR_MS);

    await relay('three', 'third');

    expect(methods()).toEqual(['sendPhoto']);
    expect(relayed()).toEqual(['one', 'two', 'three']);
    expect(relayed(BEN)).toEqual(['one', 'two', 'three']);
  },
);

/** A topic of the forum follows the paper too; answers its id. */
async function subscribeTopic(): Promise<number> {
  const threadId = world.telegram.openTopic(FORUM, 'News');
  const text = `/subscribe ${world.paper.feedUrl}`;
  world.telegram.say({ userId: ANNA, chatId: FORUM, threadId, text });
  await world.settle();
  await world.pass(5 * SECOND_MS);
  return threadId;
}

const inTopics = () => world.messages(FORUM).map(({ message_thread_id }) => message_thread_id);

test.each(['message thread not found', 'TOPIC_DELETED', 'Topic not found'])(
  'TOPIC 400 %s: what it follows is paused, nothing goes elsewhere, and an administrator hears of it',
  async (text) => {
    const threadId = await subscribeTopic();
    arm(answer(400, `Bad Request: ${text}`), { chatId: FORUM });
    await relay('one');
    await relay('two');
    await world.pass(HOUR_MS);

    expect(relayed(FORUM)).toEqual([]);
    expect(new Set(inTopics())).toEqual(new Set([threadId]));
    expect(await world.store.subscriptions.ofChat(FORUM)).toMatchObject([
      { threadId, pausedAt: expect.any(Number) },
    ]);
    expect(await depth()).toMatchObject({ owed: 0, dead: 1 });
    expect(told(ANNA, /A topic of Forum is gone/)).toHaveLength(1);
    expectBenServed('one', 'two');
  },
);

test('TOPIC 400 TOPIC_CLOSED: kept and tried each half hour, then daily, until it is open', async () => {
  await subscribeTopic();
  arm(answer(400, 'Bad Request: TOPIC_CLOSED'), { chatId: FORUM, times: 50 });
  await relay('one');
  await world.pass(24 * HOUR_MS);
  const halfHours = seconds(FORUM).map((it) => it / 1_800);
  expect(halfHours).toEqual(Array.from({ length: 49 }, (_, index) => index));
  expect(told(ANNA, /A topic of Forum is closed/)).toHaveLength(2);

  await world.pass(48 * HOUR_MS);

  expect(seconds(FORUM).map((it) => it / 3_600)).toContain(72 - 24);
  expect(relayed(FORUM)).toEqual(['one']);
  expectBenServed('one');
});

test('TOPIC 400 TOPIC_CLOSED ends when the topic is opened again: what waited comes at once, in its order', async () => {
  const threadId = await subscribeTopic();
  world.telegram.turnTopic(FORUM, threadId, 'closed');
  await relay('one');
  await relay('two');
  expect(relayed(FORUM)).toEqual([]);

  world.telegram.turnTopic(FORUM, threadId, 'reopened');
  await world.pass(SECOND_MS);

  expect(relayed(FORUM)).toEqual(['one', 'two']);
});

test('REPLY_GONE: whatever answers a question is sent also when the question is gone', async () => {
  await world.say(ANNA, GROUP, '/list');

  const last = world.telegram.calls.findLast(({ params }) => params.chat_id === GROUP);
  expect(last?.params.reply_parameters).toMatchObject({ allow_sending_without_reply: true });
});
