import type { MiddlewareFn } from 'grammy';
import type { Clock } from '../model.ts';
import type { Store } from '../store/store.ts';
import type { BotContext } from './context.ts';
import type { Texts } from './texts.ts';

export type AcquaintanceDeps = {
  store: Pick<Store, 'chats'>;
  texts: Texts;
  defaultLanguage: string;
  clock: Pick<Clock, 'now'>;
};

/** Makes the update's chat known and gives the context a voice in its language. Updates without a chat end here. */
export function acquaintance({
  store,
  texts,
  defaultLanguage,
  clock,
}: AcquaintanceDeps): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const { chat, from } = ctx;
    if (!chat) return;
    const hint = texts.closest(from?.language_code);
    const known = await store.chats.get(chat.id);
    const title = chat.title ?? from?.first_name ?? String(chat.id);
    // A person's language follows their Telegram; a group keeps that of whoever brought us in.
    const languageHint = chat.type === 'private' ? hint : (known?.languageHint ?? hint);
    const isSame =
      known?.kind === chat.type && known.title === title && known.languageHint === languageHint;
    ctx.known = isSame
      ? known
      : await store.chats.meet({ id: chat.id, kind: chat.type, title, languageHint }, clock.now());
    ctx.say = texts.say(ctx.known.language ?? ctx.known.languageHint ?? defaultLanguage);
    await next();
  };
}
