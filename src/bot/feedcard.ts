import { Composer, InlineKeyboard } from 'grammy';
import { parseFilter } from '../article/filter.ts';
import { urlOf } from '../relay/find.ts';
import { LENGTHS, STYLES } from '../relay/look.ts';
import type { Feed } from '../store/schema.ts';
import { isOwnerHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, placeOf, respond } from './context.ts';
import { healthOf } from './feedhealth.ts';
import { filterFaultText } from './filter.ts';
import { bold, join } from './format.ts';
import { stateOf } from './list.ts';
import { namedFeed, nameOf, quoted } from './naming.ts';
import { type OptionsRead, readOptions } from './options.ts';
import type { BotParts } from './parts.ts';
import { sendNewest } from './sample.ts';

const CHOICES: Record<string, string> = {
  style: ['auto', ...STYLES].join(', '),
  summary: ['auto', ...LENGTHS].join(', '),
};

const DAY_MS = 24 * 3_600_000;
/** Over which the posts a day are counted. */
const DAYS = 7;
const ENTRIES_COUNTED = 500;

/**
 * One feed as its owner sees it: `/feed <feed>`, `/setfeed <feed> key=value …`. Data: `fd:<feedId>` (the card),
 * `fc:` (check now), `fp:` (its newest post here), `fr:` (take it out, after asking).
 */
export function feedCard(parts: BotParts): Composer<BotContext> {
  const { store, rights } = parts;
  const feature = new Composer<BotContext>();

  feature.command('feed', async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    if (ctx.match === '') return void (await answer(ctx, ctx.say('feed-how')));
    const feed = await namedFeed(ctx, ctx.match, parts, { feeds: await store.feeds.all() });
    if (feed) await answer(ctx, await cardText(ctx, feed, parts), cardKeyboard(ctx, feed));
  });

  feature.command('setfeed', async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const [, name, rest] = /^(.+?)\s+(\w+=.*)$/s.exec(ctx.match) ?? [];
    if (!name || !rest) return void (await answer(ctx, ctx.say('setfeed-how')));
    const feed = await namedFeed(ctx, name, parts, { feeds: await store.feeds.all() });
    if (feed) await setFeed(ctx, feed, { rest, parts });
  });

  feature.callbackQuery(/^f([dcpr]):(\d{1,9})$/, async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const [, act, id] = ctx.match;
    const feed = await store.feeds.byId(Number(id));
    if (!feed) return acknowledge(ctx, ctx.say('gone-button'));
    await acknowledge(ctx);
    if (act === 'p') {
      await sendNewest(ctx, placeOf(ctx), { feeds: [feed], count: 1, parts });
      return;
    }
    if (act === 'r') return askToRemove(ctx, feed, parts);
    if (act === 'c') await parts.checkFeed(feed);
    const now = (await store.feeds.byId(feed.id)) ?? feed;
    await respond(ctx, await cardText(ctx, now, parts), cardKeyboard(ctx, now));
  });

  return feature;
}

async function cardText(ctx: BotContext, feed: Feed, parts: BotParts) {
  const category = quoted(feed.category ?? '');
  return join(
    [
      join([bold(nameOf(feed)), category && ` (${category})`]),
      quotedUrl(feed.url),
      '',
      await healthOf(ctx, feed, parts),
      ...(await statesHere(ctx, feed, parts)),
      ctx.say('feed-rate', { rate: await postsADay(feed, parts) }),
      ctx.say('feed-schedule', { schedule: feed.schedule ?? 'auto' }),
      ctx.say('feed-look', { look: `${feed.style ?? 'auto'}, ${feed.summary ?? 'auto'}` }),
      ctx.say('feed-fulltext', { when: feed.fulltext ?? 'auto' }),
      ...(feed.filter === null ? [] : [ctx.say('settings-filtered', { filter: feed.filter })]),
      ...(feed.pushedUntil === null ? [] : [ctx.say('feed-pushed')]),
    ],
    '\n',
  );
}

