import type { MiddlewareFn } from 'grammy';
import { isForUs, mayChangeHere, personOf } from './allowed.ts';
import { acknowledge, answer, type BotContext } from './context.ts';
import type { BotParts } from './parts.ts';

/** Lets nobody ask more than the bot can answer everyone: beyond it they hear so once, and then nothing for a while. */
export function restraint({ requests, rights }: BotParts): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    if (!isForUs(ctx) || rights.isOwner(ctx.from?.id ?? 0)) return next();
    const taken = requests.take(personOf(ctx));
    if (taken.kind === 'go') return next();
    const text = ctx.say('slow-down', { seconds: Math.ceil(taken.forMs / 1000) });
    if (ctx.callbackQuery) await acknowledge(ctx, text);
    else if (taken.begins) await answer(ctx, text);
  };
}

/**
 * A changed client can send any data under any message of ours (core.telegram.org/bots/api#callbackquery), and some
 * answers take that message's place. So where many read, only who is in charge may press what it does not offer.
 */
export function unforged({ rights }: BotParts): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const isOpen = !ctx.callbackQuery || ctx.known.kind === 'private' || isOffered(ctx);
    if (isOpen || (await mayChangeHere(ctx, rights))) await next();
  };
}

/** Read and More (`r:`, `m:`) under posts change no message: Telegram hides what very old ones offer. */
function isOffered({ callbackQuery }: BotContext): boolean {
  const { data, message } = callbackQuery ?? {};
  if (/^[rm]:/.test(data ?? '') || message?.ephemeral_message_id !== undefined) return true;
  const offered = message?.reply_markup?.inline_keyboard.flat() ?? [];
  return offered.some((button) => 'callback_data' in button && button.callback_data === data);
}
