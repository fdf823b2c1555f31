import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Feed } from '../../src/store/schema.ts';
import { ask, emptyFile, emptyOn, serverUrl } from '../database.ts';
import { publish } from './content.ts';
import { INHABITED } from './inhabited.ts';
import { emptyStore } from './seed.ts';

const ending = serverUrl === null ? 'db.gz' : 'sql.gz';
const released = globSync(`test/store/released/*.${ending}`).sort();

/** The database as that version has left it. */
async function restored(copy: string): Promise<string> {
  const kept = gunzipSync(readFileSync(copy));
  if (serverUrl === null) {
    const path = emptyFile();
    writeFileSync(path, kept);
    return path;
  }
  const database = await emptyOn(serverUrl, 'template1');
  await ask(database, kept.toString());
  return database;
}

test('there is a copy of a released version', () => {
  expect(released.length).toBeGreaterThan(0);
});

test.each(released.map((path) => [basename(path), path]))(
  'a database that %s holds is read, brought up to date, and works',
  async (_, copy) => {
    const store = await emptyStore(await restored(copy));

    expect(await INHABITED.seen(store)).toEqual(INHABITED.expected);
    expect(await publish(store, (await store.feeds.byId(1)) as Feed, 'one more')).toBe(2);
    expect((await store.outbox.depth()).dead).toBe(1);
  },
);
