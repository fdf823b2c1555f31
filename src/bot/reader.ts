import { InlineKeyboard } from 'grammy';
import type { EphemeralMessageParameters, InputRichMessage } from 'grammy/types';
import type { Article, FormattedText } from '../model.ts';
import { plainText, type RichBlock } from '../post/blocks.ts';
import { readerBlocks, readerPages } from '../post/reader.ts';
import { type Answer, answerOf } from '../telegram/answer.ts';
import { answer, type BotContext } from './context.ts';
import type { BotParts } from './parts.ts';

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export type Hero = 'shown' | 'omitted';

/** An article as it is read here: rich messages, and the same as pages of text. */
export type Reading = {
  /** Names the article in the reader's buttons; null when it is not kept here. */
  token: string | null;
  link: string | null;
  messages: RichBlock[][];
  pages: FormattedText[];
};

type Source = { article: Article; feedTitle: string; token: string | null };

export function readingOf(
  ctx: BotContext,
  { article, feedTitle, token }: Source,
  { hero, defaultTimeZone }: { hero: Hero; defaultTimeZone: string },
): Reading {
  const timeZone = ctx.known.timeZone ?? defaultTimeZone;
  const view = { hero, source: feedTitle, timeZone };
  return {
    token,
    link: article.link,
    messages: readerBlocks(article, view),
    pages: readerPages(article, view),
  };
}

/** Opens a kept article in a private chat. */
export async function openReader(
  ctx: BotContext,
  token: string,
  { parts, hero }: { parts: BotParts; hero: Hero },
): Promise<void> {
  const entry = await parts.store.entries.byToken(token);
  if (!entry) return void (await answer(ctx, ctx.say('read-gone')));
  await readHere(ctx, readingOf(ctx, entry, { ...parts, hero }));
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

/** Puts the n-th rich message in place of the reader's message whose button was pressed. */
export async function turnTo(ctx: BotContext, reading: Reading, index: number): Promise<void> {
  const blocks = reading.messages[index] ?? reading.messages[0];
  if (!blocks) return;
  const keyboard = richKeyboard(ctx, reading, index);
  const content = rich(blocks);
  const turned = await answerOf(editReader(ctx, content, keyboard));
  if (turned.kind === 'picture' || turned.kind === 'form') {
    await editReader(ctx, rich(withoutPhotos(blocks)), keyboard);
  }
}

/** Shows one page of the text: in place of the reader's message if a button of it was pressed, else as an answer. */
export async function showPage(ctx: BotContext, reading: Reading, index: number): Promise<void> {
  const page = reading.pages[index] ?? reading.pages[0];
  if (!page) return;
  const keyboard = pageKeyboard(ctx, reading, index);
  const isTurn = /^r[pb]:/.test(ctx.callbackQuery?.data ?? '');
  if (isTurn) await editReader(ctx, page, keyboard);
  else await ctx.reply(page.text, { ...textOptions(page), reply_markup: keyboard });
}

/** A message that only one person sees has its own method for edits; the ordinary one would miss it. */
function editReader(
  ctx: BotContext,
  content: FormattedText | InputRichMessage,
  keyboard: InlineKeyboard,
) {
  const isText = 'text' in content;
  const what = isText ? content.text : content;
  const options = { ...(isText && textOptions(content)), reply_markup: keyboard };
  const ephemeralId = ctx.callbackQuery?.message?.ephemeral_message_id;
  const chatId = ctx.known.id;
  return ephemeralId === undefined
    ? ctx.editMessageText(what, options)
    : ctx.api.editEphemeralMessageText(chatId, ctx.from?.id ?? 0, ephemeralId, what, options);
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
  if (sent.kind !== 'picture' && sent.kind !== 'form') return sent;
  return answerOf(ctx.replyWithRichMessage(rich(withoutPhotos(blocks)), options));
}

function rich(blocks: RichBlock[]): InputRichMessage {
  return { blocks, skip_entity_detection: true, ...(isRightToLeft(blocks) && { is_rtl: true }) };
}

/** The first letter with a direction decides, as everywhere in Unicode. */
function isRightToLeft(blocks: RichBlock[]): boolean {
  const first = blocks.find((block) => 'text' in block);
  const letter = first && 'text' in first ? /\p{L}/u.exec(plainText(first.text))?.[0] : undefined;
  return letter !== undefined && RIGHT_TO_LEFT.test(letter);
}

function withoutPhotos(blocks: RichBlock[]): RichBlock[] {
  return blocks.filter(({ type }) => type !== 'photo');
}

/** `turning` is the number of the message shown; null when all of them stand one below another. */
function richKeyboard(ctx: BotContext, reading: Reading, turning: number | null): InlineKeyboard {
  const { token, link, messages } = reading;
  const keyboard = new InlineKeyboard();
  if (token !== null && turning !== null && messages.length > 1) {
    if (turning > 0) keyboard.text(ctx.say('read-previous'), `rb:${token}:${turning - 1}`);
    if (turning < messages.length - 1) {
      keyboard.text(ctx.say('read-next'), `rb:${token}:${turning + 1}`);
    }
    keyboard.row();
  }
  if (token !== null) keyboard.text(ctx.say('read-plain'), `rp:${token}:0`);
  return link === null ? keyboard : keyboard.url(ctx.say('open'), link);
}

function pageKeyboard(ctx: BotContext, { token, link, pages }: Reading, page: number) {
  const keyboard = new InlineKeyboard();
  if (token !== null && pages.length > 1) {
    const to = (target: number) => `rp:${token}:${(target + pages.length) % pages.length}`;
    const here = ctx.say('read-page', { page: page + 1, pages: pages.length });
    keyboard
      .text('‹', to(page - 1))
      .text(here, to(page))
      .text('›', to(page + 1))
      .row();
  }
  if (token !== null) keyboard.text(ctx.say('read-rich'), `rb:${token}:0`);
  return link === null ? keyboard : keyboard.url(ctx.say('open'), link);
}
