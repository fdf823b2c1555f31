import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { migrations } from '../../src/store/migrations.ts';
import type { Schema } from '../../src/store/schema.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { openStore } from '../../src/store/store.ts';
import { ask, emptyDatabase, failInserts, testOf } from '../database.ts';
import { addFeed, heads, NOW, publish, subscribe } from './content.ts';
import { databasePath, emptyStore } from './seed.ts';

const DELIVERY = { chatId: 7, threadId: 0, feedId: 1, entryId: 'one' };
const RECEIPT = { messageId: 42, rung: 'photo', at: NOW };

test('what was saved is there after the file is opened again, as often as one likes', async () => {
  const path = await emptyDatabase();
  const first = await openStore(path);
  const feed = await addFeed(first, 'a');
  await subscribe(first, feed, 7);
  await publish(first, feed, 'one');
  await first.ledger.record(DELIVERY, RECEIPT);
  await first.pictureFiles.remember('https://example.org/a.jpg', 'file', NOW);
  await first.notes.set('list', [1, 2]);
  await first.close();
  await (await openStore(path)).close();

  const store = await emptyStore(path);

  expect(await store.feeds.byId(feed.id)).toEqual({ ...feed, checks: 1 });
  expect(await heads(store)).toEqual(['7: one']);
  expect(await store.ledger.receipt(DELIVERY)).toEqual(RECEIPT);
  expect(await store.pictureFiles.fileId('https://example.org/a.jpg')).toBe('file');
  expect(await store.notes.get('list')).toEqual([1, 2]);
});

test('the schema is brought up to date once', async () => {
  const path = await emptyDatabase();
  await (await openStore(path)).close();
  const migrated = () => ask(path, 'select name, timestamp from kysely_migration order by name');
  const before = await migrated();

  await (await openStore(path)).close();

  expect(before.length).toBeGreaterThan(0);
  expect(await migrated()).toEqual(before);
});

testOf('sqlite', 'a file that is no database is not opened, and not touched', async () => {
  const path = databasePath();
  writeFileSync(path, 'Dear diary, today I wrote no SQL at all, and it was a good day.');

  await expect(openStore(path)).rejects.toThrow();
});

test('a delivery is found in the ledger by where it went and what it was, not by its row', async () => {
  const store = await emptyStore();
  await store.ledger.record(DELIVERY, RECEIPT);

  expect(await store.ledger.receipt({ ...DELIVERY })).toEqual(RECEIPT);
  for (const other of [{ chatId: 8 }, { threadId: 1 }, { feedId: 2 }, { entryId: 'two' }]) {
    expect(await store.ledger.receipt({ ...DELIVERY, ...other })).toBeUndefined();
  }
});

test.each(['a:b', 'a\0b', '\ud83d', '', '%', "'; drop table kv; --", 'x'.repeat(5_000)])(
  'the ledger knows the entry %j again',
  async (entryId) => {
    const store = await emptyStore();

    await store.ledger.record({ ...DELIVERY, entryId }, RECEIPT);

    expect(await store.ledger.receipt({ ...DELIVERY, entryId })).toEqual(RECEIPT);
    expect(await store.ledger.receipt(DELIVERY)).toBeUndefined();
  },
);

test('a ledger that cannot be read says so: that is not “not sent”', async () => {
  const path = await emptyDatabase();
  const store = await emptyStore(path);
  await store.ledger.record(DELIVERY, RECEIPT);
  await ask(path, 'drop table kv');

  await expect(store.ledger.receipt(DELIVERY)).rejects.toThrow();
});

test('a ledger that cannot be written says so', async () => {
  const path = await emptyDatabase();
  const store = await emptyStore(path);
  await failInserts(path, { into: 'kv', when: '1 = 1' });

  await expect(store.ledger.record(DELIVERY, RECEIPT)).rejects.toThrow('disk full');
});

test('notes and receipts under the same key are strangers', async () => {
  const store = await emptyStore();
  await store.ledger.record(DELIVERY, RECEIPT);

  expect(await store.notes.get('7:0:1:one')).toBeUndefined();
  await store.notes.clear();

  expect(await store.ledger.receipt(DELIVERY)).toEqual(RECEIPT);
});

test('a picture’s file is replaced by a newer one, and can be forgotten', async () => {
  const { pictureFiles } = await emptyStore();
  const url = 'https://example.org/a.jpg';
  expect(await pictureFiles.fileId(url)).toBeNull();

  await pictureFiles.remember(url, 'old', NOW);
  await pictureFiles.remember(url, 'new', NOW);
  expect(await pictureFiles.fileId(url)).toBe('new');
  await pictureFiles.forget(url);

  expect(await pictureFiles.fileId(url)).toBeNull();
});

test('what one process writes another sees', async () => {
  const path = await emptyDatabase();
  const [one, other] = [await emptyStore(path), await emptyStore(path)];
  const feed = await addFeed(one, 'a');

  await subscribe(other, feed, 7);
  expect(await publish(one, feed, 'one')).toBe(1);
  expect(await publish(other, feed, 'one')).toBe(0);

  expect(await heads(other)).toEqual(['7: one']);
});

testOf('sqlite', 'articles of an older version are read in today’s shape', async () => {
  const path = databasePath();
  const old = new Kysely<Schema>({ dialect: sqliteDialect(path) });
  await new Migrator({ db: old, provider: migrations }).migrateTo('0005 notices of feeds');
  await old.destroy();
  const disk = new DatabaseSync(path);
  disk.exec(`
    insert into feed (id, url, title, listed, nextFetchAt, intervalMs, claimedUntil, failures, createdAt)
      values (1, 'https://example.org/feed', 'Old', 1, 0, 0, 0, 0, 0);
    insert into entry (feedId, id, token, title, at, seenAt, listedAt, article)
      values (1, 'a', 'token-a', 'A', 5, 5, 5, '{"title":"A","link":null,"lead":"It began.","markdown":"It began."}'),
             (1, 'b', 'token-b', 'B', 4, 4, 4, null);
  `);
  disk.close();

  const store = await emptyStore(path);

  const [entry, ...none] = await store.entries.newest([1], 10);
  expect(none).toEqual([]);
  expect(entry).toMatchObject({ revisions: 0, story: 'token-a', seenAt: 5 });
  expect(entry?.article).toEqual({
    title: 'A',
    link: null,
    leads: { short: 'It began.', normal: 'It began.', long: 'It began.' },
    markdown: 'It began.',
    pictures: [],
    media: null,
    categories: [],
  });
});
