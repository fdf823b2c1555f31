import type { Message } from 'grammy/types';

const READ_DATA = /^r:([\w-]{22})$/;
const READ_URL = /[?&]start=r_([\w-]{22})$/;

/** The link of the entry that a message of ours is a post of: that of its title; null for none. */
export function linkUnder(message: Message | undefined): string | null {
  return linksUnder(message)[0] ?? null;
}

/** The links behind words of a message of ours, each once, in their order. */
export function linksUnder(message: Message | undefined): string[] {
  if (!message?.from?.is_bot && !message?.sender_chat) return [];
  const entities = message.entities ?? message.caption_entities ?? [];
  return [...new Set(entities.flatMap((it) => (it.type === 'text_link' ? [it.url] : [])))];
}

/** The token of the entry that a link of ours opens in the reader. */
export function tokenIn(link: string): string | null {
  return READ_URL.exec(link)?.[1] ?? null;
}

/** The token of the entry that a message is a post of, read from its own Read button; null when it is none. */
export function tokenUnder(message: Message | undefined): string | null {
  for (const button of message?.reply_markup?.inline_keyboard.flat() ?? []) {
    const text =
      'callback_data' in button ? button.callback_data : 'url' in button ? button.url : '';
    const token = READ_DATA.exec(text ?? '')?.[1] ?? READ_URL.exec(text ?? '')?.[1];
    if (token) return token;
  }
  return null;
}
