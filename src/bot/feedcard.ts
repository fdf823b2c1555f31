import { Composer, InlineKeyboard } from 'grammy';
import { parseFilter } from '../article/filter.ts';
import { parseHeaders } from '../feed/headers.ts';
import { LENGTHS, STYLES } from '../relay/look.ts';
import { topicName } from '../relay/topics.ts';
import type { Feed } from '../store/schema.ts';
import { isOwnerHere } from './allowed.ts';
import { askFor } from './asking.ts';
import { checkedText } from './check.ts';
import { acknowledge, answer, type BotContext, placeOf, respond } from './context.ts';
import { lineStart } from './direction.ts';
import { editRows } from './feededit.ts';
import { healthOf, rateOf } from './feedhealth.ts';
import { filterFaultText } from './filter.ts';
import { bold, join, type Piece } from './format.ts';
import { stateOf } from './list.ts';
import { listed } from './locale.ts';
import { dayIn } from './moments.ts';
import { namedFeed, nameOf, quoted } from './naming.ts';
import { headerNamed, type OptionsRead } from './options.ts';
import type { BotParts } from './parts.ts';
import { sendNewest } from './sample.ts';
import { hoursOf } from './when.ts';

const CHOICES: Record<string, string[]> = {
  style: ['auto', ...STYLES],
  summary: ['auto', ...LENGTHS],
};

/**
 * One feed as its owner sees it: `/feed <feed>`. Data: `fd:<feedId>` (the card),
 * `fc:` (check now), `fp:` (its newest post here), `fn:` (ask for its name), `fr:` (take it out, after asking).
 */
export function feedCard(parts: BotParts): Composer<BotContext> {
  const { store, rights } = parts;
  const feature = new Composer<BotContext>();

  feature.command('feed', async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    if (ctx.match === '') return void (await answer(ctx, ctx.say('feed-how')));
    const feed = await namedFeed(ctx, ctx.match, parts, { feeds: await store.feeds.all() });
    if (feed) await answer(ctx, ...(await cardOf(ctx, feed.id, parts)));
  });

  feature.callbackQuery(/^f([dcpnr]):(\d{1,9})$/, async (ctx, next) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const [, act, id] = ctx.match;
    const feed = await store.feeds.byId(Number(id));
    if (!feed) return next();
    await acknowledge(ctx, act === 'c' ? ctx.say('check-running') : {});
    if (act === 'p') {
      await sendNewest(ctx, placeOf(ctx), { feeds: [feed], count: 1, parts });
      return;
    }
    if (act === 'n') {
      const scope = { chatId: ctx.known.id, threadId: 0, feedId: feed.id };
      return askFor(ctx, 'name', { scope, parts });
    }
    if (act === 'r') return askToRemove(ctx, feed, parts);
    if (act === 'c') return checkNow(ctx, feed, parts);
    await respond(ctx, ...(await cardOf(ctx, feed.id, parts)));
  });

  return feature;
}

/** Below the card stands what was found; a check that finds nothing would look like one that was not made. */
async function checkNow(ctx: BotContext, feed: Feed, parts: BotParts): Promise<void> {
  const result = await parts.checkFeed(feed);
  const [card, keyboard] = await cardOf(ctx, feed.id, parts);
  // Of a failure the card itself tells.
  const found = result.kind === 'failed' ? [] : ['', checkedText(ctx, { feed, result })];
  await respond(ctx, join([card, ...found], '\n'), keyboard);
}

/** The card of a feed as it is now; a sentence where it is gone. */
export async function cardOf(
  ctx: BotContext,
  feedId: number,
  parts: BotParts,
): Promise<[Piece, InlineKeyboard]> {
  const feed = await parts.store.feeds.byId(feedId);
  if (!feed) return [ctx.say('gone-button'), new InlineKeyboard()];
  return [await cardText(ctx, feed, parts), cardKeyboard(ctx, feed)];
}

/** A feed's new name as the answer to our question; answers false when there is nothing to see in it. */
export async function nameWritten(
  ctx: BotContext,
  text: string,
  { feedId, parts }: { feedId: number; parts: BotParts },
): Promise<boolean> {
  const { store, rights } = parts;
  if (!(await isOwnerHere(ctx, rights))) return true;
  if (quoted(text) === '') return false;
  await store.feeds.save(feedId, { name: quoted(text) });
  const feed = await store.feeds.byId(feedId);
  if (feed) await store.topics.rename(feedId, topicName(feed));
  if (feed) await answer(ctx, await cardText(ctx, feed, parts), cardKeyboard(ctx, feed));
  return true;
}

