import type { EpochMs } from '../model.ts';
import { type Rate, slower as slowedBy } from './window.ts';

/** Telegram's 429 answers, and what is learnt from them: who is left alone for how long, and how much slower things go
 *  then. What was slowed is quick again step by step, when nothing happens. */
export type Floods = {
  /** Telegram wants nothing sent to this chat for so long. */
  flooded(chatId: number, afterMs: number, now: EpochMs): void;
  /** Until when everyone, or this chat, is left alone; a moment past when not. */
  restsUntil(chatId?: number): EpochMs;
  /** This chat is to be left alone until then. */
  rest(chatId: number, until: EpochMs): void;
  /** A rate as it is now: of all chats together, or of this one. */
  slowed(rate: Rate, now: EpochMs, chatId?: number): Rate;
  shift(byMs: number): void;
};

type Slowness = { steps: number; at: EpochMs };

/** Of a rate's span. */
const STEP = 1.5;
const MOST_STEPS = 4;
/** Quiet time after which one step is taken back. */
const QUIET_MS = 60_000;
/** So many chats within so long: then it is not the chats. */
const CHATS = 3;
const TOGETHER_MS = 1_000;
/** Spread by it, those that were told the same do not come back at the same moment. */
const JITTER_MS = 1_000;
const FORGET_AT = 1_000;

export function createFloods(): Floods {
  const rests = new Map<number, EpochMs>();
  const slow = new Map<number, Slowness>();
  let everyone: Slowness = { steps: 0, at: 0 };
  let allRestUntil: EpochMs = 0;
  /** The latest, by chat. */
  let recent: { chatId: number; at: EpochMs; until: EpochMs }[] = [];

  return {
    shift,
    rest: (chatId, until) => void rests.set(chatId, Math.max(until, rests.get(chatId) ?? 0)),
    restsUntil: (chatId) =>
      Math.max(allRestUntil, chatId === undefined ? 0 : (rests.get(chatId) ?? 0)),

    slowed(rate, now, chatId) {
      const slowness = chatId === undefined ? everyone : slow.get(chatId);
      const steps = slowness ? stepsAt(slowness, now) : 0;
      return slowedBy(rate, STEP ** steps);
    },

    flooded(chatId, afterMs, now) {
      forget(now);
      const until = now + afterMs + jitterOf(chatId);
      rests.set(chatId, Math.max(until, rests.get(chatId) ?? 0));
      slow.set(chatId, slower(slow.get(chatId), now));
      recent = recent.filter((it) => it.chatId !== chatId && now - it.at < TOGETHER_MS);
      recent.push({ chatId, at: now, until });
      if (recent.length < CHATS) return;
      allRestUntil = Math.max(allRestUntil, ...recent.map((it) => it.until));
      everyone = slower(everyone, now);
      recent = [];
    },
  };

  function shift(byMs: number): void {
    for (const [chatId, end] of rests) rests.set(chatId, end + byMs);
    for (const [chatId, it] of slow) slow.set(chatId, { ...it, at: it.at + byMs });
    recent = recent.map((it) => ({ ...it, at: it.at + byMs, until: it.until + byMs }));
    everyone = { ...everyone, at: everyone.at + byMs };
    allRestUntil += byMs;
  }

  function forget(now: EpochMs): void {
    if (rests.size + slow.size < FORGET_AT) return;
    for (const [chatId, end] of rests) if (end <= now) rests.delete(chatId);
    for (const [chatId, it] of slow) if (stepsAt(it, now) === 0) slow.delete(chatId);
  }
}

function slower(slowness: Slowness | undefined, now: EpochMs): Slowness {
  const steps = slowness ? stepsAt(slowness, now) : 0;
  return { steps: Math.min(steps + 1, MOST_STEPS), at: now };
}

function stepsAt({ steps, at }: Slowness, now: EpochMs): number {
  return Math.max(0, steps - Math.floor((now - at) / QUIET_MS));
}

/** The same for the same chat, and well spread over chats: Knuth's multiplicative hash. */
function jitterOf(chatId: number): number {
  return (Math.abs(chatId) * 2_654_435_761) % JITTER_MS;
}
