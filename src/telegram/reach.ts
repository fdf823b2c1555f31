import type { Api, Transformer } from 'grammy';
import type { ApiResponse } from 'grammy/types';
import type { Log } from '../log.ts';
import type { Clock, EpochMs } from '../model.ts';

/** Whether Telegram can be reached from here, as far as our calls tell. */
export type Reach = {
  /** To be put into every door to Telegram. */
  watch: Transformer;
  /** When it last answered; null: not yet. Asks it, if that was long ago. */
  lastAt(api: Pick<Api, 'getMe'>): Promise<EpochMs | null>;
};

/** A long poll takes half a minute, and whoever only sends may be silent for longer. */
const LATELY_MS = 60_000;
/** Shorter outages are nobody's concern. */
const AWAY_MS = 60_000;
const SAID_MS = 3_600_000;

/** Tells the log when Telegram is away for a minute, then hourly; and when it is back. */
export function createReach(clock: Pick<Clock, 'now'>, log: Log): Reach {
  let answeredAt: EpochMs | null = null;
  let awaySince: EpochMs | null = null;
  let saidAt: EpochMs | null = null;

  return {
    async watch(previous, method, payload, signal) {
      try {
        const answer = await previous(method, payload, signal);
        if (isDown(answer)) away();
        else answered();
        return answer;
      } catch (error) {
        if (!signal?.aborted) away();
        throw error;
      }
    },
    async lastAt(api) {
      const isLate = answeredAt === null || clock.now() - answeredAt > LATELY_MS;
      if (isLate) await asked(api);
      return answeredAt;
    },
  };

  function answered(): void {
    const now = clock.now();
    if (saidAt !== null) log('telegram.back', { awayMs: now - (awaySince ?? now) });
    answeredAt = now;
    [awaySince, saidAt] = [null, null];
  }

  function away(): void {
    const now = clock.now();
    awaySince ??= now;
    if (now - awaySince < AWAY_MS || (saidAt !== null && now - saidAt < SAID_MS)) return;
    saidAt = now;
    log('telegram.failed', { awayMs: now - awaySince });
  }
}

/** Whoever asks whether we are ready wants to know it soon. */
const ASK_MS = 3_000;

/** What it answers, and that it does not, is noted by `watch`. */
async function asked(api: Pick<Api, 'getMe'>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ASK_MS);
  await Promise.race([
    api.getMe().then(
      () => {},
      () => {},
    ),
    late,
  ]);
  clearTimeout(timer);
}

function isDown(answer: ApiResponse<unknown>): boolean {
  return !answer.ok && answer.error_code >= 500;
}
