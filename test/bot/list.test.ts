import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, FORUM, GROUP } from '../world.ts';
import { clear, feed, type Stage, setStage } from './stage.ts';

const MINUTE_MS = 60_000;

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => clear(stage));

test('/list tells what is followed and how it is, for every member', async () => {
  await stage.stock('Gazette');
  await stage.say(ANNA, GROUP, '/subscribe gazette');
  await stage.say(ANNA, GROUP, `/subscribe ${stage.paper.feedUrl}`);
  stage.paper.answerNext({ status: 503 }, { status: 503 });
  await stage.pass(2 * MINUTE_MS);
  await stage.tick();

  await stage.say(BEN, GROUP, '/list');

  expect(stage.said(GROUP).split('\n')).toEqual([
    'This chat follows 2 feeds',
    '',
    expect.stringMatching(/^1\. Gazette — failing since 25 Nov 2026$/),
    expect.stringMatching(/^2\. The Paper — failing since 25 Nov 2026$/),
  ]);
});

test('/list where nothing is followed says how to begin', async () => {
  await stage.say(ANNA, ANNA, '/list');

  expect(stage.said(ANNA)).toBe(
    'This chat follows nothing yet. Send /subscribe to pick something.',
  );
});

test('/list of thirty feeds with the longest titles has pages, numbered through', async () => {
  for (let start = 10; start < 40; start += 10) {
    const numbers = Array.from({ length: 10 }, (_, it) => start + it);
    stage.paper.answerNext(...numbers.map((it) => feed(`${it} ${'long '.repeat(800)}`)));
    const urls = numbers.map((it) => `${stage.paper.url}/${it}.xml`);
    await stage.say(ANNA, ANNA, `/subscribe ${urls.join(' ')}`);
  }

  await stage.say(ANNA, ANNA, '/list');
  expect(stage.said(ANNA)).toContain('This chat follows 30 feeds');
  expect(stage.said(ANNA)).toContain('25. 34 long');
  await stage.press(ANNA, ANNA, '›');
  expect(stage.said(ANNA)).toContain('30. 39 long');
  await stage.press(ANNA, ANNA, '2 / 2');
  expect(stage.said(ANNA).length).toBeLessThan(4_096);
});

test('a number of /list opens the settings of its feed in the same message', async () => {
  await stage.stock('Gazette');
  await stage.stock('Herald');
  await stage.say(ANNA, GROUP, '/subscribe gazette');
  await stage.say(ANNA, GROUP, '/subscribe herald');

  await stage.say(ANNA, GROUP, '/list');
  expect(stage.buttons(GROUP)).toEqual(['1', '2']);
  expect(stage.said(GROUP)).toContain('Tap a number for the settings of that feed.');
  const before = stage.texts(GROUP).length;
  await stage.press(ANNA, GROUP, '2');

  expect(stage.said(GROUP)).toContain('How posts of Herald look in this chat');
  expect(stage.texts(GROUP)).toHaveLength(before);
});

test('a member of the group sees the list without numbers to tap', async () => {
  await stage.stock('Gazette');
  await stage.say(ANNA, GROUP, '/subscribe gazette');

  await stage.say(BEN, GROUP, '/list');

  expect(stage.buttons(GROUP)).toEqual([]);
  expect(stage.said(GROUP)).not.toContain('Tap a number');
});

test('a channel’s list tells of the channel: its digest, its clock, and that its posts are held back', async () => {
  await stage.stock('Gazette');
  await stage.say(ANNA, ANNA, '/subscribe gazette');
  await stage.say(ANNA, ANNA, '/digest weekly mon 09:00');
  await stage.say(ANNA, ANNA, '/subscribe gazette to @paper_channel');
  await stage.say(ANNA, ANNA, '/digest daily 08:00 to @paper_channel');

  await stage.say(ANNA, ANNA, '/list to @paper_channel');
  expect(stage.said(ANNA)).toContain('1. Gazette — live · digest daily at 08:00');
  await stage.store.chats.hold(CHANNEL, 'CHAT_WRITE_FORBIDDEN', stage.clock.now());
  await stage.say(ANNA, ANNA, '/list to @paper_channel');

  expect(stage.said(ANNA)).toContain('1. Gazette — held back since 25 Nov 2026');
});

test('in a forum it says which feeds come into the topic that is spoken in', async () => {
  await stage.stock('Gazette');
  const [sport] = stage.telegram.snapshot().chats.find(({ id }) => id === FORUM)?.topics ?? [];
  const inSport = { userId: ANNA, chatId: FORUM, threadId: sport?.id ?? 0 };
  await stage.write({ ...inSport, text: '/subscribe gazette' });
  await stage.say(ANNA, FORUM, '/subscribe gazette');

  await stage.write({ ...inSport, text: '/list' });
  expect(stage.said(FORUM)).toContain('Gazette — live\n');
  expect(stage.said(FORUM)).toContain('Gazette — live · in this topic');
  await stage.say(ANNA, FORUM, '/list');

  expect(stage.said(FORUM)).toContain('Gazette — live · in a topic');
});
