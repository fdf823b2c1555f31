import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Faults, onFaultyDisk } from '../faults.ts';
import { openPaper, type Paper } from '../paper.ts';
import { ANNA, BEN, createTestWorld, expectNoCrash, type TestWorld } from '../world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const AGENCY = Array.from(
  { length: 30 },
  (_, index) =>
    `In the ${index}th hour the pilot of vessel ${index * 7} saw light number ${index}.`,
).join(' ');
const CHINESE = Array.from(
  { length: 30 },
  (_, index) => `第${index}小时，第${index * 7}号船的引水员看见了第${index}盏灯。`,
).join('');

let world: TestWorld;
let other: Paper;
let faults: Faults;

beforeEach(async () => {
  other = await openPaper('The Other');
  faults = new Set();
  world = await createTestWorld({ neighbour: other, breakStore: onFaultyDisk(faults) });
  world.paper.print({ id: 'old' });
  other.print({ id: 'older' });
  for (const person of [ANNA, BEN]) await world.say(person, person, `/subscribe ${other.feedUrl}`);
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(10_000);
});

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
  await other.close();
});

async function nextRound(): Promise<void> {
  await world.pass(6 * MINUTE_MS);
  await world.tick();
  await world.pass(10_000);
}

/** What came to somebody after the samples. */
const relayed = (person: number) =>
  world.titles(person).filter((title) => title !== 'old' && title !== 'older');
const link = 'https://agency.example/harbour?utm_source=paper';
const postOf = (title: string) => world.texts(ANNA).find((text) => text.startsWith(`${title}\n`));

test('an article that two feeds link to is posted once, and its post names the other feed', async () => {
  world.paper.print({ id: 'one', title: 'Harbour opens', link });
  await nextRound();
  other.print({ id: 'two', title: 'Ships may enter', link: 'http://agency.example/harbour' });
  await nextRound();

  expect(relayed(ANNA)).toEqual(['Harbour opens']);
  expect(postOf('Harbour opens')).toMatch(/The Paper.*\nAlso in The Other$/);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0, dead: 0 });
});

test('in a digest it is one line that names both feeds, and one that was posted before is none', async () => {
  world.paper.print({ id: 'one', title: 'Harbour opens', link });
  await nextRound();
  await world.store.chats.wish(ANNA, { digest: 'hourly' });
  other.print({ id: 'two', title: 'Ships may enter', link: 'http://agency.example/harbour' });
  world.paper.print({ id: 'three', title: 'Mayor elected', link: 'https://agency.example/mayor' });
  await nextRound();
  other.print({ id: 'four', title: 'A new mayor', link: 'https://agency.example/mayor' });
  await nextRound();
  await world.pass(HOUR_MS);

  const [digest] = world.texts(ANNA).filter((text) => text.startsWith('Digest of'));
  expect(digest).toBe(
    'Digest of 25 November · one article\n\nThe Paper\n• Mayor elected · Also in The Other',
  );
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0, dead: 0 });
});

test('who follows only the second feed gets the story from it', async () => {
  world.paper.print({ id: 'one', title: 'Harbour opens', link });
  await nextRound();
  other.print({ id: 'two', title: 'Ships may enter', link });
  await nextRound();

  expect(relayed(BEN)).toEqual(['Ships may enter']);
  expect(world.texts(BEN).join()).not.toContain('Also in');
});

test.each([
  ['English', AGENCY],
  ['Chinese', CHINESE],
])('nearly the same words are one story, in %s', async (_, words) => {
  world.paper.print({ id: 'one', title: 'From the agency', html: `<p>${words}</p>` });
  await nextRound();
  other.print({ id: 'two', title: 'Our report', html: `<p>(Own report) ${words}</p>` });
  await nextRound();

  expect(relayed(ANNA)).toEqual(['From the agency']);
});

test.each([
  ['of one kind', AGENCY.replaceAll('pilot', 'captain').replaceAll('light', 'buoy')],
  ['that share half their words', `${AGENCY.slice(0, 900)} ${CHINESE}`],
])('two texts %s are two stories', async (_, words) => {
  world.paper.print({ id: 'one', title: 'One', html: `<p>${AGENCY}</p>` });
  await nextRound();
  other.print({ id: 'two', title: 'Two', html: `<p>${words}</p>` });
  await nextRound();

  expect(relayed(ANNA)).toEqual(['One', 'Two']);
});

test('entries that link to a front page have nothing in common', async () => {
  world.paper.print({ id: 'one', title: 'One', link: 'https://agency.example/' });
  await nextRound();
  other.print({ id: 'two', title: 'Two', link: 'https://agency.example' });
  await nextRound();

  expect(relayed(ANNA)).toEqual(['One', 'Two']);
});

test('after three days it is told again', async () => {
  world.paper.print({ id: 'one', title: 'Harbour opens', link });
  await nextRound();
  await world.pass(72 * HOUR_MS);
  other.print({ id: 'two', title: 'Ships may enter', link });
  await nextRound();

  expect(relayed(ANNA)).toEqual(['Harbour opens', 'Ships may enter']);
});

test('a chat that wants every feed’s own report gets them all', async () => {
  await world.store.chats.look(ANNA, { stories: 'all' });
  world.paper.print({ id: 'one', title: 'Harbour opens', link });
  await nextRound();
  other.print({ id: 'two', title: 'Ships may enter', link });
  await nextRound();

  expect(relayed(ANNA)).toEqual(['Harbour opens', 'Ships may enter']);
});

test.each(['ledger.recordTold', 'outbox.oweChange', 'ledger.record', 'outbox.done'])(
  'a power cut at %s while a story is told twice loses nothing and repeats nothing',
  async (fault) => {
    world.paper.print({ id: 'one', title: 'Harbour opens', link });
    await nextRound();
    other.print({ id: 'two', title: 'Ships may enter', link });
    faults.add(fault);
    await nextRound();
    await nextRound();

    const crashes = world.logged.filter(({ event }) => event === 'delivery.crashed');
    expect(crashes).toHaveLength(1);
    world.logged.splice(0);
    expect(relayed(ANNA)).toEqual(['Harbour opens']);
    expect(postOf('Harbour opens')?.match(/Also in The Other/g)).toHaveLength(1);
    expect(await world.store.outbox.depth()).toMatchObject({ owed: 0, dead: 0 });
  },
);
