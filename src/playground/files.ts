import { createHash } from 'node:crypto';
import type { Fields, Params, Upload } from './fields.ts';
import { textOf } from './fields.ts';
import { checkLink } from './links.ts';
import { FETCHED_TYPES, measuresOf } from './measures.ts';
import { badRequest, serverRefusal } from './refusals.ts';

/** A Bot API `PhotoSize`; width and height in pixels, file_size in bytes. */
export type PhotoSize = {
  file_id: string;
  file_unique_id: string;
  width: number;
  height: number;
  file_size: number;
};

export type FileKind = 'photo' | 'animation' | 'audio' | 'video' | 'document' | 'voice_note';

export type Fetched = { status: number; contentType: string; bytes: Uint8Array };
/** Telegram's own fetching of a URL it was given; null when nothing answered. */
export type FetchPicture = (url: string) => Promise<Fetched | null>;

export type StoredFile = {
  id: string;
  kind: FileKind;
  name: string;
  contentType: string;
  bytes: Uint8Array;
  width: number;
  height: number;
};

/** Files by file_id, and how to get more of them. */
export type FileStore = {
  get(fileId: string): StoredFile | undefined;
  put(file: StoredFile): void;
  fetchPicture: FetchPicture;
};

const MB = 1024 * 1024;
const UPLOAD_LIMIT_BYTES = { photo: 10 * MB, other: 50 * MB };
const URL_LIMIT_BYTES = { photo: 5 * MB, other: 20 * MB };
const FETCH_MS = 10_000;
const PREVIEW_SIDE = 320;
const EXTENSIONS = /\.(jpe?g|gif|png|tiff?|bmp|webp)$/i;

/** The file a request means by `name`: an upload, `attach://…`, a URL or a file_id.
 *  Its file_id depends on kind and content alone, so the same picture has the same one each time. */
export async function loadFile(
  store: FileStore,
  { fields, uploads }: Params,
  name: string,
  kind: FileKind,
): Promise<StoredFile> {
  const given = textOf(fields, name);
  const attached = given.startsWith('attach://') ? given.slice('attach://'.length) : name;
  const upload = uploads.get(attached);
  if (upload !== undefined) return keepUpload(store, upload, kind);
  if (given === '' || attached !== name) throw badRequest(`there is no ${kind} in the request`);
  if (/^https?:/i.test(given)) return keepFetched(store, given, kind);
  return storedFile(store, given, kind);
}

/** Smallest first, as the Bot API lists them. */
export function photoSizes(file: StoredFile): PhotoSize[] {
  const shrink = Math.min(1, PREVIEW_SIDE / Math.max(file.width, file.height));
  const whole = sizeOf(file, file.id, 1);
  return shrink === 1 ? [whole] : [sizeOf(file, `${file.id}${SMALL}`, shrink), whole];
}

/** `animation`, `document` and the other kinds that are one file. */
export function fileFields(file: StoredFile): Fields {
  return {
    file_id: file.id,
    file_unique_id: uniqueId(file.id),
    file_name: file.name,
    mime_type: file.contentType,
    file_size: file.bytes.length,
  };
}

export function fileById(store: FileStore, fileId: string): StoredFile | undefined {
  return store.get(fileId.endsWith(SMALL) ? fileId.slice(0, -SMALL.length) : fileId);
}

/** Telegram fetches by itself with little patience; this is how the playground does when nothing else is given. */
export async function fetchOverHttp(url: string): Promise<Fetched | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS) });
    const contentType = answer.headers.get('content-type') ?? '';
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of answer.body ?? []) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > URL_LIMIT_BYTES.other) break;
    }
    return { status: answer.status, contentType, bytes: Buffer.concat(chunks) };
  } catch {
    return null;
  }
}

const SMALL = '-small';

async function keepUpload(store: FileStore, upload: Upload, kind: FileKind): Promise<StoredFile> {
  const { name, bytes } = upload;
  const limit = kind === 'photo' ? UPLOAD_LIMIT_BYTES.photo : UPLOAD_LIMIT_BYTES.other;
  if (bytes.length === 0) throw badRequest('file must be non-empty');
  if (bytes.length > limit) {
    const whom = kind === 'photo' ? 'a photo' : 'a file';
    throw badRequest(
      `file of size ${bytes.length} bytes is too big for ${whom}; the maximum size is ${limit} bytes`,
    );
  }
  if (kind === 'photo' && /\.\w+$/.test(name) && !EXTENSIONS.test(name)) {
    throw badRequest(
      'photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp',
    );
  }
  return keep(store, upload, kind);
}

async function keepFetched(store: FileStore, url: string, kind: FileKind): Promise<StoredFile> {
  const link = checkLink(url);
  if ('fault' in link) throw badRequest('wrong HTTP URL specified');
  const fetched = await store.fetchPicture(link.url);
  if (fetched === null || fetched.status >= 400) throw serverRefusal('WEBPAGE_CURL_FAILED');
  const { bytes, contentType } = fetched;
  const limit = kind === 'photo' ? URL_LIMIT_BYTES.photo : URL_LIMIT_BYTES.other;
  if (bytes.length > limit) throw serverRefusal('WEBPAGE_CURL_FAILED');
  if (bytes.length === 0 || /^text\/html/i.test(contentType)) {
    throw serverRefusal('WEBPAGE_MEDIA_EMPTY');
  }
  if (!FETCHED_TYPES[kind].test(contentType)) throw serverRefusal('WEBPAGE_MEDIA_EMPTY');
  const name = /([^/]*?)(?:[?#].*)?$/s.exec(link.url)?.[1] ?? '';
  return keep(store, { name, contentType, bytes }, kind);
}

function storedFile(store: FileStore, fileId: string, kind: FileKind): StoredFile {
  const file = fileById(store, fileId);
  if (file === undefined) throw serverRefusal('MEDIA_EMPTY');
  if (file.kind !== kind) {
    throw badRequest(`can't use file of type ${title(file.kind)} as ${title(kind)}`);
  }
  return file;
}

async function keep(store: FileStore, upload: Upload, kind: FileKind): Promise<StoredFile> {
  const digest = createHash('sha256').update(upload.bytes).digest('base64url');
  const id = `${kind}-${digest}`;
  const known = store.get(id);
  if (known !== undefined) return known;
  const { width, height } = await measuresOf(kind, upload.bytes);
  const file = { id, kind, ...upload, width, height };
  store.put(file);
  return file;
}

function sizeOf(file: StoredFile, fileId: string, scale: number): PhotoSize {
  return {
    file_id: fileId,
    file_unique_id: uniqueId(fileId),
    width: Math.max(1, Math.round(file.width * scale)),
    height: Math.max(1, Math.round(file.height * scale)),
    file_size: Math.round(file.bytes.length * scale * scale),
  };
}

export function uniqueId(fileId: string): string {
  return createHash('sha256').update(fileId).digest('base64url').slice(0, 16);
}

function title(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}
