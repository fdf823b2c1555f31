import { Composer } from 'grammy';
import { urlOf } from '../relay/find.ts';
import type { Feed } from '../store/schema.ts';
import type { Place } from '../store/subscriptions.ts';
import { mayChangeHere } from './allowed.ts';
import { showCatalogue } from './catalogue.ts';
import { chosen, offered } from './choices.ts';
import { acknowledge, answer, type BotContext, responding, type Tell } from './context.ts';
import { begin, type FollowDeps, follow } from './follow.ts';
import { join, type Piece } from './format.ts';
import { type Found, findFor } from './found.ts';
import { nameOf } from './naming.ts';
import { column } from './pages.ts';
import type { BotParts } from './parts.ts';
import { sendNewest } from './sample.ts';
import { readRequest, targetOf } from './target.ts';

/** One line each must fit into one answer. */
const AT_ONCE = 10;
const SAMPLES = 3;

/** Where the feed of a choice is to be followed. */
type Wish = { to: string | null };

/** Following feeds: `/subscribe`, a bare address in a private chat, and the buttons under offers. Data: `n:<update>:<n>`. */
export function subscribe(parts: BotParts): Composer<BotContext> {
  const { store } = parts;
  const feature = new Composer<BotContext>();

  feature.command('subscribe', (ctx) => subscribeTo(ctx, ctx.match, parts));

  feature.chatType('private').on('message:entities:url', async (ctx, next) => {
    const address = addressIn(ctx);
    if (address === null) return next();
    await offer(ctx, address, parts);
  });

  feature.callbackQuery(/^n:(\d+):(\d+)$/, async (ctx, next) => {
    const choice = await chosen<Wish>(ctx, store, 'n');
    if (!choice) return next();
    const { to } = choice.wish;
    const target = await targetOf(ctx, to, parts);
    if (!target) return;
    await acknowledge(ctx);
    await followWord(ctx, choice.url, { target, parts, to });
  });

  return feature;
}

/** Follows what was written: names or addresses of feeds, and perhaps in which other chat. */
export async function subscribeTo(ctx: BotContext, text: string, parts: BotParts): Promise<void> {
  const { words, to } = readRequest(text);
  const [word] = words;
  if (word === undefined && to === null) {
    if (await mayChangeHere(ctx, parts.rights)) await showCatalogue(ctx, parts);
    return;
  }
  const target = await targetOf(ctx, to, parts);
  if (!target) return;
  if (word === undefined) return showCatalogue(ctx, parts, target);
  if (words.length === 1) return followWord(ctx, word, { target, parts, to });
  if (words.length <= AT_ONCE) return followAll(ctx, words, { target, parts });
  await answer(ctx, ctx.say('subscribe-many', { most: AT_ONCE }));
}

async function followWord(ctx: BotContext, word: string, deps: FollowDeps & Wish): Promise<void> {
  const { parts, to } = deps;
  const { tell } = responding(ctx);
  const found = await lookUp(ctx, word, { parts, tell });
  switch (found.kind) {
    case 'none':
      return tell(found.why);
    case 'several':
      return letChoose(ctx, found, { parts, tell, to });
    case 'feed':
      return follow(ctx, found.feed, { ...deps, tell });
  }
}

/** Several addresses at once: one answer with a line for each, then the newest of what is new here. */
async function followAll(ctx: BotContext, words: string[], deps: FollowDeps): Promise<void> {
  const { parts } = deps;
  const { tell } = responding(ctx);
  await tell(ctx.say('looking-all', { count: words.length }));
  const lines: Piece[] = [];
  const begun: { feed: Feed; place: Place }[] = [];
  for (const word of words) {
    const found = await findFor(ctx, word, { parts, looking: async () => {} });
    if (found.kind === 'none') lines.push(found.why);
    if (found.kind === 'several') lines.push(ctx.say('several-feeds', { host: found.host }));
    if (found.kind !== 'feed') continue;
    const { isNew, piece, place } = await begin(ctx, found.feed, deps);
    lines.push(piece);
    if (isNew) begun.push({ feed: found.feed, place });
  }
  await tell(join(lines, '\n'));
  const places = new Map(begun.map(({ place }) => [place.threadId, place]));
  for (const place of places.values()) {
    const feeds = begun.filter((it) => it.place.threadId === place.threadId).map((it) => it.feed);
    await sendNewest(ctx, place, { feeds, count: SAMPLES, parts });
  }
}

/** The only address in what somebody wrote, as browsers share one with its title; null in a command, or of several. */
function addressIn(ctx: BotContext): string | null {
  const text = ctx.msg?.text?.trim() ?? '';
  if (text.startsWith('/')) return null;
  const urls = ctx.entities('url').map((it) => it.text);
  const [address = ''] = /\s/.test(text) ? urls : [text];
  return urls.length === 1 && urlOf(address) !== null ? address : null;
}

/** A bare address is not yet a wish: what is found there is offered. */
async function offer(ctx: BotContext, address: string, parts: BotParts): Promise<void> {
  const { store } = parts;
  const { tell } = responding(ctx);
  const found = await lookUp(ctx, address, { parts, tell });
  if (found.kind === 'none') return tell(found.why);
  if (found.kind === 'several') return letChoose(ctx, found, { parts, tell, to: null });

  const { feed } = found;
  const title = nameOf(feed);
  const followed = await store.subscriptions.ofChat(ctx.known.id);
  if (followed.some(({ id }) => id === feed.id)) {
    return tell(ctx.say('followed-already', { title }));
  }
  const [button] = await offered<Wish>(ctx, store, {
    kind: 'n',
    links: [feed],
    wish: { to: null },
  });
  const yes = { text: ctx.say('offer-yes'), data: button?.data ?? '' };
  await tell(ctx.say('offer', { title }), column([yes]));
}

type Telling = { parts: BotParts; tell: Tell };

function lookUp(ctx: BotContext, word: string, { parts, tell }: Telling): Promise<Found> {
  return findFor(ctx, word, { parts, looking: (host) => tell(ctx.say('looking', { host })) });
}

async function letChoose(
  ctx: BotContext,
  { links, host }: Extract<Found, { kind: 'several' }>,
  { parts, tell, to }: Telling & Wish,
): Promise<void> {
  const buttons = await offered<Wish>(ctx, parts.store, { kind: 'n', links, wish: { to } });
  await tell(ctx.say('choose-feed', { host }), column(buttons));
}
