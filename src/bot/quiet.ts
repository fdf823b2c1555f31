import { Composer } from 'grammy';
import { readQuiet } from '../relay/hours.ts';
import type { Chat } from '../store/schema.ts';
import type { ChatWishes } from '../store/wishes.ts';
import { answer, type BotContext } from './context.ts';
import type { BotParts } from './parts.ts';
import { settingsOf } from './settings.ts';
import { readAddressed, targetOf } from './target.ts';
import { wishOfChat } from './timed.ts';
import { quietView } from './timingview.ts';
import { type Hours, hinted, hoursOf, quietText } from './when.ts';

type QuietWishes = Partial<Pick<ChatWishes, 'quiet' | 'quietMode'>>;

/** `/quiet [22:00-07:00] [silent or hold]`, `/quiet off`, `[to @channel]`: when posts wait, or come without a sound. */
export function quiet(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('quiet', async (ctx) => {
    const { text, to } = readAddressed(ctx.match);
    const target = await targetOf(ctx, to, parts);
    if (!target) return;
    const { chatId } = target.place;
    const wishes = wantedBy(text);
    if (!wishes) return void (await answer(ctx, ctx.say('quiet-how', { text })));
    await wishOfChat(chatId, wishes, parts);
    const stand = await settingsOf({ chatId, threadId: 0, feedId: null }, parts);
    if (!stand) return;
    const hours = hoursOf(ctx, stand.chat, parts);
    if (text !== '') return confirm(ctx, stand.chat, hours);
    const { piece, keyboard } = quietView(ctx, stand, hours);
    await answer(ctx, piece, keyboard);
  });

  return feature;
}

async function confirm(ctx: BotContext, chat: Chat, hours: Hours): Promise<void> {
  const told = quietText(ctx, chat, hours);
  await answer(ctx, chat.quiet === null ? told : hinted(ctx, told, chat, hours));
}

/** null: that says nothing of quiet hours. Hours without a word hold, whatever was wanted before. */
function wantedBy(text: string): QuietWishes | null {
  if (text === '') return {};
  if (/^(?:off|none|never|关|关闭)$/i.test(text)) return { quiet: null };
  const [, hours = text, mode = ''] =
    /^(.*?)\s*(silent|silently|hold|wait|静音|暂缓)$/i.exec(text) ?? [];
  const quietMode = /^(?:silent|静音)/i.test(mode) ? 'silent' : null;
  if (hours === '') return { quietMode };
  const read = readQuiet(hours);
  return read === null ? null : { quiet: read, quietMode };
}
