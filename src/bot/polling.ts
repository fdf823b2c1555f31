import type { Bot, BotError } from 'grammy';
import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import { type Refusal, refusalOf } from '../telegram/refusal.ts';
import type { BotContext } from './context.ts';
import { createSayOnce } from './sayonce.ts';
import type { ToldOnce } from './toldonce.ts';

export type Polling = {
  /** Resolves when updates are polled for the first time; rejects when Telegram refuses the token. */
  begun: Promise<void>;
  stop(): Promise<void>;
};

/** The updates the bot wants; the list is sticky on Telegram's side, so it is always given whole. */
export const ALLOWED_UPDATES = [
  'message',
  'callback_query',
  'my_chat_member',
  'chat_member',
  'inline_query',
  'message_reaction',
] as const;

/** Another poller, or a webhook, is in the way: it may go. */
const AGAIN_MS = 10_000;

type PollDeps = { toldOnce: ToldOnce; clock: Clock; log: Log };

/** Long polling that goes on through outages and rivals; each update is confirmed after it was dealt with. */
export function poll(bot: Bot<BotContext>, { toldOnce, clock, log }: PollDeps): Polling {
  const stopping = new AbortController();
  const signal = stopping.signal as Parameters<typeof bot.api.getMe>[0];
  const { promise: begun, resolve, reject } = Promise.withResolvers<void>();
  let hasDealtWithLeft = false;
  // A rival that polls too is there for long, and each of our attempts meets it.
  const said = createSayOnce(clock, (reason) => log('polling.failed', { reason }));
  const ended = run();
  return {
    begun,
    async stop() {
      stopping.abort();
      toldOnce.stop();
      // What could not be kept is not confirmed either: `bot.stop` would do that.
      if (toldOnce.isKeeping()) return;
      // It confirms the last update once more; where Telegram is not reached that one just comes again.
      if (bot.isRunning()) await bot.stop().catch(refusalOf);
      await ended;
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const refusal = await untilRefused();
      if (!refusal || stopping.signal.aborted) continue;
      if (refusal.kind === 'unauthorized' && !bot.isInited()) {
        return reject(new Error('Telegram does not accept this BOT_TOKEN'));
      }
      said(refusal.reason);
      await clock.sleep(AGAIN_MS, stopping.signal);
    }
  }

  async function dealWithLeft(): Promise<void> {
    for (const update of await toldOnce.left()) {
      await bot
        .handleUpdate(update)
        .catch((error: BotError<BotContext>) => bot.errorHandler(error));
    }
    hasDealtWithLeft = true;
  }

  async function untilRefused(): Promise<Refusal | null> {
    try {
      // Not left to `bot.start`: that would ask for ever in silence while Telegram is not reached.
      if (!bot.isInited()) bot.botInfo = await bot.api.getMe(signal);
      if (!hasDealtWithLeft) await dealWithLeft().catch((error) => log('inbox.crashed', { error }));
      // Begun after `stop` had looked whether it runs, nobody would end it.
      if (stopping.signal.aborted) return null;
      await bot.start({ allowed_updates: ALLOWED_UPDATES, onStart: () => resolve() });
      return null;
    } catch (error) {
      return refusalOf(error);
    }
  }
}
