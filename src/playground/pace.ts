import type { EpochMs } from '../model.ts';
import { tooManyRequests } from './refusals.ts';

/** When messages were accepted, per chat and altogether; oldest first. */
export type Pace = { byChat: Map<number, EpochMs[]>; all: EpochMs[] };

type Window = { count: number; ms: number };

/** "Avoid more than one message per second; short bursts may go over": three in three seconds
 *  (core.telegram.org/bots/faq). */
const CHAT: Window = { count: 3, ms: 3_000 };
const GROUP: Window = { count: 20, ms: 60_000 };
const EVERYWHERE: Window = { count: 30, ms: 1_000 };
/** With `allow_paid_broadcast`. */
const PAID: Window = { count: 1_000, ms: 1_000 };

export function createPace(): Pace {
  return { byChat: new Map(), all: [] };
}

/** Takes `cost` places in the windows of a chat, or throws the 429 that says how long to wait.
 *  The returned function gives the places back, for a message that was refused after all. */
export function admit(
  pace: Pace,
  chat: { id: number; isGroup: boolean; isPaid: boolean },
  cost: number,
  now: EpochMs,
): () => void {
  const inChat = recent(pace.byChat.get(chat.id) ?? [], now);
  const waits = [
    waitFor(inChat, CHAT, cost, now),
    chat.isGroup ? waitFor(inChat, GROUP, cost, now) : 0,
    waitFor(recent(pace.all, now), chat.isPaid ? PAID : EVERYWHERE, cost, now),
  ];
  const waitMs = Math.max(...waits);
  if (waitMs > 0) throw tooManyRequests(Math.ceil(waitMs / 1000));
  const places = Array.from({ length: cost }, () => now);
  pace.byChat.set(chat.id, [...inChat, ...places]);
  pace.all = [...recent(pace.all, now), ...places];
  return () => {
    pace.byChat.set(chat.id, without(pace.byChat.get(chat.id) ?? [], now, cost));
    pace.all = without(pace.all, now, cost);
  };
}

/** Milliseconds until the window has room; an album larger than the window passes when it is empty. */
function waitFor(accepted: readonly EpochMs[], window: Window, cost: number, now: EpochMs): number {
  const inside = accepted.filter((at) => at > now - window.ms);
  const surplus = Math.min(inside.length, inside.length + cost - window.count);
  if (surplus <= 0) return 0;
  return (inside[surplus - 1] ?? now) + window.ms - now;
}

function recent(accepted: readonly EpochMs[], now: EpochMs): EpochMs[] {
  return accepted.filter((at) => at > now - GROUP.ms);
}

function without(accepted: readonly EpochMs[], at: EpochMs, count: number): EpochMs[] {
  const first = accepted.indexOf(at);
  return first < 0 ? [...accepted] : accepted.toSpliced(first, count);
}
