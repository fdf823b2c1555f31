import { Composer } from 'grammy';
import { LENGTHS, STYLES } from '../relay/look.ts';
import type { ChatLook, OwnLook } from '../store/looks.ts';
import type { Store } from '../store/store.ts';
import { acknowledge, answer, type BotContext, placeOf, respond } from './context.ts';
import { followedNamed } from './followed.ts';
import type { BotParts } from './parts.ts';
import { sendNewest } from './sample.ts';
import {
  type Act,
  isTiming,
  type Pressed,
  readSettingsData,
  type Scope,
  type Settings,
  type View,
} from './settingsdata.ts';
import { settingsFeeds, settingsView } from './settingsview.ts';
import { readRequest, targetOf } from './target.ts';
import { changeTiming } from './timed.ts';
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

  feature.callbackQuery(/^se:/, async (ctx) => {
    const pressed = readSettingsData(ctx.callbackQuery.data);
    if (pressed && !(await mayPress(ctx, pressed, parts))) return;
    const stand = pressed && (await changed(pressed, parts));
    if (!stand) return acknowledge(ctx, ctx.say('gone-button'));
    await acknowledge(ctx);
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
  const isDone = before && (await change(pressed, before, parts));
  return isDone ? settingsOf(pressed.scope, parts) : null;
}

async function showAfter(
  ctx: BotContext,
  { act, scope, value }: Pressed,
  { stand, parts }: { stand: Settings; parts: BotParts },
): Promise<void> {
  switch (act) {
    case 'x':
      return respond(ctx, ctx.say('settings-closed'));
    case 'p':
      return showNewest(ctx, stand, parts);
    case 'w':
      return void (await answer(ctx, ctx.say('filter-how')));
    case 'f': {
      const feeds = await parts.store.subscriptions.ofChat(scope.chatId);
      const { piece, keyboard } = settingsFeeds(ctx, { scope, feeds, wanted: Number(value) || 0 });
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

/** Answers false when the button's value is nothing one can choose. */
async function change(pressed: Pressed, before: Settings, parts: BotParts): Promise<boolean> {
  const { store } = parts;
  const { act, scope, value } = pressed;
  const { chatId, threadId, feedId } = scope;
  if (isTiming(act)) return changeTiming({ act, scope, value }, before, parts);
  if (act === 's') return changeStories(pressed, store);
  const look = wantedBy(act, value);
  if (!look) return false;
  if (feedId === null) await store.chats.look(chatId, ofChat(look));
  else await store.subscriptions.look({ chatId, threadId }, feedId, look);
  return true;
}

/** Only a whole chat can want a story from each of its feeds. */
async function changeStories({ scope, value }: Pressed, store: Store): Promise<boolean> {
  if (scope.feedId !== null || (value !== 'all' && value !== 'once')) return false;
  await store.chats.look(scope.chatId, { stories: value === 'all' ? 'all' : null });
  return true;
}

/** What a press changes, which may be nothing; null when its value is none. */
function wantedBy(act: Act, value: string): Partial<OwnLook> | null {
  switch (act) {
    case 'y': {
      const style = STYLES.find((it) => it === value);
      return style ? { style } : null;
    }
    case 'l': {
      const summary = LENGTHS.find((it) => it === value);
      return summary ? { summary } : null;
    }
    case 'h':
      return value === 'on' || value === 'off' ? { hashtags: value } : null;
    case 'r':
      return { style: null, summary: null, hashtags: null };
    case 't':
      return { template: null };
    default:
      return {};
  }
}

/** Nothing but a chat wants hashtags for its feeds, so “off” is the same as unchosen there. */
function ofChat({ style, summary, hashtags }: Partial<OwnLook>): Partial<ChatLook> {
  return {
    ...(style !== undefined && { style }),
    ...(summary !== undefined && { summary }),
    ...(hashtags !== undefined && { hashtags: hashtags === 'on' ? 'on' : null }),
  };
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
