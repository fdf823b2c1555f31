import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, createTestWorld, expectNoCrash, FORUM, type TestWorld } from '../world.ts';

let folder: string;
let world: TestWorld;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telewire-restart-'));
  world = await createTestWorld({ database: join(folder, 'test.db') });
});

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
  rmSync(folder, { recursive: true });
});

/** The most messages that a chat has got in any span of that length. */
function densest(chatId: number, spanMs: number): number {
  const at = world.telegram.calls
    .filter(({ method, params }) => method === 'sendMessage' && Number(params.chat_id) === chatId)
    .map((it) => it.at);
  return Math.max(...at.map((from) => at.filter((it) => it >= from && it < from + spanMs).length));
}

test('restarted again and again within a minute, a group still gets no more than its twenty', async () => {
  const { store, telegram, paper, clock } = world;
  await world.say(ANNA, FORUM, `/subscribe ${paper.feedUrl}`);
  const [feed] = await store.feeds.all();
  for (const name of ['a', 'b', 'c', 'd']) {
    const place = { chatId: FORUM, threadId: telegram.openTopic(FORUM, name) };
    await store.subscriptions.add(place, feed?.id ?? 0, clock.now());
  }
  await world.pass(120_000);
  for (let number = 1; number <= 9; number += 1) paper.print({ id: `post ${number}` });
  await world.pass(60_000);
  await world.tick();

  for (let times = 0; times < 4; times += 1) {
    await world.pass(12_000);
    await world.restart();
  }
  await world.pass(150_000);

  expect(world.titles(FORUM)).toHaveLength(45);
  expect(densest(FORUM, 60_000)).toBe(20);
});

test('a second is a second, also when a restart lies in it', async () => {
  const { paper } = world;
  await world.say(ANNA, ANNA, `/subscribe ${paper.feedUrl}`);
  await world.pass(10_000);
  for (let number = 1; number <= 5; number += 1) paper.print({ id: `post ${number}` });
  await world.pass(60_000);
  await world.tick();

  for (let times = 0; times < 5; times += 1) {
    await world.restart();
    await world.pass(300);
  }
  await world.pass(5_000);

  expect(world.titles(ANNA)).toHaveLength(5);
  expect(densest(ANNA, 1_000)).toBe(1);
});

test('a rest that Telegram asked for over a reply is kept too', async () => {
  const { telegram } = world;
  const flood = {
    error_code: 429,
    description: 'Too Many Requests: retry after 60',
    parameters: { retry_after: 60 },
  };
  telegram.failNext({ method: 'sendMessage', chatId: ANNA }, flood);
  await world.say(ANNA, ANNA, '/help');
  const before = telegram.calls.length;

  await world.restart();
  await world.say(ANNA, ANNA, '/help');

  const asked = telegram.calls
    .slice(before)
    .filter(({ method, params }) => method === 'sendMessage' && Number(params.chat_id) === ANNA);
  expect(asked).toEqual([]);
});
