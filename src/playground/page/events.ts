import type { ShownChat, ShownMessage, WorldEvent } from '../protocol.ts';
import { journalAfter } from './journal-lines.ts';
import { isEphemeral, isFor, messageKey, placeKey, type View } from './view.ts';

/** Telegram's clients show "typing…" this long (Bot API, `sendChatAction`). */
const TYPING_MS = 5000;
const NOTES = 100;
const KEPT_MESSAGES = 500;

/** The view after something happened in the world. An event told twice changes nothing the second time. */
export function afterEvent(view: View, event: WorldEvent, nowMs: number): View {
  if (event.kind === 'message' && isKnown(view, event)) return view;
  const journal = journalAfter(view.journal, { atMs: nowMs + view.aheadMs, event });
  return { ...changed(view, event, nowMs), journal };
}

function changed(view: View, event: WorldEvent, nowMs: number): View {
  switch (event.kind) {
    case 'message':
      return afterMessage(view, event);
    case 'edited':
    case 'reacted':
    case 'previewed':
      return withMessage(view, event.chatId, event.message);
    case 'deleted':
      return withMessages(view, event.chatId, (messages) =>
        messages.filter((message) =>
          event.ephemeralMessageId === undefined
            ? isEphemeral(message) || message.message_id !== event.messageId
            : message.ephemeral_message_id !== event.ephemeralMessageId,
        ),
      );
    case 'typing':
      return {
        ...view,
        typingUntilMs: { ...view.typingUntilMs, [event.chatId]: nowMs + TYPING_MS },
      };
    case 'chat':
      return withChat(view, event.chat);
    case 'migrated':
      return afterMigration(view, event.chatId, event.toChatId);
    case 'leapt':
      return { ...view, aheadMs: event.nowMs - nowMs };
    case 'refused':
      return afterRefusal(view, event, nowMs);
  }
}

type Arrival = Extract<WorldEvent, { kind: 'message' }>;

function isKnown(view: View, { chatId, message }: Arrival): boolean {
  const chat = view.world.chats.find(({ id }) => id === chatId);
  return chat?.messages.some((known) => messageKey(known) === messageKey(message)) === true;
}

function afterMessage(view: View, { chatId, message, by }: Arrival): View {
  const next = withMessage(view, chatId, message);
  if (message.from?.id === view.me) return next;
  const noticed = { ...next, unread: withUnread(view, chatId, message) };
  if (by !== 'bot') return noticed;
  const { [chatId]: _, ...typingUntilMs } = view.typingUntilMs;
  const printing = isPrinted(view, chatId, message) ? null : view.printing;
  return { ...noticed, typingUntilMs, printing };
}

function isPrinted({ printing }: View, chatId: number, message: ShownMessage): boolean {
  const words = message.caption ?? message.text ?? '';
  return printing?.chatId === chatId && printing.title !== null && words.includes(printing.title);
}

function withUnread(view: View, chatId: number, message: ShownMessage): View['unread'] {
  if (!isFor(message, view.me) || message.service !== undefined) return view.unread;
  const threadId = message.message_thread_id ?? null;
  const isOpen =
    view.place.chatId === chatId &&
    (view.place.threadId === null || view.place.threadId === threadId);
  if (isOpen) return view.unread;
  const key = placeKey({ chatId, threadId });
  return { ...view.unread, [key]: (view.unread[key] ?? 0) + 1 };
}

/** A known message is replaced where it stands. */
function withMessage(view: View, chatId: number, message: ShownMessage): View {
  const key = messageKey(message);
  return withMessages(view, chatId, (messages) => {
    const at = messages.findIndex((known) => messageKey(known) === key);
    return at < 0 ? [...messages, message].slice(-KEPT_MESSAGES) : messages.with(at, message);
  });
}

function withMessages(
  view: View,
  chatId: number,
  change: (messages: ShownMessage[]) => ShownMessage[],
): View {
  const chats = view.world.chats.map((chat) =>
    chat.id === chatId ? { ...chat, messages: change(chat.messages) } : chat,
  );
  return { ...view, world: { ...view.world, chats } };
}

function withChat(view: View, changed: Omit<ShownChat, 'messages'>): View {
  const { chats } = view.world;
  const known = chats.find((chat) => chat.id === changed.id);
  const chat = { ...changed, messages: known?.messages ?? [] };
  const next = known ? chats.map((it) => (it === known ? chat : it)) : [...chats, chat];
  return { ...view, world: { ...view.world, chats: next } };
}

/** The old group's messages go on in the supergroup, which may already be known. */
function afterMigration(view: View, chatId: number, toChatId: number): View {
  const { chats } = view.world;
  const from = chats.find((chat) => chat.id === chatId);
  if (!from) return view;
  const to = chats.find((chat) => chat.id === toChatId);
  const merged: ShownChat = {
    ...(to ?? { ...from, type: 'supergroup' }),
    id: toChatId,
    messages: mergedMessages(from.messages, to?.messages ?? []),
  };
  const next = chats.filter((chat) => chat !== to).map((chat) => (chat === from ? merged : chat));
  const place = view.place.chatId === chatId ? { ...view.place, chatId: toChatId } : view.place;
  const notes = view.notes.map((note) =>
    note.chatId === chatId ? { ...note, chatId: toChatId } : note,
  );
  return { ...view, world: { ...view.world, chats: next }, place, notes };
}

function mergedMessages(older: ShownMessage[], newer: ShownMessage[]): ShownMessage[] {
  return [
    ...new Map([...older, ...newer].map((message) => [messageKey(message), message])).values(),
  ];
}

type Refusal = Extract<WorldEvent, { kind: 'refused' }>;

function afterRefusal(view: View, refusal: Refusal, nowMs: number): View {
  const { chatId, method, description } = refusal;
  const text = `Telegram refused ${subjectOf(method)}: ${description}`;
  const last = view.notes.at(-1);
  const atSeconds = Math.floor((nowMs + view.aheadMs) / 1000);
  const note =
    last?.text === text && last.chatId === chatId
      ? { ...last, times: last.times + 1 }
      : { id: (last?.id ?? 0) + 1, chatId, atSeconds, text, times: 1 };
  const notes = [...view.notes.filter((it) => it.id !== note.id), note].slice(-NOTES);
  return { ...view, notes };
}

function subjectOf(method: string): string {
  if (method === 'sendPhoto' || method === 'sendAnimation') return 'the picture';
  if (method === 'sendMediaGroup') return 'the album';
  if (method === 'sendAudio' || method === 'sendVideo') return 'the recording';
  if (method === 'sendRichMessage') return 'the article';
  if (method.startsWith('edit')) return 'the change';
  if (method.startsWith('delete')) return 'the deletion';
  if (method.startsWith('answer')) return 'the answer';
  return method.startsWith('send') ? 'the message' : method;
}
