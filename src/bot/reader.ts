import { InlineKeyboard } from 'grammy';
import type { EphemeralMessageParameters, InputRichMessage } from 'grammy/types';
import type { RichBlock } from '../model/rich.ts';
import type { FormattedText } from '../model.ts';
import { withoutPhotos } from '../post/blocks.ts';
import { directionOf } from '../post/direction.ts';
import { type Answer, answerOf } from '../telegram/answer.ts';
import { answer, type BotContext, isShown } from './context.ts';
import { opened } from './opened.ts';
import type { BotParts } from './parts.ts';
import { type Hero, pageKeyboard, type Reading, readingOf, richKeyboard } from './reading.ts';

/** Opens a kept article in a private chat. */
export async function openReader(
  ctx: BotContext,
  token: string,
  { parts, hero }: { parts: BotParts; hero: Hero },
): Promise<void> {
  const entry = await parts.store.entries.byToken(token);
  if (!entry) return void (await answer(ctx, ctx.say('read-gone')));
  const whole = await opened(ctx, entry, parts);
  await readHere(ctx, readingOf(ctx, whole, { ...parts, hero }));
}

/** The whole article as rich messages one after another; where they are refused, as pages of text. */
export async function readHere(ctx: BotContext, reading: Reading): Promise<void> {
  const last = reading.messages.length - 1;
  for (const [index, blocks] of reading.messages.entries()) {
    const keyboard = index === last ? richKeyboard(ctx, reading, null) : new InlineKeyboard();
    const sent = await sendRich(ctx, blocks, { reply_markup: keyboard });
    if (sent.kind !== 'sent') return showPage(ctx, reading, 0);
  }
}

/**
 * The article for one member of a group, unseen by the others: rich, else text. Answers false when Telegram takes
 * neither, for example because the tap was longer than 15 seconds ago.
 */
export async function readAside(
  ctx: BotContext,
  reading: Reading,
  to: EphemeralMessageParameters,
): Promise<boolean> {
  const [first] = reading.messages;
  const rich = first && (await sendRich(ctx, first, aside(richKeyboard(ctx, reading, 0), to)));
  if (rich?.kind === 'sent') return true;
  const [page] = reading.pages;
  if (!page) return false;
  const keyboard = pageKeyboard(ctx, reading, 0);
  const text = await answerOf(
    ctx.reply(page.text, { entities: page.entities, ...aside(keyboard, to) }),
  );
  return text.kind === 'sent';
}

/** Puts the n-th rich message in place of the reader's message whose button was pressed; where it is refused, text. */
export async function turnTo(ctx: BotContext, reading: Reading, wanted: number): Promise<void> {
  const index = inside(wanted, reading.messages);
  const blocks = reading.messages[index];
  if (!blocks) return;
  const keyboard = richKeyboard(ctx, reading, index);
  const turned = await editReader(ctx, rich(blocks), keyboard);
  if (isShown(turned)) return;
  const again = isOfPictures(turned)
    ? await editReader(ctx, rich(withoutPhotos(blocks)), keyboard)
    : turned;
  if (!isShown(again)) await showPage(ctx, reading, 0);
}

/**
 * Shows one page of the text: in place of the reader's message if a button of it was pressed, else as an answer.
 * Where that message cannot be changed, because it is gone or the page too long for it, the page comes below.
 */
export async function showPage(ctx: BotContext, reading: Reading, wanted: number): Promise<void> {
  const index = inside(wanted, reading.pages);
  const page = reading.pages[index];
  if (!page) return;
  const keyboard = pageKeyboard(ctx, reading, index);
  const isTurn = /^r[pb]:/.test(ctx.callbackQuery?.data ?? '');
  if (isTurn && isShown(await editReader(ctx, page, keyboard))) return;
  const ephemeral = isTurn && ctx.callbackQuery?.message?.ephemeral_message_id !== undefined;
  const look = ephemeral
    ? aside(keyboard, {
        receiver_user_id: ctx.from?.id ?? 0,
        callback_query_id: ctx.callbackQuery?.id,
      })
    : { reply_markup: keyboard };
  await ctx.reply(page.text, { ...textOptions(page), ...look });
}

/** A page or message number that may come from an old or forged button. */
function inside(wanted: number, parts: unknown[]): number {
  return Math.min(wanted, parts.length - 1);
}

/** A message that only one person sees has its own method for edits; the ordinary one would miss it. */
function editReader(
  ctx: BotContext,
  content: FormattedText | InputRichMessage,
  keyboard: InlineKeyboard,
): Promise<Answer<unknown>> {
  const isText = 'text' in content;
  const what = isText ? content.text : content;
  const options = { ...(isText && textOptions(content)), reply_markup: keyboard };
  const ephemeralId = ctx.callbackQuery?.message?.ephemeral_message_id;
  const chatId = ctx.known.id;
  return answerOf<unknown>(
    ephemeralId === undefined
      ? ctx.editMessageText(what, options)
      : ctx.api.editEphemeralMessageText(chatId, ctx.from?.id ?? 0, ephemeralId, what, options),
  );
}

function textOptions({ entities }: FormattedText) {
  return { entities, link_preview_options: { is_disabled: true } };
}

function aside(keyboard: InlineKeyboard, to: EphemeralMessageParameters) {
  return { reply_markup: keyboard, ephemeral_message_parameters: to };
}

/** Pictures are Telegram's to fetch, and any of them can be refused: then the article goes without. */
async function sendRich(
  ctx: BotContext,
  blocks: RichBlock[],
  options: {
    reply_markup: InlineKeyboard;
    ephemeral_message_parameters?: EphemeralMessageParameters;
  },
): Promise<Answer> {
  const sent = await answerOf(ctx.replyWithRichMessage(rich(blocks), options));
  if (!isOfPictures(sent)) return sent;
  return answerOf(ctx.replyWithRichMessage(rich(withoutPhotos(blocks)), options));
}

function rich(blocks: RichBlock[]): InputRichMessage {
  return {
    blocks,
    skip_entity_detection: true,
    ...(directionOf(blocks) === 'rtl' && { is_rtl: true }),
  };
}

function isOfPictures({ kind }: Answer<unknown>): boolean {
  return kind === 'picture' || kind === 'noPictures' || kind === 'form';
}
