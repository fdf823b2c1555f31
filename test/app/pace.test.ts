import { afterEach, expect, test } from 'vitest';
import {
  ANNA,
  CHANNEL,
  createTestWorld,
  expectNoCrash,
  FORUM,
  OWNER,
  type TestWorld,
} from '../world.ts';

let world: TestWorld;

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
});

/** Moments of the accepted posts in a chat, in milliseconds from the first of them. */
function moments(chatId: number): number[] {
  const sent = world.telegram.calls.filter(
    ({ method, params, answer }) =>
      /^send(Message|Photo)$/.test(method) &&
      Number(params.chat_id) === chatId &&
      typeof answer === 'object' &&
      answer?.ok,
  );
  return sent.map(({ at }) => at - (sent[0]?.at ?? 0));
}

/** The most that fell into any span of that length. */
function densest(at: number[], spanMs: number): number {
  return Math.max(
    0,
    ...at.map((start) => at.filter((it) => it >= start && it < start + spanMs).length),
  );
}

async function printMany(count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) world.paper.print({ id: `post ${number}` });
  await world.pass(60_000);
  await world.tick();
}

test('a chat gets at most one message a second, and all of them', async () => {
  world = await createTestWorld();
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(5_000);
  await printMany(8);
  await world.pass(20_000);

  const at = moments(ANNA).slice(-8);
  expect(densest(at, 1_000)).toBe(1);
  expect(world.titles(ANNA)).toHaveLength(8);
});

/** The paper's posts go to as many topics of the forum: more at once to one place would come as a digest. */
async function followInTopics(count: number): Promise<void> {
  const { store, telegram, paper, clock } = world;
  await world.say(ANNA, FORUM, `/subscribe ${paper.feedUrl}`);
  const [feed] = await store.feeds.all();
  for (let topic = 1; topic < count; topic += 1) {
    const place = { chatId: FORUM, threadId: telegram.openTopic(FORUM, `Topic ${topic}`) };
    await store.subscriptions.add(place, feed?.id ?? 0, clock.now());
  }
}

test('no minute of a group holds more than twenty messages', async () => {
  world = await createTestWorld();
  await followInTopics(5);
  await world.pass(120_000);
  await printMany(9);
  await world.pass(300_000);

  expect(world.titles(FORUM)).toHaveLength(45);
  expect(densest(moments(FORUM).slice(-45), 60_000)).toBe(20);
});

test('over all chats at most thirty messages leave in a second, and none waits for another chat', async () => {
  world = await createTestWorld();
  const chats = Array.from({ length: 90 }, (_, index) => 10_000 + index);
  const { id: feedId } = await world.store.feeds.add(
    { url: world.paper.feedUrl, title: '', listed: 1, addedBy: null, intervalMs: 60_000 },
    world.clock.now(),
  );
  for (const id of chats) {
    world.telegram.addUser({ id });
    world.telegram.addChat({ id, type: 'private' });
    const met = { id, kind: 'private', title: '', languageHint: null } as const;
    await world.store.chats.meet(met, world.clock.now());
    await world.store.subscriptions.add({ chatId: id, threadId: 0 }, feedId, world.clock.now());
  }
  await world.tick();
  world.telegram.failNext(
    { method: 'sendMessage', chatId: chats[0] ?? 0 },
    { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 600 } },
  );
  await printMany(1);
  await world.pass(5_000);

  const at = world.telegram.calls
    .filter(({ method }) => method === 'sendMessage')
    .map((it) => it.at);
  expect(densest(at, 1_000)).toBe(30);
  expect(chats.filter((id) => world.titles(id).length === 1)).toHaveLength(89);
});

test('a person who asks during a broadcast is answered before it goes on', async () => {
  world = await createTestWorld({ paced: true });
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(5_000);
  await printMany(10);
  await world.pass(3_000);
  const before = world.titles(ANNA).length;

  world.telegram.say({ userId: ANNA, chatId: ANNA, text: '/list' });
  await world.pass(2_100);

  const answerAt = world.texts(ANNA).findIndex((text) => text.startsWith('This chat follows'));
  const postsBefore = world.titles(ANNA).length - before;
  expect(answerAt).toBeGreaterThan(0);
  expect(postsBefore).toBeLessThanOrEqual(2);
});

test('with Telegram’s own limits on, a long broadcast meets no flood answer', async () => {
  world = await createTestWorld({ paced: true });
  await followInTopics(6);
  await world.pass(5_000);
  for (const userId of [ANNA, OWNER]) {
    await world.say(userId, userId, `/subscribe ${world.paper.feedUrl}`);
    await world.pass(5_000);
  }
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl} to @paper_channel`);
  await world.pass(60_000);
  // The first call of all takes real time, in which the test's clock would run ahead of it.
  world.paper.print({ id: 'first' });
  await world.pass(60_000);
  await world.tick();
  await world.pass(30_000);
  await printMany(10);
  await world.pass(400_000);

  for (const chatId of [ANNA, OWNER, CHANNEL]) expect(world.titles(chatId)).toHaveLength(11);
  expect(world.titles(FORUM)).toHaveLength(66);
  const floods = world.telegram.calls.filter(
    ({ answer }) => typeof answer === 'object' && answer?.ok === false && answer.error_code === 429,
  );
  expect(floods).toEqual([]);
});

test('a post that the disk keeps back stays while its chat rests since another message', async () => {
  let isSlow = false;
  const disk = Promise.withResolvers<void>();
  world = await createTestWorld({
    breakStore: (store) => ({
      ...store,
      underWay: {
        ...store.underWay,
        async begin(id, now) {
          if (isSlow) await disk.promise;
          return store.underWay.begin(id, now);
        },
      },
    }),
  });
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(5_000);
  isSlow = true;
  await printMany(1);
  const description = 'Too Many Requests: retry after 5';
  const refusal = { error_code: 429, description, parameters: { retry_after: 5 } };
  world.telegram.failNext({ method: 'sendMessage', chatId: ANNA }, refusal);
  world.telegram.say({ userId: ANNA, chatId: ANNA, text: '/list' });
  await world.settle();
  const floodedAt = world.clock.now();

  disk.resolve();
  await world.pass(20_000);

  expect(world.titles(ANNA)).toEqual(['post 1']);
  const later = world.telegram.calls.filter(
    ({ at, method }) => at > floodedAt && method === 'sendMessage',
  );
  expect(later).toHaveLength(2);
  expect(Math.min(...later.map(({ at }) => at - floodedAt))).toBeGreaterThanOrEqual(5_000);
});
