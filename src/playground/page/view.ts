import type { ShownChat, ShownMessage, World } from '../protocol.ts';
import { type JournalLine, journalWith } from './journal-lines.ts';

/** What is open: a chat, and in a forum one of its topics (`null`: all of them). */
export type Place = { chatId: number; threadId: number | null };

/** A line of Telegram's own between the messages of a chat: a call of the bot that it refused. */
export type Note = { id: number; chatId: number; atSeconds: number; text: string; times: number };

/** An article that was asked for and has not come yet; no title as long as it is not printed. */
export type Printing = { chatId: number; title: string | null };

/** Something that a newcomer on the tour did, saw, or did not see though it was promised. */
export type TourLine = { kind: 'did' | 'seen' | 'missed'; text: string };

/** Where the tour stands; `began` tells one standing from another. */
export type TourState = {
  at: number;
  phase: 'told' | 'doing' | 'done' | 'missed' | 'over';
  lines: TourLine[];
  began: number;
};

/** All that the page shows. Never changed in place: the next view is made from this one. */
export type View = {
  world: World;
  me: number;
  place: Place;
  /** Messages nobody has looked at, by `placeKey`. */
  unread: Record<string, number>;
  /** When "typing…" ends, by chat id. */
  typingUntilMs: Record<number, number>;
  notes: Note[];
  journal: JournalLine[];
  replyTo: ShownMessage | null;
  printing: Printing | null;
  online: boolean;
  tour: TourState | null;
  /** How far the clock of the playground is ahead of this machine's. */
  aheadMs: number;
};

/** Opens the private chat of the first person, or what was open before if it is still there. */
export function firstView(world: World, remembered: Partial<Pick<View, 'me' | 'place'>>): View {
  const me = world.users.find((user) => user.id === remembered.me) ?? world.users[0];
  const empty: View = {
    world,
    me: me?.id ?? 0,
    place: { chatId: me?.id ?? 0, threadId: null },
    unread: {},
    typingUntilMs: {},
    notes: [],
    journal: journalWith([], world.past),
    replyTo: null,
    printing: null,
    online: true,
    tour: null,
    aheadMs: world.nowMs - Date.now(),
  };
  return remembered.place ? withPlace(empty, remembered.place) : empty;
}

/** Takes over a world that was asked for anew. Messages that are as they were stay the same objects, and so are not
 *  drawn again. */
export function withWorld(view: View, world: World): View {
  const chats = world.chats.map((chat) => {
    const known = view.world.chats.find(({ id }) => id === chat.id)?.messages ?? [];
    const byKey = new Map(known.map((message) => [messageKey(message), message]));
    return {
      ...chat,
      messages: chat.messages.map((message) => {
        const before = byKey.get(messageKey(message));
        return before && JSON.stringify(before) === JSON.stringify(message) ? before : message;
      }),
    };
  });
  const journal = journalWith(view.journal, world.past);
  const aheadMs = world.nowMs - Date.now();
  return { ...view, world: { ...world, chats }, journal, online: true, aheadMs };
}

/** What time it is in the playground. */
export function nowIn({ aheadMs }: View): number {
  return Date.now() + aheadMs;
}

/** Opens a place, which reads it; a chat that this person cannot see stays closed. */
export function withPlace(view: View, place: Place): View {
  if (!visibleChats(view).some((chat) => chat.id === place.chatId)) return view;
  const read = (key: string) =>
    key === placeKey(place) || (place.threadId === null && key.startsWith(`${place.chatId}/`));
  const unread = Object.fromEntries(Object.entries(view.unread).filter(([key]) => !read(key)));
  return { ...view, place, unread, replyTo: null };
}

/** Becomes another person: the open chat stays open if they are in it, else their chat with the bot opens. */
export function withMe(view: View, userId: number): View {
  const next = { ...view, me: userId, replyTo: null };
  if (visibleChats(next).some((chat) => chat.id === view.place.chatId)) return next;
  return withPlace(next, { chatId: userId, threadId: null });
}

/** A person sees their own chat with the bot, and the groups and channels they are in. */
export function visibleChats({ world, me }: View): ShownChat[] {
  return world.chats.filter((chat) =>
    chat.type === 'private' ? chat.id === me : chat.members.some((member) => member.userId === me),
  );
}

export function openChat(view: View): ShownChat | null {
  return view.world.chats.find((chat) => chat.id === view.place.chatId) ?? null;
}

/** The messages this person sees in the open place: ephemeral ones only if they are theirs. */
export function visibleMessages(view: View): ShownMessage[] {
  const { threadId } = view.place;
  const visible = (openChat(view)?.messages ?? []).filter(
    (message, at, all) =>
      !isToldTwice(message, all[at - 1]) &&
      isFor(message, view.me) &&
      (threadId === null || isEphemeral(message) || message.message_thread_id === threadId),
  );
  return withReplacements(visible);
}

/** A message that replaces another stands where that one stood, and the newest such message wins. */
function withReplacements(messages: ShownMessage[]): ShownMessage[] {
  const replacing = new Map(messages.map((message) => [message.replaces, message]));
  const shown = new Set(messages.map((message) => message.message_id));
  return messages
    .filter(({ replaces }) => replaces === undefined || !shown.has(replaces))
    .map((message) => (message.message_id && replacing.get(message.message_id)) || message);
}

/** A group that becomes a supergroup says so in the old chat and in the new one, and we show both as one. */
function isToldTwice(message: ShownMessage, before: ShownMessage | undefined): boolean {
  return message.service !== undefined && message.service === before?.service;
}

export function isFor(message: ShownMessage, userId: number): boolean {
  return message.receiver_user === undefined || message.receiver_user.id === userId;
}

export function isEphemeral(message: ShownMessage): boolean {
  return message.ephemeral_message_id !== undefined;
}

/** Unique within a chat. All ephemeral messages have the message id 0. */
export function messageKey(message: ShownMessage): string {
  return isEphemeral(message) ? `only-${message.ephemeral_message_id}` : `${message.message_id}`;
}

/** Where a message stands: one that replaces another has that one's place. */
export function rowKey(message: ShownMessage): string {
  return message.replaces === undefined ? messageKey(message) : `${message.replaces}`;
}

export function placeKey({ chatId, threadId }: Place): string {
  return threadId === null ? `${chatId}` : `${chatId}/${threadId}`;
}

/** Channels are written by those who run them only. */
export function mayWrite(view: View): boolean {
  const chat = openChat(view);
  if (chat?.type !== 'channel') return chat !== null;
  const status = chat.members.find((member) => member.userId === view.me)?.status;
  return status === 'creator' || status === 'administrator';
}

/** The name of whoever wrote a message, as a group shows it. */
export function senderName(view: View, message: ShownMessage): string {
  const person = view.world.users.find((user) => user.id === message.from?.id);
  return person?.first_name ?? message.from?.first_name ?? message.sender_chat?.title ?? '';
}
