import type { InlineKeyboard } from 'grammy';
import type { Chat } from '../store/schema.ts';
import type { Place } from '../store/subscriptions.ts';
import { answerOf } from '../telegram/answer.ts';
import { askerOf, mayChangeHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, placeOf } from './context.ts';
import { bold, join, type Piece } from './format.ts';
import { quoted } from './naming.ts';
import type { BotParts } from './parts.ts';

/** Where a subscription goes. */
export type Target = { place: Place; title: string; isElsewhere: boolean };

/** Which feeds to follow, and in which chat by its @name or id; null: in this one. */
export type Request = { words: string[]; to: string | null };

const TO_CHAT = /(?:^|\s)to\s+(@\w{3,}|-\d{3,})\s*$/i;

/** Reads `<feeds …> [to @channel or id]`. */
export function readRequest(text: string): Request {
  const to = TO_CHAT.exec(text);
  return to
    ? { words: wordsOf(text.slice(0, to.index)), to: to[1] ?? null }
    : { words: wordsOf(text), to: null };
}

/** The same of a command in which “to @channel” may stand anywhere, and everything else are words. */
export function readAddressed(typed: string): { text: string; to: string | null } {
  const found = /(?:^|\s)to\s+(@\w{3,}|-\d{3,})(?=\s|$)/i.exec(typed);
  const text = found ? typed.replace(found[0], ' ') : typed;
  return { text: text.replace(/\s+/g, ' ').trim(), to: found?.[1] ?? null };
}

/** Addresses stand each for themselves; anything else is one name, blanks and all. */
function wordsOf(text: string): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const areAddresses = words.every((word) => /^\d+$|:\/\/|^[^.]+\.[^.]/.test(word));
  return areAddresses ? words : [text.trim()];
}

/**
 * The chat and topic where feeds are to be followed. Elsewhere means: the caller administrates that chat and may post
 * there, and so may the bot. null when the caller was told why not.
 */
export async function targetOf(
  ctx: BotContext,
  to: string | null,
  parts: BotParts,
): Promise<Target | null> {
  if (to !== null) return elsewhere(ctx, to, parts);
  if (!(await mayChangeHere(ctx, parts.rights))) return null;
  return hereOf(ctx);
}

/** The chat and topic that is spoken in. */
export function hereOf(ctx: BotContext): Target {
  return { place: placeOf(ctx), title: ctx.known.title, isElsewhere: false };
}

/** Answers about a chat; about another one than this, under its name. */
export async function answerAbout(
  ctx: BotContext,
  { id, title }: Pick<Chat, 'id' | 'title'>,
  piece: Piece,
  keyboard?: InlineKeyboard,
): Promise<void> {
  const isHere = id === ctx.known.id;
  await answer(ctx, isHere ? piece : join([bold(quoted(title)), piece], '\n'), keyboard);
}

async function elsewhere(ctx: BotContext, name: string, parts: BotParts): Promise<Target | null> {
  const { store, rights, admission, memberOf, clock } = parts;
  const chat = await chatNamed(ctx, name);
  const refuse = async (key: string) => {
    const text = ctx.say(key, { chat: name });
    if (ctx.callbackQuery) await acknowledge(ctx, { text, show_alert: true });
    else await answer(ctx, text);
    return null;
  };
  const bot = chat && (await memberOf(chat.id, ctx.me.id));
  const isThere = bot && bot.standing !== 'outside' && bot.standing !== 'unknown';
  if (!isThere || chat.type === 'private') return refuse('to-unknown');
  const asked = { id: chat.id, kind: chat.type };
  if (!(await rights.mayChange(asked, { userId: ctx.from?.id ?? 0 })))
    return refuse('to-not-admin');
  if ((await admission.admitted(asked, askerOf(ctx))) !== 'in') return refuse('to-not-let-in');
  if (chat.type === 'channel' && !bot.mayPost) return refuse('to-not-able');
  const known = await store.chats.get(chat.id);
  const languageHint = known?.languageHint ?? ctx.known.language ?? ctx.known.languageHint;
  const title = chat.title ?? name;
  await store.chats.meet({ id: chat.id, kind: chat.type, title, languageHint }, clock.now());
  return { place: { chatId: chat.id, threadId: 0 }, title, isElsewhere: true };
}

/** Whatever Telegram's reason for a refusal, the caller's next step is the same: check the name, add the bot. */
async function chatNamed(ctx: BotContext, name: string) {
  const asked = await answerOf(ctx.api.getChat(name.startsWith('@') ? name : Number(name)));
  return asked.kind === 'sent' ? asked.message : null;
}
