import type { ShownChat, ShownMessage, WorldEvent } from '../protocol.ts';
import { summaryOf } from './summary.ts';
import { isEphemeral, isFor, type JournalLine, messageKey, placeKey, type View } from './view.ts';

/** Telegram's clients show "typing…" this long (Bot API, `sendChatAction`). */
const TYPING_MS = 5000;
const JOURNAL_LINES = 200;
const NOTES = 100;

/** The view after something happened in the world. An event told twice changes nothing the second time. */
export function afterEvent(view: View, event: WorldEvent, nowMs: number): View {
  switch (event.kind) {
    case 'message':
      return afterMessage(view, event.chatId, event.message, nowMs);
    case 'edited':
      return written(withMessage(view, event.chatId, event.message), nowMs, {
        chatId: event.chatId,
        tone: 'changed',
        text: `Edited: ${summaryOf(event.message)}`,
      });
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
    case 'refused':
      return afterRefusal(view, event, nowMs);
  }
}

function afterMessage(view: View, chatId: number, message: ShownMessage, nowMs: number): View {
  const chat = view.world.chats.find((chat) => chat.id === chatId);
  const isKnown = chat?.messages.some((known) => messageKey(known) === messageKey(message));
  const next = withMessage(view, chatId, message);
  if (isKnown || message.from?.id === view.me) return next;

  const noticed = { ...next, unread: withUnread(view, chatId, message) };
  if (!isFromBot(view, message)) return noticed;
  const { [chatId]: _, ...typingUntilMs } = view.typingUntilMs;
  return written({ ...noticed, typingUntilMs }, nowMs, {
    chatId,
    tone: 'sent',
    text: `${isEphemeral(message) ? 'Showed one person' : 'Sent'}: ${summaryOf(message)}`,
  });
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
    return at < 0 ? [...messages, message] : messages.with(at, message);
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
  const { chatId, method, errorCode, description } = refusal;
  const text = `Telegram refused ${subjectOf(method)}: ${description}`;
  const last = view.notes.at(-1);
  const atSeconds = Math.floor(nowMs / 1000);
  const note =
    last?.text === text && last.chatId === chatId
      ? { ...last, times: last.times + 1 }
      : { id: (last?.id ?? 0) + 1, chatId, atSeconds, text, times: 1 };
  const notes = [...view.notes.filter((it) => it.id !== note.id), note].slice(-NOTES);
  return written({ ...view, notes }, nowMs, {
    chatId,
    tone: 'refused',
    text: `${method} → ${errorCode} ${description}`,
  });
}

/** Adds a line to the log; the same line again only counts up. */
function written(
  view: View,
  atMs: number,
  line: Pick<JournalLine, 'chatId' | 'tone' | 'text'>,
): View {
  const last = view.journal.at(-1);
  const isAgain = last?.text === line.text && last.chatId === line.chatId;
  const next = isAgain
    ? { ...last, atMs, times: last.times + 1 }
    : { ...line, id: (last?.id ?? 0) + 1, atMs, times: 1 };
  const others = isAgain ? view.journal.slice(0, -1) : view.journal;
  return { ...view, journal: [...others, next].slice(-JOURNAL_LINES) };
}

function isFromBot(view: View, message: ShownMessage): boolean {
  return (
    message.service === undefined && (message.from?.id ?? view.world.bot.id) === view.world.bot.id
  );
}

function subjectOf(method: string): string {
  if (method === 'sendPhoto' || method === 'sendMediaGroup') return 'the picture';
  if (method === 'sendRichMessage') return 'the article';
  if (method.startsWith('edit')) return 'the change';
  if (method.startsWith('delete')) return 'the deletion';
  if (method.startsWith('answer')) return 'the answer';
  return method.startsWith('send') ? 'the message' : method;
}
