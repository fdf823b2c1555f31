import type { FileKind } from './files.ts';
import { serverRefusal } from './refusals.ts';

const SIDES_LIMIT = 10_000;
const RATIO_LIMIT = 20;

/** What a URL must lead to (core.telegram.org/bots/api#sending-files: "the target file must have the correct MIME type"). */
export const FETCHED_TYPES: Record<FileKind, RegExp> = {
  photo: /^image\//i,
  animation: /^(?:image\/gif|video\/mp4)/i,
  audio: /^audio\/(?:mpeg|mp3|mp4|x-m4a|m4a|aac)/i,
  video: /^video\/mp4/i,
  document: /./,
  voice_note: /^audio\//i,
};

type Measures = { width: number; height: number };

/** In pixels, of photos only; throws a refusal for what is none. */
export async function measuresOf(kind: FileKind, bytes: Uint8Array): Promise<Measures> {
  return kind === 'photo' ? photoMeasures(bytes) : NO_MEASURES;
}

const NO_MEASURES = { width: 0, height: 0 };

/** The library is loaded only when a first picture comes. AVIF, SVG and the like are no photos to Telegram. */
async function photoMeasures(bytes: Uint8Array): Promise<Measures> {
  const { default: sharp } = await import('sharp');
  const seen = await sharp(bytes)
    .metadata()
    .catch(() => null);
  if (seen === null || !/^(jpeg|png|webp|gif|tiff)$/.test(seen.format)) {
    throw serverRefusal('IMAGE_PROCESS_FAILED');
  }
  const { width, height } = seen;
  const ratio = Math.max(width, height) / Math.min(width, height);
  if (width + height > SIDES_LIMIT || ratio > RATIO_LIMIT) {
    throw serverRefusal('PHOTO_INVALID_DIMENSIONS');
  }
  return { width, height };
}
