import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ShownMessage } from '../../src/playground/protocol.ts';
import { ANNA, BEN, FORUM, OWNER } from '../world.ts';
import { clear, feed, type Stage, setStage } from './stage.ts';

const MINUTE_MS = 60_000;

let stage: Stage;
let gazette: string;

beforeEach(async () => {
  stage = await setStage();
  stage.telegram.moveBot(FORUM, 'administrator');
  gazette = await stage.stock('Gazette', ['one']);
  await stage.stock('Herald', ['first']);
});

afterEach(() => clear(stage));

const topics = () => {
  const chat = stage.telegram.snapshot().chats.find(({ id }) => id === FORUM);
  return chat?.topics.map(({ name }) => name) ?? [];
};
const threadOf = (name: string) => {
  const chat = stage.telegram.snapshot().chats.find(({ id }) => id === FORUM);
  return chat?.topics.findLast((topic) => topic.name === name)?.id;
};
/** Titles of posts in the topic of that name. */
const postsIn = (name: string) =>
  stage
    .messages(FORUM)
    .filter((it) => it.message_thread_id === threadOf(name) && isPost(it))
    .map(({ text, caption }) => (text ?? caption ?? '').split('\n')[0]);
const isPost = ({ reply_markup }: ShownMessage) =>
  reply_markup?.inline_keyboard?.flat().some(({ text }) => text === 'Read') === true;
const made = () => stage.telegram.calls.filter(({ method }) => method === 'createForumTopic');
const followed = async () =>
  (await stage.store.subscriptions.ofChat(FORUM)).map(({ title, threadId, pausedAt }) => ({
    title,
    threadId,
    isPaused: pausedAt !== null,
  }));
const turnOn = async () => {
  await stage.store.topics.want(FORUM, 'on');
};
const publish = async (...entries: string[]) => {
  stage.paper.answerNext(feed('Gazette', entries), feed('Herald', ['first']));
  await stage.pass(MINUTE_MS);
  await stage.tick();
  await stage.pass(5_000);
};

