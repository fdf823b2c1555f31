import { afterEach, expect, test } from 'vitest';
import { ANNA, createTestWorld, expectNoCrash, type TestWorld } from '../world.ts';
import { bare, recurring } from './histories/bare.ts';
import { brokenOff, brokenOffAtFirst } from './histories/broken-off.ts';
import type { History } from './histories/history.ts';
import { homepage } from './histories/homepage.ts';
import { withoutIds } from './histories/nameless.ts';
import { redated } from './histories/redated.ts';
import { reformatted } from './histories/reformatted.ts';
import { reordered } from './histories/reordered.ts';
import { repeated } from './histories/repeated.ts';
import { restless } from './histories/restless.ts';
import { retitled } from './histories/retitled.ts';
import { returned } from './histories/returned.ts';
import { reused } from './histories/reused.ts';
import { secured } from './histories/secured.ts';
import { series } from './histories/series.ts';
import { tracked } from './histories/tracked.ts';

let world: TestWorld;

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
});

const HISTORIES: History[] = [
  ...[reordered, redated, retitled, secured, tracked, withoutIds, repeated, restless, reused],
  ...[returned, reformatted, brokenOff, brokenOffAtFirst, bare, recurring, series, homepage],
];

test.each(HISTORIES)('$claim', async ({ fetches }) => {
  world = await createTestWorld();
  const [baseline, ...later] = fetches;
  world.paper.answerNext({ status: 200, body: baseline?.document ?? '' });
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(10_000);
  const sent: string[][] = [[]];

  for (const { document } of later) {
    const before = world.titles(ANNA).length;
    world.paper.answerNext({ status: 200, body: document });
    await world.pass(60_000);
    await world.tick();
    await world.pass(10_000);
    sent.push(world.titles(ANNA).slice(before));
  }

  expect(sent).toEqual(fetches.map((it) => it.sent));
});
