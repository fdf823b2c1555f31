import { Composer, InlineKeyboard } from 'grammy';
import type { FeedCheck } from '../relay/collect.ts';
import { pickFeed } from '../relay/pick.ts';
import { isFailing } from '../relay/status.ts';
import { titleOf } from '../store/feeds.ts';
import type { Feed } from '../store/schema.ts';
import { isOwnerHere } from './allowed.ts';
import { answer, answerForNow, type BotContext, placeOf, replace } from './context.ts';
import { bold, join } from './format.ts';
import { failureText, hostOf, offerChoice, reasonText } from './found.ts';
import { lastList, rememberList } from './lists.ts';
import { momentIn } from './moments.ts';
import { pageOf, turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';
import { sendNewest } from './sample.ts';

const PAGE_SIZE = 15;

/** The catalogue as its owner sees it: `/addfeed /feeds /removefeed /check`. Data: `f:<page>`, `rm:<feedId>`. */
export function owner(parts: BotParts): Composer<BotContext> {
  const { store, rights } = parts;
  const feature = new Composer<BotContext>();
  const owners = feature.filter((ctx) => ctx.from !== undefined);

  owners.command('addfeed', async (ctx) => {
    if (await isOwnerHere(ctx, rights)) await addFeed(ctx, parts);
  });

  owners.command('feeds', async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const { piece, keyboard } = await feedsView(ctx, parts, 0);
    await answer(ctx, piece, keyboard);
  });

  owners.callbackQuery(/^f:(\d+)$/, async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const { piece, keyboard } = await feedsView(ctx, parts, Number(ctx.match[1]));
    await ctx.answerCallbackQuery();
    await replace(ctx, piece, keyboard);
  });

  owners.command('removefeed', async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    if (ctx.match.trim() === '') return void (await answer(ctx, ctx.say('removefeed-how')));
    const feed = await namedFeed(ctx, ctx.match, parts);
    if (!feed) return;
    const count = await store.feeds.subscribers(feed.id);
    const keyboard = new InlineKeyboard()
      .text(ctx.say('removefeed-yes'), `rm:${feed.id}`)
      .text(ctx.say('cancel'), 'x');
    await answer(ctx, ctx.say('removefeed-ask', { title: titleOf(feed), count }), keyboard);
  });

  owners.callbackQuery(/^rm:(\d+)$/, async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const feed = await store.feeds.byId(Number(ctx.match[1]));
    if (!feed) return void (await ctx.answerCallbackQuery(ctx.say('gone-button')));
    await store.feeds.remove(feed.id);
    await ctx.answerCallbackQuery();
    await replace(ctx, ctx.say('removefeed-done', { title: titleOf(feed) }));
  });

  owners.command('check', async (ctx) => {
    if (await isOwnerHere(ctx, rights)) await check(ctx, parts);
  });

  return feature;
}

const OPTIONS = ['name', 'category'] as const;

async function addFeed(ctx: BotContext, parts: BotParts): Promise<void> {
  const { findFeed, store } = parts;
  const [address, ...rest] = String(ctx.match ?? '')
    .trim()
    .split(/\s+(?=\S)/);
  if (!address) return void (await answer(ctx, ctx.say('addfeed-how')));
  const options = readOptions(rest.join(' '));
  const stranger = Object.keys(options).find((name) => !OPTIONS.includes(name as 'name'));
  if (stranger) return void (await answer(ctx, ctx.say('addfeed-option', { name: stranger })));

  const host = hostOf(address);
  const tell = await answerForNow(ctx, ctx.say('looking', { host }));
  const outcome = await findFeed(address, { userId: ctx.from?.id ?? null, listed: 'listed' });
  if (outcome.kind === 'several') {
    return offerChoice(ctx, { kind: 'several', links: outcome.links, host, tell, parts }, parts);
  }
  if (outcome.kind !== 'found') return tell(reasonText(ctx, outcome, host));
  const { feed } = outcome;
  await store.feeds.save(feed.id, options);
  await tell(ctx.say('addfeed-done', { title: titleOf({ ...feed, ...options }) }));
  await sendNewest(ctx, placeOf(ctx), { feeds: [feed], count: 1, parts });
}

