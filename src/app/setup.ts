import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A fault of whoever set the program up: told in one sentence, without a stack. */
export class SetupError extends Error {}

/** What failed, and of what: the server that refuses says more than we do. */
export function reasonOf(error: Error): string {
  const cause = causeOf(error);
  return cause === error ? error.message : `${error.message} (${cause.message || cause.code})`;
}

function causeOf(error: Error): NodeJS.ErrnoException {
  return error.cause instanceof Error ? causeOf(error.cause) : error;
}

/** Makes the folder if need be. */
export function makeWritable(folder: string, what: 'data' | 'archive'): void {
  try {
    // Addresses of feeds can hold passwords; an archive is there to be read.
    makeFolder(folder, what === 'data' ? 0o700 : 0o755);
    accessSync(folder, constants.W_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new SetupError(`The ${what} directory ${folder} cannot be written to (${reason}).`);
  }
}

/** Not by `recursive: true`: where the system itself refuses, as in /proc, Node then tries for ever. */
function makeFolder(path: string, mode: number): void {
  if (existsSync(path)) return;
  const parent = dirname(resolve(path));
  makeFolder(parent, 0o755);
  mkdirSync(path, { mode });
}
