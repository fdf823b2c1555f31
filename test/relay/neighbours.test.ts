import { afterEach, beforeEach, expect, test } from 'vitest';
import { openHostileSite } from '../feed/hostile-site.ts';
import { ANNA, createTestWorld, expectNoCrash, type TestWorld } from '../world.ts';

const MINUTE_MS = 60_000;
const HOSTILE = [
  ...['/billion-laughs', '/deep', '/nul', '/many-attributes', '/loop', '/to-private', '/to-file'],
  ...['/gzip-bomb', '/zstd-bomb', '/endless', '/slow-loris', '/silent'],
];

let world: TestWorld;
let site: Awaited<ReturnType<typeof openHostileSite>>;

beforeEach(async () => {
  site = await openHostileSite();
  world = await createTestWorld();
  world.paper.print({ id: 'old' });
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(10_000);
}, 60_000);

afterEach(async () => {
  // Whoever still hangs is let go.
  site.close();
  await world.end();
}, 60_000);

test('feeds that hang, burst or lie delay no other', { timeout: 60_000 }, async () => {
  const about = { title: '', listed: 1, addedBy: null, intervalMs: MINUTE_MS };
  for (const path of HOSTILE)
    await world.store.feeds.add({ ...about, url: site.url + path }, world.clock.now());
  world.paper.print({ id: 'news' });

  await world.pass(MINUTE_MS);
  await world.tick();
  await expect.poll(() => world.titles(ANNA), { timeout: 15_000 }).toEqual(['old', 'news']);

  expectNoCrash(world);
  const hanging = (await world.store.feeds.all()).filter(
    ({ lastSuccessAt, failures }) => lastSuccessAt === null && failures === 0,
  );
  expect(hanging.map(({ url }) => url.slice(site.url.length))).toContain('/slow-loris');
});
