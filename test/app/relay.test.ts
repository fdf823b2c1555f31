import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, createTestWorld, expectNoCrash, type TestWorld } from '../world.ts';

const MINUTE_MS = 60_000;

let world: TestWorld;

beforeEach(async () => {
  world = await createTestWorld();
  world.paper.print({ id: 'old' });
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(10_000);
});

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
});

/** The feed is asked again, and what is new goes out. */
async function nextRound(): Promise<void> {
  await world.pass(MINUTE_MS);
  await world.tick();
  await world.pass(5_000);
}

const titles = () => world.titles(ANNA);
/** What came after the sample that a new subscriber is shown. */
const relayed = () => titles().slice(1);

test('a new subscriber sees the newest post as a sample, and from then on what is new, oldest first', async () => {
  expect(titles()).toEqual(['old']);

  world.paper.print({ id: 'one' });
  world.paper.print({ id: 'two' });
  await nextRound();
  await nextRound();

  expect(relayed()).toEqual(['one', 'two']);
});

test('an unchanged feed is asked for with its validators and sends nothing', async () => {
  await nextRound();

  expect(relayed()).toEqual([]);
  const last = world.paper.requests.filter(({ path }) => path === '/feed.xml').at(-1);
  expect(last?.headers['if-none-match']).toBe('"old/undefined"');
});

test('a feed that is down for an hour loses nothing', async () => {
  world.paper.print({ id: 'one' });
  world.paper.answerNext(...Array.from({ length: 4 }, () => ({ status: 503 })));
  // Asked again after 2, 4, 8 and 16 minutes.
  for (let round = 0; round < 8; round += 1) {
    await nextRound();
    await world.pass(5 * MINUTE_MS);
  }

  expect(relayed()).toEqual(['one']);
});

test('a flood answer postpones the post by what Telegram says and a part of a second, and loses nothing', async () => {
  const flood = {
    error_code: 429,
    description: 'Too Many Requests: retry after 30',
    parameters: { retry_after: 30 },
  };
  world.telegram.failNext({ method: 'sendMessage' }, flood);
  world.paper.print({ id: 'one' });
  await nextRound();
  const refusedAt = world.telegram.calls.findLast(({ method }) => method === 'sendMessage')?.at;

  await world.pass(MINUTE_MS);

  const sentAt = world.telegram.calls.findLast(({ method }) => method === 'sendMessage')?.at;
  expect(relayed()).toEqual(['one']);
  expect((sentAt ?? 0) - (refusedAt ?? 0)).toBe(30_327);
});

test.each(['reset before', 'html 502'] as const)(
  '%s: the post goes out a little later',
  async (failure) => {
    world.telegram.failNext({ method: 'sendMessage', times: 3 }, failure);
    world.paper.print({ id: 'one' });
    await nextRound();
    await world.pass(MINUTE_MS);

    expect(relayed()).toEqual(['one']);
  },
);

test('a lost answer to an accepted message repeats that one message and loses none', async () => {
  world.telegram.failNext({ method: 'sendMessage' }, 'reset after');
  world.paper.print({ id: 'one' });
  world.paper.print({ id: 'two' });
  await nextRound();
  await world.pass(MINUTE_MS);

  expect(relayed()).toEqual(['one', 'one', 'two']);
});

test('a chat that blocked the bot gets nothing, and on its return what it missed', async () => {
  world.telegram.moveBot(ANNA, 'blocked');
  await world.settle();
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
    world.paper.print({ id });
    await nextRound();
  }
  expect(relayed()).toEqual([]);

  world.telegram.moveBot(ANNA, 'member');
  await world.pass(MINUTE_MS);

  expect(relayed()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  expect(world.texts(ANNA)).toContainEqual(expect.stringContaining('7 posts came by'));
});

test('a block that the bot first learns from a refused post holds the chat too', async () => {
  const blocked = { error_code: 403, description: 'Forbidden: bot was blocked by the user' };
  world.telegram.failNext({ method: 'sendMessage', chatId: ANNA }, blocked);
  world.paper.print({ id: 'one' });
  await nextRound();
  world.paper.print({ id: 'two' });
  await nextRound();
  expect(relayed()).toEqual([]);

  await world.say(ANNA, ANNA, '/start');
  await world.pass(MINUTE_MS);

  expect(relayed()).toEqual(['one', 'two']);
});

test('entities that Telegram refuses become plain text with the link on its own line', async () => {
  const refusal = { error_code: 400, description: "Bad Request: can't parse entities: no" };
  world.telegram.failNext({ method: 'sendMessage', times: 2 }, refusal);
  world.paper.print({ id: 'one' });
  await nextRound();

  const last = world.messages(ANNA).at(-1);
  expect(last?.text).toContain('one');
  expect(last?.text).toContain(`${world.paper.url}/one`);
  expect(last?.entities?.some(({ type }) => type === 'text_link') ?? false).toBe(false);
  expect(last?.reply_markup).toBeUndefined();
});

test('a post that is refused in every form is buried with its reason and delays no other', async () => {
  const refusal = { error_code: 400, description: 'Bad Request: something nobody has seen' };
  world.telegram.failNext({ method: 'sendMessage', times: 3 }, refusal);
  world.paper.print({ id: 'poison' });
  world.paper.print({ id: 'fine' });
  await nextRound();

  expect(relayed()).toEqual(['fine']);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0, dead: 1 });
});
