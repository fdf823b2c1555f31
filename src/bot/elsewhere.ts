import { Composer, InlineKeyboard } from 'grammy';
import type { SubscribedFeed } from '../store/subscriptions.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import { followedNamed } from './followed.ts';
import { bold, join } from './format.ts';
import { listLine } from './list.ts';
import { nameOf } from './naming.ts';
import { pageOf, turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';
import { settingsData, type View } from './settingsdata.ts';
import { readAddressed, type Target, targetOf } from './target.ts';
import { rememberEnded } from './undo.ts';

const PAGE_SIZE = 8;

/**
 * A channel or group as its administrator looks after it from elsewhere: `/list to @channel`, `/unsubscribe <feed> to
 * @channel`. Data: `el:<chat>:<page>`, `eu:<chat>:<topic>:<feed>` (unsubscribe).
 */
export function elsewhere(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command(['list', 'unsubscribe'], async (ctx, next) => {
    const { text, to } = readAddressed(ctx.match);
    if (to === null) return next();
    const target = await targetOf(ctx, to, parts);
    if (!target) return;
    const isEnding = text !== '' && /^\/unsubscribe/.test(ctx.msg.text);
    if (!isEnding) {
      const { piece, keyboard } = await listThere(ctx, { target, wanted: 0 }, parts);
      return void (await answer(ctx, piece, keyboard));
    }
    const feed = await followedNamed(ctx, text, { parts, chatId: target.place.chatId });
    if (feed) await end(ctx, { target, feed }, parts);
  });

  feature.callbackQuery(/^el:(-\d{1,16}):(\d{1,6})$/, async (ctx) => {
    const target = await targetOf(ctx, ctx.match[1] ?? '', parts);
    if (!target) return;
    await acknowledge(ctx);
    const wanted = Number(ctx.match[2]);
    const { piece, keyboard } = await listThere(ctx, { target, wanted }, parts);
    await respond(ctx, piece, keyboard);
  });

  feature.callbackQuery(/^eu:(-\d{1,16}):(\d{1,10}):(\d{1,9})$/, async (ctx) => {
    const target = await targetOf(ctx, ctx.match[1] ?? '', parts);
    if (!target) return;
    const [threadId, feedId] = [ctx.match[2], ctx.match[3]].map(Number);
    const followed = await parts.store.subscriptions.ofChat(target.place.chatId);
    const feed = followed.find((it) => it.id === feedId && it.threadId === threadId);
    if (!feed) return acknowledge(ctx, ctx.say('gone-button'));
    await acknowledge(ctx);
    await end(ctx, { target, feed }, parts);
  });

  return feature;
}

/** What a chat follows; each feed opens its settings there, and the cross beside it ends it. */
async function listThere(
  ctx: BotContext,
  { target, wanted }: { target: Target; wanted: number },
  parts: BotParts,
): Promise<View> {
  const { chatId } = target.place;
  const chat = target.title;
  const feeds = await parts.store.subscriptions.ofChat(chatId);
  const keyboard = new InlineKeyboard();
  const whole = { chatId, threadId: 0, feedId: null };
  if (feeds.length === 0) {
    return { piece: ctx.say('elsewhere-empty', { chat, id: String(chatId) }), keyboard };
  }
  const { rows, page, pages, first } = pageOf(feeds, wanted, PAGE_SIZE);
  for (const feed of rows) {
    const { id: feedId, threadId } = feed;
    keyboard
      .text(nameOf(feed), settingsData('v', { chatId, threadId, feedId }))
      .text('✕', `eu:${chatId}:${threadId}:${feedId}`)
      .row();
  }
  turnPages(ctx, keyboard, { page, pages }, `el:${chatId}`).row();
  keyboard.text(ctx.say('elsewhere-settings'), settingsData('v', whole));
  const lines = rows.map((feed, index) =>
    listLine(ctx, feed, { number: first + index + 1, parts }),
  );
  const title = bold(ctx.say('elsewhere-title', { chat, count: feeds.length }));
  return { piece: join([title, '', ...lines, '', ctx.say('elsewhere-how')], '\n'), keyboard };
}

async function end(
  ctx: BotContext,
  { target, feed }: { target: Target; feed: SubscribedFeed },
  parts: BotParts,
): Promise<void> {
  const { chatId } = target.place;
  const back = await rememberEnded(ctx, parts, [feed], chatId);
  await parts.store.subscriptions.end({ chatId, threadId: feed.threadId }, feed.id);
  const undo = new InlineKeyboard()
    .text(ctx.say('undo'), back)
    .text(ctx.say('settings-back'), `el:${chatId}:0`);
  const text = ctx.say('elsewhere-ended', { chat: target.title, title: nameOf(feed) });
  await respond(ctx, text, undo);
}
