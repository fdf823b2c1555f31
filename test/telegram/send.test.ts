import type { Transformer } from 'grammy';
import { beforeEach, expect, test } from 'vitest';
import type { Button, Post, Rung } from '../../src/model.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { createAttachments } from '../../src/telegram/attachments.ts';
import { createPace } from '../../src/telegram/pace.ts';
import { heedRests } from '../../src/telegram/rest.ts';
import {
  createBroadcastApi,
  createSendPost,
  type Destination,
  type SendPost,
} from '../../src/telegram/send.ts';
import { ANNA, CHANNEL, FORUM, GROUP, picture, setStage, TOKEN } from '../playground/telegram.ts';
import { type Gallery, openGallery } from './gallery.ts';

type Stage = Awaited<ReturnType<typeof setStage>>;

const MINUTE_MS = 60_000;
const READ: Button = { text: 'Read', data: 'r:token' };
const OPEN: Button = { text: 'Open', url: 'https://example.org/one' };

let stage: Stage;
let gallery: Gallery;
let store: Store;
let now: number;
let sendPost: SendPost;

beforeEach(async () => {
  gallery = await openGallery();
  stage = await setStage({ fetchPicture: async () => null });
  store = await openStore(':memory:');
  now = 1_000_000;
  sendPost = newSendPost();
});

function newSendPost(...transformers: Transformer[]): SendPost {
  const attachments = createAttachments({
    ...{ openPicture: gallery.openPicture, fetchBytes: gallery.fetchBytes },
    files: store.pictureFiles,
    now: () => now,
  });
  const api = createBroadcastApi(TOKEN, { apiRoot: stage.url }, ...transformers);
  return createSendPost({ api, attachments });
}

const to = (chatId: number, more: Partial<Destination> = {}): Destination => ({
  ...{ chatId, threadId: 0, pictures: 'wanted' },
  ...more,
});

function post(pictureUrl?: string, buttons: Button[][] = [[READ, OPEN]]): Post {
  const body = { text: 'One\n\nThe lead.', entities: [{ type: 'bold', offset: 0, length: 3 }] };
  const rich = body as Extract<Rung, { kind: 'text' }>['body'];
  const previewUrl = 'https://example.org/one';
  return {
    rungs: [
      ...(pictureUrl ? [{ kind: 'photo', pictureUrl, caption: rich, buttons } as const] : []),
      { kind: 'preview', body: rich, previewUrl, buttons },
      { kind: 'text', body: rich, buttons },
      { kind: 'plain', text: `One\n\nThe lead.\n\n${previewUrl}` },
    ],
  };
}

const hangPicture = async () => gallery.hang('one.jpg', await picture(640, 400, 'jpeg'));
const last = (chatId: number) => stage.world.messages(chatId).at(-1);
const calls = (method: string) => stage.world.calls.filter((call) => call.method === method);
const uploads = () =>
  calls('sendPhoto').filter(({ params }) => /^attach:/.test(String(params.photo)));
const bad = (description: string) => ({
  error_code: 400,
  description: `Bad Request: ${description}`,
});

test('the best rung is the picture with its caption and buttons', async () => {
  const outcome = await sendPost(to(ANNA), post(await hangPicture()));

  const message = last(ANNA);
  expect(outcome).toEqual({
    kind: 'sent',
    messageId: message?.message_id,
    rung: 'photo',
    refused: [],
  });
  expect(message?.caption).toBe('One\n\nThe lead.');
  expect(message?.caption_entities).toEqual([{ type: 'bold', offset: 0, length: 3 }]);
  expect(message?.reply_markup?.inline_keyboard?.flat().map(({ text }) => text)).toEqual([
    'Read',
    'Open',
  ]);
});

test('a refused picture makes the same post a text with a large preview above', async () => {
  stage.world.failNext({ method: 'sendPhoto' }, bad('IMAGE_PROCESS_FAILED'));

  const outcome = await sendPost(to(ANNA), post(await hangPicture()));

  expect(outcome).toMatchObject({ kind: 'sent', rung: 'preview', refused: [{ kind: 'picture' }] });
  expect(last(ANNA)?.text).toBe('One\n\nThe lead.');
  expect(calls('sendMessage')[0]?.params.link_preview_options).toEqual({
    url: 'https://example.org/one',
    prefer_large_media: true,
    show_above_text: true,
  });
});

test('refused entities lead past the preview to text, and from there to plain text', async () => {
  stage.world.failNext({ method: 'sendPhoto' }, bad("can't parse entities: no"));
  stage.world.failNext({ method: 'sendMessage' }, bad('ENTITY_BOUNDS_INVALID'));

  const outcome = await sendPost(to(ANNA), post(await hangPicture()));

  expect(outcome).toMatchObject({ kind: 'sent', rung: 'plain' });
  expect(calls('sendMessage').map(({ params }) => params.link_preview_options)).toEqual([
    { is_disabled: true },
    { is_disabled: true },
  ]);
  expect(last(ANNA)?.text).toBe('One\n\nThe lead.\n\nhttps://example.org/one');
  expect(last(ANNA)?.reply_markup).toBeUndefined();
});

