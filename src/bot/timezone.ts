import { Composer } from 'grammy';
import { readTimeZone } from '../relay/timezone.ts';
import { answer, type BotContext } from './context.ts';
import { clockIn } from './moments.ts';
import type { BotParts } from './parts.ts';
import { settingsOf } from './settings.ts';
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
    if (text !== '') return choose(ctx, text, { chatId, parts });
    const stand = await settingsOf({ chatId, threadId: 0, feedId: null }, parts);
    if (!stand) return;
    const { piece, keyboard } = zoneView(ctx, stand, hoursOf(ctx, stand.chat, parts));
    await answer(ctx, piece, keyboard);
  });

  return feature;
}

async function choose(
  ctx: BotContext,
  text: string,
  { chatId, parts }: { chatId: number; parts: BotParts },
): Promise<void> {
  const timeZone = readTimeZone(text);
  if (timeZone === null) return void (await answer(ctx, ctx.say('zone-unknown', { name: text })));
  await wishOfChat(chatId, { timeZone }, parts);
  const time = clockIn(parts.clock.now(), timeZone);
  await answer(ctx, ctx.say('zone-set', { zone: timeZone, time }));
}
