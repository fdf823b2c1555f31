import { Composer, InlineKeyboard } from 'grammy';
import type { SubscribedFeed } from '../store/subscriptions.ts';
import { mayChangeHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import { preferHere } from './followed.ts';
import { rememberList } from './lists.ts';
import { namedFeed, nameOf } from './naming.ts';
import { sendList } from './opml.ts';
import { column, pageOf, turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';
import type { View } from './settingsdata.ts';
import { tokenUnder } from './under.ts';
import { rememberEnded } from './undo.ts';

const PAGE_SIZE = 10;

/**
 * Ending subscriptions: by name, by buttons, as a reply to a post, or all at once. Data: `u:<feedId>:<threadId>`,
 * `up:<page>`, `ua` (all).
 */
export function unsubscribe(parts: BotParts): Composer<BotContext> {
  const { store, rights } = parts;
  const feature = new Composer<BotContext>();
  const followedIn = (ctx: BotContext) => store.subscriptions.ofChat(ctx.known.id);

  feature.command('unsubscribe', async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const followed = await followedIn(ctx);
    if (followed.length === 0) return void (await answer(ctx, ctx.say('list-empty')));
    const wanted = ctx.match.trim();
    if (wanted.toLowerCase() === 'all') return askForAll(ctx, followed.length);
    if (wanted === '' && !ctx.msg.reply_to_message) return askWhich(ctx, followed, parts);
    const feed =
      wanted === ''
        ? await feedOfReply(ctx, followed, parts)
        : await namedFeed(ctx, wanted, parts, {
            feeds: preferHere(ctx, followed),
            unknown: ctx.say('unfollow-none', { name: wanted }),
          });
    if (feed) return end(ctx, [feed], parts);
    if (wanted === '') await askWhich(ctx, followed, parts);
  });

  feature.callbackQuery(/^up:(\d+)$/, async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    await acknowledge(ctx);
    const buttons = whichButtons(ctx, await followedIn(ctx), Number(ctx.match[1]));
    await respond(ctx, ctx.say('unfollow-which'), buttons);
  });

  feature.callbackQuery(/^u:(\d+):(\d+)$/, async (ctx, next) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const [, feedId, threadId] = ctx.match;
    const followed = await followedIn(ctx);
    const feed = followed.find(
      (it) => it.id === Number(feedId) && it.threadId === Number(threadId),
    );
    if (!feed) return next();
    await acknowledge(ctx);
    await end(ctx, [feed], parts);
  });

  feature.callbackQuery('ua', async (ctx, next) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const followed = await followedIn(ctx);
    if (followed.length === 0) return next();
    await acknowledge(ctx);
    // What can be lost by one tap is handed over first: /import brings it back at any time.
    await sendList(ctx, parts);
    await end(ctx, followed, parts);
  });

  return feature;
}

async function askForAll(ctx: BotContext, count: number): Promise<void> {
  const keyboard = new InlineKeyboard()
    .text(ctx.say('unfollow-all-yes'), 'ua')
    .text(ctx.say('cancel'), 'x');
  await answer(ctx, ctx.say('unfollow-all-ask', { count }), keyboard);
}

async function askWhich(
  ctx: BotContext,
  followed: SubscribedFeed[],
  { store }: BotParts,
): Promise<void> {
  await rememberList(ctx, store, followed);
  await answer(ctx, ctx.say('unfollow-which'), whichButtons(ctx, followed, 0));
}

/** What can be ended here, to choose from. */
export async function unsubscribeView(ctx: BotContext, { store }: BotParts): Promise<View> {
  const followed = await store.subscriptions.ofChat(ctx.known.id);
  return followed.length === 0
    ? { piece: ctx.say('list-empty'), keyboard: new InlineKeyboard() }
    : { piece: ctx.say('unfollow-which'), keyboard: whichButtons(ctx, followed, 0) };
}

function whichButtons(ctx: BotContext, followed: SubscribedFeed[], wanted: number): InlineKeyboard {
  const { rows, page, pages } = pageOf(followed, wanted, PAGE_SIZE);
  const buttons = rows.map((feed) => ({
    text: nameOf(feed),
    data: `u:${feed.id}:${feed.threadId}`,
  }));
  return turnPages(ctx, column(buttons), { page, pages }, 'up');
}

async function end(ctx: BotContext, feeds: SubscribedFeed[], parts: BotParts): Promise<void> {
  const undo = new InlineKeyboard().text(ctx.say('undo'), await rememberEnded(ctx, parts, feeds));
  for (const { id, threadId } of feeds) {
    await parts.store.subscriptions.end({ chatId: ctx.known.id, threadId }, id);
  }
  const [feed, ...more] = feeds;
  const text =
    feed && more.length === 0
      ? ctx.say('unfollowed', { title: nameOf(feed) })
      : ctx.say('unfollowed-all', { count: feeds.length });
  await respond(ctx, text, undo);
}

/** The feed of the post that the command replies to. */
async function feedOfReply(
  ctx: BotContext,
  followed: SubscribedFeed[],
  { store }: BotParts,
): Promise<SubscribedFeed | undefined> {
  const token = tokenUnder(ctx.msg?.reply_to_message);
  const entry = token ? await store.entries.byToken(token) : undefined;
  return preferHere(ctx, followed).find(({ id }) => id === entry?.feedId);
}
