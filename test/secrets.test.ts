import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openHttpProxy, type TestProxy } from './http/proxies.ts';
import { openPaper, type Paper } from './paper.ts';
import { ANNA, type Stage, setStage } from './playground/telegram.ts';
import { emptyFolder, startProgram } from './program.ts';

vi.setConfig({ testTimeout: 90_000 });

/** Each in a place of its own, and none like any word. */
const SECRETS = {
  token: 'AAHtokenTokenTokenTokenTokenTokenTo',
  metrics: 'metricsMetricsMetrics',
  feedsProxy: 'feedsProxyPassword',
  telegramProxy: 'telegramProxyPassword',
  feedKey: 'feedKeyFeedKeyFeedKey',
  failingKey: 'failingKeyFailingKey',
  header: 'headerHeaderHeader',
};
const OWNER = 1;

const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const eventually = (claim: () => unknown) => vi.waitFor(claim, { timeout: 20_000, interval: 50 });

async function proxyTo(url: string): Promise<TestProxy> {
  const proxy = await openHttpProxy(Number(new URL(url).port));
  ends.push(proxy.close);
  return proxy;
}

/** The program with a secret wherever one can be. */
async function start(stage: Stage, paper: Paper) {
  const [feeds, telegram] = [await proxyTo(paper.url), await proxyTo(stage.url)];
  const folder = emptyFolder();
  mkdirSync(join(folder, 'config'));
  writeFileSync(
    join(folder, 'config', 'telewire.yaml'),
    `feeds:
  - url: ${paper.feedUrl}?api_key=${SECRETS.feedKey}
    name: Wire
  - url: ${paper.url}/nothing?token=${SECRETS.failingKey}
    name: Broken
`,
  );
  const env = {
    ...{ BOT_TOKEN: `42:${SECRETS.token}`, TELEGRAM_API_ROOT: stage.url, OWNER_IDS: String(OWNER) },
    ...{
      ALLOWED_ADDRESSES: '127.0.0.0/8',
      TICK: '* * * * * *',
      ACCESS: 'open',
      LOG_LEVEL: 'debug',
    },
    ...{ MIN_INTERVAL: '1s', MAX_INTERVAL: '1s', PORT: '0', METRICS_TOKEN: SECRETS.metrics },
    FEEDS_PROXY: `http://wire:${SECRETS.feedsProxy}@${feeds.address}`,
    TELEGRAM_PROXY: `http://wire:${SECRETS.telegramProxy}@${telegram.address}`,
  };
  return { program: startProgram({ folder, env }), feeds, telegram };
}

test('no secret is read in logs, in what the process tells of itself, or in any chat', async () => {
  const stage = await setStage({ now: Date.now, token: `42:${SECRETS.token}` });
  const paper = await openPaper();
  ends.push(() => paper.close());
  stage.world.addUser({ id: OWNER, first_name: 'Olga' });
  stage.world.addChat({ id: OWNER, type: 'private' });
  paper.print({ id: 'Harbour reopens' });
  const { program, feeds, telegram } = await start(stage, paper);
  const { port } = (await program.event('web.listening')) as { port: number };
  await program.event('app.ready');
  await program.event('feed.failed');
  const say = (userId: number, text: string) => stage.world.say({ userId, chatId: userId, text });

  say(OWNER, '/feeds');
  say(OWNER, '/feed 1');
  say(OWNER, '/feed 2');
  say(OWNER, `/setfeed 1 header.X-Api-Key=${SECRETS.header}`);
  say(OWNER, '/status');
  say(ANNA, '/subscribe wire');
  say(ANNA, '/subscribe broken');
  for (const text of ['/list', '/latest', '/settings', '/why 1', '/search harbour', '/export'])
    say(ANNA, text);
  await eventually(() => expect(texts(stage, ANNA)).toContain('Harbour reopens'));
  stage.world.failNext({ method: 'sendMessage' }, 'reset before');
  say(ANNA, '/list');
  await eventually(() => expect(paper.requests.at(-1)?.headers['x-api-key']).toBe(SECRETS.header));
  const told = await Promise.all(
    ['/healthz', '/readyz', '/metrics', '/telegram/x'].map(async (path) => {
      const headers = { authorization: `Bearer ${SECRETS.metrics}` };
      return (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).text();
    }),
  );
  telegram.close();
  feeds.close();
  await eventually(() =>
    expect(program.logged.filter(({ event }) => event === 'feed.failed').length).toBeGreaterThan(3),
  );
  program.signal('SIGTERM');
  const { stdout, stderr } = await program.ended;

  // What is looked through is what it should be, and the secrets were used.
  expect(feeds.credentials).toContain(`wire:${SECRETS.feedsProxy}`);
  expect(telegram.credentials).toContain(`wire:${SECRETS.telegramProxy}`);
  expect(told[1]).toContain('"status":"ready"');
  expect(told[2]).toContain('telewire_sends_total');
  const places = { stdout, stderr, told: told.join(), anna: texts(stage, ANNA), owner: bot(stage) };
  for (const [place, text] of Object.entries(places)) {
    for (const [name, secret] of Object.entries(SECRETS)) {
      expect(text.includes(secret), `${name} in ${place}: ${around(text, secret)}`).toBe(false);
    }
  }
});

const texts = (stage: Stage, chatId: number) => JSON.stringify(stage.world.messages(chatId));

/** What the bot itself has said to its owner, who may have written a secret. */
function bot(stage: Stage): string {
  return JSON.stringify(stage.world.messages(OWNER).filter(({ from }) => from?.is_bot));
}

function around(text: string, secret: string): string {
  const at = text.indexOf(secret);
  return at < 0 ? '' : text.slice(Math.max(0, at - 200), at + 60);
}
