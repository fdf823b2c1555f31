import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Post } from '../../src/model.ts';
import { type Delivering, deliver } from '../../src/relay/deliver.ts';
import type { Store } from '../../src/store/store.ts';
import { createPace } from '../../src/telegram/pace.ts';
import type { SendOutcome } from '../../src/telegram/send.ts';
import { createTestClock, type TestClock } from '../clock.ts';
import { addFeed, NOW, publish, subscribe } from '../store/content.ts';
import { emptyStore } from '../store/seed.ts';

const RATES = {
  global: { count: 30, perMs: 1_000 },
  chat: { count: 1, perMs: 1_000 },
  group: { count: 20, perMs: 60_000 },
};
const postOf = (text: string): Post => ({ rungs: [{ kind: 'plain', text }] });
const textOf = ({ rungs: [rung] }: Post) => (rung?.kind === 'plain' ? rung.text : '');
const SENT: SendOutcome = { kind: 'sent', messageId: 1, rung: 'plain', refused: [] };

let store: Store;
let clock: TestClock;
let delivering: Delivering;
let sent: { chatId: number; entryId: string; at: number }[];
/** What Telegram says to a send; it says yes when nothing else is told. */
let answer: (chatId: number) => Promise<SendOutcome>;
let logged: string[];
/** The picture that every post waits for, if any. */
let coming: Promise<void> | null;
let waitsFor: (entryId: string) => boolean;
/** The number of chats that each look into the outbox has to pass over. */
let passedOver: number[];

beforeEach(async () => {
  store = await emptyStore();
  clock = createTestClock(NOW);
  answer = async () => SENT;
  [sent, logged, passedOver] = [[], [], []];
  coming = null;
  waitsFor = () => true;
});

afterEach(() => delivering.stop());

async function start(): Promise<void> {
  const { heads } = store.outbox;
  store.outbox.heads = (now, busy, limit) => {
    passedOver.push(busy.length);
    return heads(now, busy, limit);
  };
  let rendering = '';
  delivering = deliver({
    ...{ store, clock, pace: createPace(RATES, clock), aftermathMs: 40_000 },
    ...{ renderBundle: () => ({ post: postOf(''), told: 1 }), defaultTimeZone: 'UTC' },
    log: (event) => void logged.push(event),
    editPost: async () => SENT,
    warn: async () => {},
    prepare: () => (waitsFor(rendering) ? coming : null),
    render(delivery) {
      rendering = delivery.entryId;
      return postOf(rendering);
    },
    sendPost({ chatId }, post) {
      sent.push({ chatId, entryId: textOf(post), at: clock.now() - NOW });
      return answer(chatId);
    },
  });
  await quiet();
}

async function quiet(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

const pass = (ms: number) => clock.advance(ms, quiet);
const people = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('a broadcast to 150 people takes five seconds, reaches each once, and never looks far', async () => {
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, ...people(150));
  await publish(store, feed, 'one');

  await start();
  await pass(5_000);

  expect(sent.map(({ chatId }) => chatId).toSorted((a, b) => a - b)).toEqual(people(150));
  // Eight at once, and then one every 34 milliseconds.
  expect(sent.at(-1)?.at).toBeGreaterThanOrEqual(142 * 34);
  expect(Math.max(...passedOver)).toBeLessThanOrEqual(64 + 30);
  expect(await store.outbox.depth()).toMatchObject({ owed: 0 });
});

test('each chat gets its posts in order, one at a time', async () => {
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7, 8);
  await publish(store, feed, 'one', 'two', 'three');
  const yes = Promise.withResolvers<SendOutcome>();
  answer = (chatId) => (chatId === 7 ? yes.promise : Promise.resolve(SENT));

  await start();
  await pass(10_000);
  expect(sent.filter(({ chatId }) => chatId === 7)).toHaveLength(1);
  expect(sent.filter(({ chatId }) => chatId === 8).map(({ entryId }) => entryId)).toEqual([
    'one',
    'two',
    'three',
  ]);

  yes.resolve(SENT);
  await pass(10_000);

  expect(sent.filter(({ chatId }) => chatId === 7).map(({ entryId }) => entryId)).toEqual([
    'one',
    'two',
    'three',
  ]);
});

