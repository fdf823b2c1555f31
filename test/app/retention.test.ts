import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { entry } from '../store/content.ts';
import { createTestWorld, expectNoCrash, type TestWorld } from '../world.ts';

const DAY_MS = 86_400_000;

let folder: string;
let world: TestWorld;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'telewire-'));
  const settings = { KEEP_ARTICLES: '30d', DATABASE_LIMIT: '2MB' };
  world = await createTestWorld({ database: join(folder, 'test.db'), settings });
});

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
  rmSync(folder, { recursive: true });
});

/** A feed whose documents each list new entries only, as large as a real article. */
async function publishADay(feedId: number, day: number): Promise<void> {
  const fresh = Array.from({ length: 20 }, (_, index) => entry(`${day}-${index}`));
  for (const { article } of fresh) if (article) article.markdown = `word${day} `.repeat(800);
  const listed = fresh.map(({ id }) => id);
  await world.store.feeds.commit(
    { feedId, changes: {}, fresh, listed, owedTo: 'nobody' },
    world.clock.now(),
  );
}

test('a database with a limit forgets sooner, the oldest first, and never the news of the last days', async () => {
  const feed = { url: 'http://a.example.org', title: 'a', listed: 1, addedBy: null };
  const { id } = await world.store.feeds.add({ ...feed, intervalMs: 60_000 }, world.clock.now());
  await world.store.feeds.save(id, { goneAt: 1 });
  for (let day = 0; day < 15; day += 1) {
    await publishADay(id, day);
    await world.pass(DAY_MS);
  }
  expect(await world.store.bytes()).toBeGreaterThan(2e6);

  await world.tick();

  expect(await world.store.bytes()).toBeLessThanOrEqual(2e6);
  expect(await world.store.entries.article(id, '0-0')).toBeUndefined();
  expect(await world.store.entries.article(id, '14-0')).toBeDefined();
  const forgot = world.logged.filter(({ event }) => event === 'database.forgot');
  expect(forgot.length).toBeGreaterThan(0);
});
