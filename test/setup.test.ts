import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test, vi } from 'vitest';
import packageFile from '../package.json' with { type: 'json' };
import type { Paper } from './paper.ts';
import { ANNA, TOKEN } from './playground/telegram.ts';
import { emptyFolder, runProgram, SCRIPT, startProgram } from './program.ts';
import { type Settings, setProgramStage } from './programstage.ts';

const PATIENCE_MS = 30_000;
/** Each test starts a process or two. */
vi.setConfig({ testTimeout: 90_000 });

const LOCAL_NODE = fileURLToPath(
  new URL(`../node_modules/node-${process.platform}-${process.arch}/bin/node`, import.meta.url),
);

let stage: Awaited<ReturnType<typeof setProgramStage>>['stage'];
let paper: Paper;
let folder: string;
let settings: Settings;

beforeEach(async () => {
  ({ stage, paper, folder, settings } = await setProgramStage());
});

/** Looks again and again until it is so. */
const eventually = (claim: () => void) => vi.waitFor(claim, { timeout: PATIENCE_MS, interval: 20 });

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

test('a .env that cannot be read: one sentence and exit code 2', async () => {
  mkdirSync(join(folder, '.env'));

  const { code, stdout, stderr } = await runProgram({ folder, env: settings() });

  const sentence =
    'The file .env cannot be read (EISDIR): it must belong to whoever runs the program, or not be there.';
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
});

test('every fault of environment and file has its sentence, and no secret is repeated', async () => {
  mkdirSync(join(folder, 'config'));
  writeFileSync(join(folder, 'config', 'telewire.yaml'), 'minIntervall: 1m\nport: many\n');
  const secrets = { BOT_TOKEN: 'secret', DATABASE_URL: 'mysql://user:secret@db/x' };

  const { code, stderr } = await runProgram({ folder, env: settings(secrets) });

  expect(code).toBe(2);
  expect(stderr.trim().split('\n').sort()).toEqual([
    'BOT_TOKEN must be a bot token from @BotFather, such as 123456:ABC-DEF.',
    'DATABASE_URL must be sqlite: and a file, or the address of a PostgreSQL database.',
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
  [
    'a database server that is not there',
    { DATABASE_URL: 'postgres://wire:password@127.0.0.1:1/telewire' },
    /^The database postgres:\/\/<hidden>@127\.0\.0\.1:1\/telewire cannot be opened: [^\n]*ECONNREFUSED[^\n]*\.\n$/,
  ],
  [
    'a ledger that is not there',
    { LEDGER_URL: 'redis://:password@127.0.0.1:1/0' },
    /^The database data\/telewire\.db cannot be opened: The ledger at LEDGER_URL cannot be reached \([^\n]*ECONNREFUSED[^\n]*\)\.\n$/,
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

test.skipIf(!existsSync(LOCAL_NODE))(
  'the one to which an old Node.js handed over does not outlive it',
  async () => {
    const program = startProgram({ folder, env: settings(), nodeVersion: '20.11.1' });
    await program.event('app.ready');

    program.signal('SIGKILL');
    await program.ended;

    expect(program.logged.at(-1)).toMatchObject({ event: 'app.stopped' });
  },
);
