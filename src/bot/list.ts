import { Composer, InlineKeyboard } from 'grammy';
import type { EpochMs } from '../model.ts';
import { wishedDigest } from '../relay/calendar.ts';
import { isFailing } from '../relay/status.ts';
import type { SubscribedFeed } from '../store/subscriptions.ts';
import { mayTurnHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import { lineStart } from './direction.ts';
import { bold, join, type Piece } from './format.ts';
import { rememberList } from './lists.ts';
import { dayIn, momentIn } from './moments.ts';
import { nameOf } from './naming.ts';
import { pageOf, turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';
import { hoursOf, rhythmText } from './when.ts';

const PAGE_SIZE = 25;

/** `/list`: what this chat follows and how each feed is doing. Data: `l:<page>`. */
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

/** What a chat follows, page by page. */
export async function listView(ctx: BotContext, parts: BotParts, wanted: number) {
  const feeds = await parts.store.subscriptions.ofChat(ctx.known.id);
  const keyboard = new InlineKeyboard();
  if (feeds.length === 0) return { piece: ctx.say('list-empty'), keyboard };
  await rememberList(ctx, parts.store, feeds);
  const { rows, page, pages, first } = pageOf(feeds, wanted, PAGE_SIZE);
  const lines = rows.map((feed, index) =>
    listLine(ctx, feed, { number: first + index + 1, parts }),
  );
  const title: Piece = bold(ctx.say('list-title', { count: feeds.length }));
  return {
    piece: join([title, '', ...lines], '\n'),
    keyboard: turnPages(ctx, keyboard, { page, pages }, 'l'),
  };
}

/** `2. The Paper — live`. */
export function listLine(
  ctx: BotContext,
  feed: SubscribedFeed,
  { number, parts }: { number: number; parts: BotParts },
): Piece {
  const start = `${lineStart(ctx.say.language)}${number}. `;
  return join([start, bold(nameOf(feed)), ` — ${stateOf(ctx, feed, parts)}`]);
}

/** Whether and when a feed's posts come here, and how it is doing. */
export function stateOf(ctx: BotContext, feed: SubscribedFeed, parts: BotParts): string {
  const hours = hoursOf(ctx, ctx.known, parts);
  const topic = feed.threadId === 0 ? '' : ` · ${ctx.say('in-topic')}`;
  if (feed.pausedUntil !== null) {
    return ctx.say('state-muted', { date: momentIn(feed.pausedUntil, hours) }) + topic;
  }
  const isPaused = feed.pausedAt !== null || feed.stoppedAt !== null;
  if (isPaused) return ctx.say('state-paused') + topic;
  const digest = digestNote(ctx, feed, parts);
  const day = (at: EpochMs) => dayIn(at, hours);
  if (isFailing(feed) && feed.failingSince !== null) {
    return ctx.say('state-failing', { date: day(feed.failingSince) }) + digest + topic;
  }
  if (feed.trouble === 'stale' && feed.freshAt !== null) {
    return ctx.say('state-stale', { date: day(feed.freshAt) }) + digest + topic;
  }
  return ctx.say('state-live') + digest + topic;
}

function digestNote(ctx: BotContext, feed: SubscribedFeed, parts: BotParts): string {
  const digest = wishedDigest(ctx.known, feed.ownDigest);
  if (digest === null) return '';
  const rhythm = rhythmText(ctx, digest, hoursOf(ctx, ctx.known, parts));
  return ` · ${ctx.say('state-digest', { rhythm })}`;
}
