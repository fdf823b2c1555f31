import { afterEach, beforeEach, expect, test } from 'vitest';
import { ANNA, BEN, CHANNEL, GROUP, OWNER } from '../world.ts';
import { clear, STRANGER, type Stage, setStage } from './stage.ts';

// It is 12:00 on Wednesday, 25 November 2026, in UTC.

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(() => clear(stage));

const zoneOf = async (chatId: number) => (await stage.store.chats.get(chatId))?.timeZone;

test.each([
  ['Europe/Paris', 'Europe/Paris', '13:00'],
  ['new york', 'America/New_York', '07:00'],
  ['北京', 'Asia/Shanghai', '20:00'],
  ['UTC+5:30', '+05:30', '17:30', 'UTC+05:30'],
])('/timezone %s is kept, and the time there told', async (words, zone, time, name = zone) => {
  await stage.say(ANNA, ANNA, `/timezone ${words}`);

  expect(stage.said(ANNA)).toBe(`This chat follows the clock of ${name} now: it is ${time} there.`);
  expect(await zoneOf(ANNA)).toBe(zone);
});

test.each(['CST', 'Nowhere', 'UTC+99', '../../etc'])(
  '“%s” is answered with an example, and changes nothing',
  async (words) => {
    await stage.say(ANNA, ANNA, `/timezone ${words}`);

    expect(stage.said(ANNA)).toContain('I know no time zone “');
    expect(stage.said(ANNA)).toContain('/timezone Europe/Paris');
    expect(await zoneOf(ANNA)).toBeNull();
  },
);

test('without words it tells the time, and offers zones where the language is spoken', async () => {
  await stage.say(ANNA, ANNA, '/timezone');
  expect(stage.said(ANNA)).toContain('Time zone: UTC. It is 12:00 there now.');
  expect(stage.buttons(ANNA)).toEqual([
    ...['London', 'New York', 'Chicago', 'Los Angeles', '✓ UTC'],
    ...['Another zone …', '‹ Back', 'Close'],
  ]);

  await stage.press(ANNA, ANNA, 'New York');

  expect(stage.said(ANNA)).toContain('Time zone: America/New_York. It is 07:00 there now.');
  expect(stage.buttons(ANNA)).toContain('✓ New York');
  expect(await zoneOf(ANNA)).toBe('America/New_York');
});

test('who speaks Chinese is offered other zones', async () => {
  await stage.say(ANNA, ANNA, '/language zh');
  stage.telegram.addUser({ id: ANNA, first_name: 'Anna', language_code: 'zh-hans' });
  await stage.say(ANNA, ANNA, '/timezone');

  expect(stage.buttons(ANNA)).toContain('Shanghai');
});

test('dates of posts follow it', async () => {
  stage.paper.print({ id: 'late', at: Date.parse('2026-11-24T23:30:00Z') });
  await stage.say(OWNER, OWNER, `/addfeed ${stage.paper.feedUrl}`);
  await stage.say(ANNA, ANNA, '/subscribe the paper');
  await stage.say(ANNA, ANNA, '/timezone Asia/Tokyo');
  await stage.say(ANNA, ANNA, '/latest 1');

  expect(stage.said(ANNA)).toContain('The Paper · 25 Nov 2026, 08:30');
});

test('in a group only its administrators choose it', async () => {
  await stage.say(ANNA, GROUP, '/list');
  await stage.say(BEN, GROUP, '/timezone Europe/Paris');
  expect(stage.said(GROUP)).toBe('Only administrators of this chat can change what it gets.');
  await stage.say(ANNA, GROUP, '/timezone');
  const pressed = await stage.forge(BEN, GROUP, `se:z:${GROUP}:0:0:Europe/London`);

  expect(pressed).toMatchObject({ showAlert: true });
  expect(await zoneOf(GROUP)).toBeNull();
});

test('that of a channel is chosen from outside by its administrators alone', async () => {
  await stage.say(ANNA, ANNA, '/timezone Europe/Paris to @paper_channel');
  expect([await zoneOf(CHANNEL), await zoneOf(ANNA)]).toEqual(['Europe/Paris', null]);

  await stage.say(STRANGER, STRANGER, '/timezone UTC to @paper_channel');
  await stage.forge(STRANGER, STRANGER, `se:z:${CHANNEL}:0:0:UTC`);

  expect(await zoneOf(CHANNEL)).toBe('Europe/Paris');
});
