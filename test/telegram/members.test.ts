import { beforeEach, expect, test } from 'vitest';
import { createMembers, type Members } from '../../src/telegram/members.ts';
import { ANNA, BEN, CHANNEL, GROUP, SUPERGROUP, setStage } from '../playground/telegram.ts';

let stage: Awaited<ReturnType<typeof setStage>>;
let now: number;
let memberOf: Members['memberOf'];
let forget: Members['forget'];

beforeEach(async () => {
  stage = await setStage();
  now = 1_000_000;
  ({ memberOf, forget } = createMembers(stage.api, { now: () => now }));
});

const asked = () => stage.world.calls.filter(({ method }) => method === 'getChatMember').length;

test.each([
  ['a group’s creator', GROUP, ANNA, { standing: 'creator', mayPost: true }],
  ['a group’s member', GROUP, BEN, { standing: 'member', mayPost: false }],
  ['a channel’s subscriber', CHANNEL, BEN, { standing: 'member', mayPost: false }],
  ['a stranger', SUPERGROUP, 99, { standing: 'outside', mayPost: false }],
])('%s', async (_, chatId, userId, member) => {
  stage.world.addUser({ id: 99 });

  expect(await memberOf(chatId, userId)).toEqual(member);
});

test('an administrator of a group may post', async () => {
  stage.world.setStanding(GROUP, BEN, 'administrator');

  expect(await memberOf(GROUP, BEN)).toEqual({ standing: 'administrator', mayPost: true });
});

test('who is in charge is believed to be for two minutes and no longer', async () => {
  stage.world.setStanding(GROUP, BEN, 'administrator');
  await memberOf(GROUP, BEN);
  stage.world.setStanding(GROUP, BEN, 'member');
  now += 2 * 60_000 - 1;
  expect(await memberOf(GROUP, BEN)).toMatchObject({ standing: 'administrator' });

  now += 1;

  expect(await memberOf(GROUP, BEN)).toMatchObject({ standing: 'member' });
  expect(asked()).toBe(2);
});

test('what Telegram told of somebody is asked anew when it tells of a change', async () => {
  stage.world.setStanding(GROUP, BEN, 'administrator');
  await memberOf(GROUP, BEN);
  stage.world.setStanding(GROUP, BEN, 'member');

  forget(GROUP, BEN);

  expect(await memberOf(GROUP, BEN)).toMatchObject({ standing: 'member' });
});

test('whoever is given a right has it at once', async () => {
  await memberOf(GROUP, BEN);

  stage.world.setStanding(GROUP, BEN, 'administrator');

  expect(await memberOf(GROUP, BEN)).toMatchObject({ standing: 'administrator', mayPost: true });
});

test.each([
  'html 502',
  'reset before',
  { error_code: 400, description: 'Bad Request: no' },
] as const)('after %j nobody knows, and the next question is asked again', async (failure) => {
  stage.world.failNext({ method: 'getChatMember' }, failure);
  expect(await memberOf(GROUP, ANNA)).toEqual({ standing: 'unknown', mayPost: false });

  expect(await memberOf(GROUP, ANNA)).toMatchObject({ standing: 'creator' });
});
