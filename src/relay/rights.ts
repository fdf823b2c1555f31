import type { Member, MemberOf } from '../telegram/members.ts';

/** Who may use this bot: everyone, and add feeds by address; everyone, but only its owners add; whom its owners let in. */
export const ACCESSES = ['open', 'catalogue', 'approved'] as const;
export type Access = (typeof ACCESSES)[number];

export type Rights = {
  isOwner(userId: number): boolean;
  /** May this person make the bot follow an address that nobody listed? Whom the owners let in may. */
  mayAddFeeds(userId: number): Promise<boolean>;
  /** May this person change what the chat gets? In a private chat: only the person whose chat it is. */
  mayChange(chat: AskedChat, asker: ChatAsker): Promise<boolean>;
};

export type AskedChat = { id: number; kind: 'private' | 'group' | 'supergroup' | 'channel' };

/** `senderChatId`: the chat in whose name somebody speaks; an anonymous admin speaks in the group's own. */
export type ChatAsker = { userId: number; senderChatId?: number };

export type RightsDeps = {
  owners: number[];
  access: () => Promise<Access>;
  memberOf: MemberOf;
};

/** The table of rights, asked for commands and callbacks alike. */
export function createRights({ owners, access, memberOf }: RightsDeps): Rights {
  const isOwner = (userId: number) => owners.includes(userId);
  return {
    isOwner,
    mayAddFeeds: async (userId) => isOwner(userId) || (await access()) !== 'catalogue',
    async mayChange(chat, { userId, senderChatId }) {
      if (chat.kind === 'private') return chat.id === userId;
      // Whoever speaks in the name of another chat, such as a channel in its discussion group, is nobody here.
      if (senderChatId !== undefined) return senderChatId === chat.id;
      return isOwner(userId) || isChatAdmin(chat, await memberOf(chat.id, userId));
    },
  };
}

/** In a channel only an administrator who may post. */
export function isChatAdmin({ kind }: Pick<AskedChat, 'kind'>, member: Member): boolean {
  if (member.standing === 'creator') return true;
  return member.standing === 'administrator' && (kind !== 'channel' || member.mayPost);
}
