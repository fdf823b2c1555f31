import { Composer, InlineKeyboard } from 'grammy';
import { pickFeed } from '../relay/pick.ts';
import { titleOf } from '../store/feeds.ts';
import type { Feed } from '../store/schema.ts';
import type { Place, SubscribedFeed } from '../store/subscriptions.ts';
import { mayChangeHere } from './allowed.ts';
import { answer, type BotContext, placeOf, replace } from './context.ts';
import { lastList, rememberList } from './lists.ts';
import { column } from './pages.ts';
import type { BotParts } from './parts.ts';
import { tokenUnder } from './under.ts';

const BUTTONS = 40;

/**
 * Ending subscriptions: by name, by buttons, as a reply to a post, or all at once; each answer can be undone.
 * Data: `u:<feedId>:<threadId>`, `uu:<feedId>:<threadId>` (undo), `ua` (all).
 */
export function unsubscribe(parts: BotParts): Composer<BotContext> {
  const { store, rights, clock } = parts;
  const feature = new Composer<BotContext>();

  feature.command('unsubscribe', async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const followed = await store.subscriptions.ofChat(ctx.known.id);
    if (followed.length === 0) return void (await answer(ctx, ctx.say('list-empty')));
    const wanted = ctx.match.trim();
    if (wanted.toLowerCase() === 'all') return askForAll(ctx, followed.length);
    if (wanted !== '') return endNamed(ctx, wanted, { followed, parts });
    const replied = await feedOfReply(ctx, followed, parts);
    return replied ? end(ctx, replied, { parts, say: answer }) : askWhich(ctx, followed, parts);
  });

  feature.callbackQuery(/^u:(\d+):(\d+)$/, async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const followed = await store.subscriptions.ofChat(ctx.known.id);
    const [, feedId, threadId] = ctx.match;
    const feed = followed.find(
      (it) => it.id === Number(feedId) && it.threadId === Number(threadId),
    );
    if (!feed) return void (await ctx.answerCallbackQuery(ctx.say('gone-button')));
    await ctx.answerCallbackQuery();
    await end(ctx, feed, { parts, say: replace });
  });

  feature.callbackQuery(/^uu:(\d+):(\d+)$/, async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const feed = await store.feeds.byId(Number(ctx.match[1]));
    if (!feed) return void (await ctx.answerCallbackQuery(ctx.say('gone-button')));
    const place = { chatId: ctx.known.id, threadId: Number(ctx.match[2]) };
    await store.subscriptions.add(place, feed.id, clock.now());
    await ctx.answerCallbackQuery();
    await replace(ctx, ctx.say('followed-here', { title: titleOf(feed) }));
  });

  feature.callbackQuery('ua', async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const followed = await store.subscriptions.ofChat(ctx.known.id);
    for (const feed of followed) await store.subscriptions.end(subscribedPlace(ctx, feed), feed.id);
    await ctx.answerCallbackQuery();
    await replace(ctx, ctx.say('unfollowed-all', { count: followed.length }));
  });

  feature.callbackQuery('x', async (ctx) => {
    await ctx.answerCallbackQuery();
    await replace(ctx, ctx.say('cancelled'));
  });

  return feature;
}

async function askForAll(ctx: BotContext, count: number): Promise<void> {
  const keyboard = new InlineKeyboard()
    .text(ctx.say('unfollow-all-yes'), 'ua')
    .text(ctx.say('cancel'), 'x');
  await answer(ctx, ctx.say('unfollow-all-ask', { count }), keyboard);
}

async function askWhich(ctx: BotContext, followed: SubscribedFeed[], parts: BotParts) {
  await rememberList(ctx, parts.store, followed);
  const buttons = followed.slice(0, BUTTONS).map((feed) => ({
    text: titleOf(feed),
    data: `u:${feed.id}:${feed.threadId}`,
  }));
  await answer(ctx, ctx.say('unfollow-which'), column(buttons));
}

async function endNamed(
  ctx: BotContext,
  name: string,
  { followed, parts }: { followed: SubscribedFeed[]; parts: BotParts },
): Promise<void> {
  const picked = pickFeed(name, preferHere(ctx, followed), await lastList(ctx, parts.store));
  switch (picked.kind) {
    case 'feed':
      return end(ctx, picked.feed, { parts, say: answer });
    case 'ambiguous': {
      const titles = picked.feeds.map(titleOf).join(' · ');
      return void (await answer(ctx, ctx.say('feed-ambiguous', { name, titles })));
    }
    case 'unknown':
      return void (await answer(ctx, ctx.say('unfollow-none', { title: name })));
  }
}

/** A feed followed in several topics stands for the topic that is spoken in. */
function preferHere(ctx: BotContext, followed: SubscribedFeed[]): SubscribedFeed[] {
  const { threadId } = placeOf(ctx);
  const here = followed.filter((feed) => feed.threadId === threadId);
  const ids = new Set(here.map(({ id }) => id));
  return [...here, ...followed.filter(({ id }) => !ids.has(id))];
}

async function end(
  ctx: BotContext,
  feed: SubscribedFeed,
  { parts, say }: { parts: BotParts; say: typeof answer | typeof replace },
): Promise<void> {
  await parts.store.subscriptions.end(subscribedPlace(ctx, feed), feed.id);
  const undo = new InlineKeyboard().text(ctx.say('undo'), `uu:${feed.id}:${feed.threadId}`);
  await say(ctx, ctx.say('unfollowed', { title: titleOf(feed) }), undo);
}

function subscribedPlace(ctx: BotContext, { threadId }: SubscribedFeed): Place {
  return { chatId: ctx.known.id, threadId };
}

/** The feed of the post that the command replies to. */
async function feedOfReply(
  ctx: BotContext,
  followed: SubscribedFeed[],
  { store }: BotParts,
): Promise<SubscribedFeed | undefined> {
  const token = tokenUnder(ctx.msg?.reply_to_message);
  const entry = token ? await store.entries.byToken(token) : undefined;
  const isIts = (feed: Feed) => feed.id === entry?.feedId;
  return preferHere(ctx, followed).find(isIts);
}
