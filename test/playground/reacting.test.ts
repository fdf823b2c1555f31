import { expect, test } from 'vitest';
import { ANNA, CHANNEL, GROUP, type Stage, setStage } from './telegram.ts';

type Update = Record<
  string,
  { message_id: number; old_reaction: object[]; new_reaction: object[] }
>;

/** What the bot hears of a reaction to a message of its own there. */
async function heard({ call, world }: Stage, chatId: number): Promise<Update[]> {
  const { result } = await call('sendMessage', { chat_id: chatId, text: 'news' });
  await call('getUpdates', { allowed_updates: ['message_reaction'], offset: 1_000 });
  world.react({ userId: ANNA, chatId, messageId: result.message_id, emoji: '👎' });
  return (await call('getUpdates', {})).result;
}

test('in a private chat the bot hears of a reaction, and of its being taken back', async () => {
  const stage = await setStage();
  stage.world.start({ userId: ANNA, payload: '' });

  const [first] = await heard(stage, ANNA);
  const messageId = first?.message_reaction?.message_id ?? 0;
  const taken = stage.world.react({ userId: ANNA, chatId: ANNA, messageId, emoji: null });
  const { result } = await stage.call('getUpdates', { offset: -1 });

  expect(first?.message_reaction).toMatchObject({
    ...{ old_reaction: [], new_reaction: [{ type: 'emoji', emoji: '👎' }] },
  });
  expect(result[0].message_reaction).toMatchObject({
    ...{ old_reaction: [{ type: 'emoji', emoji: '👎' }], new_reaction: [] },
  });
  expect(taken.reactions).toBeUndefined();
});

test('in a group it does as an administrator only, and in a channel never', async () => {
  const stage = await setStage();

  expect(await heard(stage, GROUP)).toEqual([]);
  expect(await heard(stage, CHANNEL)).toEqual([]);
  stage.world.moveBot(GROUP, 'administrator');

  expect(await heard(stage, GROUP)).toHaveLength(1);
});

test('who asks for no reactions hears of none, but people see them', async () => {
  const { call, world } = await setStage();
  world.start({ userId: ANNA, payload: '' });
  const { result } = await call('sendMessage', { chat_id: ANNA, text: 'news' });

  const message = world.react({
    ...{ userId: ANNA, chatId: ANNA, messageId: result.message_id, emoji: '👍' },
  });

  expect(message.reactions).toEqual([{ userId: ANNA, emoji: '👍' }]);
  const updates = (await call('getUpdates', {})).result;
  expect(updates.filter((update: Update) => update.message_reaction)).toEqual([]);
});
