import type { Happening, WorldEvent } from '../protocol.ts';
import { summaryOf } from './summary.ts';

/** One line of the log of what the bot did. */
export type JournalLine = {
  id: number;
  atMs: number;
  chatId: number;
  tone: 'sent' | 'changed' | 'refused';
  text: string;
  times: number;
};

const KEPT_LINES = 200;

/** The log with an event that happened at that moment; the same line again only counts up. */
export function journalAfter(journal: JournalLine[], { atMs, event }: Happening): JournalLine[] {
  const line = lineOf(event);
  if (line === null) return journal;
  const last = journal.at(-1);
  const isAgain = last?.text === line.text && last.chatId === line.chatId;
  const next = isAgain
    ? { ...last, atMs, times: last.times + 1 }
    : { ...line, id: (last?.id ?? 0) + 1, atMs, times: 1 };
  return [...(isAgain ? journal.slice(0, -1) : journal), next].slice(-KEPT_LINES);
}

/** The log with what happened since its last line. */
export function journalWith(journal: JournalLine[], past: Happening[]): JournalLine[] {
  const knownUntilMs = journal.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY;
  return past.filter(({ atMs }) => atMs > knownUntilMs).reduce(journalAfter, journal);
}

/** null for what the bot has no part in. */
function lineOf(event: WorldEvent): Pick<JournalLine, 'chatId' | 'tone' | 'text'> | null {
  switch (event.kind) {
    case 'message': {
      const { chatId, message, by } = event;
      if (by !== 'bot') return null;
      const isAside = message.ephemeral_message_id !== undefined;
      const text = `${isAside ? 'Showed one person' : 'Sent'}: ${summaryOf(message)}`;
      return { chatId, tone: 'sent', text };
    }
    case 'edited':
      return { chatId: event.chatId, tone: 'changed', text: `Edited: ${summaryOf(event.message)}` };
    case 'refused': {
      const { chatId, method, errorCode, description } = event;
      return { chatId, tone: 'refused', text: `${method} → ${errorCode} ${description}` };
    }
    default:
      return null;
  }
}
