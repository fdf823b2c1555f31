import type { EpochMs } from '../model.ts';
import type { Chat } from '../store/schema.ts';
import type { Destination } from '../telegram/send.ts';
import { quietUntil } from './calendar.ts';

type QuietChat = Pick<Chat, 'quiet' | 'quietMode' | 'timeZone'>;
type HeardChat = QuietChat & Pick<Chat, 'sound'>;

/** The end of the quiet hours that hold the chat's posts now; null where nothing holds them. */
export function heldQuietUntil(
  now: EpochMs,
  chat: QuietChat,
  defaultTimeZone: string,
): EpochMs | null {
  return chat.quietMode === null ? quietEnd(now, chat, defaultTimeZone) : null;
}

/** In quiet hours that do not hold posts nobody is notified of them; in chats that want no sound, never. */
export function soundAt(
  now: EpochMs,
  chat: HeardChat,
  defaultTimeZone: string,
): Pick<Destination, 'sound'> {
  const isQuiet = chat.quietMode === 'silent' && quietEnd(now, chat, defaultTimeZone) !== null;
  return isQuiet || chat.sound === 'off' ? { sound: 'off' } : {};
}

function quietEnd(
  now: EpochMs,
  { quiet, timeZone }: QuietChat,
  defaultTimeZone: string,
): EpochMs | null {
  return quiet === null ? null : quietUntil(quiet, timeZone ?? defaultTimeZone, now);
}
