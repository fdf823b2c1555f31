import type { MiddlewareFn } from 'grammy';
import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import { isOfTelegram, type Refusal, refusalOf } from '../telegram/refusal.ts';
import { acknowledge, answer, type BotContext } from './context.ts';

export type Turns = {
  middleware: MiddlewareFn<BotContext>;
  /** Resolves when this update has been dealt with, or is not known. */
  dealtWith(updateId: number): Promise<void>;
  /** Resolves when every update taken up has been dealt with. */
  idle(): Promise<void>;
};

/** Long polling takes up the next update only when this one has been dealt with, or after this long. */
const PATIENCE_MS = 400;

/**
 * Updates of one chat in their order, those of others beside them: a slow answer keeps nobody else waiting. An
 * update that is dealt with quickly is confirmed to Telegram only afterwards, so a crash does not swallow it.
 * Whatever became of it, a press of a button is answered.
 */
export function createTurns(clock: Clock, log: Log): Turns {
  const last = new Map<string, Promise<void>>();
  const underWay = new Map<number, Promise<void>>();

  return {
    async middleware(ctx, next) {
      const key = keyOf(ctx);
      const turn = (last.get(key) ?? Promise.resolve())
        .then(next)
        .catch((error: unknown) => explain(ctx, error, log))
        .then(() => acknowledge(ctx))
        .catch((error: unknown) => log('apology.crashed', { error }));
      last.set(key, turn);
      const { update_id: updateId } = ctx.update;
      underWay.set(updateId, turn);
      void turn.then(() => {
        underWay.delete(updateId);
        if (last.get(key) === turn) last.delete(key);
      });
      const done = new AbortController();
      void turn.then(() => done.abort());
      await clock.sleep(PATIENCE_MS, done.signal);
    },
    dealtWith: async (updateId) => underWay.get(updateId),
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}

/** What somebody types after our name belongs to no chat: it waits for none. */
function keyOf({ inlineQuery, chat, from }: BotContext): string {
  return inlineQuery ? `inline ${inlineQuery.from.id}` : `${chat?.id ?? from?.id ?? 0}`;
}

/** What Telegram refuses for what it is, and not for where it goes. */
const OUR_FAULT: Refusal['kind'][] = ['form', 'buttons', 'picture', 'unsupported', 'unchanged'];

/** A chat that takes no answer, or a Telegram that is down, is no fault; of anything else whoever asked hears. */
async function explain(ctx: BotContext, error: unknown, log: Log): Promise<void> {
  const updateId = ctx.update.update_id;
  const refusal = isOfTelegram(error) ? refusalOf(error) : null;
  if (refusal && !OUR_FAULT.includes(refusal.kind)) {
    log('answer.refused', { updateId, ...refusal });
    return;
  }
  log('update.crashed', { updateId, error });
  if (!ctx.say || ctx.chat?.type === 'channel') return;
  const text = ctx.say('went-wrong');
  try {
    await (ctx.callbackQuery ? acknowledge(ctx, text) : answer(ctx, text));
  } catch (fault) {
    log('apology.failed', { error: fault });
  }
}
