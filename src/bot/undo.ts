import { Composer } from 'grammy';
import type { Quota } from '../relay/quotas.ts';
import type { OwnLook } from '../store/looks.ts';
import type { Subscription } from '../store/schema.ts';
import type { Place, SubscribedFeed } from '../store/subscriptions.ts';
import { personOf } from './allowed.ts';
import { acknowledge, type BotContext, respond } from './context.ts';
import { followedKey } from './follow.ts';
import { nameOf } from './naming.ts';
import type { BotParts } from './parts.ts';
import { quotaText } from './room.ts';
import { targetOf } from './target.ts';

type Ended = { chatId?: number; feedId: number; threadId: number; look: OwnLook } & Partial<
  Pick<Subscription, 'filter' | 'digest' | 'pausedAt' | 'pausedUntil'>
>;

const KEPT_MS = 24 * 3_600_000;

/** Keeps for a day what this chat is about to stop following, how it looked, what of it was wanted and when; answers the data of the button that takes it back. */
export async function rememberEnded(
  ctx: BotContext,
  { store }: BotParts,
  feeds: SubscribedFeed[],
  chatId = ctx.known.id,
): Promise<string> {
  const note = ctx.update.update_id;
  const ended: Ended[] = [];
  for (const { id: feedId, threadId, ...feed } of feeds) {
    const look = await store.subscriptions.own({ chatId, threadId }, feedId);
    const { ownFilter: filter, ownDigest: digest, pausedAt, pausedUntil } = feed;
    if (look) ended.push({ chatId, feedId, threadId, look, filter, digest, pausedAt, pausedUntil });
  }
  await store.notes.set(keyOf(ctx, note), ended, KEPT_MS);
  return `uu:${note}`;
}

/** Takes an /unsubscribe back: only what was said in this very chat. Data: `uu:<update>`. */
export function undo(parts: BotParts): Composer<BotContext> {
  const { store } = parts;
  const feature = new Composer<BotContext>();

  feature.callbackQuery(/^uu:(\d+)$/, async (ctx, next) => {
    const ended = (await store.notes.get<Ended[]>(keyOf(ctx, Number(ctx.match[1])))) ?? [];
    const chatId = ended[0]?.chatId ?? ctx.known.id;
    const target = await targetOf(ctx, chatId === ctx.known.id ? null : String(chatId), parts);
    if (!target) return;
    const { back, full } = await followAgain(ctx, { chatId, ended }, parts);
    const [title] = back;
    if (full && title === undefined) return acknowledge(ctx, quotaText(ctx, full));
    if (title === undefined) return next();
    await acknowledge(ctx);
    const count = back.length;
    const one = followedKey(ctx, { target, place: target.place });
    const text = ctx.say(count === 1 ? one : 'followed-again', {
      title,
      count,
      chat: target.title,
    });
    await respond(ctx, text);
  });

  return feature;
}

/** Answers the names of the feeds that are followed again, and why there is no room for the others. */
async function followAgain(
  ctx: BotContext,
  { chatId, ended }: { chatId: number; ended: Ended[] },
  parts: BotParts,
): Promise<{ back: string[]; full: Quota | null }> {
  const { store, quotas, clock } = parts;
  const back: string[] = [];
  let full: Quota | null = null;
  for (const one of ended) {
    const { feedId, threadId } = one;
    const feed = await store.feeds.byId(feedId);
    if (!feed) continue;
    const place = { chatId, threadId };
    const quota = await quotas.against(place, feedId, personOf(ctx));
    full ??= quota;
    if (quota) continue;
    const added = await store.subscriptions.add(place, feedId, clock.now());
    if (added === 'new') await restore(place, one, parts);
    back.push(nameOf(feed));
  }
  return { back, full };
}

async function restore(
  place: Place,
  { feedId, look, filter = null, digest = null, pausedAt = null, pausedUntil: until = null }: Ended,
  { store, clock }: BotParts,
): Promise<void> {
  await store.subscriptions.look(place, feedId, look);
  await store.subscriptions.setFilter(place, feedId, filter);
  await store.subscriptions.setDigest(place, feedId, digest);
  if (until !== null) await store.subscriptions.mute(place, feedId, { now: clock.now(), until });
  else if (pausedAt !== null) await store.subscriptions.pause(place, feedId, clock.now());
}

function keyOf(ctx: BotContext, note: number): string {
  return `undo:${ctx.known.id}:${note}`;
}
