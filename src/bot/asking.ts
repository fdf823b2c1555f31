import { InlineKeyboard } from 'grammy';
import { answer, type BotContext, isGroup } from './context.ts';
import { quoted } from './naming.ts';
import type { BotParts } from './parts.ts';
import type { Scope } from './settingsdata.ts';

/** What people can be asked to write: the address of a feed, or what a setting or a feed of the catalogue shall be. */
export type Asked = 'feed' | 'filter' | 'template' | 'digest' | 'quiet' | 'zone' | 'name';

/** So long a question waits for its answer. */
export const PATIENCE_MS = 15 * 60_000;
/** An answer that comes later than that is none. */
export const FORGOTTEN_MS = 24 * 3_600_000;

/**
 * Asks whoever pressed a button to write something, which may come after a restart. In a group as a reply to the question:
 * that is all a bot hears there.
 */
export async function askFor(
  ctx: BotContext,
  kind: Asked,
  { scope, parts }: { scope: Scope; parts: BotParts },
): Promise<void> {
  const { store, clock } = parts;
  const question = ctx.say(`prompt-${kind}`);
  const { message_id: messageId } = isGroup(ctx.known)
    ? await askInGroup(ctx, question)
    : await answer(ctx, question, new InlineKeyboard().text(ctx.say('cancel'), 'pc'));
  await store.prompts.forgetExpired(clock.now() - FORGOTTEN_MS);
  await store.prompts.ask({
    ...{ chatId: ctx.known.id, userId: ctx.from?.id ?? 0, messageId, kind },
    ...{ about: JSON.stringify(scope), expiresAt: clock.now() + PATIENCE_MS },
  });
}

/** Only whom it mentions is shown the reply (core.telegram.org/bots/api#forcereply, `selective`). */
function askInGroup(ctx: BotContext, question: string) {
  const { from } = ctx;
  const name = quoted(from?.first_name ?? '') || '👤';
  const mention = from && {
    type: 'text_mention' as const,
    user: from,
    offset: 0,
    length: name.length,
  };
  return ctx.reply(`${name}: ${question}\n${ctx.say('prompt-by-reply')}`, {
    ...(mention && { entities: [mention] }),
    link_preview_options: { is_disabled: true },
    reply_markup: { force_reply: true, selective: true },
  });
}
