import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPaper, type Paper } from '../paper.ts';
import {
  ANNA,
  BEN,
  createTestWorld,
  expectNoCrash,
  GROUP,
  STARTED_AT,
  type TestWorld,
} from '../world.ts';

const MINUTE_MS = 60_000;

let world: TestWorld;
let slow: Paper;

beforeEach(async () => {
  slow = await openPaper('The Slow Paper');
  world = await createTestWorld({ neighbour: slow });
  world.paper.print({ id: 'old' });
  slow.print({ id: 'older' });
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(10_000);
});

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
  await slow.close();
});

/** The feeds are asked again, and what is new goes out. */
async function nextRound(): Promise<void> {
  await world.pass(MINUTE_MS);
  await world.tick();
  await world.pass(5_000);
}

/** Decoding takes time that is on nobody's clock. */
async function arrival(chatId: number, count: number): Promise<void> {
  for (let turn = 0; turn < 50 && world.messages(chatId).length < count; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await world.pass(10_000);
  }
}

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#573' } })
    .jpeg()
    .toBuffer();

const images = (...names: string[]) =>
  names.map((name) => `<p><img src="${world.paper.url}/${name}.jpg"></p>`).join('');

const last = (chatId: number) => world.messages(chatId).at(-1);
const calls = (method: string) => world.telegram.calls.filter((call) => call.method === method);

test('a post is its picture, and where Telegram refuses that, a text with a large preview', async () => {
  world.paper.print({ id: 'seen', picture: 'boat' });
  await nextRound();
  expect(last(ANNA)).toMatchObject({ photo: [{ width: 320 }, { width: 640, height: 400 }] });

  world.telegram.throwSwitch({ chatId: ANNA, name: 'refusePictures', on: true });
  world.paper.print({ id: 'refused', picture: 'house' });
  await nextRound();

  expect(last(ANNA)?.text).toMatch(/^refused\n\n/);
  expect(last(ANNA)?.link_preview_options).toEqual({
    url: `${world.paper.url}/refused`,
    prefer_large_media: true,
    show_above_text: true,
  });
  expect(last(ANNA)?.reply_markup?.inline_keyboard?.flat()).toHaveLength(3);
});

test('an AVIF, a drawing and a strip are shown as photos', async () => {
  const before = world.messages(ANNA).length;
  const avif = await sharp(await photo(300, 200))
    .avif()
    .toBuffer();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"/>');
  const pictures = [
    world.paper.hang('/a.avif', { type: 'image/avif', bytes: avif }),
    world.paper.hang('/b.svg', { type: 'image/svg+xml', bytes: svg }),
    world.paper.hang('/c.jpeg', { type: 'image/jpeg', bytes: await photo(2_000, 80) }),
  ];
  for (const [index, url] of pictures.entries()) {
    world.paper.print({ id: `${index}`, html: `<p><img src="${url}"></p><p>Seen.</p>` });
  }
  await nextRound();
  await arrival(ANNA, before + 3);

  const photos = world
    .messages(ANNA)
    .slice(-3)
    .map(({ photo: sizes }) => sizes?.at(-1));
  expect(photos).toMatchObject([
    { width: 300, height: 200 },
    { width: 1_280, height: 640 },
    { width: 2_000, height: 100 },
  ]);
});

test('a slow server delays neither another chat’s posts nor, for ever, its own', async () => {
  const arrived = Promise.withResolvers<void>();
  const url = slow.hang('/slow.jpg', {
    ...{ type: 'image/jpeg', bytes: await photo(640, 480) },
    until: arrived.promise,
  });
  await world.say(BEN, BEN, `/subscribe ${slow.feedUrl}`);
  await world.say(ANNA, GROUP, `/subscribe ${slow.feedUrl}`);
  await world.pass(10_000);
  const before = new Map([BEN, GROUP].map((id) => [id, world.messages(id).length]));
  for (const id of ['one', 'two']) slow.print({ id, html: `<p><img src="${url}"></p>` });
  world.paper.print({ id: 'more' });
  await nextRound();

  expect(world.titles(ANNA).slice(1)).toEqual(['more']);
  expect(world.titles(BEN).slice(1)).toEqual([]);

  arrived.resolve();
  for (const chatId of [BEN, GROUP]) await arrival(chatId, (before.get(chatId) ?? 0) + 2);

  expect(world.titles(BEN).slice(1)).toEqual(['one', 'two']);
  expect(world.titles(GROUP).slice(1)).toEqual(['one', 'two']);
  expect(slow.requests.filter(({ path }) => path === '/slow.jpg')).toHaveLength(1);
});

test('albums are for whoever chose them: all pictures, and the link in the caption', async () => {
  await world.store.chats.look(ANNA, { style: 'album' });
  const before = world.messages(ANNA).length;
  world.paper.print({ id: 'trip', html: `${images('a', 'b', 'c')}<p>We went to the sea.</p>` });
  world.paper.print({ id: 'one', html: `${images('d')}<p>One picture only.</p>` });
  await nextRound();
  await arrival(ANNA, before + 4);

  const [first, second, third, single] = world.messages(ANNA).slice(-4);
  expect(first?.caption).toMatch(/^trip\n\nWe went to the sea\./);
  expect(first?.caption_entities).toContainEqual(
    expect.objectContaining({ type: 'text_link', url: `${world.paper.url}/trip` }),
  );
  expect(new Set([first, second, third].map((it) => it?.media_group_id))).toEqual(new Set(['1']));
  expect([second?.caption, third?.caption]).toEqual([undefined, undefined]);
  expect(single).toMatchObject({ caption: expect.stringMatching(/^one\n/) });
  expect(single).not.toHaveProperty('media_group_id');
});

test('each picture of an album takes a turn of its group: no flood, and not one lost', async () => {
  await world.end();
  world = await createTestWorld({ paced: true, neighbour: slow });
  world.paper.print({ id: 'old' });
  await world.say(ANNA, GROUP, `/subscribe ${world.paper.feedUrl}`);
  await world.store.chats.look(GROUP, { style: 'album' });
  await world.pass(10_000);
  const before = world.messages(GROUP).length;
  for (const id of ['x', 'y', 'z']) {
    const names = Array.from({ length: 10 }, (_, index) => `${id}${index}`);
    world.paper.print({ id, html: images(...names) });
  }
  await nextRound();
  await arrival(GROUP, before + 30);

  const albums = calls('sendMediaGroup').map(
    ({ answer }) => typeof answer === 'object' && answer?.ok,
  );
  expect(albums).toEqual([true, true, true]);
  expect(world.messages(GROUP).filter((it) => it.media_group_id !== undefined)).toHaveLength(30);
});

test('a podcast is sent as audio that names its title, its performer and its length', async () => {
  const bytes = Buffer.concat([Buffer.from('ID3'), Buffer.alloc(1_000)]);
  const url = world.paper.hang('/1.mp3', { type: 'audio/mpeg', bytes });
  const enclosure = `url="${url}" type="audio/mpeg" length="1003"`;
  world.paper.print({ id: 'Episode 1', enclosure, html: '<p>We talk about boats.</p>' });
  await nextRound();

  expect(last(ANNA)).toMatchObject({
    caption: expect.stringMatching(/^Episode 1\n\nWe talk about boats\./),
    audio: { title: 'Episode 1', performer: 'The Paper' },
    reply_markup: { inline_keyboard: [[{ text: 'Read' }, { text: 'Open ↗' }, { text: '⋯' }]] },
  });
  expect(last(ANNA)?.date).toBeGreaterThan(STARTED_AT / 1_000);
});
