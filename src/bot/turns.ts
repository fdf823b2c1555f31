import type { MiddlewareFn } from 'grammy';
import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import type { BotContext } from './context.ts';

export type Turns = {
  middleware: MiddlewareFn<BotContext>;
  /** Resolves when every update taken up has been dealt with. */
  idle(): Promise<void>;
};

/** Long polling takes up the next update only when this one has been dealt with, or after this long. */
const PATIENCE_MS = 400;

/**
 * Updates of one chat in their order, those of others beside them: a slow answer keeps nobody else waiting. An
 * update that is dealt with quickly is confirmed to Telegram only afterwards, so a crash does not swallow it.
 */
export function createTurns(clock: Clock, log: Log): Turns {
  const last = new Map<number, Promise<void>>();

  return {
    async middleware(ctx, next) {
      const key = ctx.chat?.id ?? ctx.from?.id ?? 0;
      const turn = (last.get(key) ?? Promise.resolve()).then(async () => {
        try {
          await next();
        } catch (error) {
          log('update.crashed', { updateId: ctx.update.update_id, error });
          await apologise(ctx).catch((fault) => log('apology.failed', { error: fault }));
        }
      });
      last.set(key, turn);
      void turn.then(() => {
        if (last.get(key) === turn) last.delete(key);
      });
      const done = new AbortController();
      void turn.then(() => done.abort());
      await clock.sleep(PATIENCE_MS, done.signal);
    },
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}

/** Whoever asked hears that it failed. */
async function apologise(ctx: BotContext): Promise<void> {
  if (!ctx.say || ctx.chat?.type === 'channel') return;
  const text = ctx.say('went-wrong');
  await (ctx.callbackQuery ? ctx.answerCallbackQuery(text) : ctx.reply(text));
}
