import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openStore } from '../src/store/store.ts';
import type { Paper } from './paper.ts';
import { ANNA, TOKEN } from './playground/telegram.ts';
import { type Program, startProgram } from './program.ts';
import { type Settings, setProgramStage } from './programstage.ts';

const PATIENCE_MS = 30_000;
/** Each test starts a process or two. */
vi.setConfig({ testTimeout: 90_000 });

let stage: Awaited<ReturnType<typeof setProgramStage>>['stage'];
let paper: Paper;
let folder: string;
let settings: Settings;

beforeEach(async () => {
  ({ stage, paper, folder, settings } = await setProgramStage());
});

/** Starts the program and waits until it is ready. */
async function ready(more: Record<string, string> = {}): Promise<Program> {
  const program = startProgram({ folder, env: settings(more) });
  await program.event('app.ready');
  return program;
}

/** What the bot has posted in a chat: first lines, oldest first. */
function posts(chatId: number): string[] {
  const isPost = ({
    reply_markup,
  }: {
    reply_markup?: { inline_keyboard?: { text: string }[][] };
  }) => reply_markup?.inline_keyboard?.flat().some(({ text }) => text === 'Read');
  return stage.world
    .messages(chatId)
    .filter(isPost)
    .map(({ text, caption }) => (text ?? caption ?? '').split('\n')[0] ?? '');
}

/** Looks again and again until it is so. */
const eventually = (claim: () => void) => vi.waitFor(claim, { timeout: PATIENCE_MS, interval: 20 });

/** A database in the folder where each of these posts is owed to Anna. */
async function oweAnna(...titles: string[]): Promise<void> {
  mkdirSync(join(folder, 'data'), { recursive: true });
  const store = await openStore(join(folder, 'data', 'telewire.db'));
  const url = 'https://127.0.0.1:9/feed';
  const feed = { url, title: 'F', listed: 0, addedBy: null, intervalMs: 1_000 };
  const { id } = await store.feeds.add(feed, 0);
  await store.chats.meet({ id: ANNA, kind: 'private', title: 'Anna', languageHint: 'en' }, 0);
  await store.subscriptions.add({ chatId: ANNA, threadId: 0 }, id, 0);
  const article = {
    link: null,
    author: null,
    published: 0,
    leads: { short: '', normal: '', long: '' },
    picture: null,
    pictures: [],
    media: null,
    categories: [],
    markdown: '',
  };
  const fresh = titles.map((title) => ({
    ...{ id: title, title, link: null, at: 0 },
    article: { title, ...article },
  }));
  await store.feeds.commit({ feedId: id, changes: {}, fresh, owedTo: 'subscribers' }, 0);
  await store.close();
}

test('it says when it is ready, relays what is new by its own clock, and stops on SIGTERM', async () => {
  paper.print({ id: 'old' });
  const program = await ready();
  stage.world.say({ userId: ANNA, chatId: ANNA, text: `/subscribe ${paper.feedUrl}` });
  await eventually(() => expect(posts(ANNA)).toEqual(['old']));
  paper.print({ id: 'new' });
  await eventually(() => expect(posts(ANNA)).toEqual(['old', 'new']));
  const stoppedAt = performance.now();

  program.signal('SIGTERM');
  const { code, stderr } = await program.ended;

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  // Sooner than whoever has something under way is waited for.
  expect(performance.now() - stoppedAt).toBeLessThan(7_500);
  expect(program.logged.at(-1)).toMatchObject({ event: 'app.stopped' });
  expect(program.logged.filter(({ event }) => /crashed/.test(String(event)))).toEqual([]);
});

test('SIGINT stops it as well, and twice is once', async () => {
  const program = await ready();

  program.signal('SIGINT');
  program.signal('SIGTERM');
  const { code } = await program.ended;

  expect(code).toBe(0);
  expect(program.logged.filter(({ event }) => event === 'app.stopped')).toHaveLength(1);
});

test('a send that Telegram answers while it stops is finished, and not repeated', async () => {
  await oweAnna('one');
  // Slow enough to be under way, quick enough to be answered.
  const gate = await openGate(700);
  const program = await ready({ TELEGRAM_API_ROOT: gate.url });
  await eventually(() => expect(gate.sending).toBe(1));

  program.signal('SIGTERM');
  const { code } = await program.ended;
  const again = await ready();
  await pause(1_500);

  expect(code).toBe(0);
  expect(posts(ANNA)).toEqual(['one']);
  again.signal('SIGTERM');
  await again.ended;
  gate.close();
});

