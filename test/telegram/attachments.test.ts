import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import type { Button, Media, Post, Rung } from '../../src/model.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { type Attachments, createAttachments } from '../../src/telegram/attachments.ts';
import { createBroadcastApi, createSendPost, type SendPost } from '../../src/telegram/send.ts';
import { ANNA, CHANNEL, GROUP, picture, setStage, TOKEN } from '../playground/telegram.ts';
import { type Gallery, openGallery } from './gallery.ts';

type Stage = Awaited<ReturnType<typeof setStage>>;

const MINUTE_MS = 60_000;
const BUTTONS: Button[][] = [[{ text: 'Read', data: 'r:token' }]];
const CAPTION = { text: 'One', entities: [] };
const MP3 = Buffer.concat([Buffer.from('ID3\x04'), Buffer.alloc(4_000, 1)]);
const MP4 = Buffer.concat([Buffer.from('\0\0\0\x20ftypisom'), Buffer.alloc(4_000, 1)]);

let stage: Stage;
let gallery: Gallery;
let store: Store;
let now: number;
let attachments: Attachments;
let sendPost: SendPost;
/** What Telegram gets when it fetches by itself. */
let fetched: { status: number; contentType: string; bytes: Uint8Array } | null;

beforeEach(async () => {
  gallery = await openGallery();
  fetched = null;
  stage = await setStage({ fetchPicture: async () => fetched });
  store = await openStore(':memory:');
  now = 1_000_000;
  attachments = createAttachments({
    ...{ openPicture: gallery.openPicture, fetchBytes: gallery.fetchBytes },
    files: store.pictureFiles,
    now: () => now,
  });
  sendPost = createSendPost({
    api: createBroadcastApi(TOKEN, { apiRoot: stage.url }),
    attachments,
  });
});

const to = (chatId: number) => ({ chatId, threadId: 0, pictures: 'wanted' }) as const;
const last = (chatId: number) => stage.world.messages(chatId).at(-1);
const calls = (method: string) => stage.world.calls.filter((call) => call.method === method);
const bad = (description: string) => ({
  error_code: 400,
  description: `Bad Request: ${description}`,
});

function post(...best: Rung[]): Post {
  return { rungs: [...best, { kind: 'plain', text: 'One' }] };
}

function album(pictureUrls: string[]): Post {
  const pictureUrl = pictureUrls[0] ?? '';
  return post(
    { kind: 'album', pictureUrls, caption: CAPTION },
    { kind: 'photo', pictureUrl, caption: CAPTION, buttons: BUTTONS },
  );
}

function recording(url: string, more: Partial<Media> = {}): Post {
  const media: Media = {
    ...{ kind: 'audio', url, title: 'Episode 1', performer: 'The Paper' },
    ...{ durationSeconds: 61, sizeBytes: null },
    ...more,
  };
  return post({ kind: media.kind, media, caption: CAPTION, buttons: BUTTONS });
}

async function hang(...names: string[]): Promise<string[]> {
  const urls = names.map(async (name, index) =>
    gallery.hang(name, await picture(640, 400 + index, 'jpeg')),
  );
  return Promise.all(urls);
}

/** The `photo` of each picture in the calls of an album. */
function sources(): string[][] {
  return calls('sendMediaGroup').map(({ params }) =>
    (params.media as { media: string }[]).map(({ media }) => media),
  );
}

test('an album is one message group, its caption under the first picture', async () => {
  const outcome = await sendPost(to(ANNA), album(await hang('a.jpg', 'b.jpg', 'c.jpg')));

  const messages = stage.world.messages(ANNA);
  expect(outcome).toEqual({
    kind: 'sent',
    messageId: messages[0]?.message_id,
    rung: 'album',
    refused: [],
  });
  expect(messages.map(({ caption, photo }) => [caption, photo?.at(-1)?.height])).toEqual([
    ['One', 400],
    [undefined, 401],
    [undefined, 402],
  ]);
});

