import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, FORUM, GROUP, OWNER } from '../world.ts';
import { clear, STRANGER, type Stage, setStage } from './stage.ts';

// It is 12:00 on Wednesday, 25 November 2026, in UTC.

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  await stage.stock('Gazette', ['one']);
  await stage.stock('Daily Mirror', ['two']);
  await stage.say(ANNA, ANNA, '/subscribe gazette');
});

afterEach(() => clear(stage));

const digestOf = async (chatId: number) => (await stage.store.chats.get(chatId))?.digest;
const ownDigests = async (chatId: number) =>
  (await stage.store.subscriptions.ofChat(chatId)).map(({ ownDigest }) => ownDigest);

const HINT = 'Times are those of UTC; /timezone changes that.';

describe('/digest with words', () => {
  test.each([
    ['daily 8', 'daily 08:00', 'daily at 08:00. Next: tomorrow, 08:00 (UTC).'],
    ['every day at 6pm', 'daily 18:00', 'daily at 18:00. Next: today, 18:00 (UTC).'],
    ['hourly', 'hourly', 'every hour. Next: today, 13:00 (UTC).'],
    ['weekly mon 09:00', 'weekly mon 09:00', 'every Monday at 09:00. Next: Monday, 09:00 (UTC).'],
    ['ALL Fridays 17:00', 'weekly fri 17:00', 'every Friday at 17:00. Next: Friday, 17:00 (UTC).'],
    ['每天 晚上8点', 'daily 20:00', 'daily at 20:00. Next: today, 20:00 (UTC).'],
  ])('%s: what comes is told, and when it comes next', async (words, digest, told) => {
    await stage.say(ANNA, ANNA, `/digest ${words}`);

    expect(stage.said(ANNA)).toBe(`All feeds: A digest comes ${told}\n${HINT}`);
    expect(await digestOf(ANNA)).toBe(digest);
  });

  test('the next one is told in the time zone of the chat', async () => {
    await stage.say(ANNA, ANNA, '/timezone asia/tokyo');
    await stage.say(ANNA, ANNA, '/digest daily 22:00');

    expect(stage.said(ANNA)).toBe(
      'All feeds: A digest comes daily at 22:00. Next: today, 22:00 (Asia/Tokyo).',
    );
  });

  test('off: posts come at once again', async () => {
    await stage.say(ANNA, ANNA, '/digest daily 8');
    await stage.say(ANNA, ANNA, '/digest off');

    expect(stage.said(ANNA)).toBe('All feeds: Posts come at once.');
    expect(await digestOf(ANNA)).toBeNull();
  });

  test('one feed goes its own way, and back to that of the chat', async () => {
    await stage.say(ANNA, ANNA, '/digest daily 8');
    await stage.say(ANNA, ANNA, '/digest gazette weekly sun 10:00');
    expect(stage.said(ANNA)).toContain('Gazette: A digest comes every Sunday at 10:00.');
    expect(await ownDigests(ANNA)).toEqual(['weekly sun 10:00']);

    await stage.say(ANNA, ANNA, '/digest gazette off');
    expect(stage.said(ANNA)).toBe('Gazette: Posts come at once.');
    expect(await ownDigests(ANNA)).toEqual(['off']);

    await stage.say(ANNA, ANNA, '/digest gazette default');
    expect(stage.said(ANNA)).toContain('Gazette: As in the whole chat: A digest comes daily');
    expect(await ownDigests(ANNA)).toEqual([null]);
    expect(await digestOf(ANNA)).toBe('daily 08:00');
  });

  test('a feed whose name begins like a time is understood', async () => {
    await stage.say(ANNA, ANNA, '/subscribe daily mirror');
    await stage.say(ANNA, ANNA, '/digest daily mirror daily 8');

    expect(stage.said(ANNA)).toContain('Daily Mirror: A digest comes daily at 08:00.');
    expect(await ownDigests(ANNA)).toEqual(['daily 08:00', null]);
  });

  test.each(['dayly 8', 'daily 25', 'gazette whenever', '8 8 8', 'nobody hourly'])(
    '“%s” is answered with an example, and changes nothing',
    async (words) => {
      await stage.say(ANNA, ANNA, `/digest ${words}`);

      expect(stage.said(ANNA)).toContain('is neither a feed of this chat nor a time for a digest');
      expect(stage.said(ANNA)).toContain('/digest daily 08:00');
      expect([await digestOf(ANNA), ...(await ownDigests(ANNA))]).toEqual([null, null]);
    },
  );

  test('a time that there is not is quoted whole', async () => {
    await stage.say(ANNA, ANNA, '/digest daily 25:00');

    expect(stage.said(ANNA)).toMatch(/^“daily 25:00” is neither/);
  });

  test('a feed in a topic is meant where the command is written', async () => {
    const write = (text: string) => stage.write({ userId: ANNA, chatId: FORUM, threadId: 2, text });
    await write('/subscribe gazette');
    await write('/digest gazette hourly');

    expect(await ownDigests(FORUM)).toEqual(['hourly']);
  });
});

