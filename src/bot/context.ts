import type { Context, InlineKeyboard } from 'grammy';
import type { Chat } from '../store/schema.ts';
import type { Place } from '../store/subscriptions.ts';
import { formatted, type Piece } from './format.ts';
import type { Say } from './texts.ts';

/** An update in a chat we know, with a voice in that chat's language. */
export type BotContext = Context & { known: Chat; say: Say };

/** Where the update came from: its chat, and its topic if it came from one. */
export function placeOf(ctx: BotContext): Place {
  const message = ctx.msg;
  const threadId = message?.is_topic_message ? (message.message_thread_id ?? 0) : 0;
  return { chatId: ctx.known.id, threadId };
}

/** Answers in the chat and topic of the update, without link previews. */
export function answer(ctx: BotContext, piece: Piece, keyboard?: InlineKeyboard) {
  const { text, entities } = formatted(piece);
  return ctx.reply(text, {
    entities,
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  });
}

/** Puts another text in place of the message whose button was pressed. */
export function replace(ctx: BotContext, piece: Piece, keyboard?: InlineKeyboard) {
  const { text, entities } = formatted(piece);
  return ctx.editMessageText(text, {
    entities,
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  });
}

/** Puts a text in place of a message that said what is being done. */
export type Tell = (piece: Piece, keyboard?: InlineKeyboard) => Promise<void>;

/** Answers at once with what is being done; what came of it is told by editing that answer. */
export async function answerForNow(ctx: BotContext, first: string): Promise<Tell> {
  const message = await answer(ctx, first);
  return async (piece, keyboard) => {
    const { text, entities } = formatted(piece);
    await ctx.api.editMessageText(message.chat.id, message.message_id, text, {
      entities,
      link_preview_options: { is_disabled: true },
      ...(keyboard && { reply_markup: keyboard }),
    });
  };
}

export function isGroup({ kind }: Chat): boolean {
  return kind === 'group' || kind === 'supergroup';
}
