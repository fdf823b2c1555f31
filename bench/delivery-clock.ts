import { admit, createPace as createTelegramsPace } from '../src/playground/pace.ts';
import { deliver } from '../src/relay/deliver.ts';
import { openStore } from '../src/store/store.ts';
import { createPace } from '../src/telegram/pace.ts';
import type { SendOutcome } from '../src/telegram/send.ts';
import { fillOutbox } from './delivery-fill.ts';
import { createTurnedClock } from './turned-clock.ts';

const RATES = {
  global: { count: 30, perMs: 1_000 },
  chat: { count: 1, perMs: 1_000 },
  group: { count: 20, perMs: 60_000 },
};
const PATIENCE_TURNS = 40;

/** Delivers under Telegram's own limits on a clock that stands still while anything happens: so ten minutes take one,
 *  and nothing but our own arithmetic decides whether a limit is met. */
export async function deliverOnFakeClock(path: string, minutes: number) {
  const wanted = minutes * 60 * RATES.global.count;
  await fillOutbox(path, { chats: Math.ceil(wanted / 8), each: 9 });
  const store = await openStore(path);
  const clock = createTurnedClock(Date.now() + 1_000, PATIENCE_TURNS);
  const telegrams = createTelegramsPace();
  let [sent, floods] = [0, 0];
  const end = clock.now() + minutes * 60_000;
  const delivering = deliver({
    ...{ store, clock, pace: createPace(RATES, clock, { keep: store.pace.keep, failed() {} }) },
    ...{ aftermathMs: 0, defaultTimeZone: 'UTC', log() {}, warn: async () => {} },
    prepare: () => null,
    render: () => ({ rungs: [] }),
    renderBundle: () => ({ post: { rungs: [] }, told: 0 }),
    editPost: async () => yes,
    async sendPost({ chatId }): Promise<SendOutcome> {
      try {
        admit(telegrams, { id: chatId, isGroup: false, isPaid: false }, 1, clock.now());
        sent += 1;
        return yes;
      } catch {
        floods += 1;
        return { kind: 'flood', afterMs: 1_000, reason: 'Too Many Requests' };
      }
    },
  });
  while (clock.now() < end) await clock.toNext(end);
  const counted = { sent, floods, allowed: wanted };
  await Promise.all([delivering.stop(), clock.toNext(end)]);
  await store.close();
  return counted;
}

const yes: SendOutcome = { kind: 'sent', messageId: 1, rung: 'plain', refused: [] };
