import { chown, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

const ROOT = 0;

/** What root makes for somebody else is theirs, or the service that runs as them could not write to it. Answers the id of
 *  the user whose it has become; null where it stays whose it was. */
export async function handOver(path: string, { like }: { like: string }): Promise<number | null> {
  const { uid: ours } = await stat(path);
  const { uid, gid } = await stat(like);
  if (ours !== ROOT || uid === ROOT) return null;
  await chown(path, uid, gid);
  return uid;
}

/** Where there is none yet, an empty file for its owner's eyes only. It belongs to whoever its folder belongs to. */
export async function makeFile(path: string): Promise<number | null> {
  await (await open(path, 'a', 0o600)).close();
  return handOver(path, { like: dirname(path) });
}
