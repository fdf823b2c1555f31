import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
import { spentByAllMs } from '../cpu.ts';
import { type Gallery, openGallery } from './gallery.ts';

let gallery: Gallery;

beforeEach(async () => {
  gallery = await openGallery();
});

const drawing = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c33' } });

/** The picture as it would be uploaded: its bytes and what sharp sees in them. */
async function opened(bytes: Uint8Array) {
  const picture = await gallery.openPicture(gallery.hang('it', bytes));
  if (picture.kind !== 'ready') throw new Error(`${picture.kind}: ${picture.reason}`);
  return { ...picture, seen: await sharp(picture.bytes).metadata() };
}

test.each(['jpeg', 'png'] as const)('a plain %s is uploaded byte by byte', async (format) => {
  const original = await drawing(640, 400).toFormat(format).toBuffer();

  const { bytes, name } = await opened(original);

  expect(Buffer.from(bytes).equals(original)).toBe(true);
  expect(name).toBe(format === 'png' ? 'picture.png' : 'picture.jpg');
});

test.each(['webp', 'avif', 'gif', 'tiff'] as const)(
  'a %s becomes a JPEG of the same size',
  async (format) => {
    const { seen, name } = await opened(await drawing(300, 200).toFormat(format).toBuffer());

    expect(seen).toMatchObject({ format: 'jpeg', width: 300, height: 200 });
    expect(name).toBe('picture.jpg');
  },
);

test('a picture with more than 10,000 pixels of sides shrinks to 2,560 for the longer one', async () => {
  const { seen } = await opened(await drawing(8_000, 4_000).png().toBuffer());

  expect(seen).toMatchObject({ format: 'jpeg', width: 2_560, height: 1_280 });
});

