import { onTestFinished } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { anyDatabase, emptyFile } from '../database.ts';

/** Forgotten after the test. */
export async function emptyStore(url?: string): Promise<Store> {
  const store = await openStore(url ?? (await anyDatabase()));
  onTestFinished(() => store.close().catch(() => {}));
  return store;
}

/** Where an SQLite database may lie; removed after the test. */
export const databasePath = emptyFile;