test('a send that is never answered does not keep it from stopping, and goes out after', async () => {
  await oweAnna('one');
  stage.world.failNext({ method: 'sendMessage', chatId: ANNA }, 'hang');
  const program = await ready();
  await eventually(() => expect(stage.world.calls.some(isSend)).toBe(true));
  const stoppedAt = performance.now();

  program.signal('SIGTERM');
  const { code } = await program.ended;

  expect(code).toBe(0);
  expect(performance.now() - stoppedAt).toBeLessThan(20_000);
  expect(program.logged.at(-1)).toMatchObject({ event: 'app.stopped' });
  await ready({ CRASH_REST: '1s' });
  await eventually(() => expect(posts(ANNA)).toEqual(['one']));
});

test('killed in the middle of a broadcast and started again, it sends every post, one at most twice', async () => {
  const titles = Array.from({ length: 10 }, (_, index) => `post ${index}`);
  await oweAnna(...titles);
  const program = await ready({ RATE_CHAT: '5/s' });
  await eventually(() => expect(posts(ANNA).length).toBeGreaterThanOrEqual(3));

  program.signal('SIGKILL');
  await program.ended;
  const before = posts(ANNA).length;
  await ready({ RATE_CHAT: '5/s', CRASH_REST: '1s' });
  await eventually(() => expect(new Set(posts(ANNA))).toEqual(new Set(titles)));

  expect(before).toBeLessThan(10);
  expect(posts(ANNA).length).toBeLessThanOrEqual(11);
  expect([...new Set(posts(ANNA))]).toEqual(titles);
});

test('Telegram that cannot be reached is asked again, and the log says so', async () => {
  const nowhere = { TELEGRAM_API_ROOT: 'http://127.0.0.1:9' };
  const program = startProgram({ folder, env: settings(nowhere) });

  expect(await program.event('polling.failed')).toMatchObject({
    level: 'warn',
    reason: 'ECONNREFUSED',
  });
  program.signal('SIGTERM');
  const { code, stdout, stderr } = await program.ended;

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).not.toContain(TOKEN);
  expect(program.logged.at(-1)).toMatchObject({ event: 'app.stopped' });
});

test('Telegram that goes away while it runs does not keep it from stopping', async () => {
  const gate = await openGate(0);
  const program = await ready({ TELEGRAM_API_ROOT: gate.url });
  gate.close();
  await pause(200);

  program.signal('SIGTERM');
  const { code, stderr } = await program.ended;

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

const isSend = ({ method }: { method: string }) => method === 'sendMessage';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A way to Telegram on which messages take their time, and that can be closed. */
async function openGate(delayMs: number) {
  const gate = { url: '', sending: 0, close: () => {} };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const isMessage = request.url?.endsWith('/sendMessage') === true;
    if (isMessage) gate.sending += 1;
    if (isMessage) await pause(delayMs);
    const answer = await fetch(`${stage.url}${request.url}`, {
      method: 'POST',
      headers: { 'content-type': request.headers['content-type'] ?? '' },
      body: Buffer.concat(chunks),
    }).catch(() => null);
    const body = new Uint8Array((await answer?.arrayBuffer()) ?? []);
    response.writeHead(answer?.status ?? 502, { 'content-type': 'application/json' }).end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  gate.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  gate.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return gate;
}

test('whoever reads the log may go away: the bot goes on', async () => {
  paper.print({ id: 'old' });
  const program = await ready();

  program.stopReading();
  stage.world.say({ userId: ANNA, chatId: ANNA, text: `/subscribe ${paper.feedUrl}` });
  await eventually(() => expect(posts(ANNA)).toEqual(['old']));
  paper.print({ id: 'new' });

  await eventually(() => expect(posts(ANNA)).toEqual(['old', 'new']));
  program.signal('SIGTERM');
  const { code, stderr } = await program.ended;
  expect([code, stderr]).toEqual([
    0,
    'The log cannot be written any more (write EPIPE); the bot goes on.\n',
  ]);
});

test('a command that nobody reads ends without a word', async () => {
  const program = startProgram({ args: ['--help'] });

  program.stopReading();

  expect(await program.ended).toMatchObject({ code: 0, stderr: '' });
});
