import type { Clock } from '../model.ts';
import { DENIED } from '../store/permissions.ts';
import type { Store } from '../store/store.ts';
import type { MemberOf } from '../telegram/members.ts';
import { type Access, type AskedChat, type ChatAsker, isChatAdmin } from './rights.ts';

/** `unknown`: nobody has decided about them yet, and here somebody has to. */
export type Admitted = 'in' | 'denied' | 'unknown';

export type Admission = {
  mode(): Promise<Access>;
  /** From now on, and after a restart too. */
  setMode(mode: Access): Promise<void>;
  /** Whether the bot serves this person in this chat. */
  admitted(chat: AskedChat, asker: ChatAsker): Promise<Admitted>;
  /** Whether an owner does not want this chat to get anything. */
  isDenied(chatId: number): Promise<boolean>;
  /** They wait for a decision; answers false when they do so already. */
  ask(chatId: number, userId: number): Promise<boolean>;
  /** How many wait for one. */
  waiting(): Promise<number>;
  allow(id: number, by: number): Promise<void>;
  /** Nothing more comes there, and nothing is deleted; answers false for an owner, and for a chat that one administrates. */
  deny(id: number, by: number): Promise<boolean>;
};

export type AdmissionDeps = {
  store: Pick<Store, 'permissions' | 'chats' | 'notes'>;
  owners: number[];
  /** Until an owner says otherwise. */
  access: Access;
  memberOf: MemberOf;
  wakeDelivery: () => void;
  clock: Pick<Clock, 'now'>;
};

/** For so long a request waits; then it may be made again. */
export const ASKED_MS = 7 * 24 * 3_600_000;

export function createAdmission(deps: AdmissionDeps): Admission {
  const { store, owners, clock } = deps;
  const mode = async () => (await store.notes.get<Access>(MODE)) ?? deps.access;
  const verdictOf = async (id: number) => (await store.permissions.of([id]))[0]?.verdict;

  return {
    mode,
    setMode: async (wanted) => void (await store.notes.set(MODE, wanted)),

    async admitted(chat, { userId, senderChatId }) {
      if (owners.includes(userId)) return 'in';
      const decided = await store.permissions.of([chat.id, senderChatId ?? userId]);
      const verdicts = decided.map(({ verdict }) => verdict);
      if (verdicts.includes('denied')) return 'denied';
      if (verdicts.includes('allowed') || (await mode()) !== 'approved') return 'in';
      return (await isOwners(chat, deps)) ? 'in' : 'unknown';
    },

    isDenied: async (chatId) => (await verdictOf(chatId)) === 'denied',

    async ask(chatId, userId) {
      const [known] = await store.permissions.of([chatId]);
      const now = clock.now();
      if (known && (known.verdict !== 'asked' || known.at > now - ASKED_MS)) return false;
      await store.permissions.save({ id: chatId, verdict: 'asked', userId, at: now });
      return true;
    },

    async waiting() {
      const listed = await store.permissions.list(clock.now() - ASKED_MS);
      return listed.filter(({ verdict }) => verdict === 'asked').length;
    },

    async allow(id, userId) {
      const at = clock.now();
      await store.permissions.save({ id, verdict: 'allowed', userId, at });
      const chat = await store.chats.get(id);
      // Held for a reason of Telegram's it comes back when Telegram says so.
      if (chat?.heldReason !== DENIED) return;
      await store.chats.revive(id, at);
      deps.wakeDelivery();
    },

    async deny(id, userId) {
      if (owners.includes(id)) return false;
      const chat = await store.chats.get(id);
      if (chat && (await isOwners(chat, deps))) return false;
      const at = clock.now();
      await store.permissions.save({ id, verdict: 'denied', userId, at });
      await store.chats.hold(id, DENIED, at);
      return true;
    },
  };
}

const MODE = 'access';

async function isOwners(chat: AskedChat, { owners, memberOf }: AdmissionDeps): Promise<boolean> {
  if (chat.kind === 'private') return owners.includes(chat.id);
  for (const owner of owners) {
    if (isChatAdmin(chat, await memberOf(chat.id, owner))) return true;
  }
  return false;
}
