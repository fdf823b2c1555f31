import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BEN, createTestWorld, expectNoCrash, OWNER, type TestWorld } from '../world.ts';

const HOUR_MS = 3_600_000;

let world: TestWorld;

beforeEach(async () => {
  world = await createTestWorld();
  await world.say(OWNER, OWNER, `/addfeed ${world.paper.feedUrl}`);
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(10_000);
});

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
});

/** Time passes with a tick every twelve hours. */
async function days(count: number): Promise<void> {
  for (let step = 0; step < count * 2; step += 1) {
    await world.pass(12 * HOUR_MS);
    await world.tick();
  }
  await world.pass(5_000);
}

const told = (chatId: number) =>
  world.texts(chatId).filter((it) => /failing|nothing since|well again/.test(it));

test('a feed that fails for a day is told to its owner, and when it lasts once to its chats, with the reason', async () => {
  world.paper.break({ status: 404 });
  await days(2);
  expect(told(OWNER)).toEqual([
    expect.stringMatching(/^The Paper has been failing since 26 Nov 2026\. .*not found/),
  ]);
  expect(told(ANNA)).toEqual([]);

  await days(6);

  expect(told(OWNER)).toHaveLength(1);
  expect(told(ANNA)).toEqual([
    expect.stringMatching(/^The Paper has been failing since 26 Nov 2026\. .*not found/),
  ]);
});

test('everyone who heard of the trouble hears of its end, and the lost time is made up', async () => {
  world.paper.break({ status: 503 });
  await days(6);
  world.paper.mend();
  world.paper.print({ id: 'back' });
  await days(2);

  expect(told(OWNER).at(-1)).toBe('The Paper is well again.');
  expect(told(ANNA).at(-1)).toBe('The Paper is well again.');
  expect(told(BEN)).toEqual([]);
  expect(world.titles(ANNA)).toContain('back');
});

test('an hour of failing is nobody’s business', async () => {
  world.paper.break({ status: 503 });
  for (let minute = 0; minute < 60; minute += 10) {
    await world.pass(600_000);
    await world.tick();
  }

  expect(told(OWNER)).toEqual([]);
});

test('a daily feed that publishes nothing for weeks is told to be silent; a rare one is not', async () => {
  for (let day = 1; day <= 4; day += 1) {
    world.paper.print({ id: `day ${day}` });
    await days(1);
  }
  await days(7);
  expect(told(OWNER)).toEqual([]);

  await days(3);

  expect(told(OWNER)).toEqual([
    expect.stringMatching(/^The Paper has published nothing since 29 Nov 2026, which/),
  ]);
});
