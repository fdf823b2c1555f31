import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ANNA, type Stage, setStage } from './telegram.ts';

type Brought = {
  secret: string | undefined;
  update: { update_id: number; message?: { text: string } };
};

let stage: Stage;
let server: Server;
let brought: Brought[];
/** Answers of the bot to come; 200 when there are none. */
let answers: number[];

beforeEach(async () => {
  stage = await setStage();
  [brought, answers] = [[], []];
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const secret = request.headers['x-telegram-bot-api-secret-token'];
    const status = answers.shift() ?? 200;
    if (status === 200) brought.push({ secret: secret?.toString(), update: JSON.parse(body) });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(() => server.close());

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
const say = (text: string) => stage.world.say({ userId: ANNA, chatId: ANNA, text });
const eventually = (claim: () => void) => vi.waitFor(claim, { timeout: 10_000, interval: 10 });
const words = () => brought.map(({ update }) => update.message?.text);

test('what waits is brought, in its order and with the secret', async () => {
  say('one');
  say('two');
  await stage.call('setWebhook', { url: url(), secret_token: 'a-secret' });
  say('three');

  await eventually(() => expect(words()).toEqual(['one', 'two', 'three']));
  expect(new Set(brought.map(({ secret }) => secret))).toEqual(new Set(['a-secret']));
  await eventually(() => expect(stage.world.unconfirmed).toBe(0));
});

test('what is not taken is brought again, before what came later, and the bot may ask why', async () => {
  answers = [500, 503];
  await stage.call('setWebhook', { url: url() });
  say('one');
  say('two');

  await eventually(() => expect(words()).toEqual(['one', 'two']));
  await eventually(() => expect(stage.world.unconfirmed).toBe(0));
  expect((await stage.call('getWebhookInfo', {})).result).toMatchObject({
    url: url(),
    pending_update_count: 0,
    last_error_message: 'Wrong response from the webhook: 503 Service Unavailable',
  });
});

test('while there is a webhook nobody may ask for updates', async () => {
  await stage.call('setWebhook', { url: url() });

  expect(await stage.call('getUpdates', {})).toMatchObject({
    error_code: 409,
    description:
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  });
  await stage.call('deleteWebhook', {});
  expect(await stage.call('getUpdates', {})).toMatchObject({ ok: true });
});

test('a poll that waits ends when a webhook is set', async () => {
  const polled = stage.call('getUpdates', { timeout: 20 });
  await eventually(() => expect(stage.world.polled).toBe(true));

  await stage.call('setWebhook', { url: url() });

  expect(await polled).toMatchObject({
    error_code: 409,
    description: 'Conflict: terminated by setWebhook request',
  });
});

test('what a webhook was not brought waits for the poll after it', async () => {
  answers = Array.from({ length: 50 }, () => 500);
  await stage.call('setWebhook', { url: url() });
  say('one');
  await stage.call('deleteWebhook', {});

  const { result } = await stage.call('getUpdates', {});

  expect(result).toMatchObject([{ message: { text: 'one' } }]);
});

test.each([
  ['an address without TLS', { url: 'http://example.org/' }, /HTTPS URL must be provided/],
  [
    'a secret with a blank',
    { url: 'https://example.org/', secret_token: 'a b' },
    /unallowed characters/,
  ],
  [
    'too many connections',
    { url: 'https://example.org/', max_connections: 101 },
    /max_connections/,
  ],
])('%s is refused', async (_, params, description) => {
  const answer = await stage.call('setWebhook', params);

  expect(answer).toMatchObject({ ok: false, error_code: 400 });
  expect(answer.description).toMatch(description);
});
