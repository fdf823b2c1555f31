import { createPace, type Pace, type PacedChat } from '../../src/telegram/pace.ts';
import { createTestClock, type TestClock } from '../clock.ts';

export const RATES = {
  global: { count: 30, perMs: 1_000 },
  chat: { count: 1, perMs: 1_000 },
  group: { count: 20, perMs: 60_000 },
};
export const START = 1_000_000;
export const ANNA: PacedChat = { id: 7, group: 'other' };
export const GROUP: PacedChat = { id: -100, group: 'group' };

export const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

export function paceAt(startedAt = START) {
  const clock = createTestClock(startedAt);
  return { clock, pace: createPace(RATES, clock) };
}

/** Sends a broadcast as soon as it may go, and answers when that was. */
export async function broadcast(pace: Pace, clock: TestClock, chat: PacedChat) {
  const at = pace.readyAt(chat, clock.now());
  await clock.advance(at - clock.now(), settled);
  pace.take(chat, at);
  return at;
}
