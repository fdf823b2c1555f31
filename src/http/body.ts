import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';

/** A body, or what it unpacks to, is longer than the asker wanted. */
export class BodyTooLargeError extends Error {}

/** A body does not unpack as its `Content-Encoding` says. */
export class BodyEncodingError extends Error {}

/** Reads to the end, but never more than `maxBytes`; throws `BodyTooLargeError`. */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new BodyTooLargeError(`more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Undoes a `Content-Encoding`. Unpacking stops at `maxBytes`, whatever the sender promised.
 *  Throws `BodyTooLargeError` and `BodyEncodingError`. */
export async function unpackBody(
  body: Uint8Array,
  contentEncoding: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MAX_CODINGS) throw new BodyEncodingError('encoded too often');

  let unpacked = body;
  for (const coding of codings.reverse()) unpacked = await unpack(unpacked, coding, maxBytes);
  return unpacked;
}

/** Nobody packs a body three times for a good reason. */
const MAX_CODINGS = 2;

type Unpack = (packed: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const UNPACKERS = new Map<string, Unpack>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', inflateEither],
  ['br', promisify(brotliDecompress)],
  ['zstd', promisify(zstdDecompress)],
]);

/** RFC 9110 §8.4.1.2 means zlib's format; some servers send the bare stream. */
function inflateEither(...[packed, options]: Parameters<Unpack>): Promise<Uint8Array> {
  const isZlib = ((packed[0] ?? 0) & 0x0f) === 8;
  return promisify(isZlib ? inflate : inflateRaw)(packed, options);
}

async function unpack(packed: Uint8Array, coding: string, maxBytes: number): Promise<Uint8Array> {
  const unpacker = UNPACKERS.get(coding);
  if (!unpacker) throw new BodyEncodingError('unknown coding');
  if (packed.length === 0 || isPlainAfterAll(packed, coding)) return packed;
  try {
    return await unpacker(packed, { maxOutputLength: maxBytes });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new BodyTooLargeError(`unpacks to more than ${maxBytes} bytes`, { cause });
    throw new BodyEncodingError(`not ${coding}`, { cause });
  }
}

/** A proxy on the way may unpack a body and forget to say so. */
function isPlainAfterAll(body: Uint8Array, coding: string): boolean {
  return coding.endsWith('gzip') && !(body[0] === 0x1f && body[1] === 0x8b);
}
