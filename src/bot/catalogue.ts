import { Composer } from 'grammy';
import type { Place } from '../store/subscriptions.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import { begin } from './follow.ts';
import { bold, join, type Piece } from './format.ts';
import { followedAt } from './homes.ts';
import { rememberList } from './lists.ts';
import { nameOf } from './naming.ts';
import { column, pageOf, turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';
import { hereOf, type Target, targetOf } from './target.ts';

const PAGE_SIZE = 8;

/**
 * The catalogue as buttons: tap a feed to follow it, tap again to stop; for this chat, or for another one. Data:
 * `c:<page>[:<chat>]`, `t:<feedId>:<page>[:<chat>]`.
 */
export function catalogue(parts: BotParts): Composer<BotContext> {
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

  feature.callbackQuery(/^t:(\d{1,9}):(\d+)(?::(-\d{1,16}))?$/, async (ctx) => {
    const target = await targetOf(ctx, ctx.match[3] ?? null, parts);
    if (!target) return;
    const tapped = await tap(ctx, Number(ctx.match[1]), { target, parts });
    if (tapped.kind === 'hindered') {
      return acknowledge(ctx, { text: tapped.text, show_alert: true });
    }
    const { piece, keyboard } = await catalogueView(ctx, target, {
      parts,
      wanted: Number(ctx.match[2]),
    });
    await acknowledge(ctx, tapped.text);
    await respond(ctx, piece, keyboard);
  });

  return feature;
}

/** Follows a feed of the catalogue there, or no longer; answers what came of it. */
async function tap(
  ctx: BotContext,
  feedId: number,
  { target, parts }: { target: Target; parts: BotParts },
): Promise<{ kind: 'done' | 'hindered'; text: string }> {
  const { store } = parts;
  const feed = await store.feeds.byId(feedId);
  // Taken out since this page was shown: it is shown as it is now.
  if (!feed || feed.listed === 0) return { kind: 'done', text: ctx.say('gone-fresh') };
  const there = await followedAt(target.place, feed.id, parts);
  if (there) {
    await store.subscriptions.end(there, feed.id);
    const about = { title: nameOf(feed), chat: target.title };
    const text = ctx.say(target.isElsewhere ? 'elsewhere-ended' : 'unfollowed', about);
    return { kind: 'done', text };
  }
  const { isNew, piece: text } = await begin(ctx, feed, { target, parts });
  return { kind: isNew ? 'done' : 'hindered', text };
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
