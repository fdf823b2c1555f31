import { Composer, InlineKeyboard } from 'grammy';
import { urlOf } from '../relay/find.ts';
import type { StoredEntry } from '../store/entries.ts';
import { answer, answerForNow, type BotContext, isGroup } from './context.ts';
import { hostOf } from './found.ts';
import type { BotParts } from './parts.ts';
import { openReader, readAside, readHere, readingOf, showPage, turnTo } from './reader.ts';

/**
 * The whole article in the chat: the Read button, `/read <link>`. Data: `r:<token>` (a post's button),
 * `rb:<token>:<n>` (another rich message), `rp:<token>:<n>` (a page of text).
 */
export function read(parts: BotParts): Composer<BotContext> {
  const { store } = parts;
  const feature = new Composer<BotContext>();

  feature.command('read', async (ctx) => {
    const url = urlOf(ctx.match);
    if (!ctx.match || !url) return void (await answer(ctx, ctx.say('read-how')));
    const entry =
      (await store.entries.byLink(ctx.match.trim())) ?? (await store.entries.byLink(url));
    if (isGroup(ctx.known)) return readInGroup(ctx, entry, parts);
    if (entry) return openReader(ctx, entry.token, { parts, hero: 'shown' });
    await readForeignPage(ctx, url, parts);
  });

  feature.callbackQuery(/^r:([\w-]{22})$/, async (ctx) => {
    const entry = await store.entries.byToken(ctx.match[1] ?? '');
    if (!entry) return void (await ctx.answerCallbackQuery(ctx.say('read-gone')));
    if (ctx.known.kind === 'private') {
      await readHere(ctx, readingOf(ctx, entry, { ...parts, hero: 'omitted' }));
      return void (await ctx.answerCallbackQuery());
    }
    // First the message, then the answer: whether an answered tap still allows an ephemeral message is not documented.
    const to = { receiver_user_id: ctx.from.id, callback_query_id: ctx.callbackQuery.id };
    const reading = readingOf(ctx, entry, { ...parts, hero: 'omitted' });
    const isShown = isGroup(ctx.known) && (await readAside(ctx, reading, to));
    await ctx.answerCallbackQuery(isShown ? {} : { url: deepLink(ctx, entry) });
  });

  feature.callbackQuery(/^r([bp]):([\w-]{22}):(\d+)$/, async (ctx) => {
    const [, kind, token, number] = ctx.match;
    const entry = await store.entries.byToken(token ?? '');
    if (!entry) return void (await ctx.answerCallbackQuery(ctx.say('read-gone')));
    const reading = readingOf(ctx, entry, { ...parts, hero: 'omitted' });
    if (kind === 'b') await turnTo(ctx, reading, Number(number));
    else await showPage(ctx, reading, Number(number));
    await ctx.answerCallbackQuery();
  });

  return feature;
}

/** Nobody else in a group wants the whole article: an administrator bot shows it to the asker, any other leads to the private chat. */
async function readInGroup(
  ctx: BotContext,
  entry: StoredEntry | undefined,
  parts: BotParts,
): Promise<void> {
  const to = { receiver_user_id: ctx.from?.id ?? 0 };
  const reading = entry && readingOf(ctx, entry, { ...parts, hero: 'shown' });
  if (reading && (await readAside(ctx, reading, to))) return;
  const url = entry ? deepLink(ctx, entry) : `https://t.me/${ctx.me.username}`;
  const keyboard = new InlineKeyboard().url(ctx.say('read'), url);
  await answer(ctx, ctx.say('read-in-private'), keyboard);
}

async function readForeignPage(ctx: BotContext, url: string, parts: BotParts): Promise<void> {
  const tell = await answerForNow(ctx, ctx.say('read-loading'));
  const article = await parts.readPage(url);
  if (!article) return tell(ctx.say('read-failed', { link: url }));
  const source = { article, feedTitle: hostOf(url), token: null };
  await readHere(ctx, readingOf(ctx, source, { ...parts, hero: 'shown' }));
}

function deepLink(ctx: BotContext, { token }: StoredEntry): string {
  return `https://t.me/${ctx.me.username}?start=r_${token}`;
}
