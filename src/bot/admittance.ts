import type { MiddlewareFn } from 'grammy';
import type { EpochMs } from '../model.ts';
import type { Admitted } from '../relay/admission.ts';
import { askerOf, isForUs } from './allowed.ts';
import { acknowledge, answer, type BotContext } from './context.ts';
import { knock, turnedKey } from './knocking.ts';
import type { BotParts } from './parts.ts';

/** Who was turned away hears so again after an hour, and not at every word. */
const AGAIN_MS = 3_600_000;

/** The door: whom the bot serves goes on to its features; others are told kindly, and their owners are asked. */
export function admittance(parts: BotParts): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    // A channel's post in its discussion group: what it says is said to readers.
    if (!ctx.callbackQuery && ctx.msg?.is_automatic_forward) return;
    const { id, kind } = ctx.known;
    const admitted = await parts.admission.admitted({ id, kind }, askerOf(ctx));
    if (admitted === 'in' || (admitted === 'unknown' && isReading(ctx))) return next();
    if (isForUs(ctx)) await turnAway(ctx, admitted, parts);
  };
}

/** Whoever sees a post may read its article: the readers of a channel are not asked who they are. */
function isReading(ctx: BotContext): boolean {
  if (ctx.callbackQuery) return /^r[bp]?:/.test(ctx.callbackQuery.data ?? '');
  return ctx.known.kind === 'private' && /^\/start r_[\w-]+$/.test(ctx.msg?.text ?? '');
}

/** Says so at a press always, else once in a while. */
async function turnAway(ctx: BotContext, admitted: Admitted, parts: BotParts): Promise<void> {
  const { notes } = parts.store;
  const now = parts.clock.now();
  const key = admitted === 'unknown' ? await knock(ctx, parts) : 'turned-away';
  if (ctx.callbackQuery) return acknowledge(ctx, { text: ctx.say(key), show_alert: true });
  const told = await notes.get<EpochMs>(turnedKey(ctx.known.id));
  if (told !== undefined && told > now - AGAIN_MS) return;
  await notes.set(turnedKey(ctx.known.id), now, AGAIN_MS);
  await answer(ctx, ctx.say(key));
}