describe('/digest without words', () => {
  test('shows what is set, and buttons that change it in the same message', async () => {
    await stage.say(ANNA, ANNA, '/digest');
    const before = stage.texts(ANNA).length;
    expect(stage.said(ANNA)).toBe('Settings › When › Digest\n\nPosts come at once.');
    expect(stage.buttons(ANNA)).toEqual([
      ...['Every hour', 'Daily at 08:00', 'Every Monday at 09:00', '✓ No digest'],
      ...['Another time …', '‹ Back', 'Close'],
    ]);

    await stage.press(ANNA, ANNA, 'Daily at 08:00');
    expect(await digestOf(ANNA)).toBe('daily 08:00');
    expect(stage.said(ANNA)).toContain('A digest comes daily at 08:00. Next: tomorrow, 08:00');
    expect(stage.buttons(ANNA)).toContain('✓ Daily at 08:00');

    await stage.press(ANNA, ANNA, 'Every Monday at 09:00');
    expect(await digestOf(ANNA)).toBe('weekly mon 09:00');
    await stage.press(ANNA, ANNA, 'No digest');
    expect(await digestOf(ANNA)).toBeNull();
    expect(stage.texts(ANNA)).toHaveLength(before);
  });

  test('the same of one feed', async () => {
    await stage.say(ANNA, ANNA, '/digest gazette');
    expect(stage.buttons(ANNA)).toContain('✓ As the chat');
    await stage.press(ANNA, ANNA, 'Every hour');
    expect(await ownDigests(ANNA)).toEqual(['hourly']);
    await stage.press(ANNA, ANNA, 'No digest');
    expect(await ownDigests(ANNA)).toEqual(['off']);
    await stage.press(ANNA, ANNA, 'As the chat');
    expect(await ownDigests(ANNA)).toEqual([null]);
    await stage.press(ANNA, ANNA, '‹ Back');
    expect(stage.said(ANNA)).toContain('How posts of Gazette look in this chat');
  });
});

describe('/list and the feed’s card', () => {
  test('tell of digests', async () => {
    await stage.say(ANNA, ANNA, '/subscribe daily mirror');
    await stage.say(ANNA, ANNA, '/digest daily 8');
    await stage.say(ANNA, ANNA, '/digest gazette off');
    await stage.say(ANNA, ANNA, '/list');

    expect(stage.said(ANNA)).toContain('Daily Mirror — live · digest daily at 08:00');
    expect(stage.said(ANNA)).toMatch(/Gazette — live$/m);

    await stage.say(OWNER, OWNER, '/subscribe gazette');
    await stage.say(OWNER, OWNER, '/digest hourly');
    await stage.say(OWNER, OWNER, '/feed gazette');
    expect(stage.said(OWNER)).toContain('In this chat: live · digest every hour');
  });

  test('an undone /unsubscribe brings a feed’s digest back', async () => {
    await stage.say(ANNA, ANNA, '/digest gazette hourly');
    await stage.say(ANNA, ANNA, '/unsubscribe gazette');
    await stage.press(ANNA, ANNA, 'Undo');

    expect(await ownDigests(ANNA)).toEqual(['hourly']);
  });
});

describe('who may', () => {
  test('in a group only its administrators', async () => {
    await stage.say(ANNA, GROUP, '/subscribe gazette');
    await stage.say(BEN, GROUP, '/digest hourly');
    expect(stage.said(GROUP)).toBe('Only administrators of this chat can change what it gets.');
    await stage.say(ANNA, GROUP, '/digest');
    const pressed = await stage.forge(BEN, GROUP, `se:d:${GROUP}:0:0:hourly`);

    expect(pressed).toMatchObject({ showAlert: true });
    expect(await digestOf(GROUP)).toBeNull();
    await stage.press(ANNA, GROUP, 'Every hour');
    expect(await digestOf(GROUP)).toBe('hourly');
  });

  test('on a channel its administrators, from their private chat', async () => {
    await stage.say(ANNA, ANNA, '/subscribe gazette to @paper_channel');
    await stage.say(ANNA, ANNA, '/digest daily 8 to @paper_channel');
    expect(await digestOf(CHANNEL)).toBe('daily 08:00');
    await stage.say(ANNA, ANNA, '/digest gazette to @paper_channel hourly');
    expect(await ownDigests(CHANNEL)).toEqual(['hourly']);

    await stage.say(STRANGER, STRANGER, '/digest off to @paper_channel');
    expect(stage.said(STRANGER)).toContain('You are not an administrator of');
    await stage.forge(STRANGER, STRANGER, `se:d:${CHANNEL}:0:0:off`);
    expect([await digestOf(CHANNEL), await digestOf(ANNA)]).toEqual(['daily 08:00', null]);
  });

  test.each([
    'se:d:7:0:0:sometimes',
    'se:d:7:0:0:chat',
    'se:d:7:0:99:hourly',
    'se:d:7:0:0:daily-25:00',
  ])('the forged button %s changes nothing and is answered', async (data) => {
    await stage.say(ANNA, ANNA, '/digest');
    const { text } = await stage.forge(ANNA, ANNA, data);

    expect(text).toBe('That is no longer there. Here is how things stand now.');
    expect([await digestOf(ANNA), ...(await ownDigests(ANNA))]).toEqual([null, null]);
  });
});

test('all of it is told in Chinese too', async () => {
  await stage.say(ANNA, ANNA, '/language zh');
  await stage.say(ANNA, ANNA, '/digest 每周一 9点');

  expect(stage.said(ANNA)).toBe(
    '所有新闻源：每星期一 09:00发送一次汇总。下一次：星期一 09:00（UTC）。\n时间按 UTC 计算，可用 /timezone 更改。',
  );
});
