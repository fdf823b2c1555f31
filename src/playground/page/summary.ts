import type { ShownMessage } from '../protocol.ts';

const LONGEST = 120;

/** A message on one line, as the chat list, a reply and the log show it. */
export function summaryOf(message: ShownMessage): string {
  const text =
    message.service ??
    message.text ??
    message.caption ??
    richSummary(message) ??
    mediaName(message);
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST) || mediaName(message);
}

/** The letters of a Bot API `RichText`, whatever is nested in it. */
export function plainOf(text: unknown): string {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(plainOf).join('');
  if (typeof text !== 'object' || text === null) return '';
  if ('text' in text) return plainOf(text.text);
  return 'alternative_text' in text ? String(text.alternative_text) : '';
}

function richSummary(message: ShownMessage): string | undefined {
  const blocks = message.rich_message?.blocks ?? [];
  return blocks.map((block) => plainOf(block.text)).find((text) => text.trim() !== '');
}

function mediaName(message: ShownMessage): string {
  if (message.photo) return 'Photo';
  if (message.audio) return message.audio.title ?? 'Audio';
  if (message.video) return 'Video';
  if (message.animation) return 'Animation';
  if (message.document) return message.document.file_name ?? 'File';
  return message.rich_message ? 'Article' : 'Message';
}
