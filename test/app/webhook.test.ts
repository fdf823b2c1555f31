import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Faults, onFaultyDisk } from '../faults.ts';
import { freePort } from '../ports.ts';
import { ANNA, createTestWorld, expectNoCrash, type TestWorld } from '../world.ts';

let world: TestWorld;
let port: number;
let folder: string;
let faults: Faults;

beforeEach(async () => {
  port = await freePort();
  folder = mkdtempSync(join(tmpdir(), 'telewire-webhook-'));
  faults = new Set();
  const breakStore = onFaultyDisk(faults);
  const database = join(folder, 'telewire.db');
  world = await createTestWorld({ settings: settings(), database, breakStore });
});

afterEach(async () => {
  await world.end();
  rmSync(folder, { recursive: true });
});

function settings(): Record<string, string> {
  return {
    ...{ UPDATES: 'webhook', PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` },
    ...{ RATE_GLOBAL: '10000/s', RATE_CHAT: '10000/s', RATE_GROUP: '10000/s' },
  };
}

/** Where Telegram was told to bring updates, and the secret it was given. */
function told(): { url: string; secret: string } {
  const call = world.telegram.calls.findLast(({ method }) => method === 'setWebhook');
  return { url: String(call?.params.url), secret: String(call?.params.secret_token) };
}

function bring(update: object | string, given: { url?: string; secret?: string } = {}) {
  return fetch(given.url ?? told().url, {
    method: 'POST',
    headers: { 'x-telegram-bot-api-secret-token': given.secret ?? told().secret },
    body: typeof update === 'string' ? update : JSON.stringify(update),
  });
}

function message(updateId: number, text: string) {
  const from = { id: ANNA, is_bot: false, first_name: 'Anna' };
  const chat = { id: ANNA, type: 'private', first_name: 'Anna' };
  const entities = [{ type: 'bot_command', offset: 0, length: text.length }];
  const message = { message_id: updateId, date: 1, from, chat, text, entities };
  return { update_id: updateId, message };
}

const eventually = (claim: () => void) => vi.waitFor(claim, { timeout: 10_000, interval: 20 });
const answers = () => world.texts(ANNA).filter((it) => it.includes('follow')).length;

test('what people write is brought, and answered', async () => {
  await world.say(ANNA, ANNA, '/list');
  await eventually(() => expect(answers()).toBe(1));

  expect(told().url).toMatch(new RegExp(`^http://127.0.0.1:${port}/telegram/[\\w-]{22}$`));
  expect(told().secret).toMatch(/^[\w-]{43}$/);
  expect(told().url).not.toContain(told().secret);
  await eventually(() => expect(world.telegram.unconfirmed).toBe(0));
  expectNoCrash(world);
});

test('an update that is brought twice is dealt with once, after a restart too', async () => {
  const first = await bring(message(7_000, '/list'));
  const second = await bring(message(7_000, '/list'));
  await eventually(() => expect(answers()).toBe(1));
  await world.settle();
  await world.restart();

  const third = await bring(message(7_000, '/list'));
  await world.settle();

  expect([first.status, second.status, third.status]).toEqual([200, 200, 200]);
  expect(answers()).toBe(1);
});

test('an update with a lower id than others, as after a silent week, is dealt with', async () => {
  await bring(message(9_000, '/list'));
  await bring(message(12, '/list'));

  await eventually(() => expect(answers()).toBe(2));
});

test.each([
  ['a wrong secret', () => bring(message(1, '/list'), { secret: 'x'.repeat(43) }), 404],
  ['no secret', () => bring(message(1, '/list'), { secret: '' }), 404],
  ['a wrong path', () => bring(message(1, '/list'), { url: `${told().url}x` }), 404],
  ['something that is no update', () => bring('{"update_id":"1"}'), 400],
  ['something that is no JSON', () => bring('hello'), 400],
  ['something very long', () => bring(`"${'x'.repeat(5_000_000)}"`), 413],
])('%s is turned away', async (_, call, status) => {
  const answer = await call();
  await world.settle();

  expect(answer.status).toBe(status);
  expect(answers()).toBe(0);
});

test('updates of one chat are dealt with in the order in which they came', async () => {
  const commands = ['/list', '/timezone', '/timezone', '/list', '/timezone', '/list'];
  for (const text of commands) world.telegram.say({ userId: ANNA, chatId: ANNA, text });
  await eventually(() => expect(world.texts(ANNA)).toHaveLength(commands.length));

  const answered = world.texts(ANNA).map((it) => (it.includes('follow') ? '/list' : '/timezone'));
  expect(answered).toEqual(commands);
  await eventually(() => expect(world.telegram.unconfirmed).toBe(0));
  await world.settle();
  expect(await world.store.inbox.left()).toEqual([]);
});

test('what was taken and not dealt with is dealt with by the next start', async () => {
  const update = { ...message(8_000, '/list') };
  await world.restart(async () => {});
  await world.store.inbox.keep({ updateId: 8_000, body: JSON.stringify(update) });

  await world.restart();
  await eventually(() => expect(answers()).toBe(1));
  await bring(update);
  await world.settle();

  expect(answers()).toBe(1);
});

test('the secret stays the same over a restart', async () => {
  const before = told();

  await world.restart();

  expect(told()).toEqual(before);
});

test('a webhook that somebody else takes away is put back within a minute', async () => {
  await world.call('deleteWebhook', {});
  await world.pass(61_000);

  expect(await world.call('getWebhookInfo', {})).toMatchObject({ url: told().url });
});

test('a disk that takes nothing lets Telegram keep the update, and bring it again', async () => {
  faults.add('inbox.keep');
  const refused = await bring(message(8_500, '/list'));
  const taken = await bring(message(8_500, '/list'));
  await eventually(() => expect(answers()).toBe(1));

  expect([refused.status, taken.status]).toEqual([500, 200]);
  expect(world.logged.filter(({ event }) => event === 'web.crashed')).toHaveLength(1);
});

test('that the bot is blocked is dealt with once, and nothing of it is left', async () => {
  world.telegram.moveBot(ANNA, 'blocked');
  await eventually(() => expect(world.telegram.unconfirmed).toBe(0));
  await world.settle();

  expect(await world.store.inbox.left()).toEqual([]);
  expectNoCrash(world);
});

test('asking for updates again ends the webhook, and nothing is lost between the two', async () => {
  await world.end();
  world = await createTestWorld({
    settings: { UPDATES: 'polling' },
    database: join(folder, 'telewire.db'),
  });
  await world.call('setWebhook', { url: 'https://nowhere.invalid/' });
  await world.restart();
  await world.say(ANNA, ANNA, '/list');

  expect(await world.call('getWebhookInfo', {})).toMatchObject({ url: '' });
  expect(answers()).toBe(1);
});
