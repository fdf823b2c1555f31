import { afterEach } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { emptyDatabase, emptyFile, serverUrl } from '../database.ts';

const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Forgotten after the test. */
export async function emptyStore(url?: string): Promise<Store> {
  const nowhere = serverUrl === null ? ':memory:' : await emptyDatabase();
  const store = await openStore(url ?? nowhere);
  endings.push(() => store.close().catch(() => {}));
  return store;
}

/** Where an SQLite database may lie; removed after the test. */
export const databasePath = emptyFile;
