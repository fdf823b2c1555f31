import type { InlineKeyboard } from 'grammy';
import type { Message } from 'grammy/types';
import type { FormattedText, TextEntity } from '../model.ts';
import { type Answer, answerOf } from '../telegram/answer.ts';
import type { BotContext } from './context.ts';
import { bold, join } from './format.ts';

type Look = {
  entities: TextEntity[];
  link_preview_options: { is_disabled: boolean };
  reply_markup?: InlineKeyboard;
};

/** Buttons that name the chat they are about, and so can be pressed in another one. */
const ABOUT_A_CHAT = /^se:/;

/** Whether what was said or pressed is seen by nobody else in the group: its answer is for the same eyes. */
export function isUnseen(ctx: BotContext): boolean {
  return questionOf(ctx)?.ephemeral_message_id !== undefined;
}

/**
 * Answers in the group for one person's eyes; where Telegram refuses that, in their private chat; null where neither can
 * be, or a button would not know there which chat it is about.
 */
export async function answerUnseen(
  ctx: BotContext,
  { text, entities }: FormattedText,
  look: Look,
): Promise<Message.TextMessage | null> {
  // Anonymous administrators speak as a bot of Telegram's, and no bot is ever written to.
  if (ctx.from?.is_bot) return null;
  const said = await answerOf(ctx.reply(text, { ...look, ...unseen(ctx) }));
  if (said.kind === 'sent') return said.message;
  const buttons = look.reply_markup?.inline_keyboard.flat() ?? [];
  const isAtHome = buttons.some(
    (button) => 'callback_data' in button && !ABOUT_A_CHAT.test(button.callback_data),
  );
  if (isAtHome) return null;
  const told = join([bold(ctx.known.title), { text, entities }], '\n');
  const apart = await answerOf(
    ctx.api.sendMessage(ctx.from?.id ?? 0, told.text, { ...look, entities: told.entities }),
  );
  return apart.kind === 'sent' ? apart.message : null;
}

/** What makes an answer one that only whoever asked sees. Telegram takes it for 15 seconds after the question. */
function unseen(ctx: BotContext) {
  const to = { receiver_user_id: ctx.from?.id ?? 0 };
  const query = ctx.callbackQuery;
  if (query) return { ephemeral_message_parameters: { ...to, callback_query_id: query.id } };
  const question = ctx.message?.ephemeral_message_id;
  return {
    ephemeral_message_parameters: to,
    ...(question !== undefined && { reply_parameters: { ephemeral_message_id: question } }),
  };
}

export function editSaid(
  ctx: BotContext,
  said: Said,
  text: string,
  look: Look,
): Promise<Answer<unknown>> {
  return reach(ctx, said, {
    seen: (chatId, id) => ctx.api.editMessageText(chatId, id, text, look),
    unseen: (chatId, userId, id) =>
      ctx.api.editEphemeralMessageText(chatId, userId, id, text, look),
  });
}

export function deleteSaid(ctx: BotContext, said: Said): Promise<Answer<unknown>> {
  return reach(ctx, said, {
    seen: (chatId, id) => ctx.api.deleteMessage(chatId, id),
    unseen: (chatId, userId, id) => ctx.api.deleteEphemeralMessage(chatId, userId, id),
  });
}

export function takeButtons(ctx: BotContext, said: Said): Promise<Answer<unknown>> {
  return reach(ctx, said, {
    seen: (chatId, id) => ctx.api.editMessageReplyMarkup(chatId, id),
    unseen: (chatId, userId, id) => ctx.api.editEphemeralMessageReplyMarkup(chatId, userId, id),
  });
}

/** A message that only one person sees has methods of its own: the ordinary ones would miss it. */
function reach(
  ctx: BotContext,
  { chat, message_id, ephemeral_message_id }: Said,
  {
    seen,
    unseen,
  }: {
    seen: (chatId: number, id: number) => Promise<unknown>;
    unseen: (chatId: number, userId: number, id: number) => Promise<unknown>;
  },
): Promise<Answer<unknown>> {
  return answerOf<unknown>(
    ephemeral_message_id === undefined
      ? seen(chat.id, message_id)
      : unseen(chat.id, ctx.from?.id ?? 0, ephemeral_message_id),
  );
}

/** A message of ours, as far as changing it needs. */
export type Said = Pick<
  Message,
  'chat' | 'message_id' | 'ephemeral_message_id' | 'text' | 'reply_markup'
>;

function questionOf(ctx: BotContext): Said | undefined {
  return ctx.callbackQuery?.message ?? ctx.message;
}
