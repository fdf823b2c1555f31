import type { Metadata } from 'sharp';
import type { Http } from '../http.ts';

/** The largest file Telegram takes as a photo (core.telegram.org/bots/api#sending-files). */
const PHOTO_BYTES = 10_000_000;
const SIDES_SUM = 10_000;
const RATIO = 20;
/** What a phone can show; larger is only slower. */
const LONGEST_SIDE = 2_560;
const SMALLEST_SIDE = 40;
const FETCH_MS = 15_000;
const PIXELS = 100_000_000;

export type OpenedPicture =
  | { kind: 'ready'; bytes: Uint8Array; name: string }
  /** We may not fetch it, but Telegram's own servers may be let in. */
  | { kind: 'unreached'; reason: string }
  | { kind: 'unusable'; reason: string };

export type OpenPicture = (url: string) => Promise<OpenedPicture>;

/** Fetches a picture through the guarded client and makes of it what Telegram takes as a photo; never throws. */
export function createOpenPicture(fetchBytes: Http): OpenPicture {
  return async (url) => {
    const outcome = await fetchBytes({
      url,
      accept: 'image/jpeg,image/png,image/webp,image/*;q=0.8',
      maxBytes: 3 * PHOTO_BYTES,
      timeoutMs: FETCH_MS,
    });
    if (outcome.kind === 'failed') {
      const forbidden = outcome.reason === 'address' || outcome.reason === 'url';
      return { kind: forbidden ? 'unusable' : 'unreached', reason: outcome.reason };
    }
    if (outcome.status !== 200) return { kind: 'unreached', reason: `HTTP ${outcome.status}` };
    return prepare(outcome.body);
  };
}

async function prepare(bytes: Uint8Array): Promise<OpenedPicture> {
  // Loaded with the first picture: a process that only collects never pays for it.
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(bytes, { limitInputPixels: PIXELS });
    const seen = await picture.metadata();
    const { width, height } = seen;
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    if (short < SMALLEST_SIDE || long / short > RATIO) {
      return { kind: 'unusable', reason: `${width} × ${height} pixels` };
    }
    if (isPhoto(seen, bytes.byteLength)) {
      return { kind: 'ready', bytes, name: `picture.${seen.format === 'png' ? 'png' : 'jpg'}` };
    }
    const side = { width: LONGEST_SIDE, height: LONGEST_SIDE };
    const jpeg = await picture
      .autoOrient()
      .resize({ ...side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 85 })
      .toBuffer();
    return { kind: 'ready', bytes: jpeg, name: 'picture.jpg' };
  } catch (error) {
    // libvips answers with an exception whatever is no picture: that is the publisher's doing, not a fault of ours.
    return { kind: 'unusable', reason: `not a picture: ${(error as Error).message.slice(0, 120)}` };
  }
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
    width + height <= SIDES_SUM
  );
}
