import type { EpochMs } from '../src/model.ts';
import type { PacedChat } from '../src/telegram/pace.ts';

/** What Telegram counted. */
export type Counted = { taken: number; floods: number; lastAt: EpochMs };

export type Limits = Counted & {
  /** What arrives is taken, or a 429. */
  arrive(chat: PacedChat, now: EpochMs): 'taken' | 'flood';
};

/** Three at once to a chat pass, and one a second; twenty a minute to a group (core.telegram.org/bots/faq). */
const CHAT = { count: 3, perMs: 3_000 };
const GROUP = { count: 20, perMs: 60_000 };
const SECOND_MS = 1_000;
/** So many arrivals and those whom they concern are forgotten. */
const SWEEP_EVERY = 100_000;

/** Telegram's limits as the playground has them, for millions of messages: `everywhere` of them in any second. */
export function createLimits(everywhere: number): Limits {
  /** The last `everywhere` arrivals, in a ring. */
  const ring = new Float64Array(everywhere).fill(Number.NEGATIVE_INFINITY);
  const ofChats = new Map<number, EpochMs[]>();
  const limits: Limits = { taken: 0, floods: 0, lastAt: 0, arrive };
  return limits;

  function arrive({ id, group }: PacedChat, now: EpochMs): 'taken' | 'flood' {
    const keepMs = group === 'group' ? GROUP.perMs : CHAT.perMs;
    const moments = (ofChats.get(id) ?? []).filter((at) => at > now - keepMs);
    const isTooFast =
      (ring[limits.taken % everywhere] ?? 0) > now - SECOND_MS ||
      moments.filter((at) => at > now - CHAT.perMs).length >= CHAT.count ||
      (group === 'group' && moments.length >= GROUP.count);
    if (isTooFast) {
      limits.floods += 1;
      return 'flood';
    }
    ring[limits.taken % everywhere] = now;
    limits.lastAt = now;
    ofChats.set(id, [...moments, now]);
    limits.taken += 1;
    if (limits.taken % SWEEP_EVERY === 0) forget(now - GROUP.perMs);
    return 'taken';
  }

  function forget(before: EpochMs): void {
    for (const [id, moments] of ofChats) {
      if ((moments.at(-1) ?? 0) < before) ofChats.delete(id);
    }
  }
}