/** `name=Morning news category=world`: a value goes on until the next `word=`. */
function readOptions(text: string): { name?: string; category?: string } {
  const found = text.matchAll(/([\w.]+)=(.*?)(?=\s+[\w.]+=|$)/gs);
  return Object.fromEntries([...found].map(([, name, value]) => [name, value?.trim()]));
}

async function feedsView(ctx: BotContext, parts: BotParts, wanted: number) {
  const feeds = await parts.store.feeds.catalogue();
  const keyboard = new InlineKeyboard();
  if (feeds.length === 0) return { piece: ctx.say('catalogue-empty-owner'), keyboard };
  await rememberList(ctx, parts.store, feeds);
  const { rows, page, pages, first } = pageOf(feeds, wanted, PAGE_SIZE);
  const lines = await Promise.all(
    rows.map(async (feed, index) =>
      join([
        `${first + index + 1}. `,
        bold(titleOf(feed)),
        feed.category ? ` (${feed.category})` : '',
        `\n${await healthOf(ctx, feed, parts)}`,
      ]),
    ),
  );
  const title = bold(ctx.say('feeds-title', { count: feeds.length }));
  return {
    piece: join([title, ...lines], '\n\n'),
    keyboard: turnPages(keyboard, { page, pages }, 'f'),
  };
}

async function healthOf(ctx: BotContext, feed: Feed, parts: BotParts): Promise<string> {
  const { store, defaultTimeZone, clock } = parts;
  const timeZone = ctx.known.timeZone ?? defaultTimeZone;
  const { lastSuccessAt, nextFetchAt } = feed;
  const line = ctx.say('feed-health', {
    subscribers: await store.feeds.subscribers(feed.id),
    last: lastSuccessAt === null ? ctx.say('never') : momentIn(lastSuccessAt, timeZone),
    next: nextFetchAt <= clock.now() ? ctx.say('now') : momentIn(nextFetchAt, timeZone),
  });
  if (!isFailing(feed)) return `✓ ${line}`;
  const reason = failureText(ctx, feed.failure ?? '', hostOf(feed.url));
  return `⚠ ${ctx.say('feed-health-failing', { failures: feed.failures, reason })}\n${line}`;
}

async function check(ctx: BotContext, parts: BotParts): Promise<void> {
  const named = ctx.match ? await namedFeed(ctx, String(ctx.match), parts) : null;
  if (ctx.match && !named) return;
  const feeds = named ? [named] : await parts.store.feeds.catalogue();
  if (feeds.length === 0) return void (await answer(ctx, ctx.say('check-none')));
  const tell = await answerForNow(ctx, ctx.say('check-running'));
  const lines: string[] = [];
  for (const feed of feeds.slice(0, PAGE_SIZE)) {
    lines.push(checkLine(ctx, feed, await parts.checkFeed(feed)));
  }
  await tell(lines.join('\n'));
}

function checkLine(ctx: BotContext, feed: Feed, result: FeedCheck): string {
  const title = titleOf(feed);
  switch (result.kind) {
    case 'fetched':
      return ctx.say('check-fetched', { title, fresh: result.fresh });
    case 'unchanged':
      return ctx.say('check-unchanged', { title });
    case 'failed':
      return ctx.say('check-failed', {
        title,
        reason: failureText(ctx, result.reason, hostOf(feed.url)),
      });
  }
}

/** The feed that an owner names; null when they were told that there is none. */
async function namedFeed(ctx: BotContext, name: string, { store }: BotParts): Promise<Feed | null> {
  const picked = pickFeed(name, await store.feeds.all(), await lastList(ctx, store));
  if (picked.kind === 'feed') return picked.feed;
  if (picked.kind === 'ambiguous') {
    const titles = picked.feeds.map(titleOf).join(' · ');
    await answer(ctx, ctx.say('feed-ambiguous', { name, titles }));
  } else {
    await answer(ctx, ctx.say('feed-unknown', { name }));
  }
  return null;
}
