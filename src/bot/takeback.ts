import { Composer, InlineKeyboard } from 'grammy';
import type { OwnLook } from '../store/looks.ts';
import type { ChatWishes } from '../store/wishes.ts';
import { acknowledge, type BotContext, respond } from './context.ts';
import type { BotParts } from './parts.ts';
import type { Scope } from './settingsdata.ts';
import { targetOf } from './target.ts';
import { wishDigest, wishOfChat } from './timed.ts';

/** Settings as they were before somebody changed them by words; what is not named was not changed. */
export type Before = { scope: Scope; filter?: string | null } & Partial<
  Pick<OwnLook, 'template'> & Pick<ChatWishes, 'digest' | 'quiet' | 'quietMode' | 'timeZone'>
>;

const KEPT_MS = 24 * 3_600_000;

/** Keeps for a day what is about to change, under a button that brings it back. */
export async function keepBefore(
  ctx: BotContext,
  before: Before,
  { store }: BotParts,
): Promise<InlineKeyboard> {
  const note = ctx.update.update_id;
  await store.notes.set(keyOf(ctx, note), before, KEPT_MS);
  return new InlineKeyboard().text(ctx.say('undo'), `un:${note}`);
}

/** Takes back what was set by words in this very chat, be it for another. Data: `un:<update>`. */
export function takeBack(parts: BotParts): Composer<BotContext> {
  const { store } = parts;
  const feature = new Composer<BotContext>();

  feature.callbackQuery(/^un:(\d{1,16})$/, async (ctx, next) => {
    const key = keyOf(ctx, Number(ctx.match[1]));
    const before = await store.notes.get<Before>(key);
    if (!before) return next();
    const { chatId } = before.scope;
    if (!(await targetOf(ctx, chatId === ctx.known.id ? null : String(chatId), parts))) return;
    await restore(before, parts);
    await store.notes.delete(key);
    await acknowledge(ctx);
    await respond(ctx, ctx.say('undone'));
  });

  return feature;
}

async function restore(before: Before, parts: BotParts): Promise<void> {
  const { scope, filter, template, digest, ...wishes } = before;
  const { feedId, ...place } = scope;
  if (digest !== undefined) await wishDigest(scope, digest, parts);
  if (feedId === null) {
    if (filter !== undefined) await parts.store.chats.setFilter(place.chatId, filter);
    return wishOfChat(place.chatId, wishes, parts);
  }
  if (filter !== undefined) await parts.store.subscriptions.setFilter(place, feedId, filter);
  if (template !== undefined) await parts.store.subscriptions.look(place, feedId, { template });
}

function keyOf(ctx: BotContext, note: number): string {
  return `before:${ctx.known.id}:${note}`;
}