test('each picture of an album is uploaded once, and serves other albums and photos', async () => {
  const urls = await hang('a.jpg', 'b.jpg', 'c.jpg');

  await sendPost(to(ANNA), album(urls));
  await sendPost(to(GROUP), album(urls));
  await sendPost(to(GROUP), album(urls.slice(1)));
  await sendPost(to(GROUP), album(urls.slice(2)));

  expect(gallery.visits).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
  const files = stage.world.messages(ANNA).map(({ photo }) => photo?.at(-1)?.file_id);
  expect(sources().slice(1)).toEqual([files, files.slice(1)]);
  expect(calls('sendPhoto').map(({ params }) => params.photo)).toEqual([files[2]]);
});

test('fifty chats get one album at the same time for one upload', async () => {
  const one = album(await hang('a.jpg', 'b.jpg'));
  const ids = Array.from({ length: 50 }, (_, index) => 1_000 + index);
  for (const id of ids) {
    stage.world.addUser({ id });
    stage.world.addChat({ id, type: 'private' });
  }

  const outcomes = await Promise.all(ids.map((id) => sendPost(to(id), one)));

  expect(outcomes.map(({ kind }) => kind)).toEqual(Array(50).fill('sent'));
  expect(gallery.visits).toEqual(['a.jpg', 'b.jpg']);
  expect(sources().filter(([first]) => first?.startsWith('attach:'))).toHaveLength(1);
});

test('a picture that cannot be had is left out of its album, for every chat alike', async () => {
  const [a = '', b = ''] = await hang('a.jpg', 'b.jpg');
  const urls = [a, gallery.hang('page.jpg', Buffer.from('<html>')), b];

  await sendPost(to(ANNA), album(urls));
  await sendPost(to(CHANNEL), album(urls));

  expect(stage.world.messages(ANNA)).toHaveLength(2);
  expect(stage.world.messages(CHANNEL)).toHaveLength(2);
  expect(gallery.visits).toEqual(['a.jpg', 'page.jpg', 'b.jpg']);
});

test('one picture alone is no album but a photo', async () => {
  const [a = ''] = await hang('a.jpg');

  const outcome = await sendPost(
    to(ANNA),
    album([a, gallery.hang('b.jpg', Buffer.from('<html>'))]),
  );

  expect(outcome).toMatchObject({
    rung: 'photo',
    refused: [{ kind: 'picture', reason: '1 of 2 pictures usable' }],
  });
  expect(calls('sendMediaGroup')).toEqual([]);
});

test('an album that Telegram refuses becomes a photo, and ten minutes later may be one again', async () => {
  const one = album(await hang('a.jpg', 'b.jpg'));
  stage.world.failNext(
    { method: 'sendMediaGroup' },
    bad('failed to send message #2 with the error message "IMAGE_PROCESS_FAILED"'),
  );

  expect(await sendPost(to(ANNA), one)).toMatchObject({ kind: 'sent', rung: 'photo' });
  expect(await sendPost(to(ANNA), one)).toMatchObject({ kind: 'sent', rung: 'photo' });
  now += 10 * MINUTE_MS;
  expect(await sendPost(to(ANNA), one)).toMatchObject({ kind: 'sent', rung: 'album' });
  expect(calls('sendMediaGroup')).toHaveLength(2);
});

async function movingGif(): Promise<Buffer> {
  const frames = [await picture(300, 200, 'png'), await picture(300, 200, 'png')];
  const second = await sharp(frames[1]).negate().png().toBuffer();
  return sharp([Buffer.from(frames[0] ?? []), second], { join: { animated: true } })
    .gif()
    .toBuffer();
}

test('a picture that moves is sent as an animation, uploaded once', async () => {
  const pictureUrl = gallery.hang('cat.gif', { bytes: await movingGif(), type: 'image/gif' });
  const one = post({ kind: 'photo', pictureUrl, caption: CAPTION, buttons: BUTTONS });

  await sendPost(to(ANNA), one);
  await sendPost(to(GROUP), one);

  const { animation, caption, reply_markup: markup } = last(GROUP) ?? {};
  expect(animation).toMatchObject({ file_name: 'animation.gif' });
  expect(caption).toBe('One');
  expect(markup?.inline_keyboard).toHaveLength(1);
  expect(gallery.visits).toEqual(['cat.gif']);
  expect(calls('sendAnimation').map(({ params }) => params.animation)).toEqual([
    expect.stringMatching(/^attach:/),
    animation?.file_id,
  ]);
});

