import { Composer } from 'grammy';
import { mayChangeHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import type { BotParts } from './parts.ts';

/**
 * What belongs to no feature: Cancel under any question (data: `x`), buttons of old messages, and in a private chat
 * words that mean nothing to us.
 */
export function leftover({ rights }: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.callbackQuery('x', async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    await acknowledge(ctx);
    await respond(ctx, ctx.say('cancelled'));
  });
  feature.on('callback_query', (ctx) => acknowledge(ctx, ctx.say('gone-button')));
  feature.chatType('private').on('message:text', async (ctx) => {
    await answer(ctx, ctx.say('not-understood'));
  });

  return feature;
}
