import { Api, type ApiCallFn, HttpError } from 'grammy';
import { beforeEach, expect, test } from 'vitest';
import { createPace } from '../../src/telegram/pace.ts';
import { pacedReplies } from '../../src/telegram/replies.ts';
import { createTestClock, type TestClock } from '../clock.ts';

const START = Date.parse('2026-11-25T12:00:00Z');
const ANNA = 7;
/** What is added to her rests, so that not everyone comes back at once. */
const JITTER = 327;
const GROUP = -100;
const CHANNEL = -1_000_000_000_400;
const RATES = {
  global: { count: 30, perMs: 1_000 },
  chat: { count: 1, perMs: 1_000 },
  group: { count: 3, perMs: 60_000 },
};

let clock: TestClock;
let api: Api;
/** What left for Telegram, and when, in milliseconds from the start. */
let left: { method: string; at: number }[];
/** Telegram's next answers, in seconds to wait; it says yes when there is none. */
let floods: number[];
/** How many of the next calls find the connection broken. */
let broken: number;

beforeEach(() => {
  clock = createTestClock(START);
  [left, floods, broken] = [[], [], 0];
  api = new Api('42:test');
  const telegram = async (_: ApiCallFn, method: string) => {
    left.push({ method, at: clock.now() - START });
    if (broken-- > 0) throw new HttpError('Network request failed', new Error('ECONNRESET'));
    const seconds = floods.shift();
    if (seconds === undefined) return { ok: true, result: true };
    const parameters = { retry_after: seconds };
    return { ok: false, error_code: 429, description: 'Too Many Requests', parameters };
  };
  api.config.use(telegram as never, pacedReplies(createPace(RATES, clock), clock));
});

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const moments = () => left.map(({ at }) => at);

test('two answers to one person leave a second apart', async () => {
  const answers = [api.sendMessage(ANNA, 'one'), api.sendMessage(ANNA, 'two')];
  await clock.advance(2_000, settled);
  await Promise.all(answers);

  expect(moments()).toEqual([0, 1_020]);
});

test('edits are free in private', async () => {
  const edits = ['one', 'two', 'three'].map((text) => api.editMessageText(ANNA, 1, text));
  await Promise.all(edits);

  expect(moments()).toEqual([0, 0, 0]);
});

test('edits count in a group', async () => {
  const edits = ['one', 'two', 'three', 'four'].map((text) => api.editMessageText(GROUP, 1, text));
  await clock.advance(90_000, settled);
  await Promise.all(edits);

  expect(moments()).toEqual([0, 1_020, 2_040, 61_200]);
});

test('what only one person sees of a group counts there as well: nobody knows that it does not', async () => {
  const sent = api.sendMessage(GROUP, 'one');
  const edited = api.editEphemeralMessageText(GROUP, ANNA, 1, 'two');
  await clock.advance(2_000, settled);
  await Promise.all([sent, edited]);

  expect(moments()).toEqual([0, 1_020]);
});

test('what shows no message waits for nothing', async () => {
  await api.sendChatAction(GROUP, 'typing');
  await api.sendChatAction(GROUP, 'typing');
  await api.getChat(GROUP);
  await api.answerCallbackQuery('1');

  expect(moments()).toEqual([0, 0, 0, 0]);
});

test('a channel is as slow as a group', async () => {
  const answers = ['one', 'two', 'three', 'four'].map((text) => api.sendMessage(CHANNEL, text));
  await clock.advance(90_000, settled);
  await Promise.all(answers);

  expect(moments()).toEqual([0, 1_020, 2_040, 61_200]);
});

test('a flood answer is waited out once, and a part of a second more', async () => {
  floods = [7];

  const answer = api.sendMessage(ANNA, 'one');
  await clock.advance(10_000, settled);
  await answer;

  expect(moments()).toEqual([0, 7_000 + JITTER]);
});

test('a flood answer of more than ten seconds is too long for a person who waits', async () => {
  floods = [11];

  await expect(api.sendMessage(ANNA, 'one')).rejects.toMatchObject({ error_code: 429 });

  expect(moments()).toEqual([0]);
});

test('a chat that is to be left alone for longer is not asked again before', async () => {
  floods = [60];
  await api.sendMessage(ANNA, 'one').catch(() => {});
  await clock.advance(45_000, settled);

  await expect(api.sendMessage(ANNA, 'two')).rejects.toMatchObject({
    ...{ error_code: 429, parameters: { retry_after: 16 } },
  });
  const last = api.sendMessage(ANNA, 'three').catch(() => {});
  await clock.advance(5_500, settled);
  const late = api.sendMessage(ANNA, 'four');
  await clock.advance(11_000, settled);
  await Promise.all([last, late]);

  expect(moments()).toEqual([0, 60_000 + JITTER]);
});

test('a second flood answer in a row is the answer', async () => {
  floods = [3, 3];

  const answer = api.sendMessage(ANNA, 'one').catch((error: unknown) => error);
  await clock.advance(10_000, settled);

  expect(await answer).toMatchObject({ error_code: 429 });
  expect(moments()).toEqual([0, 3_000 + JITTER]);
});

test('an answer on which the connection breaks is given once more', async () => {
  broken = 1;

  const answer = api.sendMessage(ANNA, 'one');
  await clock.advance(2_000, settled);
  await answer;

  expect(moments()).toEqual([0, 1_020]);
});

test('a connection that breaks twice is broken', async () => {
  broken = 2;

  const answer = api.sendMessage(ANNA, 'one').catch((error: unknown) => error);
  await clock.advance(2_000, settled);

  expect(await answer).toBeInstanceOf(HttpError);
  expect(moments()).toEqual([0, 1_020]);
});

test('polling is left to come back in its own way', async () => {
  broken = 1;

  await expect(api.getUpdates()).rejects.toBeInstanceOf(HttpError);

  expect(moments()).toEqual([0]);
});
