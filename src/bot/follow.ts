import type { Feed } from '../store/schema.ts';
import type { BotContext, Tell } from './context.ts';
import type { Piece } from './format.ts';
import { nameOf } from './naming.ts';
import type { BotParts } from './parts.ts';
import { sendNewest } from './sample.ts';
import type { Target } from './target.ts';

export type FollowDeps = { target: Target; parts: BotParts };

/** Follows a feed, tells what came of it, and shows the newest post where posts will come from now on. */
export async function follow(
  ctx: BotContext,
  feed: Feed,
  { target, parts, tell }: FollowDeps & { tell: Tell },
): Promise<void> {
  const { isNew, piece } = await begin(ctx, feed, { target, parts });
  await tell(piece);
  if (isNew) await sendNewest(ctx, target.place, { feeds: [feed], count: 1, parts });
}

/** Follows a feed; answers the sentence that says so. */
export async function begin(
  ctx: BotContext,
  feed: Feed,
  { target, parts }: FollowDeps,
): Promise<{ isNew: boolean; piece: Piece }> {
  const { store, clock } = parts;
  const isNew = (await store.subscriptions.add(target.place, feed.id, clock.now())) === 'new';
  const title = nameOf(feed);
  const chat = target.title;
  if (!isNew) {
    return {
      isNew,
      piece: ctx.say(target.isElsewhere ? 'followed-already-there' : 'followed-already', {
        title,
        chat,
      }),
    };
  }
  if (target.isElsewhere) return { isNew, piece: ctx.say('followed-there', { title, chat }) };
  const key = ctx.known.kind === 'private' ? 'followed' : 'followed-here';
  return { isNew, piece: ctx.say(key, { title }) };
}