test('sixty-four chats that hang are all that can be in flight, and a stop waits for them', async () => {
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, ...people(100));
  await publish(store, feed, 'one');
  const yes = Promise.withResolvers<SendOutcome>();
  answer = () => yes.promise;

  await start();
  await pass(10_000);
  expect(sent).toHaveLength(64);
  let hasStopped = false;
  const stopped = delivering.stop().then(() => {
    hasStopped = true;
  });
  await quiet();
  expect(hasStopped).toBe(false);
  yes.resolve(SENT);
  await stopped;

  expect(sent).toHaveLength(64);
  expect(await store.outbox.depth()).toMatchObject({ owed: 36 });
});

test('while the token is refused nobody is sent anything for a minute', async () => {
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7);
  await publish(store, feed, 'one');
  answer = async () => ({ kind: 'unauthorized', reason: 'Unauthorized' });

  await start();
  await pass(59_999);
  expect(sent.map(({ at }) => at)).toEqual([0]);
  answer = async () => SENT;
  await pass(1);

  expect(sent.map(({ at }) => at)).toEqual([0, 60_000]);
  expect(await store.outbox.depth()).toMatchObject({ owed: 0 });
});

test('a fault of ours with one delivery is tried again in five seconds and stops no other', async () => {
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7, 8);
  await publish(store, feed, 'one');
  answer = async (chatId) => {
    if (chatId === 7 && clock.now() === NOW) throw new Error('a fault of ours');
    return SENT;
  };

  await start();
  await pass(5_000);

  expect(sent.map(({ chatId, at }) => [chatId, at])).toEqual([
    [7, 0],
    [8, 0],
    [7, 5_000],
  ]);
  expect(logged).toContain('delivery.crashed');
});

test('what has come to be owed goes out at once when it is told so', async () => {
  const feed = await addFeed(store, 'a');
  await subscribe(store, feed, 7);
  await start();
  await publish(store, feed, 'one');
  await quiet();
  expect(sent).toEqual([]);

  delivering.wake();
  await quiet();

  expect(sent).toMatchObject([{ chatId: 7, at: 0 }]);
});

test('a picture that is still to come holds no place in flight and takes no turn of anybody', async () => {
  const [slow, quick] = [await addFeed(store, 'slow'), await addFeed(store, 'quick')];
  await subscribe(store, slow, ...people(80));
  await publish(store, slow, 'one');
  await subscribe(store, quick, 200);
  await publish(store, quick, 'two');
  const picture = Promise.withResolvers<void>();
  coming = picture.promise;
  waitsFor = (entryId) => entryId === 'one';

  await start();
  await pass(1_000);
  expect(sent).toMatchObject([{ chatId: 200, entryId: 'two', at: 0 }]);

  coming = null;
  picture.resolve();
  await pass(4_000);

  expect(sent).toHaveLength(81);
});

test('three subscribers of a small feed get theirs in the first second of a broadcast to 5,000', async () => {
  const [big, small] = [await addFeed(store, 'big'), await addFeed(store, 'small')];
  await subscribe(store, big, ...people(5_000));
  await publish(store, big, 'one');
  await subscribe(store, small, -1, -2, 4_999);
  await publish(store, small, 'two');

  await start();
  await pass(2_100);

  const first = sent.filter(({ at }) => at < 1_000);
  expect(first).toHaveLength(30);
  expect(first.filter(({ entryId }) => entryId === 'two').map(({ chatId }) => chatId)).toEqual([
    -2, -1,
  ]);
  // Who follows both gets first what came first, ahead of five thousand others, and the other a second later.
  const both = sent.filter(({ chatId }) => chatId === 4_999);
  expect(both.map(({ entryId }) => entryId)).toEqual(['one', 'two']);
  expect(both[0]?.at).toBeLessThan(1_000);
  expect(both[1]?.at).toBeLessThan(2_100);
}, 30_000);
