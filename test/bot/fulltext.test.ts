import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, GROUP, OWNER } from '../world.ts';
import { clear, type Stage, setStage } from './stage.ts';

const HOUR_MS = 3_600_000;
const TEASER =
  '<p>The council wants four hundred trees along the river, and the first in spring. […]</p>';
const LAST = 'What it costs is known to the last coin, and the region pays a third.';
const TEXT = [
  'The council wants four hundred trees along the river, and the first in spring.',
  'Work begins in March, said the mayor, and the first avenue is to be finished before summer.',
  'Neighbours had asked for shade since the heat of two summers ago, when the river almost fell dry.',
  LAST,
];
const PAGE = {
  status: 200,
  body: `<!doctype html><html><head><title>Trees</title></head><body><article>
    <h1>Trees for the river</h1><p>${TEXT.join('</p><p>')}</p></article></body></html>`,
};

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => clear(stage));

const shown = (chatId: number) => {
  const { text, rich_message: rich } = stage.last(chatId);
  return text ?? JSON.stringify(rich);
};

/** Follows the paper there at a time when the story's page cannot be had; then it answers `page`. */
async function follow(chatId: number, page: typeof PAGE | 'silence') {
  stage.paper.print({ id: 'trees', title: 'Trees for the river', html: TEASER });
  await stage.say(ANNA, chatId, `/subscribe ${stage.paper.feedUrl}`);
  stage.paper.revise('trees', { page });
  await stage.pass(HOUR_MS);
}

test('a teaser that somebody opens becomes the whole article, and stays it', async () => {
  await follow(ANNA, PAGE);
  stage.paper.pagesAsked.length = 0;

  await stage.press(ANNA, ANNA, 'Read');
  expect(shown(ANNA)).toContain(LAST);
  await stage.press(ANNA, ANNA, 'Read');

  expect(shown(ANNA)).toContain(LAST);
  expect(stage.paper.pagesAsked).toEqual(['trees']);
  expect(stage.texts(ANNA)).not.toContain('Fetching the article …');
});

test('a page that could not be had is not asked for again within the hour', async () => {
  stage.paper.print({ id: 'trees', html: TEASER });
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);

  await stage.press(ANNA, ANNA, 'Read');

  expect(stage.paper.pagesAsked).toEqual(['trees']);
  expect(shown(ANNA)).toContain('four hundred trees');
});

test('in a group the whole article is shown to the one who taps', async () => {
  stage.telegram.moveBot(GROUP, 'administrator');
  await follow(GROUP, PAGE);

  await stage.press(ANNA, GROUP, 'Read');

  expect(shown(GROUP)).toContain(LAST);
});

test('/setfeed fulltext=… takes three words and explains them', async () => {
  await stage.stock('Gazette', ['one']);

  await stage.say(OWNER, OWNER, '/setfeed gaz fulltext=always');
  expect(stage.said(OWNER)).toContain('Full text from its pages: always');
  await stage.say(OWNER, OWNER, '/setfeed gaz fulltext=sometimes');
  expect(stage.said(OWNER)).toMatch(/^“sometimes” is none of auto, always and never\./);
  await stage.say(OWNER, OWNER, '/setfeed gaz fulltext=auto');
  expect(stage.said(OWNER)).toContain('Full text from its pages: auto');
});
