import type { InlineKeyboard } from 'grammy';
import type { FormattedText } from '../model.ts';
import type { OwnLook } from '../store/looks.ts';
import type { Chat } from '../store/schema.ts';
import type { SubscribedFeed } from '../store/subscriptions.ts';
import type { BotContext } from './context.ts';
import { pathJoint } from './direction.ts';
import { bold, type Piece } from './format.ts';
import { nameOf } from './naming.ts';

/** What settings are of: a whole chat, or one subscription in it. */
export type Scope = { chatId: number; threadId: number; feedId: number | null };

/** Settings as they stand. `own`: what this subscription wants itself; null for the whole chat. `feeds`: all of it. */
export type Settings = {
  scope: Scope;
  chat: Chat;
  feeds: SubscribedFeed[];
  feed: SubscribedFeed | null;
  own: OwnLook | null;
};

export type View = { piece: Piece; keyboard: InlineKeyboard };

/** view, style, length, hashtags, stories, reset, template, what comes (filter), buttons, notification, language, newest post,
 *  feeds, close; when posts come (clock), digest, quiet hours, zone, on and off (pause), messages whose answer was lost. */
export type Act = LookAct | TimingAct;
type LookAct = 'v' | 'y' | 'l' | 'h' | 's' | 'r' | 't' | 'w' | 'b' | 'n' | 'g' | 'p' | 'f' | 'x';
export type TimingAct = 'c' | 'd' | 'q' | 'z' | 'o' | 'm';

/** The value of buttons that ask for words. */
export const ASK = 'ask';

/** A button of the settings that somebody pressed. */
export type Pressed = { act: Act; scope: Scope; value: string };

const DATA =
  /^se:([vylhsrtwbngpfxcdqzom]):(-?\d{1,16}):(\d{1,10}):(\d{1,9})(?::([\w:/+-]{1,24}))?$/;

/** All that a button needs, so that it works after a restart: with a value of at most 20 characters, 64 bytes. */
export function settingsData(act: Act, { chatId, threadId, feedId }: Scope, value?: string) {
  return `se:${act}:${chatId}:${threadId}:${feedId ?? 0}${value === undefined ? '' : `:${value}`}`;
}

/** What a button says; null where it is none of these. */
export function readSettingsData(data: string): Pressed | null {
  const [, act, chatId, threadId, feedId, value = ''] = DATA.exec(data) ?? [];
  if (act === undefined) return null;
  const scope = {
    chatId: Number(chatId),
    threadId: Number(threadId),
    feedId: Number(feedId) === 0 ? null : Number(feedId),
  };
  return { act: act as Act, scope, value };
}

export function isTiming(act: Act): act is TimingAct {
  return 'cdqzom'.includes(act);
}

/** Where a page of the settings stands: `Settings › When › Digest`. */
export function crumbs(ctx: BotContext, { chat, feed }: Settings, keys: string[]): FormattedText {
  const root =
    chat.id === ctx.known.id
      ? ctx.say('crumb-settings')
      : ctx.say('crumb-settings-of', { chat: chat.title });
  const steps = [root, ...(feed ? [nameOf(feed)] : []), ...keys.map((key) => ctx.say(key))];
  return bold(steps.join(pathJoint(ctx.say.language)));
}

export function placeName(ctx: BotContext, chat: Chat): string {
  return chat.id === ctx.known.id ? ctx.say('this-chat') : chat.title;
}
