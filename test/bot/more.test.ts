import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, FORUM, GROUP, OWNER } from '../world.ts';
import { clear, feed, type Stage, setStage } from './stage.ts';

const DAY_MS = 24 * 3_600_000;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  await stage.stock('Gazette', ['one']);
});

afterEach(() => clear(stage));

const fromBot = (chatId: number) => stage.messages(chatId).filter(({ from }) => from?.id === 42);
const followed = (chatId: number) => stage.store.subscriptions.ofChat(chatId);
const publish = async (...entries: string[]) => {
  stage.paper.answerNext(feed('Gazette', ['one', ...entries]));
  await stage.pass(5 * 60_000);
  await stage.tick();
};

test('under a post stand Read, Open and More; in a channel no More', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gazette');
  expect(stage.buttons(ANNA)).toEqual(['Read', 'Open ↗', '⋯']);

  await stage.say(ANNA, ANNA, '/subscribe gazette to @paper_channel');
  expect(stage.buttons(CHANNEL)).toEqual(['Read', 'Open ↗']);
});

describe('More in a private chat', () => {
  beforeEach(async () => {
    await stage.say(ANNA, ANNA, '/subscribe gazette');
    await stage.press(ANNA, ANNA, '⋯');
  });

  test('opens a message of its own below the post, which closes again', async () => {
    expect(stage.said(ANNA)).toBe('Gazette — live');
    expect(stage.buttons(ANNA)).toEqual([
      ...[
        'Mute for a day',
        'Unsubscribe',
        'Why did I get this?',
        'Settings of this feed …',
        'Close',
      ],
    ]);

    await stage.press(ANNA, ANNA, 'Close');

    expect(stage.buttons(ANNA)).toEqual(['Read', 'Open ↗', '⋯']);
  });

  test('mutes the feed for a day; what came meanwhile comes then in one message', async () => {
    await stage.press(ANNA, ANNA, 'Mute for a day');
    expect(stage.said(ANNA)).toBe(
      'Gazette is quiet until 26 Nov 2026, 12:00. What it brings meanwhile comes then, in one message.',
    );
    const before = fromBot(ANNA).length;
    await publish('two', 'three');
    expect(fromBot(ANNA)).toHaveLength(before);

    await stage.pass(DAY_MS);
    await stage.tick();

    const [missed, ...others] = fromBot(ANNA).slice(before);
    expect(missed?.text).toMatch(/two[\s\S]*three|three[\s\S]*two/);
    expect(others).toEqual([]);
    expect(await followed(ANNA)).toMatchObject([{ pausedAt: null, pausedUntil: null }]);
  });

  test('takes the mute back', async () => {
    await stage.press(ANNA, ANNA, 'Mute for a day');
    await stage.press(ANNA, ANNA, 'Undo');

    expect(await followed(ANNA)).toMatchObject([{ pausedAt: null, pausedUntil: null }]);

    await stage.press(ANNA, ANNA, '‹ Back');
    expect(stage.said(ANNA)).toBe('Gazette — live');
  });

  test('a mute can be made to last, and then does not end by itself', async () => {
    await stage.press(ANNA, ANNA, 'Mute for a day');
    await stage.say(ANNA, ANNA, '/list');
    expect(stage.said(ANNA)).toContain('muted until 26 Nov 2026, 12:00');
    await stage.say(ANNA, ANNA, '/pause gazette');

    await stage.pass(2 * DAY_MS);
    await stage.tick();

    expect(await followed(ANNA)).toMatchObject([{ pausedUntil: null }]);
    expect((await followed(ANNA))[0]?.pausedAt).not.toBeNull();
  });

  test('ends the subscription, and takes that back with all it was', async () => {
    const place = { chatId: ANNA, threadId: 0 };
    await stage.store.subscriptions.setFilter(place, 1, '-football');
    await stage.press(ANNA, ANNA, 'Unsubscribe');
    expect(await followed(ANNA)).toEqual([]);

    await stage.press(ANNA, ANNA, 'Undo');

    expect(await followed(ANNA)).toMatchObject([{ ownFilter: '-football' }]);
  });

  test('tells why, and goes back', async () => {
    await stage.press(ANNA, ANNA, 'Why did I get this?');
    expect(stage.said(ANNA)).toMatch(/^one\nFrom Gazette/);

    await stage.press(ANNA, ANNA, '‹ Back');
    expect(stage.said(ANNA)).toBe('Gazette — live');
  });

  test('leads to the settings of that feed, in the same message', async () => {
    const before = fromBot(ANNA).length;
    await stage.press(ANNA, ANNA, 'Settings of this feed …');
    await stage.press(ANNA, ANNA, 'One line');

    expect(fromBot(ANNA)).toHaveLength(before);
    expect(await stage.store.subscriptions.own({ chatId: ANNA, threadId: 0 }, 1)).toMatchObject({
      style: 'link',
    });
  });
});

