import type { MemberOf } from '../telegram/members.ts';

/** Who may add feeds by address: everyone, or the owners only. */
export type Access = 'open' | 'catalogue' | 'approved';

export type Rights = {
  isOwner(userId: number): boolean;
  /** May this person make the bot follow an address that nobody listed? */
  mayAddFeeds(userId: number): boolean;
  /** May this person change what the chat gets? In a private chat: only the person whose chat it is. */
  mayChange(chat: AskedChat, asker: ChatAsker): Promise<boolean>;
};

export type AskedChat = { id: number; kind: 'private' | 'group' | 'supergroup' | 'channel' };

/** `senderChatId`: the chat in whose name somebody speaks; an anonymous admin speaks in the group's own. */
export type ChatAsker = { userId: number; senderChatId?: number };

export type RightsDeps = { owners: number[]; access: Access; memberOf: MemberOf };

/** The table of rights, asked for commands and callbacks alike. */
export function createRights({ owners, access, memberOf }: RightsDeps): Rights {
  const isOwner = (userId: number) => owners.includes(userId);
  return {
    isOwner,
    mayAddFeeds: (userId) => access === 'open' || isOwner(userId),
    async mayChange(chat, { userId, senderChatId }) {
      if (chat.kind === 'private') return chat.id === userId;
      if (senderChatId === chat.id || isOwner(userId)) return true;
      const { standing, mayPost } = await memberOf(chat.id, userId);
      if (standing === 'creator') return true;
      return standing === 'administrator' && (chat.kind !== 'channel' || mayPost);
    },
  };
}
