import { expect, test } from 'vitest';
import { createLeapingClock, everySecond } from '../../src/playground/clock.ts';
import { createSite } from '../../src/playground/site.ts';
import { createTestClock } from '../clock.ts';
import { setStage } from './telegram.ts';

const BEGUN_AT = Date.parse('2026-11-25T12:00:00Z');
const HOUR_MS = 3_600_000;
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function sleeping(clock: ReturnType<typeof createLeapingClock>, ms: number, signal?: AbortSignal) {
  const sleep = { isOver: false };
  void clock.sleep(ms, signal).then(() => {
    sleep.isOver = true;
  });
  return sleep;
}

test('a leap wakes whoever would have slept until then, and nobody else', async () => {
  const machine = createTestClock(BEGUN_AT);
  const clock = createLeapingClock(machine);
  const short = sleeping(clock, 10 * 60_000);
  const long = sleeping(clock, 90 * 60_000);

  clock.leap(HOUR_MS);
  await settled();

  expect(clock.now()).toBe(BEGUN_AT + HOUR_MS);
  expect([short.isOver, long.isOver]).toEqual([true, false]);
  await machine.advance(30 * 60_000 - 1, settled);
  expect(long.isOver).toBe(false);
  await machine.advance(1, settled);
  expect(long.isOver).toBe(true);
});

test('a hurried clock has ten seconds in one, and its sleep is as much shorter', async () => {
  const machine = createTestClock(BEGUN_AT);
  const clock = createLeapingClock(machine, 10);
  const sleep = sleeping(clock, 60_000);

  await machine.advance(5_999, settled);
  expect(sleep.isOver).toBe(false);
  await machine.advance(1, settled);

  expect(sleep.isOver).toBe(true);
  expect(clock.now()).toBe(BEGUN_AT + 60_000);
});

test('a sleep that is called off ends at once, also after a leap', async () => {
  const clock = createLeapingClock(createTestClock(BEGUN_AT));
  const off = new AbortController();
  const sleep = sleeping(clock, 2 * HOUR_MS, off.signal);
  clock.leap(HOUR_MS);
  await settled();

  off.abort();
  await settled();

  expect(sleep.isOver).toBe(true);
});

test('ticks come each second, once for a leap, and no more when stopped', async () => {
  const machine = createTestClock(BEGUN_AT + 250);
  const clock = createLeapingClock(machine);
  let ticks = 0;
  const ticking = everySecond(clock)('* * * * * *', () => {
    ticks += 1;
  });

  await machine.advance(2_750, settled);
  expect(ticks).toBe(3);
  clock.leap(HOUR_MS);
  await settled();
  expect(ticks).toBe(4);
  await ticking.stop();
  await machine.advance(5_000, settled);
  expect(ticks).toBe(4);
});

test('the paper rests while time leaps, and then goes on as before', () => {
  let now = BEGUN_AT;
  const site = createSite({ now: () => now, startedAt: BEGUN_AT, everyMs: 20_000 });
  const before = site.articles().length;

  now += 20_000;
  site.rest(10 * HOUR_MS);
  now += 10 * HOUR_MS;
  expect(site.articles().length - before).toBe(1);
  now += 20_000;
  expect(site.articles().length - before).toBe(2);
  expect(site.articles().at(-1)?.published).toBe(now);
});

test('whoever turns the clock on the page turns it for all, by up to a month at once', async () => {
  const leaps: number[] = [];
  const stage = await setStage({ leap: (byMs) => void leaps.push(byMs) });
  const events: string[] = [];
  stage.world.watch(({ kind }) => events.push(kind));
  const leap = (byMs: unknown) =>
    fetch(`${stage.url}/world/leap`, { method: 'POST', body: JSON.stringify({ byMs }) });

  expect((await leap(HOUR_MS)).status).toBe(204);
  for (const wrong of [0, -1, 1.5, 'soon', 32 * 24 * HOUR_MS]) {
    expect((await leap(wrong)).status).toBe(400);
  }

  expect(leaps).toEqual([HOUR_MS]);
  expect(events).toEqual(['leapt']);
});
