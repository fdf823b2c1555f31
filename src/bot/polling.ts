import type { Bot } from 'grammy';
import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import { type Refusal, refusalOf } from '../telegram/refusal.ts';
import type { BotContext } from './context.ts';

export type Polling = {
  /** Resolves when updates are polled for the first time; rejects when Telegram refuses the token. */
  begun: Promise<void>;
  stop(): Promise<void>;
};

/** The updates the bot wants; the list is sticky on Telegram's side, so it is always given whole. */
const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;

/** Another poller, or a webhook, is in the way: it may go. */
const AGAIN_MS = 10_000;

/** Long polling that goes on through outages and rivals; each update is confirmed after it was dealt with. */
export function poll(bot: Bot<BotContext>, { clock, log }: { clock: Clock; log: Log }): Polling {
  const stopping = new AbortController();
  const { promise: begun, resolve, reject } = Promise.withResolvers<void>();
  const ended = run();
  return {
    begun,
    async stop() {
      stopping.abort();
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
      log('polling.failed', { reason: refusal.reason });
      await clock.sleep(AGAIN_MS, stopping.signal);
    }
  }

  async function untilRefused(): Promise<Refusal | null> {
    try {
      // Not left to `bot.start`: that would ask for ever in silence while Telegram is not reached.
      if (!bot.isInited()) bot.botInfo = await bot.api.getMe();
      await bot.start({ allowed_updates: ALLOWED_UPDATES, onStart: () => resolve() });
      return null;
    } catch (error) {
      return refusalOf(error);
    }
  }
}
