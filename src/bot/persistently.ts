import { type Composer, GrammyError, HttpError, type MiddlewareFn } from 'grammy';
import type { Log } from '../log.ts';
import type { Clock } from '../model.ts';
import type { BotContext } from './context.ts';

const AGAIN_MS = 5_000;
/** Ten minutes: a disk that is full for longer has its owner's attention. */
const MOST_TRIES = 120;

/**
 * What becomes of its chats Telegram tells us once: a chat whose return is missed would get nothing for ever. So where
 * our own disk fails such an update is dealt with again; what people ask for they can ask again.
 */
export function persistently(
  deal: Composer<BotContext>,
  { clock, log }: { clock: Pick<Clock, 'sleep'>; log: Log },
): MiddlewareFn<BotContext> {
  const dealWith = deal.middleware();
  return async (ctx, next) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await dealWith(ctx, next);
      } catch (error) {
        if (!isToldOnce(ctx) || isAnswered(error) || tries >= MOST_TRIES) throw error;
        log('update.crashed', { updateId: ctx.update.update_id, tries, error });
      }
      await clock.sleep(AGAIN_MS);
    }
  };
}

/** None of these is passed on to a feature, so nothing is done twice. */
function isToldOnce({ myChatMember, message }: BotContext): boolean {
  if (myChatMember) return true;
  const { migrate_to_chat_id, migrate_from_chat_id, forum_topic_reopened } = message ?? {};
  return [migrate_to_chat_id, migrate_from_chat_id, forum_topic_reopened].some(Boolean);
}

function isAnswered(error: unknown): boolean {
  return error instanceof GrammyError || error instanceof HttpError;
}
