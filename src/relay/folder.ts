import { createHash } from 'node:crypto';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArchivedFile } from '../article/archive.ts';
import { decodeText } from '../feed/decode.ts';
import type { FetchFeed, FetchOutcome } from '../feed/fetch.ts';
import type { ParsedFeed } from '../feed/parse.ts';
import { NO_WISHES } from '../feed/rhythm.ts';
import type { Entry } from '../model.ts';
import { htmlOf } from '../post/html.ts';

export type FoundFile = { path: string; name: string; mtimeMs: number; size: number };

/** The file system as a folder feed needs it. Paths are absolute. */
export type Files = {
  /** Whole or not at all; folders are made on the way. */
  write(path: string, text: string): Promise<void>;
  /** null when the folder cannot be read, or vanishes meanwhile. */
  list(folder: string): Promise<FoundFile[] | null>;
  read(path: string): Promise<Uint8Array>;
  /** The true path of a readable folder below a root; null otherwise. */
  locate(path: string, root: string): Promise<string | null>;
};

export type FolderDeps = {
  files: Omit<Files, 'write'>;
  /** Only what lies below it is read; null: no folder is a feed. */
  root: string | null;
};

/** The newest files are listed, as a feed lists its newest entries. */
const LISTED = 1_000;
const FILE_BYTES = 2_000_000;

/** Fetches feeds that are folders (`file:` URLs) from the disk, and all others by `fetchFeed`. */
export function withFolders(fetchFeed: FetchFeed, deps: FolderDeps): FetchFeed {
  return async (feed, now) => (isFolder(feed.url) ? fetchFolder(feed, deps) : fetchFeed(feed, now));
}

export function isFolder(url: string): boolean {
  return url.startsWith('file:');
}

/** The URL of a folder that an owner typed as a path; null when it is none below the root. */
export async function folderUrl(path: string, { files, root }: FolderDeps): Promise<string | null> {
  if (root === null) return null;
  const typed = isFolder(path) ? URL.parse(path) : null;
  const folder = await files.locate(typed ? fileURLToPath(typed) : path, root);
  return folder && pathToFileURL(`${folder}/`).href;
}

async function fetchFolder(
  feed: Parameters<FetchFeed>[0],
  { files, root }: FolderDeps,
): Promise<FetchOutcome> {
  const folder = root && (await files.locate(fileURLToPath(feed.url), root));
  if (!folder) return failure('not below the folder that feeds may be read from');
  const all = await files.list(folder);
  if (!all) return failure('it cannot be read');
  const found = all.sort(byNewest).slice(0, LISTED);
  const bodyHash = hashOf(found);
  const validators = { etag: null, lastModified: null, bodyHash };
  const same = { validators, permanentUrl: null, freshMs: null };
  if (bodyHash === feed.bodyHash) return { kind: 'unchanged', ...same };
  const entries: Entry[] = [];
  for (const file of found) entries.push(...(await entryIn(file, files)));
  return { kind: 'fetched', feed: feedOf(folder, entries), url: feed.url, ...same };
}

/** Later days and later files first; a copy of an old archive has its days in the names of its folders. */
function byNewest(one: FoundFile, two: FoundFile): number {
  const day = (file: FoundFile) => /(?:^|\/)(\d{4}-\d\d-\d\d)\//.exec(file.name)?.[1] ?? '';
  return (
    day(two).localeCompare(day(one)) ||
    two.mtimeMs - one.mtimeMs ||
    two.name.localeCompare(one.name)
  );
}

/** What a file that is being written or removed meanwhile holds is seen the next time. */
async function entryIn(file: FoundFile, files: FolderDeps['files']): Promise<Entry[]> {
  if (file.size > FILE_BYTES) return [];
  const bytes = await files.read(file.path).catch(() => null);
  const entry = bytes && parseArchivedFile(decodeText(bytes, null));
  if (!entry) return [];
  const content = isHtml(entry.content) ? entry.content : htmlOf(entry.content);
  return [{ ...entry, id: file.name, content }];
}

/** Older archives keep the publisher's HTML, ours keeps Markdown. */
function isHtml(body: string): boolean {
  return /^\s*<(?!https?:)[a-z]/i.test(body);
}

function feedOf(folder: string, entries: Entry[]): ParsedFeed {
  const title = folder.split('/').findLast((part) => part !== '') ?? folder;
  return {
    title,
    siteUrl: null,
    language: null,
    rhythm: NO_WISHES,
    hubs: [],
    entries,
    cutOff: null,
  };
}

function hashOf(found: FoundFile[]): string {
  const lines = found.map(({ name, mtimeMs, size }) => `${name}\n${mtimeMs}\n${size}`);
  return createHash('sha256').update(lines.join('\n')).digest('base64url');
}

function failure(detail: string): FetchOutcome {
  return { kind: 'failed', reason: 'notFound', detail, retryAfterMs: null };
}
