import { Composer } from 'grammy';
import type { Feed } from '../store/schema.ts';
import type { Place } from '../store/subscriptions.ts';
import { personOf } from './allowed.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import { bold, join, type Piece } from './format.ts';
import { followedAt, homeOf } from './homes.ts';
import { rememberList } from './lists.ts';
import { nameOf } from './naming.ts';
import { column, pageOf, turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';
import { quotaText } from './room.ts';
import { hereOf, type Target, targetOf } from './target.ts';

const PAGE_SIZE = 8;

/**
 * The catalogue as buttons: tap a feed to follow it, tap again to stop; for this chat, or for another one. Data:
 * `c:<page>[:<chat>]`, `t:<feedId>:<page>[:<chat>]`.
 */
export function catalogue(parts: BotParts): Composer<BotContext> {
  const { store } = parts;
  const feature = new Composer<BotContext>();

  feature.callbackQuery(/^c:(\d+)(?::(-\d{1,16}))?$/, async (ctx) => {
    const target = await targetOf(ctx, ctx.match[2] ?? null, parts);
    if (!target) return;
    const { piece, keyboard } = await catalogueView(ctx, target, {
      parts,
      wanted: Number(ctx.match[1]),
    });
    await acknowledge(ctx);
    await respond(ctx, piece, keyboard);
  });

  feature.callbackQuery(/^t:(\d{1,9}):(\d+)(?::(-\d{1,16}))?$/, async (ctx, next) => {
    const target = await targetOf(ctx, ctx.match[3] ?? null, parts);
    if (!target) return;
    const feed = await store.feeds.byId(Number(ctx.match[1]));
    if (!feed || feed.listed === 0) return next();
    const there = await followedAt(target.place, feed.id, parts);
    if (there) await store.subscriptions.end(there, feed.id);
    const hindrance = there ? null : await add(ctx, feed, { target, parts });
    if (hindrance !== null) return acknowledge(ctx, { text: hindrance, show_alert: true });
    const { piece, keyboard } = await catalogueView(ctx, target, {
      parts,
      wanted: Number(ctx.match[2]),
    });
    await acknowledge(ctx, tappedText(ctx, feed, { target, isEnded: there !== undefined }));
    await respond(ctx, piece, keyboard);
  });

  return feature;
}

function tappedText(
  ctx: BotContext,
  feed: Feed,
  { target, isEnded }: { target: Target; isEnded: boolean },
): string {
  const about = { title: nameOf(feed), chat: target.title };
  if (target.isElsewhere) return ctx.say(isEnded ? 'elsewhere-ended' : 'followed-there', about);
  return ctx.say(isEnded ? 'unfollowed' : 'followed-here', about);
}

/** Follows a feed there; answers why that cannot be, or null. */
async function add(
  ctx: BotContext,
  feed: Feed,
  { target, parts }: { target: Target; parts: BotParts },
): Promise<string | null> {
  const { store, quotas, clock } = parts;
  const quota = await quotas.against(target.place, feed.id, personOf(ctx));
  if (quota) return quotaText(ctx, quota);
  const home = await homeOf(ctx, feed, { target, parts });
  if (home.kind === 'refused') return home.why;
  await store.subscriptions.add(home.place, feed.id, clock.now());
  return null;
}

/** Sends the catalogue's first page, for this chat or for another one. */
export async function showCatalogue(
  ctx: BotContext,
  parts: BotParts,
  target = hereOf(ctx),
): Promise<void> {
  const { piece, keyboard, feeds } = await catalogueView(ctx, target, { parts, wanted: 0 });
  await rememberList(ctx, parts.store, feeds);
  await answer(ctx, piece, keyboard);
}

/** The catalogue, page by page. */
export async function catalogueView(
  ctx: BotContext,
  target: Target,
  { parts, wanted }: { parts: BotParts; wanted: number },
) {
  const { store, rights } = parts;
  const feeds = await store.feeds.catalogue();
  const userId = ctx.from?.id ?? 0;
  if (feeds.length === 0) {
    const key = rights.isOwner(userId) ? 'catalogue-empty-owner' : 'catalogue-empty';
    return { piece: ctx.say(key), keyboard: column([]), feeds };
  }
  const followed = await followedIn(target.place, parts);
  const { rows, page, pages } = pageOf(feeds, wanted, PAGE_SIZE);
  const where = target.isElsewhere ? `:${target.place.chatId}` : '';
  const buttons = rows.map((feed) => ({
    text: `${followed.has(feed.id) ? '✓ ' : ''}${nameOf(feed)}`,
    data: `t:${feed.id}:${page}${where}`,
  }));
  return {
    piece: join(await linesAbove(ctx, target, parts), '\n'),
    keyboard: turnPages(ctx, column(buttons), { page, pages }, (to) => `c:${to}${where}`),
    feeds,
  };
}

async function linesAbove(
  ctx: BotContext,
  { title, isElsewhere }: Target,
  { rights }: BotParts,
): Promise<Piece[]> {
  if (isElsewhere) {
    return [bold(ctx.say('catalogue-title-there', { chat: title })), ctx.say('catalogue-how')];
  }
  const mayAdd = await rights.mayAddFeeds(ctx.from?.id ?? 0);
  const hint = mayAdd ? [ctx.say('catalogue-add-too')] : [];
  return [bold(ctx.say('catalogue-title')), ctx.say('catalogue-how'), ...hint];
}

/** Of a chat in which each feed has its own topic: in all of them. */
async function followedIn({ chatId, threadId }: Place, { store }: BotParts): Promise<Set<number>> {
  const feeds = await store.subscriptions.ofChat(chatId);
  const isApart = (await store.chats.get(chatId))?.topicPerFeed === 'on';
  return new Set(feeds.filter((it) => isApart || it.threadId === threadId).map(({ id }) => id));
}
