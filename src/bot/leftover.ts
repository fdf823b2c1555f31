import { Composer } from 'grammy';
import { mayChangeHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import { freshMenu } from './fresh.ts';
import type { BotParts } from './parts.ts';
import { takeButtons } from './unseen.ts';

/**
 * What belongs to no feature: Cancel under any question (data: `x`), buttons of old messages, and in a private chat
 * words that mean nothing to us.
 */
export function leftover(parts: BotParts): Composer<BotContext> {
  const { rights } = parts;
  const feature = new Composer<BotContext>();

  feature.callbackQuery('x', async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    await acknowledge(ctx);
    await respond(ctx, ctx.say('cancelled'));
  });
  feature.on('callback_query:data', (ctx) => replaceGone(ctx, ctx.callbackQuery.data, parts));
  feature.on('callback_query', (ctx) => acknowledge(ctx, ctx.say('gone-button')));
  feature.chatType('private').on('message:text', async (ctx) => {
    await answer(ctx, ctx.say('not-understood'));
  });

  return feature;
}

/** Offers and Undo are for once, and no menu: where one is forgotten, its button goes. Never those of posts. */
const FOR_ONCE = /^(?:n|a|uu|pu|un):/;

/** A button of another time: its menu comes as it is now, in the same message. */
async function replaceGone(ctx: BotContext, data: string, parts: BotParts): Promise<void> {
  const fresh = await freshMenu(ctx, data, parts);
  await acknowledge(ctx, ctx.say(fresh ? 'gone-fresh' : 'gone-button'));
  if (fresh) return respond(ctx, fresh.piece, fresh.keyboard);
  const message = ctx.callbackQuery?.message;
  if (message && FOR_ONCE.test(data)) await takeButtons(ctx, message);
}
