import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, OWNER } from '../world.ts';
import { clear, feed, type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
  await stage.stock('Gazette', ['one', 'two']);
});

afterEach(() => clear(stage));

const stored = async () => (await stage.store.feeds.catalogue())[0];

test('/feed shows one feed closely: address, health, rate and schedule', async () => {
  await stage.say(OWNER, OWNER, '/feed gaz');

  const card = stage.said(OWNER);
  expect(card.split('\n')[0]).toBe('Gazette');
  expect(card).toContain('/stock/1.xml');
  expect(card).toContain('✓ nobody reads it · last 12:00');
  expect(card).toContain('Schedule: auto');
  expect(stage.buttons(OWNER)).toEqual([
    ...['Check now', 'Newest post'],
    ...['Pause', 'Rename …', 'Schedule …'],
    ...['Full text …', 'Style …', 'Headers …'],
    'Remove …',
  ]);
});

test('a number under /feeds opens the card, and its buttons do what they say', async () => {
  await stage.say(OWNER, OWNER, '/feeds');
  await stage.press(OWNER, OWNER, '1');
  expect(stage.said(OWNER).split('\n')[0]).toBe('Gazette');

  await stage.press(OWNER, OWNER, 'Remove …');
  expect(stage.said(OWNER)).toBe('Shall I take Gazette out of the catalogue? No chat follows it.');
  await stage.press(OWNER, OWNER, 'Take it out');

  expect(await stored()).toBeUndefined();
});

test('“Check now” asks the feed, and the card tells that it failed and why', async () => {
  await stage.say(OWNER, OWNER, '/feed gaz');
  stage.paper.answerNext({ status: 404 });

  await stage.press(OWNER, OWNER, 'Check now');

  expect(stage.said(OWNER)).toMatch(
    /⚠ failed once: There is nothing at that address on 127\.0\.0\.1/,
  );
});

test('“Check now” says what it found, nothing included', async () => {
  await stage.say(OWNER, OWNER, '/feed gaz');
  stage.paper.answerNext(feed('Gazette', ['new', 'newer']));

  expect(await stage.press(OWNER, OWNER, 'Check now')).toMatchObject({
    text: 'Looking for new entries …',
  });
  expect(stage.said(OWNER)).toMatch(/\n\nGazette: 2 new entries$/);

  stage.paper.answerNext(feed('Gazette', ['new', 'newer']));
  await stage.press(OWNER, OWNER, 'Check now');
  expect(stage.said(OWNER)).toMatch(/\n\nGazette: nothing new$/);
});

test('buttons under the card change schedule, full text and style, and lead back to it', async () => {
  await stage.say(OWNER, OWNER, '/feed gaz');

  await stage.press(OWNER, OWNER, 'Schedule …');
  expect(stage.buttons(OWNER)).toEqual(['✓ auto', '5m', '15m', '1h', '6h', '‹ Back']);
  await stage.press(OWNER, OWNER, '15m');
  await stage.press(OWNER, OWNER, 'Full text …');
  await stage.press(OWNER, OWNER, 'always');
  await stage.press(OWNER, OWNER, 'Style …');
  await stage.press(OWNER, OWNER, 'link');

  expect(await stored()).toMatchObject({ schedule: '15m', fulltext: 'always', style: 'link' });
  expect(stage.said(OWNER)).toContain('Schedule: 15m');
  await stage.press(OWNER, OWNER, 'Schedule …');
  await stage.press(OWNER, OWNER, '‹ Back');
  expect(stage.said(OWNER).split('\n')[0]).toBe('Gazette');
});

test('a feed that its owner lets rest is not asked until it goes on', async () => {
  await stage.say(ANNA, ANNA, '/subscribe gaz');
  await stage.say(OWNER, OWNER, '/feed gaz');
  await stage.press(OWNER, OWNER, 'Pause');
  expect(stage.said(OWNER)).toContain('Paused for everyone since 25 Nov 2026');
  expect(stage.buttons(OWNER)).not.toContain('Check now');
  const asked = stage.paper.requests.length;

  await stage.pass(10 * 60_000);
  await stage.tick();

  expect(stage.paper.requests.length).toBe(asked);
  stage.paper.answerNext(feed('Gazette', ['one', 'two', 'three']));
  await stage.press(OWNER, OWNER, 'Resume');
  await stage.tick();
  expect(stage.titles(ANNA).at(-1)).toBe('three');
});

test.each(['fe:s:1:15m', 'fe:z:1:stop', 'fe:h:1:X', 'fe:y:1'])(
  'nobody but an owner presses %s',
  async (data) => {
    await stage.say(ANNA, ANNA, '/help');

    const pressed = await stage.forge(ANNA, ANNA, data);

    expect(pressed.text).toBe('That is for the owners of this bot.');
    expect(await stored()).toMatchObject({ schedule: null, stoppedAt: null });
  },
);

test('only owners see and change a feed closely', async () => {
  await stage.say(ANNA, ANNA, '/feed gaz');
  await stage.say(ANNA, ANNA, '/setfeed gaz name=Mine');
  const pressed = await stage.forge(ANNA, ANNA, 'fd:1');

  expect(stage.texts(ANNA)).toEqual(Array(2).fill('That is for the owners of this bot.'));
  expect(pressed.text).toBe('That is for the owners of this bot.');
  expect(await stored()).toMatchObject({ name: null });
});