async function cardText(ctx: BotContext, feed: Feed, parts: BotParts) {
  const category = quoted(feed.category ?? '');
  return join(
    [
      join([lineStart(ctx.say.language), bold(nameOf(feed)), category && ` (${category})`]),
      quotedUrl(feed.url),
      '',
      await healthOf(ctx, feed, parts),
      ...(await statesHere(ctx, feed, parts)),
      await rateOf(ctx, feed, parts),
      ctx.say('feed-schedule', { schedule: feed.schedule ?? 'auto' }),
      ctx.say('feed-look', {
        look: listed([feed.style ?? 'auto', feed.summary ?? 'auto'], ctx.say.language),
      }),
      ctx.say('feed-fulltext', { when: feed.fulltext ?? 'auto' }),
      ...(feed.filter === null ? [] : [ctx.say('settings-filtered', { filter: feed.filter })]),
      ...(feed.pushedUntil === null ? [] : [ctx.say('feed-pushed')]),
      ...headersLine(ctx, feed),
      ...stoppedLine(ctx, feed, parts),
    ],
    '\n',
  );
}

/** Their names alone: what they say is nobody's to read. */
function headersLine(ctx: BotContext, { headers }: Feed): string[] {
  const names = Object.keys(parseHeaders(headers)).map((name) => `${name}: •••`);
  return names.length === 0
    ? []
    : [ctx.say('feed-headers', { headers: listed(names, ctx.say.language) })];
}

function stoppedLine(ctx: BotContext, { stoppedAt }: Feed, parts: BotParts): string[] {
  if (stoppedAt === null) return [];
  const date = dayIn(stoppedAt, hoursOf(ctx, ctx.known, parts));
  return [ctx.say('feed-stopped', { date })];
}

/** How it comes into the chat in which the card is shown, if it does. */
async function statesHere(ctx: BotContext, { id }: Feed, parts: BotParts): Promise<string[]> {
  const followed = await parts.store.subscriptions.ofChat(ctx.known.id);
  const here = followed.filter((feed) => feed.id === id);
  return here.map((feed) =>
    ctx.say('feed-here', { state: stateOf(ctx, feed, { chat: ctx.known, parts }) }),
  );
}

/** Addresses can carry passwords and keys; a card is read over shoulders. */
function quotedUrl(address: string): string {
  const url = URL.parse(address);
  if (!url) return quoted(address);
  return `${url.host}${url.pathname}${url.search === '' ? '' : '?…'}`.slice(0, 200);
}

function cardKeyboard(ctx: BotContext, { id, stoppedAt }: Feed): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  if (stoppedAt === null) keyboard.text(ctx.say('feed-check'), `fc:${id}`);
  keyboard.text(ctx.say('feed-preview'), `fp:${id}`).row();
  return editRows(ctx, { id, stoppedAt }, keyboard).text(ctx.say('feed-remove'), `fr:${id}`);
}

/** Asks before a feed leaves the catalogue, and says how many chats it serves. */
export async function askToRemove(ctx: BotContext, feed: Feed, { store }: BotParts): Promise<void> {
  const count = await store.feeds.subscribers(feed.id);
  const keyboard = new InlineKeyboard()
    .text(ctx.say('removefeed-yes'), `rm:${feed.id}`)
    .text(ctx.say('cancel'), 'x');
  await answer(ctx, ctx.say('removefeed-ask', { title: nameOf(feed), count }), keyboard);
}

/** What is wrong with the options that an owner wrote. */
export function optionFault(
  ctx: BotContext,
  read: Exclude<OptionsRead, { kind: 'wishes' }>,
): string {
  if (headerNamed(read.name) !== null) return ctx.say('header-wrong', { name: quoted(read.name) });
  if (read.kind === 'unknown') return ctx.say('addfeed-option', { name: quoted(read.name) });
  const value = quoted(read.value);
  const filter = read.name === 'filter' ? parseFilter(read.value) : null;
  if (filter?.kind === 'fault') return filterFaultText(ctx, filter);
  const choices = CHOICES[read.name];
  if (choices) {
    const told = { name: read.name, value, choices: listed(choices, ctx.say.language) };
    return ctx.say('setfeed-value-wrong', told);
  }
  return read.name === 'fulltext'
    ? ctx.say('fulltext-wrong', { value })
    : ctx.say('schedule-wrong', { value });
}
