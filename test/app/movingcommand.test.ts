import { chownSync, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { restoreFrom } from '../../src/app/backups.ts';
import { moveHouse } from '../../src/app/moving.ts';
import { openStore } from '../../src/store/store.ts';
import { emptyFile } from '../database.ts';
import { NOW } from '../store/content.ts';

const told = (...args: string[]) => moveHouse(args, { now: NOW, progress: () => {} });

test('moving says what is wrong in one sentence', async () => {
  const [from, to] = [emptyFile(), emptyFile()];
  const use = 'Say where from and where to';
  expect((await told()).text).toContain(use);
  expect((await told('--from', `sqlite:${from}`)).text).toContain(use);
  const noDatabase = await told('--from', 'mysql://a/b', '--to', `sqlite:${to}`);
  expect(noDatabase.text).toContain('What --from names is no database');
  const secret = await told('--from', `sqlite:${from}`, '--to', 'postgres://a:se/cr@et@b/c');
  expect(secret.text).toContain('in a password @ is written %40');
  expect(secret.text).not.toContain('se/cr');
  const ways = ['--from', `sqlite:${from}`, `--to=sqlite:${to}`];
  expect((await told(...ways)).text).toContain(`There is no database ${from}`);

  const store = await openStore(from);
  await store.notes.set('a', 1);
  expect((await told(...ways)).text).toContain('in use by somebody: stop the bot first');
  await store.close();
  const nowhere = join(dirname(to), 'none', 'telewire.db');
  const unwritable = await told('--from', `sqlite:${from}`, '--to', `sqlite:${nowhere}`);
  expect(unwritable.text).toContain(`cannot be moved: ENOENT: no such file or directory, open`);

  expect(await told(...ways)).toMatchObject({ kind: 'done' });
  expect(statSync(to).mode & 0o777).toBe(0o600);
  expect(await told(...ways)).toMatchObject({ kind: 'fault' });
  expect((await told(...ways)).text).toContain('is not empty (table kv)');
});

test('a server that is not there is a sentence without its password', async () => {
  const from = emptyFile();
  await (await openStore(from)).close();

  const outcome = await told(
    '--from',
    `sqlite:${from}`,
    '--to',
    'postgres://a:secret@127.0.0.1:9/b',
  );

  expect(outcome.kind).toBe('fault');
  expect(outcome.text).toContain('cannot be moved');
  expect(outcome.text).toContain('ECONNREFUSED');
  expect(outcome.text).not.toContain('secret');
});

test('a file that could not be filled does not stay', async () => {
  const [from, to] = [emptyFile(), emptyFile()];
  const store = await openStore(from);
  await store.duties.take('bot', { id: 'elsewhere/1/a', isGone: () => false }, NOW);
  await store.close();

  const outcome = await told('--from', `sqlite:${from}`, '--to', `sqlite:${to}`);

  expect(outcome.text).toBe('The database is in use by elsewhere: stop the bot first.');
  expect(existsSync(to)).toBe(false);
});

test.skipIf(process.getuid?.() !== 0)(
  'what root makes in the folder of the service belongs to the service, and it is said',
  async () => {
    const [nobody, from, moved, restored] = [65_534, emptyFile(), emptyFile(), emptyFile()];
    await (await openStore(from)).close();
    for (const path of [moved, restored]) chownSync(dirname(path), nobody, nobody);

    const moving = await told('--from', `sqlite:${from}`, '--to', `sqlite:${moved}`);
    const restoring = await restoreFrom(from, restored, NOW);

    const whose = 'It belongs to user 65534, as its folder does';
    expect([moving.text, restoring.text]).toEqual([
      expect.stringContaining(whose),
      expect.stringContaining(whose),
    ]);
    expect([moved, restored].map((path) => statSync(path).uid)).toEqual([nobody, nobody]);
  },
);
