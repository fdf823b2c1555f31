import { Composer } from 'grammy';
import type { Place } from '../store/subscriptions.ts';
import { mayChangeHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, placeOf, respond } from './context.ts';
import { bold, join } from './format.ts';
import { rememberList } from './lists.ts';
import { nameOf } from './naming.ts';
import { column, pageOf, turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';

const PAGE_SIZE = 8;

/** The catalogue as buttons: tap a feed to follow it, tap again to stop. Data: `c:<page>`, `t:<feedId>:<page>`. */
export function catalogue(parts: BotParts): Composer<BotContext> {
  const { store, rights, clock } = parts;
  const feature = new Composer<BotContext>();

  feature.callbackQuery(/^c:(\d+)$/, async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const { piece, keyboard } = await catalogueView(ctx, parts, Number(ctx.match[1]));
    await acknowledge(ctx);
    await respond(ctx, piece, keyboard);
  });

  feature.callbackQuery(/^t:(\d{1,9}):(\d+)$/, async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const feed = await store.feeds.byId(Number(ctx.match[1]));
    if (!feed || feed.listed === 0) return acknowledge(ctx, ctx.say('gone-button'));
    const place = placeOf(ctx);
    const ended = await store.subscriptions.end(place, feed.id);
    if (ended === 'none') await store.subscriptions.add(place, feed.id, clock.now());
    const { piece, keyboard } = await catalogueView(ctx, parts, Number(ctx.match[2]));
    const key = ended === 'none' ? 'followed-here' : 'unfollowed';
    await acknowledge(ctx, ctx.say(key, { title: nameOf(feed) }));
    await respond(ctx, piece, keyboard);
  });

  return feature;
}

/** Sends the catalogue's first page. */
export async function showCatalogue(ctx: BotContext, parts: BotParts): Promise<void> {
  const { piece, keyboard, feeds } = await catalogueView(ctx, parts, 0);
  await rememberList(ctx, parts.store, feeds);
  await answer(ctx, piece, keyboard);
}

async function catalogueView(ctx: BotContext, parts: BotParts, wanted: number) {
  const { store, rights } = parts;
  const feeds = await store.feeds.catalogue();
  const userId = ctx.from?.id ?? 0;
  if (feeds.length === 0) {
    const key = rights.isOwner(userId) ? 'catalogue-empty-owner' : 'catalogue-empty';
    return { piece: ctx.say(key), keyboard: column([]), feeds };
  }
  const followed = await followedIn(placeOf(ctx), parts);
  const { rows, page, pages } = pageOf(feeds, wanted, PAGE_SIZE);
  const buttons = rows.map((feed) => ({
    text: `${followed.has(feed.id) ? '✓ ' : ''}${nameOf(feed)}`,
    data: `t:${feed.id}:${page}`,
  }));
  const hint = rights.mayAddFeeds(userId) ? [ctx.say('catalogue-add-too')] : [];
  return {
    piece: join([bold(ctx.say('catalogue-title')), ctx.say('catalogue-how'), ...hint], '\n'),
    keyboard: turnPages(column(buttons), { page, pages }, 'c'),
    feeds,
  };
}

async function followedIn(place: Place, { store }: BotParts): Promise<Set<number>> {
  const feeds = await store.subscriptions.ofChat(place.chatId);
  return new Set(feeds.filter((it) => it.threadId === place.threadId).map(({ id }) => id));
}