describe('one topic per feed', () => {
  test('is offered where a feed is followed in a forum, and turned on in the settings', async () => {
    await stage.say(ANNA, FORUM, '/subscribe gazette');
    expect(stage.texts(FORUM)[0]).toContain(
      'Each feed can have a topic of its own: see /settings.',
    );

    await stage.say(ANNA, FORUM, '/settings');
    await stage.press(ANNA, FORUM, 'One topic per feed …');
    await stage.press(ANNA, FORUM, 'On');

    expect((await stage.store.chats.get(FORUM))?.topicPerFeed).toBe('on');
    expect(stage.said(FORUM)).toContain('Each feed that you follow from now on gets a topic');
    expect(stage.said(FORUM)).toContain('One feed has no topic of its own yet.');
  });

  test('is not offered where there are no topics', async () => {
    await stage.say(ANNA, ANNA, '/settings');

    expect(stage.buttons(ANNA)).not.toContain('One topic per feed …');
  });

  test('/subscribe makes a topic of the feed’s name and colour, and its posts come there', async () => {
    await turnOn();

    await stage.say(ANNA, FORUM, '/subscribe gazette');

    expect(topics()).toEqual(['Sport', 'Gazette']);
    expect(made()[0]?.params).toMatchObject({ name: 'Gazette', icon_color: 0xffd67e });
    expect(await followed()).toEqual([
      { title: 'Gazette', threadId: threadOf('Gazette'), isPaused: false },
    ]);
    expect(postsIn('Gazette')).toEqual(['one']);
    await publish('one', 'two');
    expect(postsIn('Gazette')).toEqual(['one', 'two']);
  });

  test('a topic is made once, and found again after an unsubscription', async () => {
    await turnOn();
    await stage.say(ANNA, FORUM, '/subscribe gazette');
    await stage.say(ANNA, FORUM, '/subscribe gazette');
    expect(stage.said(FORUM)).toBe('Gazette is followed here already.');
    await stage.say(ANNA, FORUM, '/unsubscribe gazette');

    await stage.say(ANNA, FORUM, '/subscribe gazette');

    expect(made()).toHaveLength(1);
    expect((await followed())[0]?.threadId).toBe(threadOf('Gazette'));
  });

  test('a topic that was deleted meanwhile is not used again', async () => {
    await turnOn();
    await stage.say(ANNA, FORUM, '/subscribe gazette');
    await stage.say(ANNA, FORUM, '/unsubscribe gazette');
    stage.telegram.deleteTopic(FORUM, threadOf('Gazette') ?? 0);

    await stage.say(ANNA, FORUM, '/subscribe gazette');

    expect(made()).toHaveLength(2);
    expect(postsIn('Gazette')).toEqual(['one']);
  });

  test('a tap in the catalogue makes a topic too, and another ends the subscription in it', async () => {
    await turnOn();
    await stage.say(ANNA, FORUM, '/subscribe');

    const { text } = await stage.press(ANNA, FORUM, 'Gazette');
    expect(text).toContain('What is new will come into the topic of that name.');
    expect(topics()).toEqual(['Sport', 'Gazette']);
    await stage.press(ANNA, FORUM, '✓ Gazette');

    expect(await followed()).toEqual([]);
  });

  test('what is followed already moves at a press, ten at a time, with what is owed', async () => {
    await stage.say(ANNA, FORUM, '/subscribe gazette');
    await stage.write({ userId: ANNA, chatId: FORUM, threadId: 2, text: '/subscribe herald' });
    await turnOn();
    await stage.say(ANNA, FORUM, '/settings');
    await stage.press(ANNA, FORUM, '✓ One topic per feed …');

    await stage.press(ANNA, FORUM, 'Give them topics');

    expect(stage.said(FORUM)).toContain('2 feeds have topics of their own now.');
    expect(await followed()).toEqual([
      { title: 'Gazette', threadId: threadOf('Gazette'), isPaused: false },
      { title: 'Herald', threadId: threadOf('Herald'), isPaused: false },
    ]);
    await publish('one', 'two');
    expect(postsIn('Gazette')).toEqual(['two']);
  });

  test('turned off it leaves topics as they are', async () => {
    await turnOn();
    await stage.say(ANNA, FORUM, '/subscribe gazette');
    await stage.say(ANNA, FORUM, '/settings');
    await stage.press(ANNA, FORUM, '✓ One topic per feed …');

    await stage.press(ANNA, FORUM, 'Off');
    await stage.say(ANNA, FORUM, '/subscribe herald');

    expect(topics()).toEqual(['Sport', 'Gazette']);
    expect((await followed()).map(({ threadId }) => threadId)).toEqual([threadOf('Gazette'), 0]);
  });

  test('without the right to manage topics it cannot be turned on, and says how to give it', async () => {
    stage.telegram.setRights(FORUM, ['can_manage_chat']);
    await stage.say(ANNA, FORUM, '/settings');
    await stage.press(ANNA, FORUM, 'One topic per feed …');

    const pressed = await stage.press(ANNA, FORUM, 'On');

    expect(pressed.text).toBe(
      'I may not make topics in Forum. Make me an administrator with the right to manage topics, then try again.',
    );
    expect((await stage.store.chats.get(FORUM))?.topicPerFeed).toBeNull();
  });

  test('when the right is taken away nothing is followed, and never in General', async () => {
    await turnOn();
    stage.telegram.setRights(FORUM, ['can_manage_chat']);

    await stage.say(ANNA, FORUM, '/subscribe gazette');

    expect(stage.said(FORUM)).toContain('I may not make topics in Forum.');
    expect(await followed()).toEqual([]);
  });

  test('a long flood is told, and nothing is half done', async () => {
    await turnOn();
    stage.telegram.failNext(
      { method: 'createForumTopic' },
      { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 300 } },
    );

    await stage.say(ANNA, ANNA, `/subscribe gazette to ${FORUM}`);

    expect(stage.said(ANNA)).toContain('Please try again in 5 minutes.');
    expect(await followed()).toEqual([]);
  });

  test('nobody but an administrator changes that', async () => {
    await stage.say(BEN, FORUM, '/latest');

    const pressed = await stage.forge(BEN, FORUM, `tp:n:${FORUM}`);

    expect(pressed.showAlert).toBe(true);
    expect((await stage.store.chats.get(FORUM))?.topicPerFeed).toBeNull();
  });

  test('nor does a stranger from elsewhere', async () => {
    await stage.say(BEN, BEN, '/help');

    const pressed = await stage.forge(BEN, BEN, `tp:n:${FORUM}`);

    expect(pressed.showAlert).toBe(true);
    expect((await stage.store.chats.get(FORUM))?.topicPerFeed ?? null).toBeNull();
  });
});

describe('a topic of ours that people delete', () => {
  beforeEach(async () => {
    await turnOn();
    await stage.say(ANNA, FORUM, '/subscribe gazette');
    stage.telegram.deleteTopic(FORUM, threadOf('Gazette') ?? 0);
  });

  test('is made anew once, and nothing that was owed to it is lost', async () => {
    await publish('one', 'two');
    await stage.tick();
    await stage.pass(5_000);

    expect(made()).toHaveLength(2);
    expect(postsIn('Gazette')).toEqual(['two']);
    expect(await followed()).toEqual([
      { title: 'Gazette', threadId: threadOf('Gazette'), isPaused: false },
    ]);
  });

  test('the second time its feed is paused, its administrators are told, and nothing comes elsewhere', async () => {
    await stage.say(ANNA, ANNA, '/help');
    await publish('one', 'two');
    await stage.tick();
    await stage.pass(5_000);
    stage.telegram.deleteTopic(FORUM, threadOf('Gazette') ?? 0);

    await publish('one', 'two', 'three');
    await stage.tick();
    await stage.pass(5_000);

    expect(made()).toHaveLength(2);
    expect((await followed())[0]?.isPaused).toBe(true);
    expect(stage.texts(ANNA).at(-1)).toContain(
      'A topic of Forum is gone in which I posted Gazette',
    );
    expect(stage.messages(FORUM).filter((it) => isPost(it))).toEqual([]);
  });

  test('after that /subscribe makes another, and the feed comes again', async () => {
    await publish('one', 'two');
    await stage.tick();
    await stage.pass(5_000);
    stage.telegram.deleteTopic(FORUM, threadOf('Gazette') ?? 0);
    await publish('one', 'two', 'three');
    await stage.tick();
    await stage.pass(5_000);

    await stage.say(ANNA, FORUM, '/subscribe gazette');

    expect(made()).toHaveLength(3);
    expect(await followed()).toEqual([
      { title: 'Gazette', threadId: threadOf('Gazette'), isPaused: false },
    ]);
  });

  test('without the right to make one its feed is paused, and nothing comes elsewhere', async () => {
    stage.telegram.setRights(FORUM, ['can_manage_chat']);

    await publish('one', 'two');
    await stage.tick();
    await stage.pass(5_000);

    expect((await followed())[0]?.isPaused).toBe(true);
    expect(stage.messages(FORUM).filter((it) => isPost(it))).toEqual([]);
  });
});

