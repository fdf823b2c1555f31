import { expect, test } from 'vitest';
import { STORY, story, storyInLines } from '../../bench/capacity-scenes.ts';

// A small run of what `npm run bench:capacity` simulates: docs/capacity.md tells its figures.

const most = (waits: number[] = []) => Math.max(0, ...waits);
/** Of what Telegram lets pass in so long. */
const shareOf = ({ taken, tookMs }: { taken: number; tookMs: number }, perSecond: number) =>
  taken / ((tookMs / 1_000) * perSecond);

test('a broadcast meets no 429, and neither small feeds nor people wait for it', async () => {
  const played = await story({ chats: 80, perSecond: 20, followers: 2 });

  const { floods, waitedMs, answeredMs } = played;
  expect(floods).toBe(0);
  expect(waitedMs.get(STORY)).toHaveLength(80);
  const small = [...waitedMs].flatMap(([feedId, waits]) => (feedId === STORY ? [] : waits));
  expect(small.length).toBeGreaterThan(15);
  // The story takes four seconds.
  expect(most(small)).toBeLessThan(2_000);
  expect(answeredMs.length).toBeGreaterThan(2);
  expect(most(answeredMs)).toBeLessThan(1_000);
});

test('a broadcast uses what Telegram allows, but for what the ways of messages differ', async () => {
  const played = await storyInLines({ chats: 600, perSecond: 30 });

  expect(played.floods).toBe(0);
  expect(shareOf(played, 30)).toBeGreaterThan(0.95);
});
