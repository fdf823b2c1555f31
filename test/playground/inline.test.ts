import { expect, test } from 'vitest';
import type { InlineAnswer } from '../../src/playground/inline-protocol.ts';
import { ANNA, BEN, CHANNEL, FORUM, GROUP, picture, type Stage, setStage } from './telegram.ts';

const TEXT = { message_text: 'Cats', link_preview_options: { is_disabled: true } };
const ARTICLE = { type: 'article', id: '1', title: 'Cats', input_message_content: TEXT };

/** Somebody has typed, and the bot has got it. */
async function ask({ world, call }: Stage, query = 'cats', offset?: string) {
  const answered = world.ask({ userId: ANNA, query, ...(offset !== undefined && { offset }) });
  await expect.poll(() => world.unconfirmed).toBeGreaterThan(0);
  const { result } = await call('getUpdates', {});
  const { update_id, inline_query } = result.at(-1);
  await call('getUpdates', { offset: update_id + 1 });
  const answer = (results: unknown[], more: object = {}) =>
    call('answerInlineQuery', {
      ...{ inline_query_id: inline_query.id, results, is_personal: true },
      ...more,
    });
  return { answered, answer, inline_query };
}

async function share(stage: Stage, chatId: number, more: object = {}) {
  const { answered, answer } = await ask(stage);
  await answer([{ ...ARTICLE, ...more }]);
  const { queryId } = await answered;
  return stage.world.choose({ userId: ANNA, chatId, queryId, resultId: '1' });
}

test('the bot hears who types what, and how far they have scrolled', async () => {
  const stage = await setStage();

  const { inline_query } = await ask(stage, 'cats and dogs', '20');

  expect(inline_query).toMatchObject({ from: { id: ANNA }, query: 'cats and dogs', offset: '20' });
});

test('people see the results, how to get more, and the button', async () => {
  const stage = await setStage();
  const { answered, answer } = await ask(stage);
  const button = { text: 'Open', start_parameter: 'x' };

  await answer([{ ...ARTICLE, description: 'Soft' }], { next_offset: '1', button });

  expect(await answered).toMatchObject({
    results: [{ type: 'article', id: '1', title: 'Cats', description: 'Soft', picture: null }],
    nextOffset: '1',
    button,
  } satisfies Partial<InlineAnswer>);
});

test.each([
  [[ARTICLE, ARTICLE], {}, 'RESULT_ID_DUPLICATE'],
  [[{ ...ARTICLE, id: '' }], {}, 'RESULT_ID_INVALID'],
  [[{ ...ARTICLE, id: 'é'.repeat(33) }], {}, 'RESULT_ID_INVALID'],
  [Array.from({ length: 51 }, (_, it) => ({ ...ARTICLE, id: `${it}` })), {}, 'RESULTS_TOO_MUCH'],
  [[ARTICLE], { next_offset: 'x'.repeat(65) }, 'NEXT_OFFSET_INVALID'],
  [[ARTICLE], { button: { text: 'a', start_parameter: 'a b' } }, 'START_PARAM_INVALID'],
  [[{ ...ARTICLE, type: 'poem' }], {}, 'InlineQueryResult: unsupported result type'],
  [[{ ...ARTICLE, title: '' }], {}, 'Can\'t find field "title"'],
  [
    [{ ...ARTICLE, input_message_content: undefined }],
    {},
    'Can\'t find field "input_message_content"',
  ],
  [[{ ...ARTICLE, input_message_content: { message_text: '' } }], {}, 'message text is empty'],
  [
    [{ ...ARTICLE, input_message_content: { message_text: 'x'.repeat(4_097) } }],
    {},
    'message is too long',
  ],
  [[{ type: 'photo', id: '1', photo_file_id: 'photo-lost' }], {}, 'wrong file identifier'],
  [[{ type: 'photo', id: '1', photo_file_id: 'https://example.org/a.jpg' }], {}, 'PHOTO_INVALID'],
  [
    [
      {
        ...ARTICLE,
        reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'x'.repeat(65) }]] },
      },
    ],
    {},
    'BUTTON_DATA_INVALID',
  ],
  ['{}', {}, 'expected an Array'],
])('%j with %j is refused', async (results, more, reason) => {
  const stage = await setStage();
  const { answer } = await ask(stage);

  const { description } = await answer(results as unknown[], more);

  expect(description).toContain(reason);
});

