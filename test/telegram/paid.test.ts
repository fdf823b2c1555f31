import { expect, test } from 'vitest';
import { paidBroadcasts } from '../../src/telegram/paid.ts';
import { createBroadcastApi } from '../../src/telegram/send.ts';
import { ANNA, setStage, TOKEN } from '../playground/telegram.ts';

async function setPaidStage() {
  const stage = await setStage({ paced: true });
  const logged: string[] = [];
  const paid = paidBroadcasts((event) => void logged.push(event));
  return { ...stage, logged, api: createBroadcastApi(TOKEN, { apiRoot: stage.url }, paid) };
}

const FREE = ANNA + 1_000;

test('a paid broadcast says so, and what shows no message does not', async () => {
  const { api, world } = await setPaidStage();

  await api.sendMessage(ANNA, 'one');
  await api.sendChatAction(ANNA, 'typing');

  expect(world.calls.map(({ params }) => params.allow_paid_broadcast)).toEqual([true, undefined]);
});

test.each(['ALLOW_PAYMENT_REQUIRED', 'BALANCE_TOO_LOW', 'payments are not available'])(
  'what cannot be paid for (%s) is sent without, and the owner is told once',
  async (reason) => {
    const { api, world, logged } = await setPaidStage();
    const refusal = { error_code: 400, description: `Bad Request: ${reason}` };
    world.failNext({ parameter: 'allow_paid_broadcast', times: 2 }, refusal);

    for (const text of ['one', 'two', 'three']) await api.sendMessage(ANNA, text);

    expect(world.messages(ANNA).map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(world.calls.map(({ params }) => params.allow_paid_broadcast)).toEqual([
      ...[true, undefined],
      ...[true, undefined],
      true,
    ]);
    expect(logged).toEqual(['paidBroadcast.failed']);
  },
);

test('any other refusal is the answer', async () => {
  const { api, world } = await setPaidStage();
  world.failNext({}, { error_code: 403, description: 'Forbidden: bot was blocked by the user' });

  await expect(api.sendMessage(ANNA, 'one')).rejects.toMatchObject({ error_code: 403 });

  expect(world.calls).toHaveLength(1);
});

test('paid messages pass where thirty in a second have been sent', async () => {
  const { api, call, world } = await setPaidStage();
  for (let id = FREE; id < FREE + 40; id += 1) {
    world.addUser({ id });
    world.addChat({ id, type: 'private' });
  }

  for (let id = FREE; id < FREE + 39; id += 1) await api.sendMessage(id, 'paid');
  const unpaid = await call('sendMessage', { chat_id: FREE + 39, text: 'not paid' });

  expect(unpaid).toMatchObject({ ok: false, error_code: 429 });
});
