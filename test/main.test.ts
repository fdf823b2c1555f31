import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import packageFile from '../package.json' with { type: 'json' };
import { openStore } from '../src/store/store.ts';
import { openPaper, type Paper } from './paper.ts';
import { ANNA, setStage, TOKEN } from './playground/telegram.ts';
import { emptyFolder, type Program, runProgram, SCRIPT, startProgram } from './program.ts';

const PATIENCE_MS = 20_000;
/** Each test starts a process or two. */
vi.setConfig({ testTimeout: 40_000 });

const LOCAL_NODE = fileURLToPath(
  new URL(`../node_modules/node-${process.platform}-${process.arch}/bin/node`, import.meta.url),
);

let stage: Awaited<ReturnType<typeof setStage>>;
let paper: Paper;
let folder: string;

beforeEach(async () => {
  stage = await setStage({ now: Date.now });
  paper = await openPaper();
  folder = emptyFolder();
});

afterEach(() => paper.close());

const settings = (more: Record<string, string> = {}) => ({
  ...{ BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: stage.url, ACCESS: 'open', OWNER_IDS: '1' },
  ...{ ALLOWED_ADDRESSES: '127.0.0.0/8', TICK: '* * * * * *' },
  ...{ MIN_INTERVAL: '1s', MAX_INTERVAL: '1s' },
  ...more,
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
  const article = { link: null, author: null, published: 0, lead: '', picture: null, markdown: '' };
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
  expect(performance.now() - stoppedAt).toBeLessThan(5_000);
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
  expect(performance.now() - stoppedAt).toBeLessThan(10_000);
  expect(program.logged.at(-1)).toMatchObject({ event: 'app.stopped' });
  await ready();
  await eventually(() => expect(posts(ANNA)).toEqual(['one']));
});

test('killed in the middle of a broadcast and started again, it sends every post, one at most twice', async () => {
  const titles = Array.from({ length: 30 }, (_, index) => `post ${index}`);
  await oweAnna(...titles);
  const program = await ready({ RATE_CHAT: '50/s' });
  await eventually(() => expect(posts(ANNA).length).toBeGreaterThanOrEqual(10));

  program.signal('SIGKILL');
  await program.ended;
  const before = posts(ANNA).length;
  await ready({ RATE_CHAT: '50/s' });
  await eventually(() => expect(new Set(posts(ANNA))).toEqual(new Set(titles)));

  expect(before).toBeLessThan(30);
  expect(posts(ANNA).length).toBeLessThanOrEqual(31);
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

test('a token that Telegram does not know ends it with one sentence', async () => {
  const { code, stderr } = await runProgram({ folder, env: settings({ BOT_TOKEN: '42:wrong' }) });

  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'Telegram does not accept this BOT_TOKEN.\n',
  });
});

test.each<[string, Record<string, string>, string]>([
  ['no token', { BOT_TOKEN: '' }, 'BOT_TOKEN is missing: get a token from @BotFather and set it.'],
  [
    'a token’s file that is not there',
    { BOT_TOKEN_FILE: '/no/such/file' },
    'BOT_TOKEN_FILE names the file /no/such/file, which cannot be read (ENOENT).',
  ],
  [
    'a configuration that is not there',
    { TELEWIRE_CONFIG: 'elsewhere.yaml' },
    'TELEWIRE_CONFIG names the file elsewhere.yaml, which cannot be read (ENOENT).',
  ],
])('%s: one sentence and exit code 2', async (_, env, sentence) => {
  const { code, stdout, stderr } = await runProgram({ folder, env: settings(env) });

  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
});

test('every fault of environment and file has its sentence, and no secret is repeated', async () => {
  mkdirSync(join(folder, 'config'));
  writeFileSync(join(folder, 'config', 'telewire.yaml'), 'minIntervall: 1m\nport: many\n');
  const secrets = { BOT_TOKEN: 'secret', DATABASE_URL: 'postgres://user:secret@db/x' };

  const { code, stderr } = await runProgram({ folder, env: settings(secrets) });

  expect(code).toBe(2);
  expect(stderr.trim().split('\n').sort()).toEqual([
    'BOT_TOKEN must be a bot token from @BotFather, such as 123456:ABC-DEF.',
    'DATABASE_URL must be sqlite: and a file; another database is not supported yet.',
    'PORT must be a port number from 0 to 65535.',
    'There is no setting “minIntervall”; did you mean “minInterval”.',
  ]);
});

