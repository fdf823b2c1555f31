import type { Feed } from '../store/schema.ts';
import type { Place } from '../store/subscriptions.ts';
import { personOf } from './allowed.ts';
import type { BotContext, Tell } from './context.ts';
import { join } from './format.ts';
import { homeOf } from './homes.ts';
import { nameOf } from './naming.ts';
import type { BotParts } from './parts.ts';
import { quotaText } from './room.ts';
import { sendNewest } from './sample.ts';
import type { Target } from './target.ts';

export type FollowDeps = { target: Target; parts: BotParts };

/** Follows a feed, tells what came of it, and shows the newest post where posts will come from now on. */
export async function follow(
  ctx: BotContext,
  feed: Feed,
  { target, parts, tell }: FollowDeps & { tell: Tell },
): Promise<void> {
  const { isNew, piece, place } = await begin(ctx, feed, { target, parts });
  await tell(
    isNew && mayHaveTopics(ctx, target) ? join([piece, ctx.say('topics-hint')], '\n') : piece,
  );
  if (isNew) await sendNewest(ctx, place, { feeds: [feed], count: 1, parts });
}

/** Follows a feed; answers the sentence that says so, and where its posts come. */
export async function begin(
  ctx: BotContext,
  feed: Feed,
  { target, parts }: FollowDeps,
): Promise<{ isNew: boolean; piece: string; place: Place }> {
  const { store, quotas, clock } = parts;
  const quota = await quotas.against(target.place, feed.id, personOf(ctx));
  if (quota) return { isNew: false, piece: quotaText(ctx, quota), place: target.place };
  const home = await homeOf(ctx, feed, { target, parts });
  if (home.kind === 'refused') return { isNew: false, piece: home.why, place: target.place };
  const { place } = home;
  const isNew = (await store.subscriptions.add(place, feed.id, clock.now())) === 'new';
  const title = nameOf(feed);
  const chat = target.title;
  if (!isNew) {
    const key = target.isElsewhere ? 'followed-already-there' : 'followed-already';
    return { isNew, piece: ctx.say(key, { title, chat }), place };
  }
  const piece = ctx.say(followedKey(ctx, { target, place }), { title, chat });
  return { isNew, piece, place };
}

/** The sentence that tells somebody that a feed is followed now at a place. */
export function followedKey(
  ctx: BotContext,
  { target, place }: { target: Target; place: Place },
): string {
  if (target.isElsewhere) return 'followed-there';
  if (place.threadId !== target.place.threadId) return 'followed-in-topic';
  return ctx.known.kind === 'private' ? 'followed' : 'followed-here';
}

/** A forum that could have a topic for each feed, and in which nobody has asked for that. */
function mayHaveTopics(ctx: BotContext, { isElsewhere }: Target): boolean {
  return !isElsewhere && ctx.chat?.is_forum === true && ctx.known.topicPerFeed === null;
}
