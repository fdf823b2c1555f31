import sharp from 'sharp';
import { beforeEach, expect, test } from 'vitest';
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
  [2_100, 100],
])('a strip of %d × %d pixels is no picture for a post', async (width, height) => {
  const url = gallery.hang('strip', await drawing(width, height).png().toBuffer());

  expect(await gallery.openPicture(url)).toEqual({
    kind: 'unusable',
    reason: `${width} × ${height} pixels`,
  });
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
