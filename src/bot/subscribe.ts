import { Composer, InlineKeyboard } from 'grammy';
import { urlOf } from '../relay/find.ts';
import { pickFeed } from '../relay/pick.ts';
import { titleOf } from '../store/feeds.ts';
import type { Feed } from '../store/schema.ts';
import { mayChangeHere } from './allowed.ts';
import { showCatalogue } from './catalogue.ts';
import { answer, type BotContext, placeOf, replace } from './context.ts';
import type { Piece } from './format.ts';
import { type Found, findForChat, hostOf, offerChoice } from './found.ts';
import { lastList } from './lists.ts';
import type { BotParts } from './parts.ts';
import { sendNewest } from './sample.ts';
import { type Target, targetOf } from './target.ts';

/** Following feeds: `/subscribe`, a bare address in a private chat, and the buttons `s:<feedId>`, `n:<note>:<n>`. */
export function subscribe(parts: BotParts): Composer<BotContext> {
  const { store, rights } = parts;
  const feature = new Composer<BotContext>();

  feature.command('subscribe', async (ctx) => {
    if (ctx.match.trim() === '') return showCatalogue(ctx, parts);
    const { words, target } = await targetOf(ctx, parts);
    if (!target) return;
    if (!target.isElsewhere && !(await mayChangeHere(ctx, rights))) return;
    for (const word of words) await followWord(ctx, word, { target, parts });
  });

  feature.chatType('private').on('message:entities:url', async (ctx, next) => {
    const text = ctx.msg.text?.trim() ?? '';
    if (text.startsWith('/') || /\s/.test(text) || !urlOf(text)) return next();
    const found = await findForChat(ctx, text, parts);
    if (found) await offer(ctx, found);
  });

  feature.callbackQuery(/^s:(\d+)$/, async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const feed = await store.feeds.byId(Number(ctx.match[1]));
    if (!feed) return void (await ctx.answerCallbackQuery(ctx.say('gone-button')));
    await ctx.answerCallbackQuery();
    const piece = await follow(ctx, feed, { target: hereOf(ctx), parts });
    await replace(ctx, piece);
    await sendNewest(ctx, placeOf(ctx), { feeds: [feed], count: 1, parts });
  });

  feature.callbackQuery(/^n:([\w-]+):(\d+)$/, async (ctx) => {
    if (!(await mayChangeHere(ctx, rights))) return;
    const urls = (await store.notes.get<string[]>(`choice:${ctx.match[1]}`)) ?? [];
    const url = urls[Number(ctx.match[2])];
    if (!url) return void (await ctx.answerCallbackQuery(ctx.say('gone-button')));
    await ctx.answerCallbackQuery();
    await replace(ctx, ctx.say('looking', { host: hostOf(url) }));
    await followWord(ctx, url, { target: hereOf(ctx), parts });
  });

  return feature;
}

type FollowDeps = { target: Target; parts: BotParts };

/** Follows what one word means: a feed of the catalogue by number or name, else an address. */
async function followWord(ctx: BotContext, word: string, deps: FollowDeps): Promise<void> {
  const { parts, target } = deps;
  const { store } = parts;
  const known = await store.feeds.catalogue();
  const picked = pickFeed(word, known, await lastList(ctx, store));
  if (picked.kind === 'ambiguous') {
    const titles = picked.feeds.map(titleOf).join(' · ');
    return void (await answer(ctx, ctx.say('feed-ambiguous', { name: word, titles })));
  }
  if (picked.kind === 'feed') {
    await answer(ctx, await follow(ctx, picked.feed, deps));
    await sendNewest(ctx, target.place, { feeds: [picked.feed], count: 1, parts });
    return;
  }
  const found = await findForChat(ctx, word, parts);
  if (!found) return;
  if (found.kind === 'several') return offerChoice(ctx, found, parts);
  await found.tell(await follow(ctx, found.feed, deps));
  await sendNewest(ctx, target.place, { feeds: [found.feed], count: 1, parts });
}

/** Answers the sentence that says what came of it. */
export async function follow(
  ctx: BotContext,
  feed: Feed,
  { target, parts }: FollowDeps,
): Promise<Piece> {
  const title = titleOf(feed);
  const { store, clock } = parts;
  const result = await store.subscriptions.add(target.place, feed.id, clock.now());
  if (result === 'already') return ctx.say('followed-already', { title });
  if (target.isElsewhere) return ctx.say('followed-there', { title, chat: target.title });
  return ctx.say(ctx.known.kind === 'private' ? 'followed' : 'followed-here', { title });
}

async function offer(ctx: BotContext, found: Found): Promise<void> {
  if (found.kind === 'several') return offerChoice(ctx, found, found.parts);
  const keyboard = new InlineKeyboard().text(ctx.say('offer-yes'), `s:${found.feed.id}`);
  await found.tell(ctx.say('offer', { title: titleOf(found.feed) }), keyboard);
}

function hereOf(ctx: BotContext): Target {
  return { place: placeOf(ctx), title: ctx.known.title, isElsewhere: false };
}
