import type { Context, InlineKeyboard } from 'grammy';
import type { Message } from 'grammy/types';
import type { TextEntity } from '../model.ts';
import type { Chat } from '../store/schema.ts';
import type { Place } from '../store/subscriptions.ts';
import { type Answer, answerOf } from '../telegram/answer.ts';
import { formatted, type Piece } from './format.ts';
import type { Say } from './texts.ts';
import { answerUnseen, deleteSaid, editSaid, isUnseen, type Said } from './unseen.ts';

/** An update in a chat we know, with a voice in that chat's language. */
export type BotContext = Context & { known: Chat; say: Say; isAcknowledged?: boolean };

/** Says a thing; said again, it takes the place of what was said before. */
export type Tell = (piece: Piece, keyboard?: InlineKeyboard) => Promise<void>;

/** Where the update came from: its chat, and its topic if it came from one. */
export function placeOf(ctx: BotContext): Place {
  const message = ctx.msg;
  const threadId = message?.is_topic_message ? (message.message_thread_id ?? 0) : 0;
  return { chatId: ctx.known.id, threadId };
}

/**
 * Answers in the chat and topic of the update, in a group under the question, without link previews; a question that
 * nobody else sees has an answer that nobody else sees.
 */
export async function answer(
  ctx: BotContext,
  piece: Piece,
  keyboard?: InlineKeyboard,
): Promise<Message.TextMessage> {
  const { text, entities } = formatted(piece);
  const look = lookOf(entities, keyboard);
  const unseen = isUnseen(ctx) ? await answerUnseen(ctx, { text, entities }, look) : null;
  if (unseen) return unseen;
  const isSeen = isGroup(ctx.known) && ctx.message?.ephemeral_message_id === undefined;
  const question = isSeen ? ctx.message?.message_id : undefined;
  return ctx.reply(text, {
    ...look,
    ...(question !== undefined && {
      reply_parameters: { message_id: question, allow_sending_without_reply: true },
    }),
  });
}

/** Answers a press in place of the message that bears the button, and words below them. */
export function respond(ctx: BotContext, piece: Piece, keyboard?: InlineKeyboard): Promise<void> {
  return responding(ctx).tell(piece, keyboard);
}

/**
 * A response at once with what is being done, which then becomes what came of it; or is withdrawn. Where the message
 * cannot be changed any more, it is said anew.
 */
export function responding(ctx: BotContext): { tell: Tell; withdraw: () => Promise<void> } {
  let said: Said | undefined = ctx.callbackQuery?.message;
  return {
    async tell(piece, keyboard) {
      const { text, entities } = formatted(piece);
      if (said) {
        if (isAlready(said, text, keyboard)) return;
        const { chat, message_id, ephemeral_message_id } = said;
        const edited = await editSaid(ctx, said, text, lookOf(entities, keyboard));
        said = {
          chat,
          message_id,
          ...(ephemeral_message_id !== undefined && { ephemeral_message_id }),
        };
        if (isShown(edited)) return;
      }
      said = await answer(ctx, piece, keyboard);
    },
    async withdraw() {
      if (said) await deleteSaid(ctx, said);
      said = undefined;
    },
  };
}

/**
 * Ends the waiting of whoever pressed a button: the first call does, any further one is left out. That a press is
 * too old to be answered is no fault.
 */
export async function acknowledge(
  ctx: BotContext,
  answered: Parameters<Context['answerCallbackQuery']>[0] = {},
): Promise<void> {
  if (!ctx.callbackQuery || ctx.isAcknowledged) return;
  ctx.isAcknowledged = true;
  await answerOf(ctx.answerCallbackQuery(answered));
}

/** Whether what an edit asked for can be seen now. */
export function isShown({ kind }: Answer<unknown>): boolean {
  return kind === 'sent' || kind === 'unchanged';
}

/** Whether a message shows that as it is: who presses what is chosen changes nothing. */
function isAlready({ text, reply_markup }: Said, wanted: string, keyboard?: InlineKeyboard) {
  const rows = (markup: Message['reply_markup']) => JSON.stringify(markup?.inline_keyboard ?? []);
  const written = keyboard && {
    inline_keyboard: keyboard.inline_keyboard.filter((row) => row.length > 0),
  };
  return text === wanted && rows(reply_markup) === rows(written);
}

export function isGroup({ kind }: Chat): boolean {
  return kind === 'group' || kind === 'supergroup';
}

function lookOf(entities: TextEntity[], keyboard?: InlineKeyboard) {
  return {
    entities,
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  };
}
