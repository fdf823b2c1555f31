import { HttpError, type Transformer } from 'grammy';
import { expect, test } from 'vitest';
import { poll } from '../../src/bot/polling.ts';
import { createToldOnce } from '../../src/bot/toldonce.ts';
import { openStore } from '../../src/store/store.ts';
import { createTestClock } from '../clock.ts';
import { emptyMemory } from '../database.ts';
import { setStage } from '../playground/telegram.ts';

/** Polling that is stopped before it knows its name; answers what it has asked Telegram for. */
async function askedWhenStopped(nameIsAsked: Transformer): Promise<string[]> {
  const bot = (await setStage()).newBot();
  const { inbox, close } = await openStore(await emptyMemory());
  const asked: string[] = [];
  bot.api.config.use((previous, method, payload, signal) => {
    asked.push(method);
    if (method !== 'getMe') return previous(method, payload, signal);
    return nameIsAsked(previous, method, payload, signal);
  });
  const deps = { clock: createTestClock(0), log: () => {} };

  await poll(bot as never, { toldOnce: createToldOnce({ inbox, ...deps }), ...deps }).stop();

  await close();
  return asked;
}

test('who is stopped does not wait for Telegram to tell its name', async () => {
  const unanswered: Transformer = (_previous, _method, _payload, signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new HttpError('aborted', null)));
    });

  expect(await askedWhenStopped(unanswered)).toEqual(['getMe']);
});

test('who is stopped while its name is told asks for no updates any more', async () => {
  const toldAllTheSame: Transformer = (previous, method, payload) => previous(method, payload);

  expect(await askedWhenStopped(toldAllTheSame)).toEqual(['getMe']);
});
