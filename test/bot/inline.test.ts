import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { InlineAnswer } from '../../src/playground/inline-protocol.ts';
import { ANNA, BEN, GROUP, OWNER } from '../world.ts';
import { clear, feed, STRANGER, type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => clear(stage));

const MINUTE_MS = 60_000;

async function ask(userId: number, query: string, offset = ''): Promise<InlineAnswer> {
  const asked = stage.telegram.ask({ userId, query, offset });
  await stage.settle();
  return asked;
}

const titles = ({ results }: InlineAnswer) => results.map(({ title }) => title);

const answers = () => stage.telegram.calls.filter(({ method }) => method === 'answerInlineQuery');

/** A post with a picture has come to Anna, so Telegram has the picture. */
async function publishWithPicture(id: string): Promise<void> {
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);
  const picture = `${stage.paper.url}/${id}.jpg`;
  stage.paper.print({ id, picture, at: stage.clock.now() });
  await stage.pass(2 * MINUTE_MS);
  await stage.tick();
  // Nobody counts the work on a picture: it may still be under way.
  await expect.poll(() => stage.titles(ANNA)).toContain(id);
}

test('words find articles of the catalogue, for everyone', async () => {
  await stage.stock('Gazette', ['Bridge opens', 'Rain again']);

  const answer = await ask(STRANGER, 'bridge');

  expect(answer.results).toEqual([
    {
      ...{ type: 'article', id: expect.stringMatching(/^[\w-]{22}$/), title: 'Bridge opens' },
      description: expect.stringMatching(/^Gazette · 25 Nov 2026, 12:00\nBridge opens: one/),
      picture: null,
    },
  ]);
  expect(answers()).toMatchObject([{ params: { is_personal: true, next_offset: '' } }]);
});

test('without words the newest come', async () => {
  await stage.stock('Gazette', ['Bridge opens', 'Rain again']);

  expect(titles(await ask(ANNA, ' '))).toHaveLength(2);
});

test('what somebody else follows is found by nobody but them', async () => {
  stage.paper.answerNext(feed('Diary of Anna', ['Secret rain']));
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.url}/diary.xml`);
  stage.paper.answerNext(feed('Club news', ['Club rain']));
  await stage.say(ANNA, GROUP, `/subscribe ${stage.paper.url}/club.xml`);

  expect(titles(await ask(ANNA, 'rain'))).toEqual(['Secret rain']);
  for (const userId of [BEN, STRANGER, OWNER]) {
    expect(titles(await ask(userId, 'rain'))).toEqual([]);
    expect(titles(await ask(userId, ''))).toEqual([]);
  }
});

test('a result becomes a post with link and buttons, which lead from anywhere', async () => {
  await stage.stock('Gazette', ['Bridge opens']);
  const { queryId, results } = await ask(BEN, 'bridge');

  const resultId = results[0]?.id ?? '';
  const shared = stage.telegram.choose({ userId: BEN, chatId: GROUP, queryId, resultId });
  await stage.settle();

  expect(shared.text).toMatch(/^Bridge opens\n\nBridge opens: one, two, three\.\n\nGazette/);
  expect(shared.link_preview_options).toMatchObject({ url: 'https://example.org/Bridge%20opens' });
  expect(shared.entities).toContainEqual(expect.objectContaining({ type: 'bold', offset: 0 }));
  expect(shared.reply_markup?.inline_keyboard).toEqual([
    [
      { text: '阅读', url: `https://t.me/telewire_bot?start=r_${resultId}` },
      { text: '打开 ↗', url: 'https://example.org/Bridge%20opens' },
    ],
  ]);
});

test('the Read button of what was shared opens the article in the private chat', async () => {
  await stage.stock('Gazette', ['Bridge opens']);
  const { results } = await ask(ANNA, 'bridge');

  await stage.open(ANNA, `r_${results[0]?.id}`);

  expect(JSON.stringify(stage.last(ANNA))).toContain('one, two, three');
});

test('the bot says nothing to what was shared by way of it', async () => {
  await stage.stock('Gazette', ['Bridge opens']);
  const { queryId, results } = await ask(ANNA, 'bridge');
  const before = stage.texts(ANNA).length;

  const resultId = results[0]?.id ?? '';
  stage.telegram.choose({ userId: ANNA, chatId: ANNA, queryId, resultId });
  await stage.settle();

  expect(stage.texts(ANNA)).toHaveLength(before);
});

test('a picture that Telegram has is shared with the post', async () => {
  await publishWithPicture('Sunset');
  await publishWithPicture('Sunrise');

  const { queryId, results } = await ask(ANNA, 'sun');
  const [first, last] = results;

  // All photos would be a gallery without titles.
  expect(results.map(({ type }) => type)).toEqual(['photo', 'article']);
  const choice = { userId: ANNA, chatId: GROUP, queryId };
  const photo = stage.telegram.choose({ ...choice, resultId: first?.id ?? '' });
  expect(photo.caption).toContain(first?.title);
  expect(photo.photo?.length).toBeGreaterThan(0);
  const text = stage.telegram.choose({ ...choice, resultId: last?.id ?? '' });
  expect(text.text).toContain(last?.title);
});

