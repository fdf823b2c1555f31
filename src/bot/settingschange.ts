import { LENGTHS, STYLES } from '../relay/look.ts';
import type { ChatLook, OwnLook } from '../store/looks.ts';
import type { Store } from '../store/store.ts';
import type { Asked } from './asking.ts';
import type { BotParts } from './parts.ts';
import { type Act, ASK, isTiming, type Pressed, type Settings } from './settingsdata.ts';
import { changeTiming } from './timed.ts';

/** Which settings are written by words, and what is asked for then. */
export const ASKED: Partial<Record<Act, Asked>> = {
  ...{ w: 'filter', t: 'template', d: 'digest', q: 'quiet', z: 'zone' },
};
const POST_BUTTONS: Record<string, Partial<ChatLook>> = {
  ...{ all: { postButtons: null }, open: { postButtons: 'open' }, none: { postButtons: 'none' } },
};
const SOUNDS: Record<string, Partial<ChatLook>> = { on: { sound: null }, off: { sound: 'off' } };

/** Answers false when the button's value is nothing one can choose. */
export async function changeSettings(
  pressed: Pressed,
  before: Settings,
  parts: BotParts,
): Promise<boolean> {
  const { store } = parts;
  const { act, scope, value } = pressed;
  const { chatId, threadId, feedId } = scope;
  if (value === ASK) return ASKED[act] !== undefined;
  if (act === 'w') return changeFilter(pressed, store);
  if (act === 'b' || act === 'n') return changeButtons(pressed, store);
  if (act === 'g') return changeLanguage(pressed, parts);
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

/** It is written by words, and only taken away by a button. */
async function changeFilter({ scope, value }: Pressed, store: Store): Promise<boolean> {
  const { feedId, ...place } = scope;
  if (value === '') return true;
  if (value !== 'off') return false;
  if (feedId === null) await store.chats.setFilter(place.chatId, null);
  else await store.subscriptions.setFilter(place, feedId, null);
  return true;
}

/** Of a whole chat alone: which buttons its posts have, and whether they make a sound. */
async function changeButtons({ act, scope, value }: Pressed, store: Store): Promise<boolean> {
  if (scope.feedId !== null) return false;
  if (value === '') return true;
  const wanted = act === 'b' ? POST_BUTTONS[value] : SOUNDS[value];
  if (wanted) await store.chats.look(scope.chatId, wanted);
  return wanted !== undefined;
}

/** Of a whole chat alone: a language that we speak. */
async function changeLanguage(
  { scope, value }: Pressed,
  { store, texts }: Pick<BotParts, 'store' | 'texts'>,
): Promise<boolean> {
  if (scope.feedId !== null) return false;
  if (value === '') return true;
  const isSpoken = texts.languages.some(({ code }) => code === value);
  if (isSpoken) await store.chats.setLanguage(scope.chatId, value);
  return isSpoken;
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
      if (value === '') return {};
      return value === 'off' ? { template: null } : null;
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
