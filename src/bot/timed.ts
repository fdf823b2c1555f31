import { readDigest, readQuiet } from '../relay/hours.ts';
import { pauseFeeds, resumeFeeds } from '../relay/pauses.ts';
import { readTimeZone } from '../relay/timezone.ts';
import type { ChatWishes } from '../store/wishes.ts';
import type { BotParts } from './parts.ts';
import type { Pressed, Scope, Settings, TimingAct } from './settingsdata.ts';

type TimingPressed = Pressed & { act: TimingAct };

/** Does what a button about when posts come says; a button without a value only shows. Answers false when its value is
 *  nothing one can choose there. */
export async function changeTiming(
  { act, scope, value }: TimingPressed,
  { feeds, feed }: Settings,
  parts: BotParts,
): Promise<boolean> {
  if (act === 'o') return changePause({ value, scope, feeds: feed ? [feed] : feeds }, parts);
  if (act === 'd') return value === '' || changeDigest(value, scope, parts);
  if (scope.feedId !== null) return false;
  const wishes = wishedBy(act, value);
  if (wishes) await wishOfChat(scope.chatId, wishes, parts);
  return wishes !== null;
}

/** Saves it, and looks anew at what waits. */
export async function wishOfChat(
  chatId: number,
  wishes: Partial<ChatWishes>,
  { store, wakeDelivery }: BotParts,
): Promise<void> {
  await store.chats.wish(chatId, wishes);
  if (Object.keys(wishes).length > 0) wakeDelivery();
}

/** When digests of a feed come there, or of all (null); 'off': not even when the chat wants them; null: as in the chat. */
export async function wishDigest(
  { chatId, threadId, feedId }: Scope,
  digest: string | null,
  parts: BotParts,
): Promise<void> {
  const own = digest === 'off' ? null : digest;
  if (feedId === null) return wishOfChat(chatId, { digest: own }, parts);
  await parts.store.subscriptions.setDigest({ chatId, threadId }, feedId, digest);
  parts.wakeDelivery();
}

async function changeDigest(value: string, scope: Scope, parts: BotParts): Promise<boolean> {
  const isWord = value === 'off' || (value === 'chat' && scope.feedId !== null);
  const digest = isWord ? value : readDigest(value.replaceAll('-', ' '));
  if (digest === null) return false;
  await wishDigest(scope, digest === 'chat' ? null : digest, parts);
  return true;
}

/** null: it is no choice. */
function wishedBy(act: Exclude<TimingAct, 'o' | 'd'>, value: string): Partial<ChatWishes> | null {
  if (act === 'c' || value === '') return {};
  switch (act) {
    case 'q':
      return wishedQuiet(value);
    case 'z': {
      const timeZone = readTimeZone(value);
      return timeZone === null ? null : { timeZone };
    }
    case 'm':
      if (value === 'again') return { repeats: null };
      return value === 'never' ? { repeats: 'never' } : null;
  }
}

/** What `22:00-07:00`, `off`, `hold` or `silent` wants; null: nothing that is known. */
export function wishedQuiet(words: string): Partial<ChatWishes> | null {
  switch (words) {
    case 'off':
      return { quiet: null };
    case 'hold':
      return { quietMode: null };
    case 'silent':
      return { quietMode: 'silent' };
    default: {
      const quiet = readQuiet(words);
      return quiet === null ? null : { quiet };
    }
  }
}

async function changePause(
  { value, scope, feeds }: { value: string; scope: Scope; feeds: Settings['feeds'] },
  parts: BotParts,
): Promise<boolean> {
  if (value !== 'pause' && value !== 'resume') return false;
  const paused = feeds.filter(({ pausedAt }) => pausedAt !== null);
  const live = feeds.filter(({ pausedAt }) => pausedAt === null);
  if (value === 'pause') await pauseFeeds(scope.chatId, live, parts);
  else await resumeFeeds(scope.chatId, paused, parts);
  return true;
}