test('a picture of more than 10 MB becomes a smaller one', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const;
  const original = await sharp({
    create: { width: 2_000, height: 2_000, channels: 3, background: '#000', noise },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  expect(original.byteLength).toBeGreaterThan(10_000_000);

  const { bytes, seen } = await opened(original);

  expect(seen).toMatchObject({ format: 'jpeg', width: 2_000 });
  expect(bytes.byteLength).toBeLessThan(10_000_000);
});

test('colours for print become colours for a screen', async () => {
  const cmyk = await drawing(300, 200).toColourspace('cmyk').jpeg().toBuffer();
  expect(await sharp(cmyk).metadata()).toMatchObject({ space: 'cmyk' });

  const { seen } = await opened(cmyk);

  expect(seen).toMatchObject({ space: 'srgb', channels: 3 });
});

test('a picture that lies on its side is turned upright', async () => {
  const lying = await drawing(300, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer();

  const { seen } = await opened(lying);

  expect(seen).toMatchObject({ width: 200, height: 300 });
  expect(seen.orientation ?? 1).toBe(1);
});

test('what was transparent becomes white', async () => {
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const original = await sharp({
    create: { width: 100, height: 100, channels: 4, background: clear },
  })
    .webp()
    .toBuffer();

  const { bytes } = await opened(original);

  const { channels } = await sharp(bytes).stats();
  expect(channels.map(({ mean }) => Math.round(mean))).toEqual([255, 255, 255]);
});

test.each([
  [39, 400],
  [400, 39],
])('a picture of %d × %d pixels is none for a post', async (width, height) => {
  const url = gallery.hang('icon', await drawing(width, height).png().toBuffer());

  expect(await gallery.openPicture(url)).toEqual({
    kind: 'unusable',
    reason: `${width} × ${height} pixels`,
  });
});

test('of a strip higher than Telegram takes, the beginning is shown', async () => {
  const sheet = drawing(100, 2_100).composite([
    { input: await drawing(100, 300).negate().png().toBuffer(), top: 0, left: 0 },
  ]);

  const { bytes, seen } = await opened(await sheet.png().toBuffer());

  expect(seen).toMatchObject({ format: 'jpeg', width: 100, height: 300 });
  const { dominant } = await sharp(bytes).stats();
  expect(dominant.r).toBeLessThan(dominant.g);
});

test('a strip wider than Telegram takes is shown whole, on a sheet of twenty to one', async () => {
  const { seen } = await opened(await drawing(2_100, 100).png().toBuffer());
  const { seen: shrunk } = await opened(await drawing(9_000, 100).png().toBuffer());

  expect(seen).toMatchObject({ format: 'jpeg', width: 2_100, height: 105 });
  expect(shrunk).toMatchObject({ format: 'jpeg', width: 2_560, height: 128 });
});

test('a strip that lies on its side counts as it is seen', async () => {
  const lying = await drawing(2_100, 100).jpeg().withMetadata({ orientation: 6 }).toBuffer();

  const { seen } = await opened(lying);

  expect(seen).toMatchObject({ width: 100, height: 300 });
});

test('a GIF that moves comes whole, and as a photo of its beginning', async () => {
  const frame = drawing(300, 200);
  const frames = [await frame.png().toBuffer(), await frame.negate().png().toBuffer()];
  const original = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();

  const { moving, seen } = await opened(original);

  expect(Buffer.from(moving ?? []).equals(original)).toBe(true);
  expect(seen).toMatchObject({ format: 'jpeg', width: 300, height: 200 });
});

test('a GIF that stands still is a photo like any other', async () => {
  const { moving } = await opened(await drawing(300, 200).gif().toBuffer());

  expect(moving).toBeNull();
});

const svg = (attributes: string, inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);

test('a drawing is drawn as large as a phone shows it', async () => {
  const { seen, name } = await opened(svg('viewBox="0 0 100 60"', '<rect width="9" height="9"/>'));

  expect(seen).toMatchObject({ format: 'jpeg', width: 1_280, height: 768 });
  expect(name).toBe('picture.jpg');
});

test('a drawing sees no file and asks no server', async () => {
  const secret = gallery.hang('secret', await drawing(100, 100).png().toBuffer());
  const image = (href: string) => `<image href="${href}" width="300" height="300"/>`;
  const white = svg('width="300" height="300"', image(secret) + image('file:///etc/passwd'));

  const { bytes } = await opened(white);

  const { channels } = await sharp(bytes).stats();
  expect(channels.map(({ mean }) => Math.round(mean))).toEqual([255, 255, 255]);
  expect(gallery.visits).toEqual(['it']);
});

const ENTITIES = `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(1_000)}"><!ENTITY b "${'&a;'.repeat(1_000)}">
  <!ENTITY c "${'&b;'.repeat(1_000)}">]>`;

test.each([
  ['an icon', svg('width="24" height="24"', '')],
  ['of 10,000,000,000 pixels', svg('width="100000" height="100000"', '')],
  ['of a billion letters', Buffer.from(`${ENTITIES}${svg('width="99" height="99"', '&c;')}`)],
  ['of more than 2 MB', svg('width="300" height="300"', '<g/>'.repeat(600_000))],
])('a drawing %s is unusable, and is found to be so at once', async (_, bytes) => {
  const url = gallery.hang('drawing', { bytes, type: 'image/svg+xml' });
  await gallery.openPicture(gallery.hang('first', await drawing(50, 50).png().toBuffer()));
  const before = spentByAllMs();

  expect(await gallery.openPicture(url)).toMatchObject({ kind: 'unusable' });

  expect(spentByAllMs() - before).toBeLessThan(5_000);
});

test.each([
  ['a web page', '<html><body>Please log in</body></html>'],
  ['nothing', ''],
  ['half a picture', '\x89PNG\r\n\x1a\n'],
])('%s in place of a picture is unusable', async (_, text) => {
  const url = gallery.hang('page', Buffer.from(text, 'latin1'));

  const picture = await gallery.openPicture(url);

  expect(picture).toMatchObject({
    kind: 'unusable',
    reason: expect.stringMatching(/^not a picture/),
  });
});

test('where a server does not let us in, Telegram may still be', async () => {
  const url = gallery.hang('secret', { bytes: new Uint8Array(), status: 403 });

  expect(await gallery.openPicture(url)).toEqual({ kind: 'unreached', reason: 'HTTP 403' });
});

test('an address that is not on the public internet is asked by nobody', async () => {
  const picture = await gallery.openPicture('http://192.168.0.1/camera.jpg');

  expect(picture).toEqual({ kind: 'unusable', reason: 'address' });
});
