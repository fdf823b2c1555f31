import type { Bot, BotError } from 'grammy';
import type { Update } from 'grammy/types';
import type { Log } from '../log.ts';
import type { Clock, EpochMs } from '../model.ts';
import type { Store } from '../store/store.ts';
import type { Conversation } from './bot.ts';
import type { BotContext } from './context.ts';
import { isToldOnce, keptOf, REMEMBERED_MS } from './toldonce.ts';

/** Takes updates that are brought: each is on disk before it counts as taken, and dealt with once and in its order. */
export type Intake = {
  /** Resolves when the update is safe; 'later': it was not taken. */
  take(update: Update): Promise<'taken' | 'later'>;
  /** Deals with what an earlier life left, and then takes. */
  open(): Promise<void>;
  isOpen(): boolean;
  /** When the latest one was taken; 0: none in this life. */
  takenAt(): EpochMs;
  /** Takes no more; resolves when all that was taken has been dealt with. */
  close(): Promise<void>;
};

export type IntakeDeps = {
  conversation: Conversation;
  inbox: Store['inbox'];
  /** Whether this process is the one that talks with people, of several that could. */
  isOurs: () => boolean;
  clock: Pick<Clock, 'now'>;
  log: Log;
};

/** Of what was dealt with the ids are forgotten so often, and at each start. */
const FORGET_EVERY = 500;

export function createIntake(
  bot: Bot<BotContext>,
  { conversation, inbox, isOurs, clock, log }: IntakeDeps,
): Intake {
  let isOpen = false;
  let takenAt: EpochMs = 0;
  let dealtWith = 0;
  const endings = new Set<Promise<void>>();
  let dealt: Promise<void> = Promise.resolve();

  return {
    async take(update) {
      if (!isOpen || !isOurs()) return 'later';
      const safe = isFleeting(update) ? Promise.resolve(true) : inbox.keep(keptOf(update));
      dealt = inTurn(dealt, safe, update);
      await safe;
      takenAt = clock.now();
      return 'taken';
    },
    async open() {
      try {
        for (const update of await conversation.toldOnce.left()) await deal(update);
      } catch (error) {
        log('inbox.crashed', { error });
      }
      isOpen = true;
    },
    isOpen: () => isOpen,
    takenAt: () => takenAt,
    async close() {
      isOpen = false;
      await dealt;
      await Promise.all(endings);
    },
  };

  /** What could not be kept is Telegram's still, and what was here before is dealt with already. */
  async function inTurn(before: Promise<void>, safe: Promise<boolean>, update: Update) {
    await before;
    const isNew = await safe.catch(() => false);
    if (isNew) await deal(update).catch((error) => log('inbox.crashed', { error }));
  }

  /** Goes on when others of other chats may; what it waits for before it counts as done may take longer. */
  async function deal(update: Update): Promise<void> {
    await bot.handleUpdate(update).catch((error: BotError<BotContext>) => bot.errorHandler(error));
    const ending = end(update)
      .catch((error) => log('inbox.crashed', { error }))
      .finally(() => endings.delete(ending));
    endings.add(ending);
  }

  async function end(update: Update): Promise<void> {
    await conversation.dealtWith(update.update_id);
    // What was dropped because the duty was lost waits for whoever has it.
    if (isFleeting(update) || isToldOnce(update) || !isOurs()) return;
    await inbox.done(update.update_id, clock.now());
    dealtWith += 1;
    if (dealtWith % FORGET_EVERY === 0) await inbox.forget(clock.now() - REMEMBERED_MS);
  }
}

/** Nobody waits for its answer after a few seconds: it is not worth the disk. */
function isFleeting({ inline_query }: Update): boolean {
  return inline_query !== undefined;
}
