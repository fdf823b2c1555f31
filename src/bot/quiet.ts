import { Composer } from 'grammy';
import { readQuiet } from '../relay/hours.ts';
import type { Chat } from '../store/schema.ts';
import type { ChatWishes } from '../store/wishes.ts';
import { answer, type BotContext } from './context.ts';
import type { BotParts } from './parts.ts';
import type { Settings } from './settingsdata.ts';
import { keepBefore } from './takeback.ts';
import { answerAbout } from './target.ts';
import { wishOfChat } from './timed.ts';
import { quietView } from './timingview.ts';
import { type Hours, hinted, hoursOf, quietText } from './when.ts';
import { commandOfChat } from './wholechat.ts';

type QuietWishes = Partial<Pick<ChatWishes, 'quiet' | 'quietMode'>>;

/** `/quiet [22:00-07:00] [silent or hold]`, `/quiet off`, `[to @channel]`: when posts wait, or come without a sound. */
export function quiet(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  commandOfChat(feature, 'quiet', { written: quietWritten, view: quietView }, parts);
  return feature;
}

/** Quiet hours in words; answers false when they cannot be read. */
export async function quietWritten(
  ctx: BotContext,
  text: string,
  { stand: { scope, chat }, parts }: { stand: Settings; parts: BotParts },
): Promise<boolean> {
  const wishes = wantedBy(text);
  if (!wishes) {
    await answer(ctx, ctx.say('quiet-how', { text }));
    return false;
  }
  const { quiet, quietMode } = chat;
  const undo = await keepBefore(ctx, { scope, quiet, quietMode }, parts);
  await wishOfChat(chat.id, wishes, parts);
  const told = confirmation(ctx, { ...chat, ...wishes }, hoursOf(ctx, chat, parts));
  await answerAbout(ctx, chat, told, undo);
  return true;
}

function confirmation(ctx: BotContext, chat: Chat, hours: Hours): string {
  const told = quietText(ctx, chat, hours);
  return chat.quiet === null ? told : hinted(ctx, told, chat, hours);
}

/** null: that says nothing of quiet hours. Hours without a word hold, whatever was wanted before. */
function wantedBy(text: string): QuietWishes | null {
  if (text === '') return {};
  if (/^(?:off|none|never|关|关闭|關|關閉)$/i.test(text)) return { quiet: null };
  const [, hours = text, mode = ''] =
    /^(.*?)\s*(silent|silently|hold|wait|静音|靜音|暂缓|暫緩)$/i.exec(text) ?? [];
  const quietMode = /^(?:silent|静音|靜音)/i.test(mode) ? 'silent' : null;
  if (hours === '') return { quietMode };
  const read = readQuiet(hours);
  return read === null ? null : { quiet: read, quietMode };
}
