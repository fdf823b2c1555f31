import { Composer } from 'grammy';
import { readTimeZone } from '../relay/timezone.ts';
import { answer, type BotContext } from './context.ts';
import { clockIn } from './moments.ts';
import type { BotParts } from './parts.ts';
import { settingsOf } from './settings.ts';
import type { Settings } from './settingsdata.ts';
import { keepBefore } from './takeback.ts';
import { readAddressed, targetOf } from './target.ts';
import { wishOfChat } from './timed.ts';
import { zoneView } from './timingview.ts';
import { hoursOf } from './when.ts';

/** `/timezone [<zone>] [to @channel]`: whose clock dates, digests and quiet hours follow in a chat. */
export function timezone(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('timezone', async (ctx) => {
    const { text, to } = readAddressed(ctx.match);
    const target = await targetOf(ctx, to, parts);
    if (!target) return;
    const { chatId } = target.place;
    const stand = await settingsOf({ chatId, threadId: 0, feedId: null }, parts);
    if (!stand) return;
    if (text !== '') return void (await zoneWritten(ctx, text, { stand, parts }));
    const { piece, keyboard } = zoneView(ctx, stand, hoursOf(ctx, stand.chat, parts));
    await answer(ctx, piece, keyboard);
  });

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
  await answer(ctx, ctx.say('zone-set', { zone: timeZone, time }), undo);
  return true;
}
