import { afterEach, beforeEach, expect, test } from 'vitest';
import { createConfiguredFeeds } from '../../src/app/configuredfeeds.ts';
import type { FeedsFile } from '../../src/app/surroundings.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { createTestClock } from '../clock.ts';

const A = 'https://a.example/feed';
const B = 'https://b.example/feed';

type Named = { url: string; name?: string; category?: string };

let store: Store;
let logged: string[];

beforeEach(async () => {
  store = await openStore(':memory:');
  logged = [];
});

afterEach(() => store.close());

/** A start of the program with these feeds in its file. */
async function start(feeds: Named[], feedsFile: FeedsFile = () => ({ kind: 'same' })) {
  const configured = createConfiguredFeeds({
    ...{ store, config: { feeds, minInterval: 60_000 } },
    surroundings: { clock: createTestClock(0), feedsFile },
    alarms: { raise: ({ kind }) => void logged.push(`alarm ${kind}`), clear() {} },
    log: (event) => void logged.push(event),
  });
  await configured.list();
  return configured;
}

/** The file is written anew while the program runs. */
async function rewrite(before: Named[], feeds: Named[]): Promise<void> {
  const configured = await start(before, () => ({ kind: 'changed', feeds }));
  await configured.tick();
}

const catalogue = async () =>
  (await store.feeds.catalogue()).map(({ url, name, category }) => ({ url, name, category }));

const plain = (url: string, name: string | null = null, category: string | null = null) => ({
  ...{ url, name, category },
});

test('feeds of the file stand in the catalogue with their names', async () => {
  await start([{ url: A, name: 'The A', category: 'world' }, { url: B }]);

  // Nobody has named the other: it stands under its address.
  expect(await catalogue()).toEqual([plain(B), plain(A, 'The A', 'world')]);
});

test('a feed that is written into the file while the program runs is picked up', async () => {
  await rewrite([{ url: A }], [{ url: A }, { url: B, name: 'The B' }]);

  expect(await catalogue()).toEqual([plain(A), plain(B, 'The B')]);
  expect(logged).toEqual(['config.feeds']);
});

test('a name that changes in the file changes in the catalogue', async () => {
  await rewrite([{ url: A, name: 'Old' }], [{ url: A, name: 'New' }]);

  expect(await catalogue()).toEqual([plain(A, 'New')]);
});

test('a name that an owner gave by command stays, whatever the file says later', async () => {
  await start([{ url: A, name: 'Old' }]);
  const { id } = await store.feeds.add(
    { url: A, title: '', listed: 1, addedBy: null, intervalMs: 1 },
    0,
  );
  await store.feeds.save(id, { name: 'Mine' });

  await rewrite([{ url: A, name: 'Old' }], [{ url: A, name: 'New' }]);

  expect(await catalogue()).toEqual([plain(A, 'Mine')]);
});

test('a feed that an owner removed by command stays away, over restarts too', async () => {
  await start([{ url: A }, { url: B }]);
  await store.feeds.remove((await store.feeds.byUrl(A))?.id ?? 0);

  await start([{ url: A }, { url: B }]);
  await rewrite([{ url: A }, { url: B }], [{ url: A, name: 'Again' }, { url: B }]);

  expect(await catalogue()).toEqual([plain(B)]);
});

test('a feed that an owner added by command keeps its name when the file names it later', async () => {
  const { id } = await store.feeds.add(
    { url: A, title: '', listed: 0, addedBy: 1, intervalMs: 1 },
    0,
  );
  await store.feeds.save(id, { name: 'Mine' });

  await start([{ url: A, name: 'Theirs' }]);

  expect(await catalogue()).toEqual([plain(A, 'Mine')]);
});

test('a feed that leaves the file leaves the catalogue, and who follows it goes on', async () => {
  await rewrite([{ url: A }, { url: B }], [{ url: B }]);

  expect(await catalogue()).toEqual([plain(B)]);
  expect(await store.feeds.byUrl(A)).toMatchObject({ listed: 0 });
});

test('a feed that an owner has renamed stays in the catalogue when it leaves the file', async () => {
  await start([{ url: A }]);
  await store.feeds.save((await store.feeds.byUrl(A))?.id ?? 0, { name: 'Mine' });

  await rewrite([{ url: A }], []);

  expect(await catalogue()).toEqual([plain(A, 'Mine')]);
});

test('a process without feeds in its file takes none away', async () => {
  await start([{ url: A }]);

  await start([]);

  expect(await catalogue()).toEqual([plain(A)]);
});

test('a file with faults changes nothing, and the log says what is wrong', async () => {
  const configured = await start([{ url: A }], () => ({ kind: 'faults', faults: ['wrong'] }));

  await configured.tick();

  expect(await catalogue()).toEqual([plain(A)]);
  expect(logged).toEqual(['config.failed', 'alarm settings']);
});
