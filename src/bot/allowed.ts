import type { Rights } from '../relay/rights.ts';
import { acknowledge, answer, type BotContext, isGroup } from './context.ts';

/** Answers whether whoever sent this may change what the chat gets; if not, tells them so. */
export async function mayChangeHere(ctx: BotContext, rights: Rights): Promise<boolean> {
  const may = await isInCharge(ctx, rights);
  if (!may) await refuse(ctx, isGroup(ctx.known) ? 'only-admins' : 'not-yours');
  return may;
}

/** The same, without a word to them. */
export function isInCharge(ctx: BotContext, rights: Rights): Promise<boolean> {
  const userId = ctx.from?.id ?? 0;
  const senderChatId = ctx.callbackQuery ? undefined : ctx.msg?.sender_chat?.id;
  return rights.mayChange(
    { id: ctx.known.id, kind: ctx.known.kind },
    { userId, ...(senderChatId !== undefined && { senderChatId }) },
  );
}

/** Answers whether this is an owner speaking; if not, tells them so. */
export async function isOwnerHere(ctx: BotContext, rights: Rights): Promise<boolean> {
  if (rights.isOwner(ctx.from?.id ?? 0)) return true;
  await refuse(ctx, 'only-owners');
  return false;
}

async function refuse(ctx: BotContext, key: string): Promise<void> {
  const text = ctx.say(key);
  if (ctx.callbackQuery) await acknowledge(ctx, { text, show_alert: true });
  else await answer(ctx, text);
}
