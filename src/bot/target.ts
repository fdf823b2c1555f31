import type { Place } from '../store/subscriptions.ts';
import { answer, type BotContext, placeOf } from './context.ts';
import type { BotParts } from './parts.ts';

/** Where a subscription goes. */
export type Target = { place: Place; title: string; isElsewhere: boolean };

const TO_CHAT = /(?:^|\s)to\s+(@\w{3,}|-\d{5,})\s*$/i;

/**
 * Reads `<feeds …> [to @channel or id]`. Elsewhere means: the caller administrates that chat and may post there, and
 * so may the bot; if not, the caller is told and `target` is null.
 */
export async function targetOf(
  ctx: BotContext,
  parts: BotParts,
): Promise<{ words: string[]; target: Target | null }> {
  const text = String(ctx.match ?? '').trim();
  const to = TO_CHAT.exec(text);
  if (!to?.[1]) {
    const here = { place: placeOf(ctx), title: ctx.known.title, isElsewhere: false };
    return { words: wordsOf(text), target: here };
  }
  return { words: wordsOf(text.slice(0, to.index)), target: await elsewhere(ctx, to[1], parts) };
}

/** Addresses stand each for themselves; anything else is one name, blanks and all. */
function wordsOf(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const areAddresses = words.every((word) => /^\d+$|:\/\/|^[^.]+\.[^.]/.test(word));
  return areAddresses ? words : [text.trim()];
}

async function elsewhere(ctx: BotContext, name: string, parts: BotParts): Promise<Target | null> {
  const { store, rights, memberOf, clock } = parts;
  const chat = await chatNamed(ctx, name);
  const refuse = async (key: string) => {
    await answer(ctx, ctx.say(key, { chat: name }));
    return null;
  };
  if (!chat || chat.type === 'private') return refuse('to-unknown');
  const title = chat.title ?? name;
  const asked = { id: chat.id, kind: chat.type };
  if (!(await rights.mayChange(asked, { userId: ctx.from?.id ?? 0 })))
    return refuse('to-not-admin');
  const bot = await memberOf(chat.id, ctx.me.id);
  if (chat.type === 'channel' && !bot.mayPost) return refuse('to-not-able');
  const languageHint = ctx.known.language ?? ctx.known.languageHint;
  await store.chats.meet({ id: chat.id, kind: chat.type, title, languageHint }, clock.now());
  return { place: { chatId: chat.id, threadId: 0 }, title, isElsewhere: true };
}

async function chatNamed(ctx: BotContext, name: string) {
  try {
    return await ctx.api.getChat(name.startsWith('@') ? name : Number(name));
  } catch {
    // Whatever Telegram's reason, the caller's next step is the same: check the name, add the bot.
    return null;
  }
}
