import { Composer, InlineKeyboard } from 'grammy';
import type { EphemeralMessageParameters } from 'grammy/types';
import { urlOf } from '../relay/find.ts';
import type { StoredEntry } from '../store/entries.ts';
import { acknowledge, answer, type BotContext, isGroup, responding } from './context.ts';
import { hostOf } from './failures.ts';
import { join } from './format.ts';
import { entriesMeant } from './meant.ts';
import { opened, openedSoon } from './opened.ts';
import type { BotParts } from './parts.ts';
import { openReader, readAside, readHere, showPage, turnTo } from './reader.ts';
import { type Hero, readingOf } from './reading.ts';

/**
 * The whole article in the chat: the Read button, `/read <link>`. Data: `r:<token>` (a post's button), `r:<token>:h` (of a
 * list, which shows no hero), `rb:<token>:<n>` (another rich message), `rp:<token>:<n>` (a page of text).
 */
export function read(parts: BotParts): Composer<BotContext> {
  const { store } = parts;
  const feature = new Composer<BotContext>();

  feature.command('read', async (ctx) => {
    const url = urlOf(ctx.match);
    const [entry] = (await entriesMeant(ctx, parts)) ?? [];
    if (!entry && !url) return void (await answer(ctx, ctx.say('read-how')));
    if (isGroup(ctx.known)) return readInGroup(ctx, entry, parts);
    if (entry) return openReader(ctx, entry.token, { parts, hero: 'shown' });
    if (url) await readForeignPage(ctx, url, parts);
  });

  feature.callbackQuery(/^r:([\w-]{22})(:h)?$/, async (ctx) => {
    const hero = ctx.match[2] ? 'shown' : 'omitted';
    const entry = await store.entries.byToken(ctx.match[1] ?? '');
    if (!entry) return acknowledge(ctx, ctx.say('read-gone'));
    if (ctx.known.kind === 'private') {
      await acknowledge(ctx);
      const whole = await opened(ctx, entry, parts);
      return readHere(ctx, readingOf(ctx, whole, { ...parts, hero }));
    }
    // First the message, then the answer: whether an answered tap still allows an ephemeral message is not documented.
    const to = { receiver_user_id: ctx.from.id, callback_query_id: ctx.callbackQuery.id };
    const isRead = isGroup(ctx.known) && (await readTapped(ctx, entry, { parts, hero, to }));
    await acknowledge(ctx, isRead ? {} : { url: deepLink(ctx, entry) });
  });

  feature.callbackQuery(/^r([bp]):([\w-]{22}):(\d+)$/, async (ctx) => {
    const [, kind, token, number] = ctx.match;
    const entry = await store.entries.byToken(token ?? '');
    if (!entry) return acknowledge(ctx, ctx.say('read-gone'));
    const reading = readingOf(ctx, entry, { ...parts, hero: 'omitted' });
    if (kind === 'b') await turnTo(ctx, reading, Number(number));
    else await showPage(ctx, reading, Number(number));
    await acknowledge(ctx);
  });

  return feature;
}

async function readTapped(
  ctx: BotContext,
  entry: StoredEntry,
  { parts, hero, to }: { parts: BotParts; hero: Hero; to: EphemeralMessageParameters },
): Promise<boolean> {
  const whole = await openedSoon(entry, parts);
  return readAside(ctx, readingOf(ctx, whole, { ...parts, hero }), to);
}

/** Nobody else in a group wants the whole article: an administrator bot shows it to the asker, any other leads to the private chat. */
async function readInGroup(
  ctx: BotContext,
  entry: StoredEntry | undefined,
  parts: BotParts,
): Promise<void> {
  if (!entry) return void (await answer(ctx, ctx.say('read-elsewhere')));
  const to = { receiver_user_id: ctx.from?.id ?? 0 };
  const whole = await openedSoon(entry, parts);
  const reading = readingOf(ctx, whole, { ...parts, hero: 'shown' });
  if (await readAside(ctx, reading, to)) return;
  const keyboard = new InlineKeyboard().url(ctx.say('read'), deepLink(ctx, entry));
  await answer(ctx, ctx.say('read-in-private'), keyboard);
}

async function readForeignPage(ctx: BotContext, url: string, parts: BotParts): Promise<void> {
  const { tell, withdraw } = responding(ctx);
  await tell(ctx.say('read-loading'));
  const article = await parts.readPage(url);
  if (!article) return tell(join([ctx.say('read-failed'), url], ' '));
  const source = { article, feedTitle: hostOf(url), token: null };
  await readHere(ctx, readingOf(ctx, source, { ...parts, hero: 'shown' }));
  await withdraw();
}

function deepLink(ctx: BotContext, { token }: StoredEntry): string {
  return `https://t.me/${ctx.me.username}?start=r_${token}`;
}
