import { Composer, type MiddlewareFn } from 'grammy';
import { entryOfMessage } from '../relay/reacted.ts';
import type { BotContext } from './context.ts';
import { openMore } from './more.ts';
import type { BotParts } from './parts.ts';

const ENOUGH = '👎';

/**
 * 👎 to a post in a private chat opens what ⋯ below it opens. In a group it is said to the others, and in channels nobody
 * tells us whose it is.
 */
export function reaction(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.reaction(ENOUGH, async (ctx) => {
    const { message_id: messageId } = ctx.messageReaction;
    const entry = await entryOfMessage({ chatId: ctx.known.id, messageId }, parts);
    if (entry) await openMore(ctx, entry, { parts, messageId });
  });

  return feature;
}

/** Of all reactions only those go on that are for us: the others ask nothing, and count as no request. */
export const reactionsToUs: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { messageReaction: given } = ctx;
  const isToUs = given?.chat.type === 'private' && ctx.reactions().emojiAdded.includes(ENOUGH);
  if (!given || isToUs) await next();
};
