import { Composer } from 'grammy';
import { readTimeZone } from '../relay/timezone.ts';
import { answer, type BotContext } from './context.ts';
import { clockIn, zoneName } from './moments.ts';
import type { BotParts } from './parts.ts';
import type { Settings } from './settingsdata.ts';
import { keepBefore } from './takeback.ts';
import { answerAbout } from './target.ts';
import { wishOfChat } from './timed.ts';
import { zoneView } from './timingview.ts';
import { commandOfChat } from './wholechat.ts';

/** `/timezone [<zone>] [to @channel]`: whose clock dates, digests and quiet hours follow in a chat. */
export function timezone(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  commandOfChat(feature, 'timezone', { written: zoneWritten, view: zoneView }, parts);
  return feature;
}

/** A time zone in words; answers false when it cannot be read. */
export async function zoneWritten(
  ctx: BotContext,
  text: string,
  { stand: { scope, chat }, parts }: { stand: Settings; parts: BotParts },
): Promise<boolean> {
  const timeZone = readTimeZone(text);
  if (timeZone === null) {
    await answer(ctx, ctx.say('zone-unknown', { name: text }));
    return false;
  }
  const undo = await keepBefore(ctx, { scope, timeZone: chat.timeZone }, parts);
  await wishOfChat(chat.id, { timeZone }, parts);
  const time = clockIn(parts.clock.now(), timeZone);
  await answerAbout(ctx, chat, ctx.say('zone-set', { zone: zoneName(timeZone), time }), undo);
  return true;
}
