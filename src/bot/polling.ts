import type { Bot } from 'grammy';
import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import { refusalOf } from '../telegram/refusal.ts';
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
      if (bot.isRunning()) await bot.stop();
      await ended;
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await bot.start({ allowed_updates: ALLOWED_UPDATES, onStart: () => resolve() });
      } catch (error) {
        const { kind, reason } = refusalOf(error);
        if (kind === 'unauthorized' && !bot.isInited()) {
          reject(new Error('Telegram does not accept this BOT_TOKEN', { cause: error }));
          return;
        }
        log('polling.failed', { reason });
        await clock.sleep(AGAIN_MS, stopping.signal);
      }
    }
  }
}
