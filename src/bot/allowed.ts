import { redact } from '../log.ts';
import type { ChatAsker, Rights } from '../relay/rights.ts';
import type { Feed } from '../store/schema.ts';
import { acknowledge, answer, type BotContext, isGroup } from './context.ts';
import type { BotParts } from './parts.ts';

/** Answers whether whoever sent this may change what the chat gets; if not, tells them so. */
export async function mayChangeHere(ctx: BotContext, rights: Rights): Promise<boolean> {
  const may = await isInCharge(ctx, rights);
  if (!may) await refuse(ctx, isGroup(ctx.known) ? 'only-admins' : 'not-yours');
  return may;
}

/** The same, without a word to them. */
export function isInCharge(ctx: BotContext, rights: Rights): Promise<boolean> {
  return rights.mayChange({ id: ctx.known.id, kind: ctx.known.kind }, askerOf(ctx));
}

/** Answers whether an answer that everybody may read is theirs to turn the pages of: they asked for it, or are in charge
 *  of the chat; if not, tells them so. */
export async function mayTurnHere(ctx: BotContext, rights: Rights): Promise<boolean> {
  const { message } = ctx.callbackQuery ?? {};
  const isTheirs =
    message?.ephemeral_message_id !== undefined ||
    message?.reply_to_message?.from?.id === ctx.from?.id ||
    (await isInCharge(ctx, rights));
  if (!isTheirs) await refuse(ctx, 'not-yours');
  return isTheirs;
}

/** Answers whether this is an owner speaking; if not, tells them so. */
export async function isOwnerHere(ctx: BotContext, rights: Rights): Promise<boolean> {
  if (rights.isOwner(ctx.from?.id ?? 0)) return true;
  await refuse(ctx, 'only-owners');
  return false;
}

/** Who sent this, and in which chat's name; a press of a button is always a person's own. */
export function askerOf(ctx: BotContext): ChatAsker {
  const userId = ctx.from?.id ?? 0;
  const senderChatId = ctx.callbackQuery ? undefined : ctx.msg?.sender_chat?.id;
  return { userId, ...(senderChatId !== undefined && { senderChatId }) };
}

/** To whom what was sent is put down: all anonymous administrators have one user id, but not one group. */
export function personOf(ctx: BotContext): number {
  const { userId, senderChatId } = askerOf(ctx);
  return senderChatId ?? userId;
}

/** Whether this asks something of us; an administrator bot hears all that is said in a group. */
export function isForUs(ctx: BotContext): boolean {
  if (ctx.callbackQuery || ctx.known.kind === 'private') return true;
  const said = ctx.msg?.text ?? ctx.msg?.caption ?? '';
  const [command, addressee] = /^\/\w+(?:@(\w+))?(?=\s|$)/.exec(said) ?? [];
  if (command === undefined) return false;
  return addressee === undefined || addressee.toLowerCase() === ctx.me.username.toLowerCase();
}

async function refuse(ctx: BotContext, key: string): Promise<void> {
  const text = ctx.say(key);
  if (ctx.callbackQuery) await acknowledge(ctx, { text, show_alert: true });
  else await answer(ctx, text);
}

/** A key in a feed's address is for whoever brought the feed, and for owners; and in no group. */
export function mayHaveAddress(
  ctx: BotContext,
  { url, addedBy }: Feed,
  { owners }: Pick<BotParts, 'owners'>,
): boolean {
  if (redact(url) === url) return true;
  const userId = personOf(ctx);
  return ctx.known.kind === 'private' && (addedBy === userId || owners.includes(userId));
}