test.each<[string, Record<string, string>, RegExp]>([
  [
    'a data directory that cannot be made',
    { DATA_DIR: '/proc/nowhere' },
    /^The data directory \/proc\/nowhere cannot be written to \(\w+\)\.\n$/,
  ],
  [
    'a database in no directory',
    { DATABASE_URL: 'sqlite:/no/such/folder/telewire.db' },
    /^The database \/no\/such\/folder\/telewire\.db cannot be opened: [^\n]*\.\n$/,
  ],
])('%s: one sentence and exit code 1', async (_, env, sentence) => {
  const { code, stderr } = await runProgram({ folder, env: settings(env) });

  expect(stderr).toMatch(sentence);
  expect(code).toBe(1);
});

test('a port that is taken: one sentence and exit code 1', async () => {
  const port = String(new URL(stage.url).port);

  const { code, stderr } = await runProgram({ folder, env: settings({ PORT: port }) });

  expect(stderr).toMatch(/^PORT cannot be used: [^\n]*EADDRINUSE[^\n]*\.\n$/);
  expect(code).toBe(1);
});

test('a token may come from a file, and settings from .env', async () => {
  writeFileSync(join(folder, 'token'), `${TOKEN}\n`);
  const { BOT_TOKEN: _, ...others } = settings();
  const lines = Object.entries(others).map(([name, value]) => `${name}="${value}"`);
  writeFileSync(join(folder, '.env'), lines.join('\n'));

  const program = startProgram({ folder, env: { BOT_TOKEN_FILE: 'token' } });

  expect(await program.event('app.ready')).toMatchObject({ feeds: 0 });
  expect(existsSync(join(folder, 'data', 'telewire.db'))).toBe(true);
});

test('the feeds of the configuration file are in the catalogue', async () => {
  mkdirSync(join(folder, 'config'));
  writeFileSync(
    join(folder, 'config', 'telewire.yaml'),
    `feeds:\n  - url: ${paper.feedUrl}\n    name: My paper\n`,
  );
  const program = startProgram({ folder, env: settings({ ACCESS: 'catalogue' }) });
  expect(await program.event('app.ready')).toMatchObject({ feeds: 1 });

  stage.world.say({ userId: ANNA, chatId: ANNA, text: '/subscribe My paper' });

  await eventually(() => expect(JSON.stringify(stage.world.messages(ANNA))).toContain('My paper'));
});

test('--version and --help answer and need no settings', async () => {
  const version = await runProgram({ args: ['--version'] });
  const help = await runProgram({ args: ['--help'] });

  expect(version).toMatchObject({ code: 0, stdout: `${packageFile.version}\n`, stderr: '' });
  expect(help).toMatchObject({ code: 0, stderr: '' });
  for (const word of ['playground', 'preview', 'BOT_TOKEN']) expect(help.stdout).toContain(word);
});

test('an unknown command is named, and what there is instead', async () => {
  const { code, stdout, stderr } = await runProgram({ args: ['dance'] });

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^There is no command “dance”\.\n\n.*telewire preview <what>/s);
});

test('preview prints what would be posted', async () => {
  paper.print({ id: 'one', html: '<p>This is the lead of the article, in one sentence.</p>' });

  const { code, stdout } = await runProgram({
    args: ['preview', paper.feedUrl],
    env: { ALLOWED_ADDRESSES: '127.0.0.0/8' },
  });

  expect(code).toBe(0);
  expect(stdout).toMatch(/title: +one\n.*── Post ─.*This is the lead.*buttons:/s);
});

test('an old Node.js says what it needs', async () => {
  const lonely = emptyFolder();
  mkdirSync(join(lonely, 'bin'));
  copyFileSync(SCRIPT, join(lonely, 'bin', 'telewire.js'));
  writeFileSync(
    join(lonely, 'package.json'),
    readFileSync(new URL('../package.json', import.meta.url)),
  );

  const { code, stderr } = await runProgram({
    ...{ script: join(lonely, 'bin', 'telewire.js'), nodeVersion: '18.20.0' },
  });

  expect(stderr).toMatch(/^Telewire needs Node\.js 24\.16 or later[^\n]*\n$/);
  expect(code).toBe(1);
});

test.skipIf(!existsSync(LOCAL_NODE))(
  'an old Node.js hands over to the one that was installed along, signals and all',
  async () => {
    const program = startProgram({ folder, env: settings(), nodeVersion: '20.11.1' });
    await program.event('app.ready');

    program.signal('SIGTERM');
    const { code } = await program.ended;

    expect(code).toBe(0);
    expect(program.logged.at(-1)).toMatchObject({ event: 'app.stopped' });
  },
);

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