test('a query is answered once, and not when it is old', async () => {
  const stage = await setStage();
  const first = await ask(stage);
  await first.answer([ARTICLE]);
  const second = await ask(stage);
  stage.pass(31_000);

  for (const { answer } of [first, second]) {
    expect((await answer([ARTICLE])).description).toContain('query is too old');
  }
});

test('whoever taps a result sends it as their own message, by way of the bot', async () => {
  const stage = await setStage();
  const markup = { inline_keyboard: [[{ text: 'Open', url: 'https://example.org/' }]] };

  const shared = await share(stage, GROUP, { reply_markup: markup });

  expect(shared).toMatchObject({
    from: { id: ANNA, is_bot: false },
    via_bot: { username: 'telewire_bot' },
    text: 'Cats',
    reply_markup: markup,
  });
  expect(stage.world.messages(GROUP)).toEqual([shared]);
  const { result } = await stage.call('getUpdates', {});
  expect(result).toMatchObject([{ message: { via_bot: { is_bot: true }, text: 'Cats' } }]);
});

test('where the bot is not, it hears nothing of what is shared', async () => {
  const stage = await setStage();
  stage.world.addChat({ id: BEN, type: 'private', bot: 'absent' });

  await share(stage, BEN);

  expect(stage.world.unconfirmed).toBe(0);
  expect((await share(stage, CHANNEL)).sender_chat).toMatchObject({ id: CHANNEL });
});

test('a photo that Telegram has is shared by its file', async () => {
  const stage = await setStage();
  const form = new FormData();
  form.set('chat_id', String(GROUP));
  form.set('photo', new Blob([await picture(640, 480, 'jpeg')]), 'cat.jpg');
  const sent = await fetch(`${stage.url}/bot42:playground/sendPhoto`, {
    method: 'POST',
    body: form,
  });
  const { result } = (await sent.json()) as { result: { photo: { file_id: string }[] } };
  const { answered, answer } = await ask(stage);
  const fileId = result.photo.at(-1)?.file_id;

  await answer([{ type: 'photo', id: '1', title: 'Cats', photo_file_id: fileId, caption: 'Soft' }]);
  const { queryId, results } = await answered;
  const choice = { userId: ANNA, chatId: FORUM, threadId: 2, queryId, resultId: '1' };

  expect(results).toMatchObject([{ type: 'photo', picture: `/world/file/${fileId}` }]);
  expect(stage.world.choose(choice)).toMatchObject({
    ...{ caption: 'Soft', message_thread_id: 2 },
    photo: [{}, { file_id: fileId }],
  });
});

test('the page asks and chooses over its own routes', async () => {
  const stage = await setStage();
  const post = (path: string, body: object) =>
    fetch(`${stage.url}/world/${path}`, { method: 'POST', body: JSON.stringify(body) });
  const asked = post('ask', { userId: ANNA, query: 'cats' });
  await expect.poll(() => stage.world.unconfirmed).toBe(1);
  const { id } = (await stage.call('getUpdates', {})).result[0].inline_query;
  await stage.call('answerInlineQuery', {
    inline_query_id: id,
    results: [ARTICLE],
    is_personal: true,
  });
  const { queryId } = (await (await asked).json()) as InlineAnswer;

  const chosen = await post('choose', { userId: ANNA, chatId: GROUP, queryId, resultId: '1' });
  expect(await chosen.json()).toMatchObject({ text: 'Cats' });
  const lost = await post('choose', { userId: ANNA, chatId: GROUP, queryId, resultId: '2' });
  expect([lost.status, await lost.text()]).toEqual([400, expect.stringContaining('not found')]);
});
