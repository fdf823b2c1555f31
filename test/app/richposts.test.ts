import { afterEach, beforeEach, expect, test } from 'vitest';
import { clear, type Stage, setStage } from '../bot/stage.ts';
import { ANNA } from '../world.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  await stage.say(ANNA, ANNA, `/subscribe ${stage.paper.feedUrl}`);
  await stage.store.chats.look(ANNA, { style: 'rich' });
});

afterEach(() => clear(stage));

/** An entry with a picture is published and delivered; what has to decode the picture first may take a moment longer. */
async function publish(id: string): Promise<void> {
  const html = `<p>${'A long night is over in the harbour. '.repeat(6)}</p><p>Then ${id} came.</p>`;
  stage.paper.print({ id, html, picture: `/${id}.jpg`, at: stage.clock.now() });
  await stage.pass(120_000);
  await stage.tick();
}

const calls = (method: string) => stage.telegram.calls.filter((it) => it.method === method);
const bad = (description: string) => ({
  error_code: 400,
  description: `Bad Request: ${description}`,
});
const blockTypes = () => stage.last(ANNA).rich_message?.blocks.map(({ type }) => type);

test('a rich post has its picture, and the whole article folded in', async () => {
  await publish('news');

  expect(blockTypes()).toEqual(['photo', 'heading', 'paragraph', 'footer', 'details']);
  expect(JSON.stringify(stage.last(ANNA).rich_message)).toContain('Then news came.');
  expect(stage.buttons(ANNA)).toEqual(['Read', 'Open ↗', '⋯']);
  expect(calls('sendRichMessage')[0]?.params.rich_message).toMatchObject({
    skip_entity_detection: true,
  });
});

test('a picture that Telegram cannot have leaves the rest as it is', async () => {
  stage.telegram.failNext({ method: 'sendRichMessage' }, bad('wrong type of the web page content'));
  await publish('news');

  expect(blockTypes()).toEqual(['heading', 'paragraph', 'footer', 'details']);
});

test('a chat that forbids pictures gets rich posts without', async () => {
  stage.telegram.failNext(
    { method: 'sendRichMessage' },
    bad('not enough rights to send the rich message to the chat'),
  );
  await publish('news');
  await publish('more');

  expect(blockTypes()).toEqual(['heading', 'paragraph', 'footer', 'details']);
  expect(calls('sendRichMessage')).toHaveLength(3);
});

test('a rich message that is refused for its form becomes a picture with the same words', async () => {
  stage.telegram.failNext({ method: 'sendRichMessage' }, bad('RICH_MESSAGE_URL_INVALID'));
  stage.telegram.failNext({ method: 'sendRichMessage' }, bad('RICH_MESSAGE_URL_INVALID'));
  await publish('news');

  await expect.poll(() => stage.last(ANNA).photo).toBeDefined();
  expect(stage.said(ANNA)).toMatch(/^news\n\nA long night is over/);
});

test('when the picture is refused as well, a preview is still tried', async () => {
  for (const method of ['sendRichMessage', 'sendRichMessage']) {
    stage.telegram.failNext({ method }, bad('RICH_MESSAGE_URL_INVALID'));
  }
  stage.telegram.failNext({ method: 'sendPhoto' }, bad('IMAGE_PROCESS_FAILED'));
  await publish('news');

  await expect
    .poll(() => calls('sendMessage').at(-1)?.params.link_preview_options)
    .toMatchObject({ prefer_large_media: true });
});

test('a server that does not know rich messages is not asked a second time', async () => {
  stage.telegram.failNext(
    { method: 'sendRichMessage' },
    { error_code: 404, description: 'Not Found: method not found' },
  );
  await publish('news');
  await publish('more');

  expect(calls('sendRichMessage')).toHaveLength(1);
  await expect.poll(() => stage.titles(ANNA)).toEqual(['news', 'more']);
});