/** How it comes into the chat in which the card is shown, if it does. */
async function statesHere(ctx: BotContext, { id }: Feed, parts: BotParts): Promise<string[]> {
  const followed = await parts.store.subscriptions.ofChat(ctx.known.id);
  const here = followed.filter((feed) => feed.id === id);
  return here.map((feed) => ctx.say('feed-here', { state: stateOf(ctx, feed, parts) }));
}

/** Addresses can carry passwords and keys; a card is read over shoulders. */
function quotedUrl(address: string): string {
  const url = URL.parse(address);
  if (!url) return quoted(address);
  return `${url.host}${url.pathname}${url.search === '' ? '' : '?…'}`.slice(0, 200);
}

async function postsADay(feed: Feed, { store, clock }: BotParts): Promise<number> {
  const since = clock.now() - DAYS * DAY_MS;
  const moments = await store.troubles.moments(feed.id, ENTRIES_COUNTED);
  return Math.round((moments.filter((at) => at > since).length / DAYS) * 10) / 10;
}

function cardKeyboard(ctx: BotContext, { id }: Feed): InlineKeyboard {
  return new InlineKeyboard()
    .text(ctx.say('feed-check'), `fc:${id}`)
    .text(ctx.say('feed-preview'), `fp:${id}`)
    .row()
    .text(ctx.say('feed-remove'), `fr:${id}`);
}

/** Asks before a feed leaves the catalogue, and says how many chats it serves. */
export async function askToRemove(ctx: BotContext, feed: Feed, { store }: BotParts): Promise<void> {
  const count = await store.feeds.subscribers(feed.id);
  const keyboard = new InlineKeyboard()
    .text(ctx.say('removefeed-yes'), `rm:${feed.id}`)
    .text(ctx.say('cancel'), 'x');
  await answer(ctx, ctx.say('removefeed-ask', { title: nameOf(feed), count }), keyboard);
}

async function setFeed(
  ctx: BotContext,
  feed: Feed,
  { rest, parts }: { rest: string; parts: BotParts },
): Promise<void> {
  const { store, clock } = parts;
  const read = readOptions(rest, [
    'name',
    'category',
    'schedule',
    'url',
    'fulltext',
    'style',
    'summary',
    'filter',
  ]);
  if (read.kind !== 'wishes') return void (await answer(ctx, optionFault(ctx, read)));
  const { url, ...wishes } = read.wishes;
  const address = url === undefined ? feed.url : urlOf(url);
  const isMoved = address !== feed.url;
  if (address === null || (isMoved && !(await store.feeds.move(feed.id, address)))) {
    return void (await answer(ctx, ctx.say('setfeed-url-taken')));
  }
  const forgotten = { etag: null, lastModified: null, bodyHash: null };
  // Whatever it was to wait for, its new settings say something else.
  await store.feeds.save(feed.id, {
    ...wishes,
    ...(isMoved && forgotten),
    nextFetchAt: clock.now(),
  });
  const now = (await store.feeds.byId(feed.id)) ?? feed;
  await answer(ctx, await cardText(ctx, now, parts), cardKeyboard(ctx, now));
}

/** What is wrong with the options that an owner wrote. */
export function optionFault(
  ctx: BotContext,
  read: Exclude<OptionsRead, { kind: 'wishes' }>,
): string {
  if (read.kind === 'unknown') return ctx.say('addfeed-option', { name: quoted(read.name) });
  const value = quoted(read.value);
  const filter = read.name === 'filter' ? parseFilter(read.value) : null;
  if (filter?.kind === 'fault') return filterFaultText(ctx, filter);
  const choices = CHOICES[read.name];
  if (choices) return ctx.say('setfeed-value-wrong', { name: read.name, value, choices });
  return read.name === 'fulltext'
    ? ctx.say('fulltext-wrong', { value })
    : ctx.say('schedule-wrong', { value });
}
