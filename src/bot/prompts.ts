import { Composer } from 'grammy';
import { cleanText } from '../post/text.ts';
import type { Prompt } from '../store/schema.ts';
import { mayTurnHere } from './allowed.ts';
import { type Asked, FORGOTTEN_MS, PATIENCE_MS } from './asking.ts';
import { acknowledge, answer, type BotContext, isGroup, respond } from './context.ts';
import { digestWritten } from './digest.ts';
import { nameWritten } from './feedcard.ts';
import { filterWritten } from './filter.ts';
import type { BotParts } from './parts.ts';
import { quietWritten } from './quiet.ts';
import { settingsOf } from './settings.ts';
import type { Scope, Settings } from './settingsdata.ts';
import { subscribeTo } from './subscribe.ts';
import { targetOf } from './target.ts';
import { templateWritten } from './template.ts';
import { zoneWritten } from './timezone.ts';

/** Deals with what was written; answers false when it could not be read, and its writer was told so. */
type Deal = (
  ctx: BotContext,
  text: string,
  about: { stand: Settings; parts: BotParts },
) => Promise<boolean>;

const DEALS: Record<Exclude<Asked, 'feed' | 'name'>, Deal> = {
  filter: filterWritten,
  template: templateWritten,
  digest: digestWritten,
  quiet: quietWritten,
  zone: zoneWritten,
};

/**
 * Answers to questions of ours (see `askFor`): the next words of whoever was asked, in a group their reply. Any command
 * ends a question, and so does Cancel. Data: `pc`.
 */
export function prompts(parts: BotParts): Composer<BotContext> {
  const { store, clock } = parts;
  const feature = new Composer<BotContext>();

  feature.on('message:text', async (ctx, next) => {
    const prompt = await promptFor(ctx, parts);
    if (!prompt) return next();
    await store.prompts.forget(prompt.chatId, prompt.userId);
    const lateMs = clock.now() - prompt.expiresAt;
    // An address is understood without a question.
    const isOver =
      isCommand(ctx) || lateMs > FORGOTTEN_MS || (lateMs > 0 && prompt.kind === 'feed');
    if (isOver) return next();
    if (lateMs > 0) return void (await answer(ctx, ctx.say('prompt-expired')));
    if (await deal(ctx, prompt, parts)) return;
    await store.prompts.ask({ ...prompt, expiresAt: clock.now() + PATIENCE_MS });
  });

  feature.callbackQuery('pc', async (ctx) => {
    const prompt = await store.prompts.of(ctx.known.id, ctx.from.id);
    const isTheirs = prompt?.messageId === ctx.callbackQuery.message?.message_id;
    if (!isTheirs && !(await mayTurnHere(ctx, parts.rights))) return;
    await store.prompts.forget(ctx.known.id, ctx.from.id);
    await acknowledge(ctx);
    await respond(ctx, ctx.say('cancelled'));
  });

  return feature;
}

/** The question that these words end, as its answer or because they are a command. */
async function promptFor(ctx: BotContext, { store }: BotParts): Promise<Prompt | undefined> {
  const repliesTo = ctx.msg?.reply_to_message?.message_id;
  const isFree = !isGroup(ctx.known) || isCommand(ctx);
  // Most of what is said in a group is no answer to us, and asks nothing of the disk.
  if (!isFree && repliesTo === undefined) return undefined;
  const prompt = await store.prompts.of(ctx.known.id, ctx.from?.id ?? 0);
  return isFree || repliesTo === prompt?.messageId ? prompt : undefined;
}

function isCommand(ctx: BotContext): boolean {
  return ctx.msg?.text?.startsWith('/') === true;
}

/** Answers whether the question is over. Rights are asked anew: they may have been taken meanwhile. */
async function deal(ctx: BotContext, prompt: Prompt, parts: BotParts): Promise<boolean> {
  const text = cleanText(ctx.msg?.text ?? '').trim();
  const scope = JSON.parse(prompt.about) as Scope;
  const kind = prompt.kind as Asked;
  if (kind === 'feed') {
    await subscribeTo(ctx, text, parts);
    return true;
  }
  if (kind === 'name') return nameWritten(ctx, text, { feedId: scope.feedId ?? 0, parts });
  const elsewhere = scope.chatId === ctx.known.id ? null : String(scope.chatId);
  if (!(await targetOf(ctx, elsewhere, parts))) return true;
  const stand = await settingsOf(scope, parts);
  if (!stand) {
    await answer(ctx, ctx.say('gone-button'));
    return true;
  }
  return DEALS[kind](ctx, text, { stand, parts });
}
