import { Composer, InlineKeyboard } from 'grammy';
import type { SubscribedFeed } from '../store/subscriptions.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import { followedNamed } from './followed.ts';
import { bold, join } from './format.ts';
import { listLine } from './list.ts';
import { rememberList } from './lists.ts';
import { nameOf, quoted } from './naming.ts';
import { sendList } from './opml.ts';
import { pageOf, turnPages } from './pages.ts';
import type { BotParts } from './parts.ts';
import { settingsData, type View } from './settingsdata.ts';
import { answerAbout, readAddressed, type Target, targetOf } from './target.ts';
import { rememberEnded } from './undo.ts';

const PAGE_SIZE = 8;

/**
 * A channel or group as its administrator looks after it from elsewhere: `/list to @channel`, `/unsubscribe <feed or all>
 * to @channel`. Data: `el:<chat>:<page>`, `eu:<chat>:<topic>:<feed>` (unsubscribe), `ea:<chat>` (all).
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
    if (text.toLowerCase() === 'all') return askForAll(ctx, target, parts);
    const feed = await followedNamed(ctx, text, { parts, chatId: target.place.chatId });
    if (feed) await end(ctx, { target, feed }, parts);
  });

  feature.callbackQuery(/^ea:(-\d{1,16})$/, async (ctx, next) => {
    const target = await targetOf(ctx, ctx.match[1] ?? '', parts);
    if (!target) return;
    const followed = await parts.store.subscriptions.ofChat(target.place.chatId);
    if (followed.length === 0) return next();
    await acknowledge(ctx);
    await endAll(ctx, { target, followed }, parts);
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
  const about = { chat: target.title, id: String(chatId) };
  const feeds = await parts.store.subscriptions.ofChat(chatId);
  const chat = await parts.store.chats.get(chatId);
  const keyboard = new InlineKeyboard();
  const whole = { chatId, threadId: 0, feedId: null };
  if (feeds.length === 0 || !chat) {
    keyboard.text(ctx.say('start-browse'), `c:0:${chatId}`);
    return { piece: ctx.say('elsewhere-empty', about), keyboard };
  }
  await rememberList(ctx, parts.store, feeds);
  const { rows, page, pages, first } = pageOf(feeds, wanted, PAGE_SIZE);
  for (const feed of rows) {
    const { id: feedId, threadId } = feed;
    keyboard
      .text(nameOf(feed), settingsData('v', { chatId, threadId, feedId }))
      .text('✕', `eu:${chatId}:${threadId}:${feedId}`)
      .row();
  }
  turnPages(ctx, keyboard, { page, pages }, `el:${chatId}`).row();
  keyboard.text(ctx.say('start-browse'), `c:0:${chatId}`);
  keyboard.text(ctx.say('elsewhere-settings'), settingsData('v', whole));
  const lines = rows.map((feed, index) =>
    listLine(ctx, feed, { number: first + index + 1, chat, parts }),
  );
  const title = bold(ctx.say('elsewhere-title', { ...about, count: feeds.length }));
  return { piece: join([title, '', ...lines, '', ctx.say('elsewhere-how')], '\n'), keyboard };
}

async function askForAll(ctx: BotContext, target: Target, parts: BotParts): Promise<void> {
  const { chatId } = target.place;
  const count = (await parts.store.subscriptions.ofChat(chatId)).length;
  const about = { chat: target.title, id: String(chatId) };
  if (count === 0) return void (await answer(ctx, ctx.say('elsewhere-empty', about)));
  const keyboard = new InlineKeyboard()
    .text(ctx.say('unfollow-all-yes'), `ea:${chatId}`)
    .text(ctx.say('cancel'), 'x');
  const chat = { id: chatId, title: target.title };
  await answerAbout(ctx, chat, ctx.say('unfollow-all-ask', { count }), keyboard);
}

/** The list is handed over first: /import brings it back at any time. */
async function endAll(
  ctx: BotContext,
  { target, followed }: { target: Target; followed: SubscribedFeed[] },
  parts: BotParts,
): Promise<void> {
  const { chatId } = target.place;
  await sendList(ctx, parts, { id: chatId, title: target.title });
  const back = await rememberEnded(ctx, parts, followed, chatId);
  for (const { id, threadId } of followed) {
    await parts.store.subscriptions.end({ chatId, threadId }, id);
  }
  const text = ctx.say('unfollowed-all', { count: followed.length });
  const undo = new InlineKeyboard().text(ctx.say('undo'), back);
  await respond(ctx, join([bold(quoted(target.title)), text], '\n'), undo);
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
