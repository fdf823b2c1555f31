import { expect, test } from 'vitest';
import { type Access, type AskedChat, createRights } from '../../src/relay/rights.ts';
import type { Member } from '../../src/telegram/members.ts';

const OWNER = 1;
const ANNA = 7;
const GROUP: AskedChat = { id: -100, kind: 'group' };
const SUPERGROUP: AskedChat = { id: -200, kind: 'supergroup' };
const CHANNEL: AskedChat = { id: -300, kind: 'channel' };

function rights(member: Member, access: Access = 'catalogue') {
  const asked: string[] = [];
  const memberOf = async (chatId: number, userId: number) => {
    asked.push(`${chatId}: ${userId}`);
    return member;
  };
  return { ...createRights({ owners: [OWNER], access: async () => access, memberOf }), asked };
}

const standing = (name: Member['standing'], mayPost = false): Member => ({
  standing: name,
  mayPost,
});

test.each<[Access, number, boolean]>([
  ['open', ANNA, true],
  ['open', OWNER, true],
  ['catalogue', ANNA, false],
  ['catalogue', OWNER, true],
  ['approved', ANNA, true],
])('with access “%s”, may user %d add feeds by address: %s', async (access, userId, may) => {
  expect(await rights(standing('member'), access).mayAddFeeds(userId)).toBe(may);
});

test.each<[string, AskedChat, Member, boolean]>([
  ['the creator of a group', GROUP, standing('creator', true), true],
  ['an administrator of a group', GROUP, standing('administrator', true), true],
  ['an administrator of a supergroup', SUPERGROUP, standing('administrator', true), true],
  ['a member', SUPERGROUP, standing('member'), false],
  ['somebody from outside', SUPERGROUP, standing('outside'), false],
  ['somebody of whom Telegram tells nothing', SUPERGROUP, standing('unknown'), false],
  ['the creator of a channel', CHANNEL, standing('creator', true), true],
  ['an administrator who may post', CHANNEL, standing('administrator', true), true],
  ['an administrator who may not post', CHANNEL, standing('administrator', false), false],
  ['a subscriber', CHANNEL, standing('member'), false],
])('may %s change what the chat gets?', async (_, chat, member, may) => {
  expect(await rights(member).mayChange(chat, { userId: ANNA })).toBe(may);
});

test('a private chat belongs to its person alone, be it even the owner who asks', async () => {
  const { mayChange, asked } = rights(standing('creator', true));
  const chat: AskedChat = { id: ANNA, kind: 'private' };

  expect(await mayChange(chat, { userId: ANNA })).toBe(true);
  expect(await mayChange(chat, { userId: 8 })).toBe(false);
  expect(await mayChange(chat, { userId: OWNER })).toBe(false);
  expect(asked).toEqual([]);
});

test('an owner may change any group or channel, and Telegram need not be asked', async () => {
  const { mayChange, asked } = rights(standing('outside'));

  expect(await mayChange(GROUP, { userId: OWNER })).toBe(true);
  expect(await mayChange(CHANNEL, { userId: OWNER })).toBe(true);
  expect(asked).toEqual([]);
});

test('an anonymous administrator speaks in the group’s own name; another chat’s name is no right', async () => {
  const { mayChange } = rights(standing('member'));

  expect(await mayChange(GROUP, { userId: 1_087_968_824, senderChatId: GROUP.id })).toBe(true);
  expect(await mayChange(GROUP, { userId: 136_817_688, senderChatId: CHANNEL.id })).toBe(false);
});

test('Telegram is asked about this person in this chat', async () => {
  const { mayChange, asked } = rights(standing('member'));

  await mayChange(SUPERGROUP, { userId: ANNA });

  expect(asked).toEqual(['-200: 7']);
});
