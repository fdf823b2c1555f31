import type { Message } from 'grammy/types';

const READ_DATA = /^r:([\w-]{22})$/;
const READ_URL = /[?&]start=r_([\w-]{22})$/;

/** The link of the entry that a message of ours is a post of: that of its title; null for none. */
export function linkUnder(message: Message | undefined): string | null {
  if (!message?.from?.is_bot && !message?.sender_chat) return null;
  const entities = message.entities ?? message.caption_entities ?? [];
  const linked = entities.find(({ type }) => type === 'text_link');
  return linked && 'url' in linked ? linked.url : null;
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
