import { expect, test } from 'vitest';
import { ANNA, broadcast, paceAt, START, settled } from './pacestage.ts';

/** What is added to her rests. */
const JITTER = 327;

test('a chat that Telegram wants left alone gets neither broadcast nor reply before', async () => {
  const { clock, pace } = paceAt();
  const answered: number[] = [];
  pace.flooded(ANNA, 5_000);
  void pace.waitForTurn(ANNA).then(() => answered.push(clock.now() - START));

  expect(pace.readyAt({ id: 8, group: 'other' }, START)).toBe(START);
  expect(pace.readyAt(ANNA, START)).toBe(START + 5_000 + JITTER + 1_530);
  await clock.advance(6_000, settled);
  expect(answered).toEqual([5_000 + JITTER]);
});

test('the rests of two hundred chats end within a second, but not at once', () => {
  const spare = Array.from({ length: 200 }, (_, index) => {
    const { pace } = paceAt();
    pace.flooded({ id: index + 1 }, 5_000);
    return pace.restsUntil({ id: index + 1 }) - START - 5_000;
  });

  expect(new Set(spare).size).toBe(200);
  expect(Math.min(...spare)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...spare)).toBeLessThan(1_000);
});

test('a chat that was too fast goes slower, and is as fast as ever when a minute was quiet', async () => {
  const { clock, pace } = paceAt();
  const gap = async () => {
    const first = await broadcast(pace, clock, ANNA);
    return (await broadcast(pace, clock, ANNA)) - first;
  };

  const before = await gap();
  pace.flooded(ANNA, 1_000);
  pace.flooded(ANNA, 1_000);
  const slow = await gap();
  await clock.advance(58_000, settled);
  const quicker = await gap();
  await clock.advance(60_000, settled);
  const after = await gap();

  expect([before, slow, quicker, after]).toEqual([1_020, 2_295, 1_530, 1_020]);
});

test('four steps slower is the slowest', async () => {
  const { clock, pace } = paceAt();
  for (let times = 0; times < 20; times += 1) pace.flooded(ANNA, 0);

  const first = await broadcast(pace, clock, ANNA);

  expect((await broadcast(pace, clock, ANNA)) - first).toBe(5_164);
});

test('when three chats are too fast within a second, all rest as long as the slowest of them', () => {
  const { clock, pace } = paceAt();
  pace.flooded({ id: 1 }, 2_000);
  pace.flooded({ id: 2 }, 9_000);
  pace.flooded({ id: 2 }, 9_000);
  expect(pace.openAt(START)).toBe(START);

  pace.flooded({ id: 3 }, 1_000);

  expect(pace.openAt(START)).toBe(pace.restsUntil({ id: 2 }));
  expect(pace.restsUntil(ANNA)).toBe(pace.restsUntil({ id: 2 }));
  expect(clock.now()).toBe(START);
});

test('three floods that do not come together slow only their chats', async () => {
  const { clock, pace } = paceAt();
  for (const id of [1, 2, 3]) {
    pace.flooded({ id }, 60_000);
    await clock.advance(500, settled);
  }

  expect(pace.openAt(clock.now())).toBe(clock.now());
});

test('after floods in many chats everything is half slower, and recovers in a minute', async () => {
  const { clock, pace } = paceAt();
  for (const id of [1, 2, 3]) pace.flooded({ id }, 0);
  const inASecond = async () => {
    await clock.advance(5_000, settled);
    const until = clock.now() + 1_000;
    let count = 0;
    for (let id = 100; ; id += 1, count += 1) {
      if ((await broadcast(pace, clock, { id, group: 'other' })) >= until) return count;
    }
  };

  const slow = await inASecond();
  await clock.advance(60_000, settled);
  const quick = await inASecond();

  expect([slow, quick]).toEqual([8 + 19, 30]);
});