test('a post that is refused in every form is refused for the last reason', async () => {
  stage.world.failNext({ method: 'sendMessage', times: 3 }, bad('something new'));

  expect(await sendPost(to(ANNA), post())).toEqual({
    kind: 'refused',
    reason: 'Bad Request: something new',
  });
  expect(stage.world.messages(ANNA)).toEqual([]);
});

test('a link that Telegram takes on no button costs that button alone', async () => {
  stage.world.failNext({ method: 'sendPhoto' }, bad('BUTTON_URL_INVALID'));

  const outcome = await sendPost(to(ANNA), post(await hangPicture()));

  expect(outcome).toMatchObject({ kind: 'sent', rung: 'photo', refused: [{ kind: 'buttons' }] });
  expect(last(ANNA)?.reply_markup?.inline_keyboard).toEqual([
    [{ text: 'Read', callback_data: 'r:token' }],
  ]);
});

test('refused buttons of our own are left out, and the rest of the post stays', async () => {
  stage.world.failNext({ method: 'sendMessage', times: 2 }, bad('BUTTON_DATA_INVALID'));

  const outcome = await sendPost(to(ANNA), post());

  expect(outcome).toMatchObject({ kind: 'sent', rung: 'preview' });
  expect(last(ANNA)?.reply_markup).toBeUndefined();
  expect(last(ANNA)?.entities).toEqual([{ type: 'bold', offset: 0, length: 3 }]);
});

test('a rung that is refused for its buttons when it has none left gives way to the next', async () => {
  stage.world.failNext({ method: 'sendMessage', times: 3 }, bad('reply markup is too long'));

  expect(await sendPost(to(ANNA), post(undefined, [[READ]]))).toMatchObject({
    kind: 'sent',
    rung: 'text',
  });
  expect(calls('sendMessage')).toHaveLength(4);
});

test('a chat that forbids pictures is told so once, and gets text', async () => {
  stage.world.throwSwitch({ chatId: GROUP, name: 'noPictures', on: true });

  const outcome = await sendPost(to(GROUP), post(await hangPicture()));

  expect(outcome).toMatchObject({
    kind: 'sent',
    rung: 'preview',
    refused: [{ kind: 'noPictures' }],
  });
});

test('a chat known to forbid pictures is not asked for a photo', async () => {
  const outcome = await sendPost(to(GROUP, { pictures: 'forbidden' }), post(await hangPicture()));

  expect(outcome).toMatchObject({ kind: 'sent', rung: 'preview', refused: [] });
  expect(calls('sendPhoto')).toEqual([]);
  expect(gallery.visits).toEqual([]);
});

test('a post goes into its topic, and outside topics no thread is named', async () => {
  const [topic] = stage.world.snapshot().chats.find(({ id }) => id === FORUM)?.topics ?? [];
  const threadId = topic?.id ?? 0;

  await sendPost(to(FORUM, { threadId }), post());
  await sendPost(to(FORUM), post(await hangPicture()));

  expect(threadId).toBeGreaterThan(0);
  expect(calls('sendMessage')[0]?.params.message_thread_id).toBe(threadId);
  expect(calls('sendPhoto')[0]?.params).not.toHaveProperty('message_thread_id');
});

test('a topic that is gone ends the walk at its first rung', async () => {
  const outcome = await sendPost(to(FORUM, { threadId: 9_999 }), post());

  expect(outcome).toEqual({
    kind: 'topicGone',
    reason: 'Bad Request: message thread not found',
  });
  expect(calls('sendMessage')).toHaveLength(1);
});

test.each([
  ['flood', { error_code: 429, description: 'Too Many', parameters: { retry_after: 7 } }],
  ['passing', { error_code: 500, description: 'Internal Server Error' }],
  ['uncertain', 'html 502'],
  ['uncertain', 'reset before'],
  ['unauthorized', { error_code: 401, description: 'Unauthorized' }],
  ['gone', { error_code: 403, description: 'Forbidden: bot was blocked by the user' }],
] as const)('%s is not the rung’s fault, so no other rung is tried', async (kind, failure) => {
  stage.world.failNext({ method: 'sendMessage' }, failure);

  const outcome = await sendPost(to(ANNA), post());

  expect(outcome).toMatchObject({ kind });
  expect(calls('sendMessage')).toHaveLength(1);
});

test('a message that the chat’s moderation removed at once counts as sent', async () => {
  const description =
    "Internal Server Error: sent message was immediately deleted and can't be returned";
  stage.world.failNext({ method: 'sendMessage' }, { error_code: 500, description });

  expect(await sendPost(to(ANNA), post())).toMatchObject({
    kind: 'sent',
    messageId: 0,
    refused: [{ kind: 'removed' }],
  });
});

/** Fifty people with a private chat each. */
function fiftyChats(): number[] {
  const ids = Array.from({ length: 50 }, (_, index) => 1_000 + index);
  for (const id of ids) {
    stage.world.addUser({ id });
    stage.world.addChat({ id, type: 'private' });
  }
  return ids;
}

