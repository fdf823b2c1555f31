import { Composer } from 'grammy';
import type { OwnLook } from '../store/looks.ts';
import type { Subscription } from '../store/schema.ts';
import type { Place, SubscribedFeed } from '../store/subscriptions.ts';
import { mayChangeHere } from './allowed.ts';
import { acknowledge, type BotContext, respond } from './context.ts';
import { nameOf } from './naming.ts';
import type { BotParts } from './parts.ts';

type Ended = { feedId: number; threadId: number; look: OwnLook } & Partial<
  Pick<Subscription, 'filter' | 'digest' | 'pausedAt'>
>;

const KEPT_MS = 24 * 3_600_000;

/** Keeps for a day what this chat is about to stop following, how it looked, what of it was wanted and when; answers the data of the button that takes it back. */
export async function rememberEnded(
  ctx: BotContext,
  { store }: BotParts,
  feeds: SubscribedFeed[],
): Promise<string> {
  const note = ctx.update.update_id;
  const ended: Ended[] = [];
  for (const { id: feedId, threadId, ...feed } of feeds) {
    const look = await store.subscriptions.own({ chatId: ctx.known.id, threadId }, feedId);
    const { ownFilter: filter, ownDigest: digest, pausedAt } = feed;
    if (look) ended.push({ feedId, threadId, look, filter, digest, pausedAt });
  }
  await store.notes.set(keyOf(ctx, note), ended, KEPT_MS);
  return `uu:${note}`;
}

/** Takes an /unsubscribe back: only what this very chat had followed. Data: `uu:<update>`. */
export function undo(parts: BotParts): Composer<BotContext> {
  const { store, rights, clock } = parts;
  const feature = new Composer<BotContext>();

  feature.callbackQuery(/^uu:(\d+)$/, async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const ended = (await store.notes.get<Ended[]>(keyOf(ctx, Number(ctx.match[1])))) ?? [];
    const back: string[] = [];
    for (const one of ended) {
      const { feedId, threadId } = one;
      const feed = await store.feeds.byId(feedId);
      if (!feed) continue;
      const place = { chatId: ctx.known.id, threadId };
      const added = await store.subscriptions.add(place, feedId, clock.now());
      if (added === 'new') await restore(place, one, parts);
      back.push(nameOf(feed));
    }
    const [title, ...more] = back;
    if (title === undefined) return acknowledge(ctx, ctx.say('gone-button'));
    await acknowledge(ctx);
    const text =
      more.length === 0
        ? ctx.say('followed-here', { title })
        : ctx.say('followed-again', { count: back.length });
    await respond(ctx, text);
  });

  return feature;
}

async function restore(
  place: Place,
  { feedId, look, filter = null, digest = null, pausedAt = null }: Ended,
  { store, clock }: BotParts,
): Promise<void> {
  await store.subscriptions.look(place, feedId, look);
  await store.subscriptions.setFilter(place, feedId, filter);
  await store.subscriptions.setDigest(place, feedId, digest);
  if (pausedAt !== null) await store.subscriptions.pause(place, feedId, clock.now());
}

function keyOf(ctx: BotContext, note: number): string {
  return `undo:${ctx.known.id}:${note}`;
}
