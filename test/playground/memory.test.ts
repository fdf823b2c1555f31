import { expect, test } from 'vitest';
import { createTelegram } from '../../src/playground/bot-api.ts';
import { createFileStore } from '../../src/playground/file-store.ts';
import type { StoredFile } from '../../src/playground/files.ts';
import { createSite } from '../../src/playground/site.ts';

const ANNA = 7;
const CHANNEL = -1_000_000_000_400;
const NOW = Date.UTC(2026, 10, 25, 9);

test('of a chat the newest 500 messages are kept, of the calls the newest 5,000', async () => {
  const { world, send, call } = pretended();

  for (let sent = 0; sent < 501; sent += 1) await send(ANNA, `${sent}`);
  for (let asked = 0; asked < 4_500; asked += 1) await call('getMe', {});

  const texts = world.messages(ANNA).map(({ text }) => text);
  expect(texts).toHaveLength(500);
  expect([texts[0], texts.at(-1)]).toEqual(['1', '500']);
  expect(world.calls).toHaveLength(5_000);
  expect(world.calls[0]?.params).toMatchObject({ text: '1' });
});

test('the snapshot tells the newest fifty deeds of the bot, and nothing that others did', async () => {
  const { world, send, call } = pretended();
  for (let sent = 0; sent < 50; sent += 1) await send(ANNA, `${sent}`);

  world.say({ userId: ANNA, chatId: ANNA, text: 'hello' });
  world.post(CHANNEL, 'by a person');
  await call('editMessageText', { chat_id: ANNA, message_id: 2, text: 'changed' });
  await call('sendMessage', { chat_id: ANNA, text: '' });

  const { past } = world.snapshot();
  expect(past).toHaveLength(50);
  expect(past[0]).toMatchObject({ atMs: NOW, event: { kind: 'message', message: { text: '2' } } });
  expect(past.slice(-2)).toMatchObject([
    { event: { kind: 'edited', message: { text: 'changed' } } },
    { event: { kind: 'refused', method: 'sendMessage', errorCode: 400 } },
  ]);
});

test('of the files those go first that nobody has used for longest', () => {
  const store = createFileStore(async () => null, 10);
  store.put(file('one', 4));
  store.put(file('two', 4));

  store.get('one');
  store.put(file('three', 4));

  expect(['one', 'two', 'three'].filter((id) => store.get(id))).toEqual(['one', 'three']);
});

test('a file that is larger than all the room is there nevertheless', () => {
  const store = createFileStore(async () => null, 10);
  store.put(file('small', 4));

  store.put(file('large', 99));

  expect(store.get('small')).toBeUndefined();
  expect(store.get('large')?.bytes).toHaveLength(99);
});

test('the newest 2,000 articles of the paper are kept', () => {
  let now = NOW;
  const site = createSite({ now: () => now, startedAt: NOW, everyMs: 1_000 });

  now += 3_000_000;

  expect(site.articles()).toHaveLength(2_000);
  expect(site.articles()[0]?.published).toBe(NOW + 1_001_000);
});

function pretended() {
  const telegram = createTelegram({ now: () => NOW, token: '42:memory', paced: false });
  const { world, routes } = telegram;
  world.addUser({ id: ANNA });
  world.addChat({ id: ANNA, type: 'private' });
  world.addChat({ id: CHANNEL, type: 'channel', members: { [ANNA]: 'creator' } });
  const call = async (method: string, params: object) =>
    routes.request(`/bot42:memory/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(params),
    });
  const send = (chatId: number, text: string) => call('sendMessage', { chat_id: chatId, text });
  return { world, call, send };
}

function file(id: string, size: number): StoredFile {
  const bytes = new Uint8Array(size);
  return { id, kind: 'document', name: id, contentType: '', bytes, width: 0, height: 0 };
}