describe('More in a group', () => {
  beforeEach(() => stage.say(ANNA, GROUP, '/subscribe gazette'));

  test('is seen by the presser alone, and offers members only to ask', async () => {
    await stage.press(BEN, GROUP, '⋯');

    expect(stage.last(GROUP)).toMatchObject({ receiver_user: { id: BEN } });
    expect(stage.buttons(GROUP)).toEqual(['Why did I get this?', 'Close']);
    await stage.press(BEN, GROUP, 'Why did I get this?');
    expect(stage.said(GROUP)).toMatch(/^one\n/);
  });

  test('lets administrators mute and end', async () => {
    await stage.press(ANNA, GROUP, '⋯');
    await stage.press(ANNA, GROUP, 'Mute for a day');
    expect((await followed(GROUP))[0]?.pausedUntil).not.toBeNull();

    await stage.press(ANNA, GROUP, '‹ Back');
    await stage.press(ANNA, GROUP, 'Unsubscribe');
    expect(await followed(GROUP)).toEqual([]);
    expect(fromBot(GROUP).filter((it) => it.ephemeral_message_id !== undefined)).toHaveLength(1);
  });

  test('no member mutes or ends by a forged button', async () => {
    const token = (await stage.store.entries.newest([1], 1))[0]?.token ?? '';
    for (const act of ['m', 'u', 'e', 's']) {
      const answered = await stage.forge(BEN, GROUP, `mo:${act}:${token}:0`);
      expect(answered).toMatchObject({ showAlert: true });
    }

    expect(await followed(GROUP)).toMatchObject([{ pausedAt: null }]);
  });

  test('says what to do instead where Telegram refuses to tell one person alone', async () => {
    const refused = { error_code: 400, description: 'Bad Request: MESSAGE_NOT_COMMAND' };
    stage.telegram.failNext({ method: 'sendMessage', chatId: GROUP }, refused);

    const answered = await stage.press(BEN, GROUP, '⋯');

    expect(answered).toMatchObject({ showAlert: true });
    expect(answered.text).toContain('/why');
  });
});

test('in a topic it is about the subscription of that topic', async () => {
  const [topic] = stage.telegram.snapshot().chats.find(({ id }) => id === FORUM)?.topics ?? [];
  const threadId = topic?.id ?? 0;
  await stage.write({ userId: ANNA, chatId: FORUM, threadId, text: '/subscribe gazette' });
  await stage.press(ANNA, FORUM, '⋯');
  await stage.press(ANNA, FORUM, 'Mute for a day');

  expect(await followed(FORUM)).toMatchObject([{ threadId, pausedUntil: expect.anything() }]);
});

test('a post whose feed is gone from the catalogue answers its buttons', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gazette');
  await stage.say(OWNER, OWNER, '/removefeed gazette');
  await stage.press(OWNER, OWNER, 'Take it out');

  const answered = await stage.press(ANNA, ANNA, '⋯');

  expect(answered.text).toMatch(/no longer/);
});
