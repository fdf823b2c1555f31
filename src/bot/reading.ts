import { InlineKeyboard } from 'grammy';
import type { RichBlock } from '../model/rich.ts';
import type { Article, FormattedText } from '../model.ts';
import { linkTarget } from '../post/links.ts';
import { readerBlocks, readerPages } from '../post/reader.ts';
import type { BotContext } from './context.ts';
import { inReadingOrder } from './direction.ts';
import { localeOf } from './locale.ts';

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
  const view = { hero, source: feedTitle, timeZone, locale: localeOf(ctx.say.language) };
  return {
    token,
    link: linkTarget(article.link),
    messages: readerBlocks(article, view),
    pages: readerPages(article, view),
  };
}

/** `turning` is the number of the message shown; null when all of them stand one below another. */
export function richKeyboard(
  ctx: BotContext,
  reading: Reading,
  turning: number | null,
): InlineKeyboard {
  const { token, link, messages } = reading;
  const keyboard = new InlineKeyboard();
  if (token !== null && turning !== null && messages.length > 1) {
    const to = (key: string, target: number) =>
      target in messages ? [InlineKeyboard.text(ctx.say(key), `rb:${token}:${target}`)] : [];
    const ways = [...to('read-previous', turning - 1), ...to('read-next', turning + 1)];
    keyboard.add(...inReadingOrder(ways, ctx.say.language)).row();
  }
  if (token !== null) keyboard.text(ctx.say('read-plain'), `rp:${token}:0`);
  return link === null ? keyboard : keyboard.url(ctx.say('open'), link);
}

/** Pages of text, and the way back to the formatted article. */
export function pageKeyboard(ctx: BotContext, { token, link, pages }: Reading, page: number) {
  const keyboard = new InlineKeyboard();
  if (token !== null && pages.length > 1) {
    const to = (target: number) => `rp:${token}:${(target + pages.length) % pages.length}`;
    const here = ctx.say('read-page', { page: page + 1, pages: pages.length });
    const [left = '', right = ''] = inReadingOrder([to(page - 1), to(page + 1)], ctx.say.language);
    keyboard.text('‹', left).text(here, to(page)).text('›', right).row();
  }
  if (token !== null) keyboard.text(ctx.say('read-rich'), `rb:${token}:0`);
  return link === null ? keyboard : keyboard.url(ctx.say('open'), link);
}
