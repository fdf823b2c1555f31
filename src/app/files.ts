import { constants } from 'node:fs';
import {
  access,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Files, FoundFile } from '../relay/folder.ts';

/** Files of the machine, as archives and folder feeds use them. */
export function filesOfTheMachine(): Files {
  return { write, list, read: (path) => readFile(path), locate };
}

/** Whole or not at all: a power cut leaves the old file, or the new one. */
async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.part`;
  const file = await open(unfinished, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path).catch(async (error: unknown) => {
    await rm(unfinished, { force: true });
    throw error;
  });
}

/** Regular files anywhere below the folder; links are not followed. */
async function list(folder: string): Promise<FoundFile[] | null> {
  try {
    return await filesIn(folder);
  } catch {
    // Gone, or not for us, or changing: the next look tells.
    return null;
  }
}

async function filesIn(folder: string): Promise<FoundFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: FoundFile[] = [];
  for (const entry of entries) {
    if (!entry.isFile() || /^\.|\.part$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const { mtimeMs, size } = await stat(path);
    found.push({ path, name: relative(folder, path).split(sep).join('/'), mtimeMs, size });
  }
  return found;
}

/** The true path of a folder, when it lies below the root; null when it does not, or cannot be read. */
async function locate(path: string, root: string): Promise<string | null> {
  try {
    const [folder, top] = await Promise.all([realpath(path), realpath(root)]);
    await access(folder, constants.R_OK);
    const isBelow = folder === top || folder.startsWith(top + sep);
    return isBelow && (await stat(folder)).isDirectory() ? folder : null;
  } catch {
    // Whatever keeps us from it, for who asks it is not there.
    return null;
  }
}
