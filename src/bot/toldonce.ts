import type { Composer, MiddlewareFn } from 'grammy';
import type { Update } from 'grammy/types';
import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import type { KeptUpdate } from '../store/inbox.ts';
import type { Store } from '../store/store.ts';
import { isOfTelegram } from '../telegram/refusal.ts';
import type { BotContext } from './context.ts';

/**
 * What becomes of its chats Telegram tells us once: a chat whose return is missed would get nothing for ever. So such an
 * update is kept on disk before it is confirmed, and until it has been dealt with; what people ask for they can ask again.
 */
export type ToldOnce = {
  /** Goes first: an update passes when it is safe. Until then Telegram's poll waits, and would bring it again. */
  keep: MiddlewareFn<BotContext>;
  /** Deals with it as often as our own disk makes it fail. */
  persistently(composer: Composer<BotContext>): MiddlewareFn<BotContext>;
  /** Whether an update waits to be safe: then nothing may be confirmed. */
  isKeeping(): boolean;
  /** Updates that an earlier life of this process had no time for. */
  left(): Promise<Update[]>;
  /** Nothing is tried any more. */
  stop(): void;
};

type ToldOnceDeps = { inbox: Store['inbox']; clock: Clock; log: Log };

const AGAIN_MS = 5_000;
/** Ten minutes: a disk that is full for longer has its owner's attention. The next start tries again. */
const MOST_TRIES = 120;
/** Telegram itself keeps an update for a day. */
export const REMEMBERED_MS = 2 * 24 * 3_600_000;

export function createToldOnce({ inbox, clock, log }: ToldOnceDeps): ToldOnce {
  const stopping = new AbortController();
  let keeping = 0;

  return {
    async keep(ctx, next) {
      if (isToldOnce(ctx.update)) await keep(ctx.update);
      await next();
    },

    persistently(composer) {
      const dealWith = composer.middleware();
      return async (ctx, next) => {
        const deal = async () => void (await dealWith(ctx, next));
        if (isToldOnce(ctx.update)) await untilDone(ctx.update, deal);
        else await deal();
      };
    },

    isKeeping: () => keeping > 0,
    async left() {
      await inbox.forget(clock.now() - REMEMBERED_MS);
      return (await inbox.left()).map(({ body }) => JSON.parse(body) as Update);
    },
    stop: () => stopping.abort(),
  };

  async function keep(update: Update): Promise<void> {
    const kept = keptOf(update);
    keeping += 1;
    for (let isKept = false; !isKept; ) {
      // Passed on it would be confirmed: the process ends without it, and is told again.
      if (stopping.signal.aborted) await new Promise(() => {});
      isKept = await inbox.keep(kept).then(
        () => true,
        (error: unknown) => failed('update.unkept', update, error),
      );
    }
    keeping -= 1;
  }

  async function untilDone(update: Update, deal: () => Promise<unknown>): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await deal();
        return await inbox.done(update.update_id, clock.now());
      } catch (error) {
        if (isOfTelegram(error)) {
          // Only what is said to the chat can be refused, and that comes last.
          await inbox.done(update.update_id, clock.now());
          throw error;
        }
        if (tries >= MOST_TRIES || stopping.signal.aborted) throw error;
        await failed('update.crashed', update, error);
      }
    }
  }

  async function failed(event: string, { update_id: updateId }: Update, error: unknown) {
    log(event, { updateId, error });
    await clock.sleep(AGAIN_MS, stopping.signal);
    return false;
  }
}

export function keptOf(update: Update): KeptUpdate {
  return { updateId: update.update_id, body: JSON.stringify(update) };
}

/** None of these is passed on to a feature, so nothing is done twice. */
export function isToldOnce({ my_chat_member, message }: Update): boolean {
  if (my_chat_member) return true;
  const { migrate_to_chat_id, migrate_from_chat_id, forum_topic_reopened } = message ?? {};
  return [migrate_to_chat_id, migrate_from_chat_id, forum_topic_reopened].some(Boolean);
}