test('a refused animation is shown by its beginning', async () => {
  const pictureUrl = gallery.hang('cat.gif', { bytes: await movingGif(), type: 'image/gif' });
  const one = post({ kind: 'photo', pictureUrl, caption: CAPTION, buttons: BUTTONS });
  stage.world.failNext({ method: 'sendAnimation' }, bad('IMAGE_PROCESS_FAILED'));

  expect(await sendPost(to(ANNA), one)).toMatchObject({ rung: 'photo', refused: [] });
  await sendPost(to(GROUP), one);

  expect(last(ANNA)?.photo?.at(-1)).toMatchObject({ width: 300, height: 200 });
  expect(calls('sendAnimation')).toHaveLength(1);
  expect(gallery.visits).toEqual(['cat.gif']);
});

test('a podcast is fetched by Telegram itself, and then named by its file', async () => {
  fetched = { status: 200, contentType: 'audio/mpeg', bytes: MP3 };
  const one = recording('https://pod.example/1.mp3');

  const outcome = await sendPost(to(ANNA), one);
  await sendPost(to(GROUP), one);

  expect(outcome).toMatchObject({ kind: 'sent', rung: 'audio', refused: [] });
  expect(last(GROUP)).toMatchObject({
    caption: 'One',
    audio: { title: 'Episode 1', performer: 'The Paper', duration: 61 },
  });
  expect(last(GROUP)?.reply_markup?.inline_keyboard).toHaveLength(1);
  expect(calls('sendAudio').map(({ params }) => params.audio)).toEqual([
    'https://pod.example/1.mp3',
    last(ANNA)?.audio?.file_id,
  ]);
});

test.each([
  ['audio', MP3, 'audio.mp3'],
  ['video', MP4, 'video.mp4'],
  ['animation', MP4, 'video.mp4'],
] as const)('%s that Telegram cannot fetch is uploaded', async (kind, bytes, name) => {
  const url = gallery.hang('it', { bytes, type: 'application/octet-stream' });

  const outcome = await sendPost(to(ANNA), recording(url, { kind }));

  expect(outcome).toMatchObject({ kind: 'sent', rung: kind, refused: [] });
  expect(last(ANNA)?.[kind]).toMatchObject({ file_name: name });
});

test('a page in place of a recording is never sent as one', async () => {
  const url = gallery.hang('it', { bytes: Buffer.from('<html>'), type: 'audio/mpeg' });

  expect(await sendPost(to(ANNA), recording(url))).toMatchObject({
    rung: 'plain',
    refused: [{ kind: 'picture', reason: 'not a recording' }],
  });
  expect(calls('sendAudio')).toHaveLength(1);
});

test('a recording larger than Telegram fetches is not even tried', async () => {
  const large = recording('https://pod.example/1.mp3', { sizeBytes: 20_000_001 });

  expect(await sendPost(to(ANNA), large)).toMatchObject({
    rung: 'plain',
    refused: [{ kind: 'picture', reason: '20000001 bytes' }],
  });
  expect(calls('sendAudio')).toEqual([]);
});

test('pictures are fetched ahead once, and asked for no more when they are at hand', async () => {
  const one = album(await hang('a.jpg', 'b.jpg'));

  const first = attachments.prepare(one);
  const second = attachments.prepare(one);
  await Promise.all([first, second]);

  expect([first, second, attachments.prepare(one)]).toEqual([
    expect.any(Promise),
    expect.any(Promise),
    null,
  ]);
  await sendPost(to(ANNA), one);
  expect(gallery.visits).toEqual(['a.jpg', 'b.jpg']);
});

test('what failed ahead is not fetched again for ten minutes', async () => {
  const pictureUrl = gallery.hang('gone.jpg', { bytes: new Uint8Array(), status: 404 });
  const one = post({ kind: 'photo', pictureUrl, caption: CAPTION, buttons: BUTTONS });

  await attachments.prepare(one);
  now += 10 * MINUTE_MS - 1;
  expect(attachments.prepare(one)).toBeNull();
  now += 1;
  await attachments.prepare(one);

  expect(gallery.visits).toEqual(['gone.jpg', 'gone.jpg']);
});
