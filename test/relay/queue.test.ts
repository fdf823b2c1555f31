import { expect, test } from 'vitest';
import { createFetchQueue } from '../../src/relay/queue.ts';
import { createTestClock } from '../clock.ts';

const clock = createTestClock(0);
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Takes so many feeds of each host, and notes when each fetch begins; a fetch takes a while. */
function takeAll(hosts: Record<string, number>, { atOnce = 16, fetchMs = 100 } = {}) {
  const queue = createFetchQueue(atOnce, clock);
  const startedAt = clock.now();
  const begun: { host: string; at: number }[] = [];
  const done = Object.entries(hosts).flatMap(([host, feeds]) =>
    Array.from({ length: feeds }, (_, feed) =>
      queue.run(`https://${host}/${feed}`, async () => {
        begun.push({ host, at: clock.now() - startedAt });
        await clock.sleep(fetchMs);
      }),
    ),
  );
  const begunAt = (name: string) => begun.filter(({ host }) => host === name).map(({ at }) => at);
  return { queue, begunAt, done: Promise.all(done) };
}

test('a second lies between any two requests to one host, and none between those to different ones', async () => {
  const { begunAt } = takeAll({ 'a.example': 4, 'b.example': 2 });

  await clock.advance(10_000, settled);

  expect(begunAt('a.example')).toEqual([0, 1_000, 2_000, 3_000]);
  expect(begunAt('b.example')).toEqual([0, 1_000]);
});

test('a host that is slow is asked two things at once', async () => {
  const { begunAt } = takeAll({ 'slow.example': 4 }, { fetchMs: 20_000 });

  await clock.advance(60_000, settled);

  expect(begunAt('slow.example')).toEqual([0, 1_000, 20_000, 21_000]);
});

test('nobody pauses for the machine we run on, which still is asked two things at once', async () => {
  const { begunAt } = takeAll({ 'localhost:1200': 5, '127.0.0.1:80': 2, '[::1]': 2 });

  await clock.advance(1_000, settled);

  expect(begunAt('localhost:1200')).toEqual([0, 0, 100, 100, 200]);
  expect(begunAt('127.0.0.1:80')).toEqual([0, 0]);
  expect(begunAt('[::1]')).toEqual([0, 0]);
});

test('who pauses takes no place of others', async () => {
  const { begunAt } = takeAll({ 'a.example': 3, 'b.example': 1 }, { atOnce: 1 });

  await clock.advance(500, settled);

  expect(begunAt('b.example')).toEqual([100]);
});

test('a pause is kept though nothing was asked meanwhile', async () => {
  const queue = createFetchQueue(16, clock);
  const startedAt = clock.now();
  const begun: number[] = [];
  const fetch = async () => void begun.push(clock.now() - startedAt);
  await queue.run('https://a.example/1', fetch);

  await clock.advance(400, settled);
  queue.run('https://a.example/2', fetch);
  await clock.advance(2_000, settled);

  expect(begun).toEqual([0, 1_000]);
});

test('in a hurry nobody pauses', async () => {
  const { queue, begunAt, done } = takeAll({ 'a.example': 3 }, { fetchMs: 0 });
  queue.hurry();
  await clock.advance(0, settled);
  await done;

  expect(begunAt('a.example')).toEqual([0, 0, 0]);
  expect(queue.runnable()).toBe(0);
});
