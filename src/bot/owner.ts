import { Composer, InlineKeyboard } from 'grammy';
import type { FormattedText } from '../model.ts';
import { isOwnerHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import { askToRemove } from './feedcard.ts';
import { healthOf, rateOf } from './feedhealth.ts';
import { bold, join } from './format.ts';
import { rememberList } from './lists.ts';
import { namedFeed, nameOf, quoted } from './naming.ts';
import { pageOf, turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';

const PAGE_SIZE = 10;
const CARDS_A_ROW = 5;

/** The catalogue as its owner sees it: `/feeds /removefeed`. Data: `f:<page>`, `rm:<feedId>`. */
export function owner(parts: BotParts): Composer<BotContext> {
  const { store, rights } = parts;
  const feature = new Composer<BotContext>();

  feature.command('feeds', async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const { piece, keyboard } = await feedsView(ctx, parts, 0);
    await answer(ctx, piece, keyboard);
  });

  feature.callbackQuery(/^f:(\d+)$/, async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const { piece, keyboard } = await feedsView(ctx, parts, Number(ctx.match[1]));
    await acknowledge(ctx);
    await respond(ctx, piece, keyboard);
  });

  feature.command('removefeed', async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    if (ctx.match === '') return void (await answer(ctx, ctx.say('removefeed-how')));
    const feed = await namedFeed(ctx, ctx.match, parts, { feeds: await store.feeds.all() });
    if (feed) await askToRemove(ctx, feed, parts);
  });

  feature.callbackQuery(/^rm:(\d{1,9})$/, async (ctx, next) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const feed = await store.feeds.byId(Number(ctx.match[1]));
    if (!feed) return next();
    await store.feeds.remove(feed.id);
    await acknowledge(ctx);
    await respond(ctx, ctx.say('removefeed-done', { title: nameOf(feed) }));
  });

  return feature;
}

/** The catalogue as its owner sees it, page by page. */
export async function feedsView(ctx: BotContext, parts: BotParts, wanted: number) {
  const feeds = await parts.store.feeds.catalogue();
  const keyboard = new InlineKeyboard();
  if (feeds.length === 0) return { piece: ctx.say('catalogue-empty-owner'), keyboard };
  await rememberList(ctx, parts.store, feeds);
  const { rows, page, pages, first } = pageOf(feeds, wanted, PAGE_SIZE);
  const lines: FormattedText[] = [];
  for (const [index, feed] of rows.entries()) {
    const category = quoted(feed.category ?? '');
    lines.push(
      join([
        `${first + index + 1}. `,
        bold(nameOf(feed)),
        category && ` (${category})`,
        `\n${await healthOf(ctx, feed, parts)}`,
        `\n${await rateOf(ctx, feed, parts)}`,
      ]),
    );
  }
  for (const [index, feed] of rows.entries()) {
    if (index > 0 && index % CARDS_A_ROW === 0) keyboard.row();
    keyboard.text(String(first + index + 1), `fd:${feed.id}`);
  }
  const title = bold(ctx.say('feeds-title', { count: feeds.length }));
  return {
    piece: join([title, ...lines], '\n\n'),
    keyboard: turnPages(ctx, keyboard, { page, pages }, 'f'),
  };
}
