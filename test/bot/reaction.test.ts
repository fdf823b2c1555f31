import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, CHANNEL, GROUP, OWNER } from '../world.ts';
import { clear, feed, type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  await stage.stock('Gazette', ['one']);
});

afterEach(() => clear(stage));

const publish = async (...entries: string[]) => {
  stage.paper.answerNext(feed('Gazette', ['one', ...entries]));
  await stage.pass(5 * 60_000);
  await stage.tick();
  // A host is asked once a second.
  await stage.pass(5_000);
};
const react = async (userId: number, chatId: number, title: string, emoji: string | null) => {
  const post = stage
    .messages(chatId)
    .findLast(({ text, caption }) => (caption ?? text ?? '').startsWith(title));
  stage.telegram.react({ userId, chatId, messageId: post?.message_id ?? 0, emoji });
  await stage.settle();
  return post?.message_id;
};

test('👎 to a post that was delivered offers to mute or end its feed, as a reply to it', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gazette');
  await publish('two', 'three');

  const post = await react(ANNA, ANNA, 'two', '👎');

  expect(stage.said(ANNA)).toBe('Gazette — live');
  expect(stage.last(ANNA).reply_to_message?.message_id).toBe(post);
  await stage.press(ANNA, ANNA, 'Unsubscribe');
  expect(await stage.store.subscriptions.ofChat(ANNA)).toEqual([]);
});

test('👎 to a sample, and to what /latest showed, offers the same', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gazette');

  await react(ANNA, ANNA, 'one', '👎');
  expect(stage.buttons(ANNA)).toContain('Mute for a day');
  await stage.press(ANNA, ANNA, 'Close');

  await stage.say(ANNA, ANNA, '/latest');
  await react(ANNA, ANNA, 'one', '👎');
  expect(stage.buttons(ANNA)).toContain('Mute for a day');
});

test('other reactions, and one that is taken back, ask nothing of us', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gazette');
  const before = stage.texts(ANNA);

  await react(ANNA, ANNA, 'one', '👍');
  await react(ANNA, ANNA, 'one', null);

  expect(stage.texts(ANNA)).toEqual(before);
});

test('👎 to an answer, to a digest, and to a post of a feed that is not followed any more says nothing', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gazette');
  await react(ANNA, ANNA, 'You follow', '👎');
  await stage.say(ANNA, ANNA, '/digest hourly');
  await publish('two', 'three');
  await stage.pass(3_600_000);
  await stage.tick();
  const before = stage.texts(ANNA);
  expect(before.at(-1)).toContain('Digest');

  await react(ANNA, ANNA, 'Digest', '👎');

  expect(stage.texts(ANNA)).toEqual(before);
});

test('in a group and in a channel a reaction is said to the others', async () => {
  stage.telegram.moveBot(GROUP, 'administrator');
  await stage.settle();
  await stage.say(OWNER, GROUP, '/subscribe gazette');
  await stage.say(OWNER, OWNER, '/subscribe gazette to @paper_channel');
  const before = [stage.texts(GROUP), stage.texts(CHANNEL)];

  await react(OWNER, GROUP, 'one', '👎');
  await react(OWNER, CHANNEL, 'one', '👎');

  expect([stage.texts(GROUP), stage.texts(CHANNEL)]).toEqual(before);
});

test('a stranger who was never let in knocks with no reaction', async () => {
  await stage.say(OWNER, OWNER, '/access approved');
  stage.telegram.react({
    userId: ANNA,
    chatId: OWNER,
    messageId: stage.last(OWNER).message_id,
    emoji: '👍',
  });
  await stage.settle();

  expect(stage.texts(OWNER).join()).not.toContain('May I?');
});
