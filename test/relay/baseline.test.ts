import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, createTestWorld, expectNoCrash, STARTED_AT, type TestWorld } from '../world.ts';

const MINUTE_MS = 60_000;

let world: TestWorld;

beforeEach(async () => {
  world = await createTestWorld();
});

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
});

async function nextRound(): Promise<void> {
  await world.pass(MINUTE_MS);
  await world.tick();
  await world.pass(5_000);
}

async function subscribe(): Promise<void> {
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(10_000);
}

/** A feed as a server answers with it; newest first. */
function rss(ids: string[]) {
  const items = ids.map((id) => `<item><guid>${id}</guid><title>${id}</title></item>`);
  const body = `<rss version="2.0"><channel><title>Long</title>${items.join('')}</channel></rss>`;
  return { status: 200, headers: { 'content-type': 'application/rss+xml' }, body };
}

async function newest(limit: number) {
  const [feed] = await world.store.feeds.all();
  return world.store.entries.newest([feed?.id ?? 0], limit);
}

test('the first fetch remembers three thousand entries, owes none, and makes ten readable', async () => {
  const ids = Array.from({ length: 3_000 }, (_, index) => `entry ${3_000 - index}`);
  world.paper.answerNext(rss(ids));

  await subscribe();

  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0 });
  expect(world.titles(ANNA)).toEqual(['entry 3000']);
  expect((await newest(100)).map(({ id }) => id).toSorted()).toEqual(
    Array.from({ length: 10 }, (_, index) => `entry ${2_991 + index}`),
  );
  world.paper.answerNext(rss(['new', ...ids]));
  await nextRound();
  expect(world.titles(ANNA)).toEqual(['entry 3000', 'new']);
}, 30_000);

test('an entry dated in the future is published now, and keeps no later one waiting', async () => {
  await subscribe();
  world.paper.print({ id: 'prophecy', at: STARTED_AT + 1_000 * 24 * 60 * MINUTE_MS });
  world.paper.print({ id: 'today', at: STARTED_AT + 1_000 });
  await nextRound();

  const stored = await newest(2);
  expect(stored.map(({ id }) => id).toSorted()).toEqual(['prophecy', 'today']);
  for (const { at, article } of stored) {
    expect(at).toBeLessThanOrEqual(world.clock.now());
    expect(article.published).toBe(at);
  }
  expect(world.texts(ANNA).join()).not.toContain('2029');
});

test('entries with dates go out by their dates, whatever the order of the feed', async () => {
  await subscribe();
  world.paper.print({ id: 'second', at: STARTED_AT + 2_000 });
  world.paper.print({ id: 'first', at: STARTED_AT + 1_000 });
  world.paper.print({ id: 'third', at: STARTED_AT + 3_000 });
  await nextRound();

  expect(world.titles(ANNA)).toEqual(['first', 'second', 'third']);
});

test('where one entry has no date the order of the feed decides', async () => {
  await subscribe();
  world.paper.print({ id: 'bottom', at: STARTED_AT + 2_000 });
  world.paper.print({ id: 'middle' });
  world.paper.print({ id: 'top', at: STARTED_AT + 1_000 });
  await nextRound();

  expect(world.titles(ANNA)).toEqual(['bottom', 'middle', 'top']);
});
