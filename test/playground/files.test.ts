import { InputFile } from 'grammy';
import { expect, test } from 'vitest';
import { ANNA, GROUP, picture, setStage, TOKEN } from './telegram.ts';

const URL_OF_PICTURE = 'http://a.b/c.png';

test.each(['png', 'jpeg', 'webp', 'gif'] as const)('a %s is measured', async (format) => {
  const { api } = await setStage();

  const { photo } = await api.sendPhoto(
    ANNA,
    new InputFile(await picture(640, 480, format), `a.${format}`),
    { caption: 'Look' },
  );

  expect(photo.map(({ width, height }) => [width, height])).toEqual([
    [320, 240],
    [640, 480],
  ]);
});

test('the same picture has the same file_id, which serves every chat and can be downloaded', async () => {
  const { api, url } = await setStage();
  const bytes = await picture(30, 20, 'png');

  const first = await api.sendPhoto(ANNA, new InputFile(bytes, 'a.png'));
  const again = await api.sendPhoto(GROUP, new InputFile(bytes, 'b.png'));
  const fileId = first.photo.at(-1)?.file_id ?? '';
  const third = await api.sendPhoto(GROUP, fileId);
  const file = await api.getFile(fileId);
  const downloaded = await fetch(`${url}/file/bot${TOKEN}/${file.file_path}`);
  const forPeople = await fetch(`${url}/world/file/${fileId}`);

  expect(again.photo).toEqual(first.photo);
  expect(third.photo).toEqual(first.photo);
  expect(new Uint8Array(await downloaded.arrayBuffer())).toEqual(bytes);
  expect(new Uint8Array(await forPeople.arrayBuffer())).toEqual(bytes);
});

test.each([
  ['too wide and high', 6000, 4001, 'PHOTO_INVALID_DIMENSIONS'],
  ['too narrow', 2, 41, 'PHOTO_INVALID_DIMENSIONS'],
])('a picture %s is refused', async (_name, width, height, description) => {
  const { api } = await setStage();
  const photo = new InputFile(await picture(width, height, 'png'), 'a.png');

  await expect(api.sendPhoto(ANNA, photo)).rejects.toMatchObject({
    error_code: 400,
    description: `Bad Request: ${description}`,
  });
});

test.each([
  [
    'a.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    /^Bad Request: photo has unsupported extension\. Use one of/,
  ],
  [
    'a.jpg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    /^Bad Request: IMAGE_PROCESS_FAILED$/,
  ],
  ['a.jpg', 'no picture', /^Bad Request: IMAGE_PROCESS_FAILED$/],
  ['a.jpg', '', /^Bad Request: file must be non-empty$/],
  [
    'a.jpg',
    'x'.repeat(10 * 1024 * 1024 + 1),
    /^Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes$/,
  ],
])('case %#: an upload of %s that is no photo is refused', async (name, content, description) => {
  const { api } = await setStage();
  const photo = new InputFile(Buffer.from(content), name);

  await expect(api.sendPhoto(ANNA, photo)).rejects.toMatchObject({
    description: expect.stringMatching(description),
  });
});

test('a picture by URL is fetched by Telegram', async () => {
  const bytes = await picture(30, 20, 'png');
  const { api } = await setStage({
    fetchPicture: async () => ({ status: 200, contentType: 'image/png', bytes }),
  });

  const { photo } = await api.sendPhoto(ANNA, URL_OF_PICTURE);

  expect(photo).toMatchObject([{ width: 30, height: 20, file_size: bytes.length }]);
});

const big = new Uint8Array(5 * 1024 * 1024 + 1);
test.each([
  ['nobody answers', null, 'failed to get HTTP URL content'],
  ['404', { status: 404, contentType: 'image/png', bytes: big }, 'failed to get HTTP URL content'],
  [
    'too big',
    { status: 200, contentType: 'image/png', bytes: big },
    'failed to get HTTP URL content',
  ],
  [
    'a page',
    { status: 200, contentType: 'text/html', bytes: Buffer.from('<p>') },
    'wrong type of the web page content',
  ],
  [
    'no picture inside',
    { status: 200, contentType: 'image/png', bytes: Buffer.from('x') },
    'IMAGE_PROCESS_FAILED',
  ],
])('a URL is refused: %s', async (_name, fetched, description) => {
  const { api } = await setStage({ fetchPicture: async () => fetched });

  await expect(api.sendPhoto(ANNA, URL_OF_PICTURE)).rejects.toMatchObject({
    description: `Bad Request: ${description}`,
  });
});

test.each([
  ['', 'there is no photo in the request'],
  ['attach://nothing', 'there is no photo in the request'],
  ['AgACAgIAAx', 'wrong file identifier/HTTP URL specified'],
  ['http://localhost/a.png', 'wrong HTTP URL specified'],
])('photo %j is refused', async (photo, description) => {
  const { call } = await setStage();

  const reply = await call('sendPhoto', { chat_id: ANNA, photo });

  expect(reply.description).toBe(`Bad Request: ${description}`);
});

test('a file_id keeps its kind', async () => {
  const { api, call } = await setStage();
  const sent = await api.sendDocument(ANNA, new InputFile(Buffer.from('%PDF'), 'a.pdf'));
  const photo = sent.document.file_id;

  const reply = await call('sendPhoto', { chat_id: ANNA, photo });

  expect(sent.document.file_name).toBe('a.pdf');
  expect(reply.description).toBe("Bad Request: can't use file of type Document as Photo");
});

test('a caption longer than 1024 symbols is refused', async () => {
  const { call } = await setStage();

  const reply = await call('sendPhoto', {
    chat_id: ANNA,
    photo: URL_OF_PICTURE,
    caption: 'a'.repeat(1025),
  });

  expect(reply.description).toBe('Bad Request: message caption is too long');
});
