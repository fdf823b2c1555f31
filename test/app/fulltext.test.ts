import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Printed } from '../paper.ts';
import { ANNA, createTestWorld, expectNoCrash, OWNER, type TestWorld } from '../world.ts';

const MINUTE_MS = 60_000;
const TEASER =
  '<p>The council wants four hundred trees along the river, and the first of them in spring. […]</p>';
const TEXT = [
  'The council wants four hundred trees along the river, and the first of them in spring.',
  'Work begins in March, said the mayor, and the first avenue is to be finished before summer.',
  'Neighbours had asked for shade since the heat of two summers ago, when the river almost fell dry.',
  'What it costs is known to the last coin: ninety thousand, of which the region pays a third.',
];
const PAGE = page(TEXT.map((it) => `<p>${it}</p>`).join(''));

let world: TestWorld;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fulltext-'));
  world = await createTestWorld({ database: join(folder, 'telewire.db') });
  world.paper.print({ id: 'old', page: { status: 404 } });
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(10_000);
  world.paper.pagesAsked.length = 0;
}, 30_000);

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
  rmSync(folder, { recursive: true });
});

function page(body: string, head = '') {
  const html = `<!doctype html><html><head><title>Trees</title>${head}</head><body><nav><a href="/">Home</a></nav>
    <article><h1>Trees for the river</h1>${body}</article><footer>Imprint</footer></body></html>`;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html };
}

/** The paper prints an entry, and what is owed for it goes out. */
async function published(entry: Omit<Printed, 'id'>): Promise<void> {
  world.paper.print({ id: 'trees', title: 'Trees for the river', ...entry });
  await nextRound();
}

async function nextRound(): Promise<void> {
  await world.pass(MINUTE_MS);
  await world.tick();
  await world.pass(5_000);
}

async function kept() {
  const [newest] = await world.store.entries.newest([1], 1);
  return newest?.article;
}

const left = () => world.logged.filter(({ event }) => event === 'page.left').map((it) => it.reason);

test('of a teaser the whole article is fetched from its page before it is posted', async () => {
  await published({ html: TEASER, page: PAGE });

  expect(world.titles(ANNA).at(-1)).toBe('Trees for the river');
  expect((await kept())?.markdown).toBe(TEXT.join('\n\n'));
  expect(world.paper.pagesAsked).toEqual(['trees']);
});

test('the page’s picture is shown where the feed has none, and its address is made absolute', async () => {
  const head = '<meta property="og:image" content="/trees.jpg">';
  await published({ html: TEASER, page: page(TEXT.map((it) => `<p>${it}</p>`).join(''), head) });

  expect((await kept())?.picture?.url).toBe(`${world.paper.url}/trees.jpg`);
});

test('an entry that is whole already is not asked for', async () => {
  await published({ html: TEXT.map((it) => `<p>${it} ${it}</p>`).join(''), page: PAGE });

  expect(world.paper.pagesAsked).toEqual([]);
});

test.each([
  ['is not there', { status: 404 }, 'HTTP 404'],
  [
    'says it is not free',
    page(
      `<p>${TEXT.join('</p><p>')}</p>`,
      '<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>',
    ),
    'paywall',
  ],
  [
    'breaks off at a paywall',
    page(`<p>${TEXT.join('</p><p>')}</p><p>Subscribe to continue reading.</p>`),
    'paywall',
  ],
  [
    'asks for consent',
    page(
      '<p>We and our 812 partners store cookies on your device. Accept all to go on to the trees of the river council. You may change your mind at any time, in the settings of this site, under privacy.</p>',
    ),
    'consent',
  ],
  [
    'tells of something else',
    page(
      `<p>${'Nothing here has to do with it, at all, whatever anybody may say. '.repeat(12)}</p>`,
    ),
    'other',
  ],
  ['tells no more than the feed', page(TEASER), 'short'],
  [
    'is no page',
    { status: 200, headers: { 'content-type': 'application/pdf' }, body: '%PDF' },
    'no page',
  ],
])('a page that %s is left, and the teaser is posted', async (_, answer, reason) => {
  await published({ html: TEASER, page: answer });

  expect(world.titles(ANNA).at(-1)).toBe('Trees for the river');
  expect((await kept())?.markdown).toMatch(/^The council wants .{60,100}$/);
  expect(left()).toEqual(['HTTP 404', reason]);
});

test('a host that asks to be left alone is, and nothing is lost', async () => {
  await published({ html: TEASER, page: { status: 429, headers: { 'retry-after': '3600' } } });
  world.paper.print({ id: 'more', html: TEASER, page: PAGE });
  await nextRound();

  expect(world.titles(ANNA).slice(-2)).toEqual(['Trees for the river', 'more']);
  expect(world.paper.pagesAsked).toEqual(['trees']);
});

test('an owner decides whose pages are fetched', async () => {
  await world.say(OWNER, OWNER, '/setfeed The Paper fulltext=never');
  await published({ html: TEASER, page: PAGE });

  expect(world.paper.pagesAsked).toEqual([]);
});

test('a page that never answers delays the posts of its feed by half a minute', async () => {
  world.paper.print({ id: 'trees', title: 'Trees for the river', html: TEASER, page: 'silence' });
  await world.pass(MINUTE_MS);
  await world.tick();
  await world.pass(29_000);
  expect(world.titles(ANNA)).toEqual(['old']);

  await world.pass(2_000);

  expect(world.titles(ANNA)).toEqual(['old', 'Trees for the river']);
});

test('stopped while it waits for a page, the program posts the teaser once and no other time', async () => {
  world.paper.print({ id: 'trees', title: 'Trees for the river', html: TEASER, page: 'silence' });
  await world.pass(MINUTE_MS);
  await world.tick();

  await world.restart();
  await nextRound();

  expect(world.titles(ANNA).filter((it) => it === 'Trees for the river')).toHaveLength(1);
});

test('a feed whose pages never tell more is left alone for a day', async () => {
  for (let number = 1; number <= 8; number += 1) {
    world.paper.print({ id: `note ${number}`, html: TEASER, page: page(TEASER) });
    await nextRound();
  }
  // The page of the baseline's entry was the first of five.
  expect(world.paper.pagesAsked).toEqual(['note 1', 'note 2', 'note 3', 'note 4']);

  await world.pass(24 * 60 * MINUTE_MS);
  world.paper.print({ id: 'next day', html: TEASER, page: PAGE });
  await nextRound();

  expect(world.paper.pagesAsked.at(-1)).toBe('next day');
});
