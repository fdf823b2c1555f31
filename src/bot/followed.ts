import type { SubscribedFeed } from '../store/subscriptions.ts';
import { type BotContext, placeOf } from './context.ts';
import { namedFeed } from './naming.ts';
import type { BotParts } from './parts.ts';

/** The feed that somebody names of those a chat follows; null when they were told that it is none. */
export async function followedNamed(
  ctx: BotContext,
  name: string,
  { parts, chatId }: { parts: BotParts; chatId: number },
): Promise<SubscribedFeed | null> {
  const feeds = preferHere(ctx, await parts.store.subscriptions.ofChat(chatId));
  const unknown = await unfollowedText(ctx, name, { parts, chatId });
  return namedFeed(ctx, name, parts, { feeds, unknown });
}

/** That a chat, here or elsewhere, follows nothing of that name. */
export async function unfollowedText(
  ctx: BotContext,
  name: string,
  { parts, chatId }: { parts: BotParts; chatId: number },
): Promise<string> {
  if (chatId === ctx.known.id) return ctx.say('unfollow-none', { name });
  const { title = '' } = (await parts.store.chats.get(chatId)) ?? {};
  return ctx.say('unfollow-none-there', { name, chat: title, id: String(chatId) });
}

/** A feed followed in several topics stands for the topic that is spoken in. */
export function preferHere(ctx: BotContext, followed: SubscribedFeed[]): SubscribedFeed[] {
  const { threadId } = placeOf(ctx);
  const here = followed.filter((feed) => feed.threadId === threadId);
  const ids = new Set(here.map(({ id }) => id));
  return [...here, ...followed.filter(({ id }) => !ids.has(id))];
}
