import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { freePort } from '../ports.ts';
import { entry } from '../store/content.ts';
import {
  ANNA,
  createTestWorld,
  expectNoCrash,
  OWNER,
  type TestWorld,
  type TestWorldOptions,
} from '../world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let world: TestWorld;
let folder: string;
let proxy: Server;
let isProxyWell: boolean;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'telewire-alarms-'));
  isProxyWell = true;
});

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
  proxy?.close();
  rmSync(folder, { recursive: true });
});

async function open(options: TestWorldOptions = {}): Promise<void> {
  world = await createTestWorld({ database: join(folder, 'telewire.db'), ...options });
}

/** Telegram brings updates to a proxy, which leads to the program as long as it is well. */
async function openWebhook(): Promise<void> {
  const port = await freePort();
  proxy = createServer((incoming, outgoing) => {
    if (!isProxyWell) return void outgoing.writeHead(502).end();
    const { url, method, headers } = incoming;
    const onward = request({ port, host: '127.0.0.1', path: url, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502);
      answer.pipe(outgoing);
    });
    // The program is being restarted.
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  await open({ settings: { UPDATES: 'webhook', PORT: String(port), PUBLIC_URL: address } });
}

async function pass(ms: number, stepMs = MINUTE_MS): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    await world.pass(stepMs);
    await world.tick();
  }
}

const WAY = /^Telegram cannot bring me what people write. It says: Wrong response .* 502 /;
const WAY_OVER = 'Telegram comes through again: people get their answers.';

test('that Telegram cannot bring updates is told to the owners once, over a restart too, and that it can again', async () => {
  await openWebhook();
  isProxyWell = false;
  world.telegram.say({ userId: ANNA, chatId: ANNA, text: '/list' });
  // The first attempt is made at once, in real time.
  await vi.waitFor(async () => expect(await lastError()).toContain('502'), 10_000);

  await pass(2 * MINUTE_MS);
  expect(world.texts(OWNER)).toEqual([]);
  await pass(2 * MINUTE_MS);
  expect(world.texts(OWNER)).toEqual([expect.stringMatching(WAY)]);
  await pass(10 * MINUTE_MS);
  await world.restart();
  await pass(10 * MINUTE_MS);
  expect(world.texts(OWNER)).toHaveLength(1);

  isProxyWell = true;
  await vi.waitFor(() => expect(world.texts(ANNA)).toHaveLength(1), 10_000);
  await pass(5 * MINUTE_MS);

  expect(world.texts(OWNER)).toEqual([expect.stringMatching(WAY), WAY_OVER]);
});

test('a proxy that is away for a minute is told to nobody', async () => {
  await openWebhook();
  isProxyWell = false;
  world.telegram.say({ userId: ANNA, chatId: ANNA, text: '/list' });
  await vi.waitFor(async () => expect(await lastError()).toContain('502'), 10_000);
  await pass(MINUTE_MS);
  isProxyWell = true;
  await vi.waitFor(() => expect(world.texts(ANNA)).toHaveLength(1), 10_000);

  await pass(10 * MINUTE_MS);

  expect(world.texts(OWNER)).toEqual([]);
});

test('an address that Telegram does not take is told to the owners', async () => {
  const port = String(await freePort());
  const refused = {
    error_code: 400,
    description: 'Bad Request: bad webhook: IP address is reserved',
  };
  await open({
    settings: { UPDATES: 'webhook', PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` },
  });
  await world.call('deleteWebhook', {});
  world.telegram.failNext({ method: 'setWebhook', times: 100 }, refused);

  await pass(5 * MINUTE_MS);

  expect(world.texts(OWNER)).toEqual([
    expect.stringContaining('bad webhook: IP address is reserved'),
  ]);
});

test('who asks for updates again hears that the trouble with bringing them is over', async () => {
  await open();
  await world.store.notes.set('alarm:webhook', [OWNER]);

  await world.restart();
  await world.tick();

  expect(world.texts(OWNER)).toEqual([WAY_OVER]);
});

test('a disk that fills up is told to the owners once, as long as it swings around the limit, and when there is room again', async () => {
  let freeBytes = 250_000_000;
  await open({ freeBytes: () => freeBytes });
  await pass(HOUR_MS, 10 * MINUTE_MS);
  expect(world.texts(OWNER)).toEqual([]);

  for (freeBytes of [150_000_000, 210_000_000, 190_000_000]) await pass(HOUR_MS, 10 * MINUTE_MS);
  expect(world.texts(OWNER)).toEqual([expect.stringContaining('almost full: 150 MB are left')]);
  freeBytes = 900_000_000;
  await pass(HOUR_MS, 10 * MINUTE_MS);

  expect(world.texts(OWNER).slice(1)).toEqual(['There is room on the disk again.']);
});

test('what Telegram does not take is told as soon as it does, and each owner hears it once', async () => {
  await open({ freeBytes: () => 1, settings: { OWNER_IDS: `${OWNER},${ANNA}` } });
  world.telegram.failNext({ method: 'sendMessage', chatId: ANNA, times: 2 }, 'reset before');

  await pass(5 * MINUTE_MS);

  expect(world.texts(OWNER)).toHaveLength(1);
  expect(world.texts(ANNA)).toHaveLength(1);
});

test('an owner who has blocked the bot holds up no other', async () => {
  await open({ freeBytes: () => 1, settings: { OWNER_IDS: `${ANNA},${OWNER}` } });
  world.telegram.moveBot(ANNA, 'blocked');

  await pass(2 * MINUTE_MS);

  expect(world.texts(OWNER)).toHaveLength(1);
  const tries = world.telegram.calls.filter(({ params }) => params.chat_id === ANNA);
  expect(tries).toHaveLength(1);
});

test('a database that cannot be kept below its limit is told to the owners, and when it is', async () => {
  await open({ settings: { DATABASE_LIMIT: '2MB', KEEP_ARTICLES: '30d' } });
  const feed = { url: 'http://a.example.org', title: 'a', listed: 1, addedBy: null };
  const { id } = await world.store.feeds.add({ ...feed, intervalMs: 60_000 }, world.clock.now());
  await world.store.feeds.save(id, { goneAt: 1 });
  await publish(id, 400);

  await pass(3 * HOUR_MS, HOUR_MS);
  expect(world.texts(OWNER)).toEqual([
    expect.stringMatching(/^My database has \d+ MB and may have 2 MB/),
  ]);
  // What a feed lists is never forgotten; now it lists another entry.
  await publish(id, 1);
  await pass(4 * 24 * HOUR_MS, 12 * HOUR_MS);

  expect(world.texts(OWNER).slice(1)).toEqual(['My database is as small again as it has to be.']);
});

/** One document of the feed, with articles as large as real ones. */
async function publish(feedId: number, count: number): Promise<void> {
  const fresh = Array.from({ length: count }, (_, index) => entry(`${count}-${index}`));
  for (const { article } of fresh) if (article) article.markdown = 'words '.repeat(1_200);
  const listed = fresh.map((it) => it.id);
  const document = { feedId, changes: {}, fresh, listed, owedTo: 'nobody' } as const;
  await world.store.feeds.commit(document, world.clock.now());
}

async function lastError(): Promise<string | undefined> {
  const told = (await world.call('getWebhookInfo', {})) as { last_error_message?: string };
  return told.last_error_message;
}
