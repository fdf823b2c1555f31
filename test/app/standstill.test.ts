import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, createTestWorld, expectNoCrash, type TestWorld } from '../world.ts';

// What a process does that stood still for longer than others believe that it lives, and woke up: see `src/app/roles.ts`.

let world: TestWorld;
/** How it tells the others that it lives. */
let beats: (() => void)[];
/** Between what is written down and what leaves. */
let standstill: Promise<void> | undefined;

beforeEach(async () => {
  [standstill, beats] = [undefined, []];
  world = await createTestWorld({
    beat(_everyMs, act) {
      beats.push(act);
      return () => {};
    },
    breakStore: (store) => ({
      ...store,
      pace: {
        ...store.pace,
        async keep(kept) {
          await standstill;
          await store.pace.keep(kept);
        },
      },
    }),
  });
  world.paper.print({ id: 'old' });
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await tellAndPass(10_000);
});

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
});

/** As long as it is heard of. */
async function tellAndPass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 10_000) {
    await world.pass(10_000);
    for (const beat of beats) beat();
    await world.settle();
  }
}

const relayed = () => world.titles(ANNA).filter((title) => title !== 'old');
const sends = () => world.telegram.calls.filter(({ method }) => method === 'sendMessage').length;

test.each([
  ['a message', ['one']],
  ['a message that tells of many', Array.from({ length: 12 }, (_, index) => `entry ${index}`)],
])(
  '%s that was begun before a standstill leaves when it is sure again whose it is',
  async (_, ids) => {
    const standing = Promise.withResolvers<void>();
    for (const id of ids) world.paper.print({ id });
    await tellAndPass(180_000);
    standstill = standing.promise;
    await world.tick();
    const { leaseMs } = world.store.duties;
    const before = sends();
    expect(await world.store.underWay.left()).not.toEqual([]);

    await world.pass(leaseMs);
    standing.resolve();
    await world.pass(10_000);
    expect(sends()).toBe(before);

    await tellAndPass(30_000);
    expect(relayed().length).toBeGreaterThan(0);
    expect(await world.store.outbox.depth()).toMatchObject({ owed: 0, dead: 0 });
  },
);

test('a clock that is put back makes nobody sure for longer', async () => {
  const { leaseMs } = world.store.duties;
  const putBackMs = 30_000;
  world.paper.print({ id: 'one' });
  await tellAndPass(180_000);
  world.clock.jump(-putBackMs);
  await world.tick();
  const before = sends();
  world.paper.print({ id: 'two' });

  await world.pass(leaseMs);
  await world.tick();
  await world.tick();

  expect(before).toBeGreaterThan(0);
  expect(relayed()).toEqual(['one']);
});
