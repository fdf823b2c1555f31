import { chownSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
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
  expect((await told('--from', 'mysql://a/b', '--to', `sqlite:${to}`)).text).toContain(use);
  const ways = ['--from', `sqlite:${from}`, `--to=sqlite:${to}`];
  expect((await told(...ways)).text).toContain(`There is no database ${from}`);

  const store = await openStore(from);
  await store.notes.set('a', 1);
  expect((await told(...ways)).text).toContain('in use by somebody: stop the bot first');
  await store.close();

  expect(await told(...ways)).toMatchObject({ kind: 'done' });
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
  expect(outcome.text).not.toContain('secret');
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
