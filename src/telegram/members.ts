import type { Api } from 'grammy';
import type { ChatMember } from 'grammy/types';
import type { Clock, EpochMs } from '../model.ts';
import { answerOf } from './answer.ts';
import { refusalOf } from './refusal.ts';

/** What a person is in a chat, as far as rights go. `unknown`: Telegram does not tell us. */
export type Standing = 'creator' | 'administrator' | 'member' | 'outside' | 'unknown';

export type Member = {
  standing: Standing;
  /** May publish in a channel; a group's administrators always may. */
  mayPost: boolean;
};

export type MemberOf = (chatId: number, userId: number) => Promise<Member>;

/** What was asked is believed for a while, or until Telegram tells of a change. */
export type Members = { memberOf: MemberOf; forget: (chatId: number, userId: number) => void };

/** Rights taken away must end soon; asking at every press would be slow. */
const KEEP_MS = 2 * 60_000;
const KEPT = 5_000;

/**
 * Asks Telegram what somebody is in a chat. Who is in charge is believed to be for two minutes; anybody else may have
 * been given the right this very moment.
 */
export function createMembers(api: Pick<Api, 'getChatMember'>, clock: Pick<Clock, 'now'>): Members {
  const known = new Map<string, { member: Member; until: EpochMs }>();

  return {
    async memberOf(chatId, userId) {
      const key = keyOf(chatId, userId);
      const kept = known.get(key);
      if (kept && kept.until > clock.now()) return kept.member;
      const member = await ask(api, chatId, userId);
      if (known.size >= KEPT) known.clear();
      if (isInCharge(member)) known.set(key, { member, until: clock.now() + KEEP_MS });
      return member;
    },
    forget: (chatId, userId) => void known.delete(keyOf(chatId, userId)),
  };
}

function keyOf(chatId: number, userId: number): string {
  return `${chatId}:${userId}`;
}

function isInCharge({ standing, mayPost }: Member): boolean {
  return mayPost && (standing === 'creator' || standing === 'administrator');
}

async function ask(
  api: Pick<Api, 'getChatMember'>,
  chatId: number,
  userId: number,
): Promise<Member> {
  try {
    return memberOf(await api.getChatMember(chatId, userId));
  } catch (error) {
    refusalOf(error);
    return { standing: 'unknown', mayPost: false };
  }
}

function memberOf(member: ChatMember): Member {
  switch (member.status) {
    case 'creator':
      return { standing: 'creator', mayPost: true };
    case 'administrator':
      // `can_post_messages` exists in channels only; its absence means a group.
      return { standing: 'administrator', mayPost: member.can_post_messages ?? true };
    case 'member':
      return { standing: 'member', mayPost: false };
    case 'restricted':
      return { standing: member.is_member ? 'member' : 'outside', mayPost: false };
    case 'left':
    case 'kicked':
      return { standing: 'outside', mayPost: false };
  }
}

/** People who administrate a chat; none where Telegram does not tell. */
export function createAdminsOf(
  api: Pick<Api, 'getChatAdministrators'>,
): (chatId: number) => Promise<number[]> {
  return async (chatId) => {
    const answer = await answerOf(api.getChatAdministrators(chatId));
    if (answer.kind !== 'sent') return [];
    return answer.message.filter(({ user }) => !user.is_bot).map(({ user }) => user.id);
  };
}