test('a topic that people made themselves is not made anew', async () => {
  await turnOn();
  await stage.store.topics.want(FORUM, null);
  await stage.write({ userId: ANNA, chatId: FORUM, threadId: 2, text: '/subscribe gazette' });
  stage.telegram.deleteTopic(FORUM, 2);

  await publish('one', 'two');
  await stage.tick();

  expect(made()).toEqual([]);
  expect((await followed())[0]?.isPaused).toBe(true);
});

test('a feed’s new name becomes that of its topics', async () => {
  await turnOn();
  await stage.say(ANNA, FORUM, '/subscribe gazette');

  await stage.say(OWNER, OWNER, '/setfeed gazette name=Morning paper');
  await stage.tick();

  expect(topics()).toEqual(['Sport', 'Morning paper']);
  const edits = () => stage.telegram.calls.filter(({ method }) => method === 'editForumTopic');
  await stage.tick();
  expect(edits()).toHaveLength(1);
});

test('an address that nobody has named has no topic without a name', async () => {
  await turnOn();
  stage.paper.answerNext(feed(''));

  await stage.say(ANNA, FORUM, `/subscribe ${gazette}?nameless`);

  expect(made()[0]?.params.name).toBeTruthy();
});

test('private chats that have topics get one per feed too', async () => {
  stage.telegram.addChat({ id: ANNA, type: 'private', topics: [] });
  await stage.restart();
  await stage.stock('Gazette', ['one']);
  await stage.say(ANNA, ANNA, '/settings');
  await stage.press(ANNA, ANNA, 'One topic per feed …');
  await stage.press(ANNA, ANNA, 'On');

  await stage.say(ANNA, ANNA, '/subscribe gazette');

  const [{ threadId } = { threadId: 0 }] = await stage.store.subscriptions.ofChat(ANNA);
  expect(threadId).toBeGreaterThan(0);
  const inTopic = stage.messages(ANNA).filter((it) => it.message_thread_id === threadId);
  expect(inTopic.filter(isPost)).toHaveLength(1);
});

describe('a disk that fails', () => {
  const breakOnce = () => {
    const { settle } = stage.store.topics;
    stage.store.topics.settle = async () => {
      stage.store.topics.settle = settle;
      throw new Error('disk full');
    };
  };
  const forgive = () => stage.logged.splice(0);

  test('after a topic was made for a new subscription leaves it unused, and the next try works', async () => {
    await turnOn();
    breakOnce();

    await stage.say(ANNA, FORUM, '/subscribe gazette');
    expect(await followed()).toEqual([]);
    await stage.say(ANNA, FORUM, '/subscribe gazette');

    expect(made()).toHaveLength(2);
    expect(await followed()).toHaveLength(1);
    forgive();
  });

  test('after a topic was made anew makes no second one', async () => {
    await turnOn();
    await stage.say(ANNA, FORUM, '/subscribe gazette');
    stage.telegram.deleteTopic(FORUM, threadOf('Gazette') ?? 0);
    breakOnce();

    await publish('one', 'two');
    await stage.tick();
    await stage.tick();
    await stage.pass(5_000);

    expect(made()).toHaveLength(2);
    expect(postsIn('Gazette')).toEqual(['two']);
    forgive();
  });
});

test('a topic that cannot be made anew just now is made at a later tick', async () => {
  await turnOn();
  await stage.say(ANNA, FORUM, '/subscribe gazette');
  stage.telegram.deleteTopic(FORUM, threadOf('Gazette') ?? 0);
  stage.telegram.failNext(
    { method: 'createForumTopic' },
    { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 60 } },
  );

  await publish('one', 'two');
  await stage.tick();
  expect(postsIn('Gazette')).toEqual([]);
  await stage.pass(2 * MINUTE_MS);
  await stage.tick();
  await stage.pass(5_000);

  expect(postsIn('Gazette')).toEqual(['two']);
});
