import { Composer } from 'grammy';
import type { Feed } from '../store/schema.ts';
import { mayChangeHere, personOf } from './allowed.ts';
import { acknowledge, answer, type BotContext, placeOf, respond } from './context.ts';
import { bold, join } from './format.ts';
import { followedAt, homeOf } from './homes.ts';
import { rememberList } from './lists.ts';
import { nameOf } from './naming.ts';
import { column, pageOf, turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';
import { quotaText } from './room.ts';

const PAGE_SIZE = 8;

/** The catalogue as buttons: tap a feed to follow it, tap again to stop. Data: `c:<page>`, `t:<feedId>:<page>`. */
export function catalogue(parts: BotParts): Composer<BotContext> {
  const { store, rights } = parts;
  const feature = new Composer<BotContext>();

  feature.callbackQuery(/^c:(\d+)$/, async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const { piece, keyboard } = await catalogueView(ctx, parts, Number(ctx.match[1]));
    await acknowledge(ctx);
    await respond(ctx, piece, keyboard);
  });

  feature.callbackQuery(/^t:(\d{1,9}):(\d+)$/, async (ctx, next) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const feed = await store.feeds.byId(Number(ctx.match[1]));
    if (!feed || feed.listed === 0) return next();
    const here = await followedAt(ctx, feed.id, parts);
    if (here) await store.subscriptions.end(here, feed.id);
    const hindrance = here ? null : await add(ctx, feed, parts);
    if (hindrance !== null) return acknowledge(ctx, { text: hindrance, show_alert: true });
    const { piece, keyboard } = await catalogueView(ctx, parts, Number(ctx.match[2]));
    const key = here ? 'unfollowed' : 'followed-here';
    await acknowledge(ctx, ctx.say(key, { title: nameOf(feed) }));
    await respond(ctx, piece, keyboard);
  });

  return feature;
}

/** Follows a feed here; answers why that cannot be, or null. */
async function add(ctx: BotContext, feed: Feed, parts: BotParts): Promise<string | null> {
  const { store, quotas, clock } = parts;
  const target = { place: placeOf(ctx), title: ctx.known.title, isElsewhere: false };
  const quota = await quotas.against(target.place, feed.id, personOf(ctx));
  if (quota) return quotaText(ctx, quota);
  const home = await homeOf(ctx, feed, { target, parts });
  if (home.kind === 'refused') return home.why;
  await store.subscriptions.add(home.place, feed.id, clock.now());
  return null;
}

/** Sends the catalogue's first page. */
export async function showCatalogue(ctx: BotContext, parts: BotParts): Promise<void> {
  const { piece, keyboard, feeds } = await catalogueView(ctx, parts, 0);
  await rememberList(ctx, parts.store, feeds);
  await answer(ctx, piece, keyboard);
}

/** The catalogue, page by page. */
export async function catalogueView(ctx: BotContext, parts: BotParts, wanted: number) {
  const { store, rights } = parts;
  const feeds = await store.feeds.catalogue();
  const userId = ctx.from?.id ?? 0;
  if (feeds.length === 0) {
    const key = rights.isOwner(userId) ? 'catalogue-empty-owner' : 'catalogue-empty';
    return { piece: ctx.say(key), keyboard: column([]), feeds };
  }
  const followed = await followedIn(ctx, parts);
  const { rows, page, pages } = pageOf(feeds, wanted, PAGE_SIZE);
  const buttons = rows.map((feed) => ({
    text: `${followed.has(feed.id) ? '✓ ' : ''}${nameOf(feed)}`,
    data: `t:${feed.id}:${page}`,
  }));
  const hint = (await rights.mayAddFeeds(userId)) ? [ctx.say('catalogue-add-too')] : [];
  return {
    piece: join([bold(ctx.say('catalogue-title')), ctx.say('catalogue-how'), ...hint], '\n'),
    keyboard: turnPages(ctx, column(buttons), { page, pages }, 'c'),
    feeds,
  };
}

/** Of a chat in which each feed has its own topic: in all of them. */
async function followedIn(ctx: BotContext, { store }: BotParts): Promise<Set<number>> {
  const { chatId, threadId } = placeOf(ctx);
  const feeds = await store.subscriptions.ofChat(chatId);
  const isApart = ctx.known.topicPerFeed === 'on';
  return new Set(feeds.filter((it) => isApart || it.threadId === threadId).map(({ id }) => id));
}
