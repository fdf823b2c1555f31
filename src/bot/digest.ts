import { Composer } from 'grammy';
import { wishedDigest } from '../relay/calendar.ts';
import { readDigest } from '../relay/hours.ts';
import { answer, type BotContext } from './context.ts';
import { leadingFeed } from './leading.ts';
import { nameOf } from './naming.ts';
import type { BotParts } from './parts.ts';
import { settingsOf } from './settings.ts';
import type { Scope, Settings } from './settingsdata.ts';
import { keepBefore } from './takeback.ts';
import { answerAbout, readAddressed, targetOf } from './target.ts';
import { wishDigest } from './timed.ts';
import { digestView } from './timingview.ts';
import { digestText, feedDigestText, hinted, hoursOf } from './when.ts';

const OFF = /^(?:off|none|never|关|关闭|關|關閉)$/i;
const AS_CHAT = /^(?:default|chat|默认|預設)$/i;
const ALL = /^(?:all|全部)(?:\s+|$)/i;

/** `/digest [<feed> or all] [<when> or off] [to @channel]`: whether posts come at once, or together and when. */
export function digest(parts: BotParts): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.command('digest', async (ctx) => {
    const { text, to } = readAddressed(ctx.match);
    const target = await targetOf(ctx, to, parts);
    if (!target) return;
    const asked = await readAsked(ctx, text, { chatId: target.place.chatId, parts });
    if (!asked) return;
    const { scope, rest } = asked;
    const stand = await settingsOf(scope, parts);
    if (!stand) return;
    if (rest === '') await show(ctx, stand, parts);
    else await digestWritten(ctx, rest, { stand, parts });
  });

  return feature;
}

/** A time for digests in words; answers false when it cannot be read. */
export async function digestWritten(
  ctx: BotContext,
  text: string,
  { stand: before, parts }: { stand: Settings; parts: BotParts },
): Promise<boolean> {
  const { scope, chat, feed } = before;
  const wanted = wantedBy(text, scope);
  if (wanted === undefined) {
    await answer(ctx, ctx.say('digest-how', { name: text }));
    return false;
  }
  const digest = feed ? feed.ownDigest : chat.digest;
  const undo = await keepBefore(ctx, { scope, digest }, parts);
  await wishDigest(scope, wanted, parts);
  const stand = await settingsOf(scope, parts);
  if (stand) await answerAbout(ctx, chat, confirmation(ctx, stand, parts), undo);
  return true;
}

/** Of what digests are wanted, and when; null when they were told that it is neither. */
async function readAsked(
  ctx: BotContext,
  text: string,
  where: { chatId: number; parts: BotParts },
): Promise<{ scope: Scope; rest: string } | null> {
  const whole = { chatId: where.chatId, threadId: 0, feedId: null };
  const [all] = ALL.exec(text) ?? [];
  if (all !== undefined) return { scope: whole, rest: text.slice(all.length) };
  if (text === '' || OFF.test(text) || readDigest(text) !== null) {
    return { scope: whole, rest: text };
  }
  const unknown = ctx.say('digest-how', { name: text });
  const named = await leadingFeed(ctx, text, { ...where, unknown });
  if (!named) return null;
  const { id: feedId, threadId } = named.feed;
  return { scope: { ...whole, threadId, feedId }, rest: named.rest };
}

/** As it is stored; undefined when the words are none of that. */
function wantedBy(words: string, { feedId }: Scope): string | null | undefined {
  if (words === '' || (feedId !== null && AS_CHAT.test(words))) return null;
  return OFF.test(words) ? 'off' : (readDigest(words) ?? undefined);
}

async function show(ctx: BotContext, stand: Settings, parts: BotParts): Promise<void> {
  const { piece, keyboard } = digestView(ctx, stand, hoursOf(ctx, stand.chat, parts));
  await answer(ctx, piece, keyboard);
}

function confirmation(ctx: BotContext, { chat, feed }: Settings, parts: BotParts): string {
  const hours = hoursOf(ctx, chat, parts);
  const title = feed ? nameOf(feed) : ctx.say('filter-all');
  const told = feed
    ? feedDigestText(ctx, { chat, feed }, hours)
    : digestText(ctx, chat.digest, hours);
  const set = ctx.say('digest-set', { title, told });
  const isTimed = wishedDigest(chat, feed?.ownDigest ?? null) !== null;
  return isTimed ? hinted(ctx, set, chat, hours) : set;
}
