import { type Bot, HttpError } from 'grammy';
import type { BotContext } from './context.ts';

/** Whether this process is the one that talks with people, of several that could. */
export type OnDuty = {
  isOurs(): boolean;
  /** Resolves when it surely is, or never will be again. */
  ours(): Promise<void>;
  /** Aborted when it is not sure any more. */
  signal(): AbortSignal;
};

/** Nothing is asked of Telegram's updates, confirmed or dealt with but by the process whose duty that is: otherwise two
 *  would answer the same person, or each take the other's for dealt with. */
export function keepToDuty(bot: Bot<BotContext>, duty: OnDuty): void {
  bot.api.config.use((previous, method, payload, signal) => {
    if (method !== 'getUpdates') return previous(method, payload, signal);
    if (!duty.isOurs()) {
      throw new HttpError('Another process may ask for updates by now', new Error('not on duty'));
    }
    return untilEither(duty.signal(), signal, (either) => previous(method, payload, either));
  });
  bot.use(async (_, next) => {
    await duty.ours();
    // What is dropped here is not confirmed: whoever is on duty gets it.
    if (duty.isOurs()) await next();
  });
}

type GrammySignal = Parameters<Parameters<Bot['api']['config']['use']>[0]>[3];

/** Not by `AbortSignal.any`: grammY's are not the platform's. */
async function untilEither<Answer>(
  doubt: AbortSignal,
  signal: GrammySignal,
  act: (either: GrammySignal) => Promise<Answer>,
): Promise<Answer> {
  const either = new AbortController();
  const abort = () => either.abort();
  if (doubt.aborted || signal?.aborted) abort();
  doubt.addEventListener('abort', abort);
  signal?.addEventListener('abort', abort);
  try {
    return await act(either.signal as GrammySignal);
  } finally {
    doubt.removeEventListener('abort', abort);
    signal?.removeEventListener('abort', abort);
  }
}
