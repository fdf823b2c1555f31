import type { FetchPicture, FileStore, StoredFile } from './files.ts';

/** Keeps so many bytes; what nobody has used for longest goes first, which the true Telegram never does. */
export function createFileStore(fetchPicture: FetchPicture, keptBytes: number): FileStore {
  // A Map remembers in which order its keys came: whatever is used comes again.
  const byId = new Map<string, StoredFile>();
  let size = 0;
  return { get, put, fetchPicture };

  function get(fileId: string): StoredFile | undefined {
    const file = byId.get(fileId);
    if (file === undefined) return undefined;
    byId.delete(fileId);
    byId.set(fileId, file);
    return file;
  }

  function put(file: StoredFile): void {
    size += file.bytes.length - (byId.get(file.id)?.bytes.length ?? 0);
    byId.set(file.id, file);
    for (const oldest of byId.values()) {
      if (size <= keptBytes || oldest === file) return;
      byId.delete(oldest.id);
      size -= oldest.bytes.length;
    }
  }
}
