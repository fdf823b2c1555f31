import type { Metadata, Sharp } from 'sharp';
import type { Http } from '../http.ts';
import { createTurns, createTurnsOfEach } from './turns.ts';

/** The largest file Telegram takes as a photo (core.telegram.org/bots/api#sending-files). */
const PHOTO_BYTES = 10_000_000;
const ANIMATION_BYTES = 20_000_000;
const SIDES_SUM = 10_000;
const RATIO = 20;
/** Of a strip that is higher than Telegram takes, the beginning, so much higher than wide: a phone's screen of it. */
const TALL_RATIO = 3;
/** What a phone can show; larger is only slower. */
const LONGEST_SIDE = 2_560;
/** A drawing has no pixels of its own: this is sharp on a phone. */
const DRAWN_SIDE = 1_280;
const SMALLEST_SIDE = 40;
const FETCH_MS = 15_000;
const PIXELS = 100_000_000;
/** A drawing that is larger, or takes longer, is somebody's attack. */
const DRAWING_BYTES = 2_000_000;
const DECODE_SECONDS = 10;
const DENSITY = 72;
const MOST_DENSITY = 2_400;
/** Decoding takes memory and the threads that the file system and name look-ups share: two of four stay free. */
const DECODED_AT_ONCE = 2;
/** A drawing is a program that somebody else wrote: one of them may run for seconds before librsvg gives it up. */
const DRAWN_AT_ONCE = 1;
const FETCHED_AT_ONCE = 16;
const FETCHED_AT_ONCE_FROM_ONE_HOST = 4;
const WHITE = '#ffffff';

export type OpenedPicture =
  /** `moving`: the whole GIF, of which `bytes` show the beginning. */
  | { kind: 'ready'; bytes: Uint8Array; name: string; moving: Uint8Array | null }
  /** We may not fetch it, but Telegram's own servers may be let in. */
  | { kind: 'unreached'; reason: string }
  | { kind: 'unusable'; reason: string };

export type OpenPicture = (url: string) => Promise<OpenedPicture>;

/** Fetches a picture through the guarded client and makes of it what Telegram takes as a photo; never throws. */
export function createOpenPicture(fetchBytes: Http): OpenPicture {
  const fetching = createTurns(FETCHED_AT_ONCE);
  const fetchingFromHost = createTurnsOfEach(FETCHED_AT_ONCE_FROM_ONE_HOST);
  const decoding = createTurns(DECODED_AT_ONCE);
  const drawing = createTurns(DRAWN_AT_ONCE);

  return async (url) => {
    const outcome = await fetchingFromHost(URL.parse(url)?.host ?? '', () =>
      fetching(() =>
        fetchBytes({
          url,
          accept: 'image/jpeg,image/png,image/webp,image/*;q=0.8',
          maxBytes: 3 * PHOTO_BYTES,
          timeoutMs: FETCH_MS,
        }),
      ),
    );
    if (outcome.kind === 'failed') {
      const forbidden = outcome.reason === 'address' || outcome.reason === 'url';
      return { kind: forbidden ? 'unusable' : 'unreached', reason: outcome.reason };
    }
    if (outcome.status !== 200) return { kind: 'unreached', reason: `HTTP ${outcome.status}` };
    if (!isMarkup(outcome.body)) return decoding(() => prepare(outcome.body));
    if (outcome.body.byteLength > DRAWING_BYTES) return tooLarge(outcome.body);
    return drawing(() => prepare(outcome.body));
  };
}

function tooLarge({ byteLength }: Uint8Array): OpenedPicture {
  return { kind: 'unusable', reason: `a drawing of ${byteLength} bytes` };
}

/** A drawing, or a page in place of a picture: no other picture is text. */
function isMarkup(bytes: Uint8Array): boolean {
  return /^\s*</.test(String.fromCharCode(...bytes.subarray(0, 64)).replace('\xef\xbb\xbf', ''));
}

async function prepare(bytes: Uint8Array): Promise<OpenedPicture> {
  // Loaded with the first picture: a process that only collects never pays for it.
  const { default: sharp } = await import('sharp');
  try {
    const limits = { limitInputPixels: PIXELS };
    const seen = await sharp(bytes, limits).metadata();
    const { width, height, format, pages = 1 } = seen;
    if (Math.min(width, height) < SMALLEST_SIDE) {
      return { kind: 'unusable', reason: `${width} × ${height} pixels` };
    }
    if (isPhoto(seen, bytes.byteLength)) {
      const name = `picture.${format === 'png' ? 'png' : 'jpg'}`;
      return { kind: 'ready', bytes, name, moving: null };
    }
    const density = format === 'svg' ? densityFor(width, height) : DENSITY;
    const jpeg = await shaped(sharp(bytes, { ...limits, density }), seen)
      .timeout({ seconds: DECODE_SECONDS })
      .flatten({ background: WHITE })
      .jpeg({ quality: 85 })
      .toBuffer();
    const isMoving = format === 'gif' && pages > 1 && bytes.byteLength <= ANIMATION_BYTES;
    return { kind: 'ready', bytes: jpeg, name: 'picture.jpg', moving: isMoving ? bytes : null };
  } catch (error) {
    // libvips answers with an exception whatever is no picture: that is the publisher's doing, not a fault of ours.
    return { kind: 'unusable', reason: `not a picture: ${(error as Error).message.slice(0, 120)}` };
  }
}

/** Upright, in a shape that Telegram takes, and no larger than a phone can show. */
function shaped(picture: Sharp, { autoOrient: { width, height } }: Metadata): Sharp {
  const upright = picture.autoOrient();
  const inside = { fit: 'inside', withoutEnlargement: true } as const;
  if (height / width > RATIO) {
    // Whole, it would be a hair; the beginning can be read, and the rest stands on the article's page.
    const side = Math.min(width, Math.floor(LONGEST_SIDE / TALL_RATIO));
    return upright.resize(side, side * TALL_RATIO, { fit: 'cover', position: 'top' });
  }
  if (width / height > RATIO) {
    // Nobody reads a strip from its middle: the whole of it, on a sheet as high as needed.
    const side = Math.min(width, LONGEST_SIDE);
    return upright.resize(side, Math.ceil(side / RATIO), { fit: 'contain', background: WHITE });
  }
  return upright.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, ...inside });
}

function densityFor(width: number, height: number): number {
  return Math.min(MOST_DENSITY, Math.max(1, (DENSITY * DRAWN_SIDE) / Math.max(width, height)));
}

/** Whether Telegram takes it as it is and shows it as it is meant: upright, and in colours of a screen. */
function isPhoto(seen: Metadata, sizeBytes: number): boolean {
  const { format, width, height, pages = 1, orientation = 1, space } = seen;
  return (
    (format === 'jpeg' || format === 'png') &&
    pages === 1 &&
    orientation === 1 &&
    space !== 'cmyk' &&
    sizeBytes <= PHOTO_BYTES &&
    width + height <= SIDES_SUM &&
    Math.max(width, height) / Math.min(width, height) <= RATIO
  );
}
