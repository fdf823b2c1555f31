import { createHash } from 'node:crypto';
import { Composer, InlineKeyboard } from 'grammy';
import { UNCERTAIN } from '../relay/stock.ts';
import type { DeadGroup } from '../store/dead.ts';
import { isOwnerHere } from './allowed.ts';
import { acknowledge, answer, type BotContext, respond } from './context.ts';
import { bold, join, type Piece } from './format.ts';
import { momentIn } from './moments.ts';
import { quoted } from './naming.ts';
import type { BotParts } from './parts.ts';

const GROUPS_SHOWN = 8;

/** `/dead`: what could not be sent, by reason. Data: `dd:r:<reason>` sends it again, `dd:x:<reason>` forgets it, the
 *  reason as a hash of its words. */
export function dead(parts: BotParts): Composer<BotContext> {
  const { store, rights } = parts;
  const feature = new Composer<BotContext>();

  feature.command('dead', async (ctx) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const { piece, keyboard } = await deadView(ctx, parts);
    await answer(ctx, piece, keyboard);
  });

  feature.callbackQuery(/^dd:([rx]):([\w-]{16})$/, async (ctx, next) => {
    if (!(await isOwnerHere(ctx, rights))) return;
    const [, act, key] = ctx.match;
    const groups = await store.dead.groups(GROUPS_SHOWN);
    const group = groups.find(({ reason }) => keyOf(reason) === key);
    if (!group) return next();
    const { reason } = group;
    const again = act === 'r';
    const count = again ? await store.dead.retry(reason) : await store.dead.drop(reason);
    await acknowledge(ctx, ctx.say(again ? 'dead-retried' : 'dead-dropped', { count }));
    if (again) parts.wakeDelivery();
    const { piece, keyboard } = await deadView(ctx, parts);
    await respond(ctx, piece, keyboard);
  });

  return feature;
}

/** What could not be sent, by its reason, with buttons for each. */
export async function deadView(ctx: BotContext, { store, defaultTimeZone }: BotParts) {
  const groups = await store.dead.groups(GROUPS_SHOWN);
  const keyboard = new InlineKeyboard();
  if (groups.length === 0) return { piece: ctx.say('dead-none'), keyboard };
  const timeZone = ctx.known.timeZone ?? defaultTimeZone;
  const lines: Piece[] = groups.map((group, index) => lineOf(ctx, group, { index, timeZone }));
  for (const [index, { reason }] of groups.entries()) {
    const number = index + 1;
    keyboard
      .text(ctx.say('dead-retry', { number }), `dd:r:${keyOf(reason)}`)
      .text(ctx.say('dead-drop', { number }), `dd:x:${keyOf(reason)}`)
      .row();
  }
  return { piece: join([bold(ctx.say('dead-title')), '', ...lines], '\n'), keyboard };
}

function lineOf(
  ctx: BotContext,
  { reason, count, chats, latestAt }: DeadGroup,
  { index, timeZone }: { index: number; timeZone: string },
): Piece {
  const told = ctx.say('dead-line', {
    count,
    chats,
    date: momentIn(latestAt, { timeZone, language: ctx.say.language }),
  });
  const why = reason === UNCERTAIN ? ctx.say('dead-uncertain') : quoted(reason);
  return join([`${index + 1}. `, bold(why), `\n${told}`]);
}

function keyOf(reason: string): string {
  return createHash('sha256').update(reason).digest('base64url').slice(0, 16);
}
