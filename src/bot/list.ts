import { Composer, InlineKeyboard } from 'grammy';
import type { EpochMs } from '../model.ts';
import { wishedDigest } from '../relay/calendar.ts';
import { isFailing } from '../relay/status.ts';
import type { Chat } from '../store/schema.ts';
import type { SubscribedFeed } from '../store/subscriptions.ts';
import { isInCharge, mayTurnHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, placeOf, respond } from './context.ts';
import { lineStart } from './direction.ts';
import { bold, join, type Piece } from './format.ts';
import { rememberList } from './lists.ts';
import { dayIn, momentIn } from './moments.ts';
import { nameOf } from './naming.ts';
import { pageOf, turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';
import { settingsData, type View } from './settingsdata.ts';
import { hoursOf, rhythmText } from './when.ts';

const PAGE_SIZE = 25;
const NUMBERS_A_ROW = 5;

/** `/list`: what this chat follows and how each feed is doing; a number opens the settings of its feed. Data: `l:<page>`. */
export function list(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('list', async (ctx) => {
    const { piece, keyboard } = await listView(ctx, parts, 0);
    await answer(ctx, piece, keyboard);
  });

  feature.callbackQuery(/^l:(\d+)$/, async (ctx) => {
    if (!(await mayTurnHere(ctx, parts.rights))) return;
    const { piece, keyboard } = await listView(ctx, parts, Number(ctx.match[1]));
    await acknowledge(ctx);
    await respond(ctx, piece, keyboard);
  });

  return feature;
}

/** What a chat follows, page by page; numbers to tap for whoever is in charge of it. */
export async function listView(ctx: BotContext, parts: BotParts, wanted: number): Promise<View> {
  const feeds = await parts.store.subscriptions.ofChat(ctx.known.id);
  const keyboard = new InlineKeyboard();
  if (feeds.length === 0) return { piece: ctx.say('list-empty'), keyboard };
  await rememberList(ctx, parts.store, feeds);
  const { rows, page, pages, first } = pageOf(feeds, wanted, PAGE_SIZE);
  const lines = rows.map((feed, index) =>
    listLine(ctx, feed, { number: first + index + 1, chat: ctx.known, parts }),
  );
  const isTapped = await isInCharge(ctx, parts.rights);
  if (isTapped) addNumbers(ctx, rows, { first, keyboard });
  const title: Piece = bold(ctx.say('list-title', { count: feeds.length }));
  const how = isTapped ? ['', ctx.say('list-how')] : [];
  return {
    piece: join([title, '', ...lines, ...how], '\n'),
    keyboard: turnPages(ctx, keyboard, { page, pages }, 'l'),
  };
}

function addNumbers(
  ctx: BotContext,
  rows: SubscribedFeed[],
  { first, keyboard }: { first: number; keyboard: InlineKeyboard },
): void {
  for (const [index, { id: feedId, threadId }] of rows.entries()) {
    if (index > 0 && index % NUMBERS_A_ROW === 0) keyboard.row();
    const scope = { chatId: ctx.known.id, threadId, feedId };
    keyboard.text(`${first + index + 1}`, settingsData('v', scope));
  }
}

/** `2. The Paper — live`. */
export function listLine(
  ctx: BotContext,
  feed: SubscribedFeed,
  { number, ...where }: { number: number; chat: Chat; parts: BotParts },
): Piece {
  const start = `${lineStart(ctx.say.language)}${number}. `;
  return join([start, bold(nameOf(feed)), ` — ${stateOf(ctx, feed, where)}`]);
}

type Where = { chat: Chat; parts: BotParts };

/** Whether and when a feed's posts come into a chat, and how it is doing. */
export function stateOf(ctx: BotContext, feed: SubscribedFeed, { chat, parts }: Where): string {
  const hours = hoursOf(ctx, chat, parts);
  const topic = topicNote(ctx, feed, chat);
  if (feed.pausedUntil !== null) {
    return ctx.say('state-muted', { date: momentIn(feed.pausedUntil, hours) }) + topic;
  }
  const isPaused = feed.pausedAt !== null || feed.stoppedAt !== null;
  if (isPaused) return ctx.say('state-paused') + topic;
  const day = (at: EpochMs) => dayIn(at, hours);
  if (chat.heldAt !== null) return ctx.say('state-held', { date: day(chat.heldAt) }) + topic;
  const digest = digestNote(ctx, feed, { chat, parts });
  if (isFailing(feed) && feed.failingSince !== null) {
    return ctx.say('state-failing', { date: day(feed.failingSince) }) + digest + topic;
  }
  if (feed.trouble === 'stale' && feed.freshAt !== null) {
    return ctx.say('state-stale', { date: day(feed.freshAt) }) + digest + topic;
  }
  return ctx.say('state-live') + digest + topic;
}

function topicNote(ctx: BotContext, { threadId }: SubscribedFeed, chat: Chat): string {
  if (threadId === 0) return '';
  const isHere = chat.id === ctx.known.id && threadId === placeOf(ctx).threadId;
  return ` · ${ctx.say(isHere ? 'in-this-topic' : 'in-topic')}`;
}

function digestNote(ctx: BotContext, feed: SubscribedFeed, { chat, parts }: Where): string {
  const digest = wishedDigest(chat, feed.ownDigest);
  if (digest === null) return '';
  const rhythm = rhythmText(ctx, digest, hoursOf(ctx, chat, parts));
  return ` · ${ctx.say('state-digest', { rhythm })}`;
}