test('a picture for fifty chats at the same time is fetched once and uploaded once', async () => {
  const one = post(await hangPicture());

  const outcomes = await Promise.all(fiftyChats().map((id) => sendPost(to(id), one)));

  expect(outcomes.map(({ kind }) => kind)).toEqual(Array(50).fill('sent'));
  expect(gallery.visits).toEqual(['one.jpg']);
  expect(calls('sendPhoto')).toHaveLength(50);
  expect(uploads()).toHaveLength(1);
});

test('a flood answer to the upload makes only its own chat wait', async () => {
  const one = post(await hangPicture());
  const [first = 0, ...others] = fiftyChats();
  stage.world.failNext(
    { method: 'sendPhoto', chatId: first },
    { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 30 } },
  );

  const [flooded, ...sent] = await Promise.all(
    [first, ...others].map((id) => sendPost(to(id), one)),
  );

  expect(flooded).toMatchObject({ kind: 'flood', afterMs: 30_000 });
  expect(sent.map(({ kind }) => kind)).toEqual(Array(49).fill('sent'));
  expect(uploads()).toHaveLength(2);
});

test('an outage met by the upload is everybody’s, and is met once', async () => {
  const one = post(await hangPicture());
  stage.world.failNext({ method: 'sendPhoto' }, 'html 502');

  const [first, ...others] = await Promise.all(fiftyChats().map((id) => sendPost(to(id), one)));

  expect(first).toMatchObject({ kind: 'uncertain' });
  expect(others).toEqual(Array(49).fill({ kind: 'passing', reason: 'no answer' }));
  expect(calls('sendPhoto')).toHaveLength(1);
});

test('a file that Telegram no longer knows is forgotten and uploaded anew', async () => {
  const url = await hangPicture();
  await store.pictureFiles.remember(url, 'no-such-file', now);

  const outcome = await sendPost(to(ANNA), post(url));

  expect(outcome).toMatchObject({ kind: 'sent', rung: 'photo', refused: [] });
  expect(calls('sendPhoto').map(({ params }) => params.photo)).toEqual([
    'no-such-file',
    expect.stringMatching(/^attach:/),
  ]);
  expect(await store.pictureFiles.fileId(url)).toBe(last(ANNA)?.photo?.at(-1)?.file_id);
});

test('a picture we cannot reach is left to Telegram, and without it the post has a preview', async () => {
  const outcome = await sendPost(to(ANNA), post('http://127.0.0.1:9/gone.jpg'));

  expect(calls('sendPhoto')[0]?.params.photo).toBe('http://127.0.0.1:9/gone.jpg');
  expect(outcome).toMatchObject({ kind: 'sent', rung: 'preview' });
});

test('a picture that Telegram reached and we did not is sent by its file from then on', async () => {
  const bytes = await picture(640, 400, 'jpeg');
  stage = await setStage({
    fetchPicture: async () => ({ status: 200, contentType: 'image/jpeg', bytes }),
  });
  sendPost = newSendPost();
  const one = post(gallery.hang('guarded.jpg', { bytes: new Uint8Array(), status: 403 }));

  await sendPost(to(ANNA), one);
  await sendPost(to(CHANNEL), one);

  expect(calls('sendPhoto').map(({ params }) => params.photo)).toEqual([
    expect.stringMatching(/guarded\.jpg$/),
    last(ANNA)?.photo?.at(-1)?.file_id,
  ]);
});

test('what is no picture is asked for once in ten minutes, whatever the number of chats', async () => {
  const one = post(gallery.hang('page.jpg', Buffer.from('<html>')));

  const first = await sendPost(to(ANNA), one);
  now += 10 * MINUTE_MS - 1;
  await sendPost(to(GROUP), one);
  expect(first).toMatchObject({ rung: 'preview', refused: [{ kind: 'picture' }] });
  expect(gallery.visits).toHaveLength(1);

  now += 1;
  await sendPost(to(CHANNEL), one);

  expect(gallery.visits).toHaveLength(2);
  expect(calls('sendPhoto')).toEqual([]);
});

test('a chat that begins to rest while its picture is refused gets the text when it has rested', async () => {
  const clock = { now: () => now, sleep: async () => {} };
  const rate = { count: 1_000, perMs: 1_000 };
  const pace = createPace({ global: rate, chat: rate, group: rate }, clock);
  const restingSend = newSendPost(heedRests(pace, clock));
  stage.world.failNext({ method: 'sendPhoto' }, bad('IMAGE_PROCESS_FAILED'));
  // An answer to somebody in the chat has met a flood meanwhile.
  stage.world.watch(({ kind }) => kind === 'refused' && pace.flooded({ id: ANNA }, 30_000));

  const early = await restingSend(to(ANNA), post(await hangPicture()));
  now += 31_000;
  const late = await restingSend(to(ANNA), post());

  expect(early).toMatchObject({ kind: 'flood', afterMs: 31_000 });
  expect(late).toMatchObject({ kind: 'sent', rung: 'preview' });
  expect(calls('sendMessage')).toHaveLength(1);
});
