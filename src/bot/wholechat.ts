import type { Composer } from 'grammy';
import { answer, type BotContext } from './context.ts';
import type { BotParts } from './parts.ts';
import { settingsOf } from './settings.ts';
import type { Settings, View } from './settingsdata.ts';
import { readAddressed, targetOf } from './target.ts';
import { type Hours, hoursOf } from './when.ts';

/** What a command that sets something of a whole chat does: with words behind it, and without. */
type WholeChat = {
  written: (
    ctx: BotContext,
    text: string,
    at: { stand: Settings; parts: BotParts },
  ) => Promise<unknown>;
  view: (ctx: BotContext, stand: Settings, hours: Hours) => View;
};

/** `/<name> [<words>] [to @channel]`: sets what the words say, or shows what is set. */
export function commandOfChat(
  feature: Composer<BotContext>,
  name: string,
  { written, view }: WholeChat,
  parts: BotParts,
): void {
  feature.command(name, async (ctx) => {
    const { text, to } = readAddressed(ctx.match);
    const target = await targetOf(ctx, to, parts);
    if (!target) return;
    const { chatId } = target.place;
    const stand = await settingsOf({ chatId, threadId: 0, feedId: null }, parts);
    if (!stand) return;
    if (text !== '') return void (await written(ctx, text, { stand, parts }));
    const { piece, keyboard } = view(ctx, stand, hoursOf(ctx, stand.chat, parts));
    await answer(ctx, piece, keyboard);
  });
}
