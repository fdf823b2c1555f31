import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, OWNER } from '../world.ts';
import { clear, type Stage, setStage } from './stage.ts';

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
  expect(card).toContain('✓ nobody reads it · last 2026-11-25 12:00');
  expect(card).toContain('Schedule: auto');
  expect(stage.buttons(OWNER)).toEqual(['Check now', 'Newest post', 'Remove …']);
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

test('/setfeed changes name, category and schedule in one line', async () => {
  await stage.say(OWNER, OWNER, '/setfeed gaz name=Morning paper category=world schedule=15m');

  expect(await stored()).toMatchObject({
    name: 'Morning paper',
    category: 'world',
    schedule: '15m',
  });
  expect(stage.said(OWNER).split('\n')[0]).toBe('Morning paper (world)');
  expect(stage.said(OWNER)).toContain('Schedule: 15m');

  await stage.say(OWNER, OWNER, '/setfeed morning schedule=auto');

  expect(await stored()).toMatchObject({ schedule: null });
});

test('/setfeed takes a new address, and only one that is an address and free', async () => {
  const other = await stage.stock('Other');

  await stage.say(OWNER, OWNER, `/setfeed gaz url=${other}`);
  expect(stage.said(OWNER)).toBe('Another feed has that address already, or it is none.');
  await stage.say(OWNER, OWNER, '/setfeed gaz url=ftp://example.org/feed');
  expect(stage.said(OWNER)).toBe('Another feed has that address already, or it is none.');

  await stage.say(OWNER, OWNER, '/setfeed gaz url=https://example.org/new.xml');

  const urls = (await stage.store.feeds.catalogue()).map(({ url }) => url);
  expect(urls).toContain('https://example.org/new.xml');
});

test.each([
  ['/setfeed gaz schedule=sometimes', '“sometimes” is no schedule.'],
  ['/setfeed gaz colour=red', 'I do not know the option “colour” here.'],
  ['/setfeed gaz', 'Send /setfeed, the number or the name of a feed'],
  ['/setfeed nobody name=x', 'I know no feed called “nobody”.'],
  ['/feed', 'Send /feed and the number or the name of a feed.'],
])('%s is answered with one clear sentence', async (text, answer) => {
  await stage.say(OWNER, OWNER, text);

  expect(stage.said(OWNER)).toContain(answer);
});

test('an address with a key in it is shown without the key', async () => {
  await stage.say(OWNER, OWNER, '/setfeed gaz url=https://example.org/feed?key=SECRET');

  expect(stage.said(OWNER)).toContain('example.org/feed?…');
  expect(stage.said(OWNER)).not.toContain('SECRET');
});

test('only owners see and change a feed closely', async () => {
  await stage.say(ANNA, ANNA, '/feed gaz');
  await stage.say(ANNA, ANNA, '/setfeed gaz name=Mine');
  const pressed = await stage.forge(ANNA, ANNA, 'fd:1');

  expect(stage.texts(ANNA)).toEqual(Array(2).fill('That is for the owners of this bot.'));
  expect(pressed.text).toBe('That is for the owners of this bot.');
  expect(await stored()).toMatchObject({ name: null });
});
