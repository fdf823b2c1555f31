import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { parseConfig } from '../src/config.ts';
import { openHttpProxy } from './http/proxies.ts';
import { setStage } from './playground/telegram.ts';
import { emptyFolder, SCRIPT } from './program.ts';

vi.setConfig({ testTimeout: 90_000 });

const TOKEN = `42:${'x'.repeat(35)}`;

let folder: string;
let apiRoot: string;

beforeEach(async () => {
  folder = emptyFolder();
  apiRoot = (await setStage({ token: TOKEN })).url;
});

const file = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Runs `telewire init` with these lines as its input. */
async function init(lines: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [SCRIPT, 'init'], {
    cwd: folder,
    env: { PATH: process.env.PATH, TZ: 'Europe/Paris', TELEGRAM_API_ROOT: apiRoot, ...env },
  });
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  return ending(child);
}

function ending(child: ChildProcess) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const said = { stdout: '', stderr: '' };
    child.stdout?.on('data', (chunk) => {
      said.stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      said.stderr += chunk;
    });
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

test('the token is shown to Telegram through the proxy that leads there', async () => {
  const proxy = await openHttpProxy(Number(new URL(apiRoot).port));
  const env = {
    TELEGRAM_API_ROOT: 'http://telegram.example',
    TELEGRAM_PROXY: `http://${proxy.address}`,
  };

  const { stderr } = await init([TOKEN, '7', 'open', 'en UTC', 'd none'], env);
  proxy.close();

  expect(stderr).toContain('That is @telewire_bot.');
  expect(proxy.asked[0]).toMatch(/^telegram\.example/);
});

test('five answers make a configuration that starts, and a token that only its owner reads', async () => {
  const { code, stdout, stderr } = await init([
    TOKEN,
    '7, 8',
    'open',
    'zh Asia/Shanghai',
    'd 8081',
  ]);

  expect({ code, stdout: stdout.split('\n')[0] }).toEqual({
    code: 0,
    stdout: 'Written: config/telewire.yaml, and .env with the token, which only you can read.',
  });
  expect(stderr).toContain('That is @telewire_bot.');
  expect(stderr.match(/^\d\. /gm)).toHaveLength(5);
  expect(file('.env')).toBe(`BOT_TOKEN=${TOKEN}\n`);
  expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600);
  expect(parseConfig({ BOT_TOKEN: TOKEN }, file('config/telewire.yaml'))).toMatchObject({
    kind: 'config',
    config: {
      ...{ ownerIds: [7, 8], access: 'open', language: 'zh', timezone: 'Asia/Shanghai' },
      ...{ dataDir: 'd', port: 8_081, minInterval: 300_000 },
    },
  });
  expect(file('config/telewire.yaml')).toContain('# minInterval: 15m');
  expect(file('config/telewire.yaml')).not.toContain(TOKEN);
});

test('a token alone is enough', async () => {
  const { code } = await init([TOKEN]);

  expect(code).toBe(0);
  expect(parseConfig({ BOT_TOKEN: TOKEN }, file('config/telewire.yaml'))).toMatchObject({
    config: { ownerIds: [], access: 'catalogue', language: 'en', timezone: 'Europe/Paris' },
  });
});

test.each<[string, string[], RegExp]>([
  ['no answer', [], /Nothing was written\.\n$/],
  ['no token', ['hello'], /That is no token/],
  ['a token that Telegram does not know', [`43:${'y'.repeat(35)}`], /does not know that token/],
  ['an owner without a number', [TOKEN, 'anna'], /OWNER_IDS must be Telegram user ids/],
  ['a time zone that there is not', [TOKEN, '7', 'open', 'en Europe/Nowhere'], /TIMEZONE must be/],
  ['a port that there is not', [TOKEN, '7', 'open', 'en UTC', 'data 99999'], /PORT must be a port/],
])('%s: one sentence, and nothing is written', async (_, lines, sentence) => {
  const { code, stderr } = await init(lines);

  expect(code).toBe(1);
  expect(stderr).toMatch(sentence);
  expect(existsSync(join(folder, '.env'))).toBe(false);
  expect(existsSync(join(folder, 'config'))).toBe(false);
});

test('a Telegram that cannot be reached leaves the token unchecked', async () => {
  const { code, stderr } = await init([TOKEN], { TELEGRAM_API_ROOT: 'http://127.0.0.1:9' });

  expect(code).toBe(0);
  expect(stderr).toContain('so it is unchecked');
});

test('what is there is not written over, unless one says so', async () => {
  mkdirSync(join(folder, 'config'));
  writeFileSync(join(folder, 'config', 'telewire.yaml'), 'access: open\n');

  const refused = await init([TOKEN, '7']);
  const kept = file('config/telewire.yaml');
  const agreed = await init(['yes', TOKEN, '7']);

  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(
    /config\/telewire\.yaml stays as it is\. Nothing was written\.\n$/,
  );
  expect(kept).toBe('access: open\n');
  expect(agreed.code).toBe(0);
  expect(file('config/telewire.yaml')).toContain('ownerIds: 7');
});

test.skipIf(!existsSync('/usr/bin/script'))(
  'at a terminal a wrong answer is asked for again, and Ctrl-C writes nothing',
  async () => {
    const child = spawn('script', ['-qec', `${process.execPath} ${SCRIPT} init`, '/dev/null'], {
      cwd: folder,
      env: { PATH: process.env.PATH, TERM: 'dumb', TELEGRAM_API_ROOT: apiRoot },
    });
    let shown = '';
    child.stdout.on('data', (chunk) => {
      shown += chunk;
    });
    const until = (words: string) =>
      vi.waitFor(() => expect(shown).toContain(words), { timeout: 15_000, interval: 20 });
    await until('1. The bot’s token');
    child.stdin.write('hello\r');
    await until('That is no token');
    child.stdin.write(`${TOKEN}\r`);
    await until('That is @telewire_bot.');
    child.stdin.write('\x03');

    const { code } = await ending(child);

    expect(shown).toContain('Nothing was written.');
    expect(code).toBe(130);
    expect(existsSync(join(folder, '.env'))).toBe(false);
  },
);
