import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, createTestWorld, expectNoCrash, OWNER, type TestWorld } from '../world.ts';

const MINUTE_MS = 60_000;
const DAY = '2026-11-25';

let world: TestWorld;
let root: string;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'telewire-archive-'));
  world = await createTestWorld({ settings: { ARCHIVE_DIR: root, OWNER_IDS: String(OWNER) } });
});

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
  rmSync(root, { recursive: true });
});

async function nextRound(): Promise<void> {
  await world.pass(6 * MINUTE_MS);
  await world.tick();
  await world.pass(5_000);
}

/** The disk has a clock of its own, so what comes of it is waited for, round after round. */
function onDisk<Result>(look: () => Result | Promise<Result>) {
  return expect.poll(
    async () => {
      await nextRound();
      return look();
    },
    { timeout: 20_000, interval: 1 },
  );
}

const said = (chatId: number) => world.texts(chatId).at(-1) ?? '';

function keep(folder: string, title: string, at = Date.parse('2020-01-02T03:04:05Z')): void {
  const text = `<!--${at}-->\n[${title}](https://example.org/${encodeURIComponent(title)})\n------\n\n<p>All of ${title}, in one good sentence.</p>\n`;
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, `${title}.txt`), text);
}

test('every article that is relayed is kept as a file, in one folder a day', async () => {
  world.paper.print({ id: 'old' });
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(10_000);
  world.paper.print({ id: 'one', title: 'Harbour: open!', picture: 'a' });
  await nextRound();

  await onDisk(() => readdirSync(root)).toEqual([DAY]);
  const kept = () => readdirSync(join(root, DAY));
  await onDisk(kept).toEqual([expect.stringMatching(/^Harbour-open-[\w-]{8}\.md$/)]);
  const [name] = kept();
  const lines = readFileSync(join(root, DAY, name ?? ''), 'utf8').split('\n');
  expect(lines.slice(1)).toEqual([
    `[Harbour: open!](${world.paper.url}/one)`,
    '------',
    '',
    `![](${world.paper.url}/a.jpg)`,
    '',
    'This is what happened with one, told in one good sentence.',
    '',
  ]);
});

test('a folder of such files is a feed: old ones can be read, new ones are relayed', async () => {
  for (let number = 1; number <= 12; number += 1)
    keep(`old/2020-01-${number + 10}`, `story ${number}`);

  await world.say(OWNER, OWNER, `/addfeed ${join(root, 'old')} name=Archive`);
  await world.pass(10_000);
  await onDisk(() => world.titles(OWNER)).toHaveLength(1);
  await world.say(ANNA, ANNA, '/subscribe Archive');
  await world.pass(10_000);
  await world.say(ANNA, ANNA, '/read https://example.org/story%201');
  await world.pass(10_000);
  const read = () => JSON.stringify(world.messages(ANNA).at(-1)?.rich_message ?? null);
  await onDisk(read).toContain('All of story 1,');
  keep('old/2026-11-25', 'breaking', world.clock.now());
  await nextRound();

  await onDisk(() => world.titles(ANNA).at(-1)).toBe('breaking');
});

test.each([
  ['that does not exist', () => join(root, 'nowhere')],
  ['outside the root', () => tmpdir()],
  ['outside the root, by dots', () => `${root}/../`],
  [
    'outside the root, by a link',
    () => {
      symlinkSync(tmpdir(), join(root, 'link'));
      return join(root, 'link');
    },
  ],
  ['outside the root, by its address', () => `file://${tmpdir()}/`],
])('a folder %s is no feed', async (_, path) => {
  await world.say(OWNER, OWNER, `/addfeed ${path()}`);

  expect(await world.store.feeds.all()).toEqual([]);
  expect(said(OWNER)).not.toBe('');
});

test('nobody but an owner can look into folders', async () => {
  keep('old', 'secret');

  for (const line of [
    `/addfeed ${root}/old`,
    `/subscribe ${root}/old`,
    `/subscribe file://${root}/old/`,
  ]) {
    await world.say(ANNA, ANNA, line);
    await world.pass(5_000);
  }

  expect(await world.store.feeds.all()).toEqual([]);
  expect(world.texts(ANNA).join()).not.toContain('secret');
});

test('a folder whose files stay as they are is not read again, and one that vanishes is a feed that fails', async () => {
  const feed = async () => (await world.store.feeds.all())[0];
  keep('old', 'one');
  await world.say(OWNER, OWNER, `/addfeed ${join(root, 'old')}`);
  await onDisk(feed).toMatchObject({
    failures: 0,
    title: 'old',
    lastSuccessAt: expect.any(Number),
  });
  await nextRound();
  rmSync(join(root, 'old'), { recursive: true });
  await nextRound();

  await onDisk(feed).toMatchObject({ failure: 'notFound' });
});

test('a disk that takes no file delays no post', async () => {
  world.paper.print({ id: 'old' });
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(10_000);
  writeFileSync(join(root, DAY), 'a file where the day’s folder should be');
  world.paper.print({ id: 'one' });
  await nextRound();

  await onDisk(() => world.titles(ANNA).at(-1)).toBe('one');
  expect(world.logged.filter(({ event }) => event === 'archive.failed')).toHaveLength(1);
});
