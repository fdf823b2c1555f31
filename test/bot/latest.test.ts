import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BEN, FORUM, GROUP } from '../world.ts';
import { clear, type Stage, setStage } from './stage.ts';

const MINUTE_MS = 60_000;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => clear(stage));

/** Posts that come from now on. */
function fresh(chatId: number): () => string[] {
  const before = stage.titles(chatId).length;
  return () => stage.titles(chatId).slice(before);
}

/** The paper has entries of these ids, the last one newest, and the chat follows it. */
async function followPaper(chatId: number, ids: string[]) {
  const now = stage.clock.now();
  for (const [index, id] of ids.entries()) {
    stage.paper.print({ id, at: now - (ids.length - index) * MINUTE_MS });
  }
  await stage.say(ANNA, chatId, `/subscribe ${stage.paper.feedUrl}`);
}

test('/latest shows the three newest posts, newest last', async () => {
  await followPaper(ANNA, ['a', 'b', 'c', 'd']);
  const posts = fresh(ANNA);

  await stage.say(ANNA, ANNA, '/latest');

  expect(posts()).toEqual(['b', 'c', 'd']);
});

test.each([
  ['/latest 1', ['e']],
  ['/latest 4', ['b', 'c', 'd', 'e']],
  ['/latest 2 the paper', ['d', 'e']],
  ['/latest the p', ['c', 'd', 'e']],
])('%s shows %j', async (command, titles) => {
  await followPaper(ANNA, ['a', 'b', 'c', 'd', 'e']);
  const posts = fresh(ANNA);

  await stage.say(ANNA, ANNA, command);

  expect(posts()).toEqual(titles);
});

test.each(['0', '11', '100', '99999999999'])('/latest %s tells how', async (count) => {
  await followPaper(ANNA, ['a']);

  await stage.say(ANNA, ANNA, `/latest ${count}`);

  expect(stage.said(ANNA)).toContain('At most 10 at once.');
});

test('a number in front of a name that can be no count belongs to the name', async () => {
  await stage.stock('20 Minuten', ['Zug steht']);

  await stage.say(ANNA, ANNA, '/latest 20 minuten');

  expect(stage.titles(ANNA)).toEqual(['Zug steht']);
});

test('any feed of the catalogue may be looked into by name, without following it', async () => {
  await stage.stock('Gazette', ['Bridge opens']);

  await stage.say(BEN, GROUP, '/latest gazette');

  expect(stage.titles(GROUP)).toEqual(['Bridge opens']);
});

test('a feed that somebody else follows and nobody listed is not known here', async () => {
  await stage.say(BEN, BEN, `/subscribe ${stage.paper.feedUrl}`);

  await stage.say(ANNA, ANNA, '/latest the paper');

  expect(stage.said(ANNA)).toContain('I know no feed called “the paper”');
});

test('where nothing is followed, or nothing was published, /latest says so', async () => {
  await stage.say(ANNA, ANNA, '/latest');
  expect(stage.said(ANNA)).toContain('follows nothing yet');

  await followPaper(ANNA, []);
  await stage.say(ANNA, ANNA, '/latest');
  expect(stage.said(ANNA)).toContain('Nothing to read yet.');
});

test('in a topic the posts come into that topic', async () => {
  await stage.stock('Gazette', ['Bridge opens']);

  await stage.write({ userId: BEN, chatId: FORUM, threadId: 2, text: '/latest gazette' });

  expect(stage.last(FORUM).message_thread_id).toBe(2);
});

test('posts that Telegram does not take are told to the asker, once', async () => {
  await followPaper(ANNA, ['a', 'b', 'c']);
  const refusal = { error_code: 502, description: 'Bad Gateway' };
  stage.telegram.failNext({ method: 'sendMessage' }, refusal);

  await stage.say(ANNA, ANNA, '/latest');

  expect(stage.said(ANNA)).toContain('did not take the post');
  expect(stage.texts(ANNA)).toHaveLength(3);
});