test('where Telegram has lost a picture the results come without', async () => {
  await publishWithPicture('Sunset');
  await publishWithPicture('Sunrise');
  const refusal = { error_code: 400, description: 'Bad Request: wrong file identifier specified' };
  stage.telegram.failNext({ method: 'answerInlineQuery' }, refusal);

  const { results } = await ask(ANNA, 'sun');

  expect(results.map(({ type }) => type)).toEqual(['article', 'article']);
});

test('results come twenty at a time, and each once', async () => {
  for (const part of ['A', 'B', 'C']) {
    const entries = Array.from({ length: 9 }, (_, it) => `Rain ${part}${it}`);
    await stage.stock(`Gazette ${part}`, entries);
  }

  for (const words of ['rain', '']) {
    const first = await ask(ANNA, words);
    const second = await ask(ANNA, words, first.nextOffset);

    expect([first.nextOffset, second.nextOffset]).toEqual(['20', '']);
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(27);
    expect(titles(second)).toHaveLength(7);
  }
});

test.each(['999', '9999999999', '-1', 'x', '💥'])('the offset %s is harmless', async (offset) => {
  await stage.stock('Gazette', ['Rain']);

  expect((await ask(ANNA, 'rain', offset)).results.length).toBeLessThanOrEqual(1);
});

test('where there is nothing, a button leads to what helps', async () => {
  expect((await ask(ANNA, 'rain')).button?.text).toContain('follow something first');

  await stage.stock('Gazette', ['Rain']);
  const { button } = await ask(ANNA, 'snow');
  expect(button?.text).toContain('Nothing found');

  await stage.open(ANNA, button?.start_parameter ?? '');
  expect(stage.said(ANNA)).toContain('/help');
  expect((await ask(ANNA, 'rain')).button).toBeNull();
});

test('in the mode “approved” strangers find nothing, and whom an owner let in does', async () => {
  await stage.stock('Gazette', ['Rain']);
  await stage.say(OWNER, OWNER, '/access approved');

  const refused = await ask(STRANGER, 'rain');
  expect([titles(refused), refused.button?.text]).toEqual([[], expect.stringContaining('Ask')]);

  await stage.say(OWNER, OWNER, `/allow ${STRANGER}`);
  expect(titles(await ask(STRANGER, 'rain'))).toEqual(['Rain']);
});

test('who types fast gets each answer, and a private chat that waits keeps nobody waiting', async () => {
  await stage.stock('Gazette', ['Rain']);
  const typed = ['r', 'ra', 'rai', 'rain'].map((query) =>
    stage.telegram.ask({ userId: ANNA, query }),
  );
  await stage.settle();

  const found = await Promise.all(typed);

  expect(found.map(titles)).toEqual([[], [], ['Rain'], ['Rain']]);
});

test('who asks more than they may is asked for patience, and Telegram keeps that answer as long', async () => {
  await stage.end();
  stage = await setStage({ QUOTA_REQUESTS: '2/m' });
  await stage.stock('Gazette', ['Rain']);
  for (const words of ['rai', 'rain']) expect(titles(await ask(ANNA, words))).toEqual(['Rain']);

  const answer = await ask(ANNA, 'rain again');

  expect(answer).toMatchObject({ results: [], button: { text: 'Please give me 60 seconds' } });
  expect(answers().at(-1)?.params).toMatchObject({ is_personal: true, cache_time: 60 });
  expect((await ask(BEN, 'snow')).button?.text).not.toContain('60');
});

test('what was typed after the name takes no command away, and after the rest all is as before', async () => {
  await stage.end();
  stage = await setStage({ QUOTA_REQUESTS: '1/m' });
  await stage.stock('Gazette', ['Rain']);
  for (const words of ['rai', 'rain']) await ask(ANNA, words);

  await stage.say(ANNA, ANNA, '/list');
  expect(stage.said(ANNA)).toContain('follows nothing yet');

  await stage.pass(MINUTE_MS);
  expect(titles(await ask(ANNA, 'rain'))).toEqual(['Rain']);
});

test('an owner types as much as they like', async () => {
  await stage.end();
  stage = await setStage({ QUOTA_REQUESTS: '1/m' });
  await stage.stock('Gazette', ['Rain']);

  for (const words of ['rain', 'rai', 'rain']) {
    expect(titles(await ask(OWNER, words))).toEqual(['Rain']);
  }
});

test('an answer that comes too late is logged and no more', async () => {
  const description =
    'Bad Request: query is too old and response timeout expired or query ID is invalid';
  stage.telegram.failNext({ method: 'answerInlineQuery' }, { error_code: 400, description });
  await stage.stock('Gazette', ['Rain']);

  const asked = stage.telegram.ask({ userId: ANNA, query: 'rain' });
  await stage.settle();
  void asked;

  expect(stage.logged.filter(({ event }) => event === 'inline.refused')).toHaveLength(1);
});

test('whatever is typed is answered once', async () => {
  await stage.stock('Gazette', ['Rain “and” <snow>', '北京下雪了', 'NEAR AND OR NOT title: *']);
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('"', '*', '-', '(', ' ', 'rain', '北', '\0'),
      maxLength: 30,
    }),
  );

  await fc.assert(
    fc.asyncProperty(typed, async (query) => {
      const before = answers().length;
      await ask(ANNA, query);
      expect(answers()).toHaveLength(before + 1);
      expect(answers().at(-1)?.answer).toMatchObject({ ok: true });
    }),
    { numRuns: 60 },
  );
});
