import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { createTelegram } from '../src/playground/bot-api.ts';
import { FIRST_ASKER, FIRST_CHAT } from './delivery-fill.ts';

// The playground's Bot API in a process of its own, so that its work is not counted as ours.

/** What it has seen since it began; moments in epoch milliseconds. */
export type Seen = {
  sent: number;
  floods: number;
  firstAt: number;
  lastAt: number;
  /** Between a person's question and the arrival of its answer. */
  answeredMs: number[];
};

const [limits, chats = '0', asks = '0'] = process.argv.slice(2);
const ASK_EVERY_MS = 150;

const telegram = createTelegram({ now: Date.now, token: '42:bench', paced: limits === 'limits' });
const { world } = telegram;
const seen: Seen = { sent: 0, floods: 0, firstAt: 0, lastAt: 0, answeredMs: [] };
const askedAt = new Map<number, number>();
world.watch((event) => {
  if (event.kind === 'refused' && event.errorCode === 429) seen.floods += 1;
  if (event.kind !== 'message' || event.by !== 'bot') return;
  const now = Date.now();
  const asked = askedAt.get(event.chatId);
  if (asked !== undefined) seen.answeredMs.push(now - asked);
  askedAt.delete(event.chatId);
  seen.sent += 1;
  seen.firstAt ||= now;
  seen.lastAt = now;
});
for (let chat = 0; chat < Number(chats); chat += 1) populate(FIRST_CHAT + chat);
for (let asker = 0; asker < Number(asks); asker += 1) populate(FIRST_ASKER + asker);

const server = serve({ port: 0, hostname: '127.0.0.1', fetch: telegram.routes.fetch });
server.once('listening', () => process.send?.((server.address() as AddressInfo).port));
process.on('message', async (what) => {
  if (what === 'seen') process.send?.(seen);
  if (what === 'ask') await ask();
});

function populate(id: number): void {
  world.addUser({ id });
  world.addChat({ id, type: 'private' });
}

/** Each person asks once. */
async function ask(): Promise<void> {
  for (let asker = 0; asker < Number(asks); asker += 1) {
    const id = FIRST_ASKER + asker;
    askedAt.set(id, Date.now());
    world.say({ userId: id, chatId: id, text: '/help' });
    await sleep(ASK_EVERY_MS);
  }
}
