import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, FORUM, GROUP } from '../world.ts';
import { clear, type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  await stage.stock('Gazette', ['Bridge opens']);
  await stage.stock('Herald');
});

afterEach(() => clear(stage));

const followed = async (chatId: number) =>
  (await stage.store.subscriptions.ofChat(chatId)).map(({ title }) => title);

test.each(['gazette', 'GAZ', '1'])(
  '/unsubscribe %s ends it, and Undo takes that back',
  async (name) => {
    await stage.say(ANNA, ANNA, '/subscribe gazette');
    await stage.say(ANNA, ANNA, '/list');

    await stage.say(ANNA, ANNA, `/unsubscribe ${name}`);
    expect(stage.said(ANNA)).toBe('Gazette is no longer followed.');
    expect(await followed(ANNA)).toEqual([]);

    await stage.press(ANNA, ANNA, 'Undo');
    expect(stage.said(ANNA)).toBe('You follow Gazette now. What is new will come here.');
    expect(await followed(ANNA)).toEqual(['Gazette']);
  },
);

test('without a name the feeds are buttons', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gazette');
  await stage.say(ANNA, ANNA, '/subscribe herald');

  await stage.say(ANNA, ANNA, '/unsubscribe');
  expect(stage.buttons(ANNA)).toEqual(['Gazette', 'Herald']);
  await stage.press(ANNA, ANNA, 'Herald');

  expect(await followed(ANNA)).toEqual(['Gazette']);
  expect(stage.buttons(ANNA)).toEqual(['Undo']);
});

test('as a reply to a post it ends the feed of that post', async () => {
  await stage.say(ANNA, GROUP, '/subscribe herald');
  await stage.say(ANNA, GROUP, '/subscribe gazette');
  const post = stage.last(GROUP);

  await stage.write({
    userId: ANNA,
    chatId: GROUP,
    text: '/unsubscribe',
    replyTo: post.message_id,
  });

  expect(await followed(GROUP)).toEqual(['Herald']);
});

test('as a reply to anything else it asks which', async () => {
  await stage.say(ANNA, ANNA, '/subscribe herald');

  const { message_id: replyTo } = stage.last(ANNA);
  await stage.write({ userId: ANNA, chatId: ANNA, text: '/unsubscribe', replyTo });

  expect(stage.said(ANNA)).toBe('Which feed shall I stop?');
});

test('all are ended only after a question and with a copy, and come back by one Undo', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gazette');
  await stage.say(ANNA, ANNA, '/subscribe herald');

  await stage.say(ANNA, ANNA, '/unsubscribe all');
  expect(await followed(ANNA)).toEqual(['Gazette', 'Herald']);
  await stage.press(ANNA, ANNA, 'Stop them all');
  expect(await followed(ANNA)).toEqual([]);
  expect(stage.texts(ANNA)).toContain('None of the 2 feeds is followed any more.');
  expect(stage.last(ANNA).document?.file_name).toBe('telewire.opml');

  await stage.press(ANNA, ANNA, 'Undo');
  expect(await followed(ANNA)).toEqual(['Gazette', 'Herald']);
  expect(stage.texts(ANNA)).toContain('This chat follows 2 feeds again.');
});

test('Cancel changes nothing', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gazette');
  await stage.say(ANNA, ANNA, '/unsubscribe all');

  await stage.press(ANNA, ANNA, 'Cancel');

  expect(stage.said(ANNA)).toBe('Nothing was changed.');
  expect(await followed(ANNA)).toEqual(['Gazette']);
});

test('a name this chat does not follow is refused, and so is any where nothing is followed', async () => {
  await stage.say(ANNA, ANNA, '/unsubscribe gazette');
  expect(stage.said(ANNA)).toBe(
    'This chat follows nothing yet. Send /subscribe to pick something.',
  );

  await stage.say(ANNA, ANNA, '/subscribe herald');
  await stage.say(ANNA, ANNA, '/unsubscribe gazette');
  expect(stage.said(ANNA)).toContain('This chat does not follow “gazette”.');
});

test('a feed followed in two topics ends in the topic that is spoken in', async () => {
  const threadId = stage.telegram.openTopic(FORUM, 'News');
  for (const thread of [2, threadId]) {
    await stage.write({ userId: ANNA, chatId: FORUM, threadId: thread, text: '/subscribe gaz' });
  }

  await stage.write({ userId: ANNA, chatId: FORUM, threadId, text: '/unsubscribe gazette' });

  const left = await stage.store.subscriptions.ofChat(FORUM);
  expect(left.map((it) => it.threadId)).toEqual([2]);
});

test('of a chat with many feeds each can be reached by its pages', async () => {
  for (let number = 10; number < 22; number += 1) {
    await stage.stock(`Feed ${number}`);
    await stage.say(ANNA, ANNA, `/subscribe Feed ${number}`);
  }
  await stage.say(ANNA, ANNA, '/unsubscribe');
  expect(stage.buttons(ANNA)).toHaveLength(10 + 3);

  await stage.press(ANNA, ANNA, '›');
  await stage.press(ANNA, ANNA, 'Feed 21');

  expect(await followed(ANNA)).toHaveLength(11);
});
