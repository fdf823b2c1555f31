import { Composer } from 'grammy';
import { askFor } from './asking.ts';
import { acknowledge, answer, type BotContext, placeOf, respond } from './context.ts';
import { followedNamed } from './followed.ts';
import type { BotParts } from './parts.ts';
import { sendNewest } from './sample.ts';
import { ASKED, changeSettings } from './settingschange.ts';
import {
  type Act,
  ASK,
  type Pressed,
  readSettingsData,
  type Scope,
  type Settings,
  type View,
} from './settingsdata.ts';
import { buttonsView, filterView, languagesView, templateView } from './settingspages.ts';
import { settingsFeeds, settingsView } from './settingsview.ts';
import { readRequest, targetOf } from './target.ts';
import { digestView, quietView, timingView, zoneView } from './timingview.ts';
import { hoursOf } from './when.ts';

/** `/settings [<feed>] [to @channel]`: how posts look, in a chat or of one feed there. Data: `settingsData`. */
export function settings(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('settings', async (ctx) => {
    const { words, to } = readRequest(ctx.match);
    const target = await targetOf(ctx, to, parts);
    if (!target) return;
    const { chatId } = target.place;
    const name = words.join(' ');
    const feed = name === '' ? null : await followedNamed(ctx, name, { parts, chatId });
    if (name !== '' && !feed) return;
    const scope = { chatId, threadId: feed?.threadId ?? 0, feedId: feed?.id ?? null };
    const stand = await settingsOf(scope, parts);
    if (!stand) return;
    const { piece, keyboard } = settingsView(ctx, stand, hoursOf(ctx, stand.chat, parts));
    await answer(ctx, piece, keyboard);
  });

  feature.callbackQuery(/^se:/, async (ctx, next) => {
    const pressed = readSettingsData(ctx.callbackQuery.data);
    if (pressed && !(await mayPress(ctx, pressed, parts))) return;
    const stand = pressed && (await changed(pressed, parts));
    if (!stand) return next();
    await acknowledge(ctx);
    const { id, language } = stand.chat;
    if (id === ctx.known.id && language !== null) ctx.say = parts.texts.say(language);
    const asked = pressed.value === ASK && ASKED[pressed.act];
    if (asked) return askFor(ctx, asked, { scope: pressed.scope, parts });
    await showAfter(ctx, pressed, { stand, parts });
  });

  return feature;
}

/** Whether whoever pressed may change what the button is about, which may be another chat; if not, they were told. */
async function mayPress(ctx: BotContext, { scope }: Pressed, parts: BotParts): Promise<boolean> {
  const elsewhere = scope.chatId === ctx.known.id ? null : String(scope.chatId);
  return (await targetOf(ctx, elsewhere, parts)) !== null;
}

/** Does what the button says; null when there is nothing it could be done to, or no such choice. */
async function changed(pressed: Pressed, parts: BotParts): Promise<Settings | null> {
  const before = await settingsOf(pressed.scope, parts);
  const isDone = before && (await changeSettings(pressed, before, parts));
  return isDone ? settingsOf(pressed.scope, parts) : null;
}

async function showAfter(
  ctx: BotContext,
  { act, value }: Pressed,
  { stand, parts }: { stand: Settings; parts: BotParts },
): Promise<void> {
  switch (act) {
    case 'x':
      return respond(ctx, ctx.say('settings-closed'));
    case 'p':
      return showNewest(ctx, stand, parts);
    case 'f': {
      const { piece, keyboard } = settingsFeeds(ctx, stand, Number(value) || 0);
      return respond(ctx, piece, keyboard);
    }
    default: {
      const { piece, keyboard } = viewAfter(ctx, act, { stand, parts });
      return respond(ctx, piece, keyboard);
    }
  }
}

/** The page of the settings that a button belongs to, or leads to. */
function viewAfter(
  ctx: BotContext,
  act: Act,
  { stand, parts }: { stand: Settings; parts: BotParts },
): View {
  const hours = hoursOf(ctx, stand.chat, parts);
  switch (act) {
    case 'w':
      return filterView(ctx, stand);
    case 't':
      return templateView(ctx, stand);
    case 'b':
    case 'n':
      return buttonsView(ctx, stand);
    case 'g':
      return languagesView(ctx, stand, parts);
    case 'd':
      return digestView(ctx, stand, hours);
    case 'q':
      return quietView(ctx, stand, hours);
    case 'z':
      return zoneView(ctx, stand, hours);
    case 'c':
    case 'm':
      return timingView(ctx, stand, hours);
    case 'o':
      return stand.feed ? settingsView(ctx, stand, hours) : timingView(ctx, stand, hours);
    default:
      return settingsView(ctx, stand, hours);
  }
}

/** null when the chat is not known, or does not follow that feed. */
export async function settingsOf(scope: Scope, { store }: BotParts): Promise<Settings | null> {
  const { chatId, threadId, feedId } = scope;
  const chat = await store.chats.get(chatId);
  if (!chat) return null;
  const feeds = await store.subscriptions.ofChat(chatId);
  if (feedId === null) return { scope, chat, feeds, feed: null, own: null };
  const feed = feeds.find((it) => it.id === feedId && it.threadId === threadId);
  const own = await store.subscriptions.own({ chatId, threadId }, feedId);
  return feed && own ? { scope, chat, feeds, feed, own } : null;
}

async function showNewest(
  ctx: BotContext,
  { scope, feed }: Settings,
  parts: BotParts,
): Promise<void> {
  const { chatId, threadId } = scope;
  const feeds = feed ? [feed] : await parts.store.subscriptions.ofChat(chatId);
  const looks = { chatId, threadId };
  const shown = await sendNewest(ctx, placeOf(ctx), { feeds, count: 1, parts, looks });
  if (shown === 'none') await answer(ctx, ctx.say('latest-none'));
}
