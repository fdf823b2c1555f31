import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import type { EpochMs } from '../src/model.ts';
import { createTelegram } from '../src/playground/bot-api.ts';
import type { BotCall } from '../src/playground/calls.ts';
import type { TelegramWorld } from '../src/playground/world.ts';
import { createChance } from './chaos-chance.ts';
import { OWNER, type Plan } from './chaos-plan.ts';
import { toldIn } from './chaos-site.ts';

/** A post that Telegram has taken. `chatId` is the chat's first id, also after it became a supergroup. */
export type Accepted = {
  chatId: number;
  threadId: number;
  feed: number;
  entry: number;
  title: string;
  at: EpochMs;
};

export type ChaosTelegram = {
  url: string;
  token: string;
  world: TelegramWorld;
  /** In the order in which they were taken. */
  accepted: Accepted[];
  /** All calls so far, oldest first. */
  calls(): BotCall[];
  /** How many posts chats were told they had missed while they were away. */
  told(): number;
  /** The id that a chat had at first. */
  firstIdOf(chatId: number): number;
  /** The chat's present id. */
  idOf(chatId: number): number;
  /** Answers take up to so long from now on. */
  slowTo(mostMs: number): void;
  close(): void;
};

const TOKEN = '42:chaos';
/** The emulator keeps the newest calls only. */
const GATHER_MS = 50;
const USUAL_MS = 30;

export async function openChaosTelegram(plan: Plan): Promise<ChaosTelegram> {
  const telegram = createTelegram({ now: Date.now, token: TOKEN, paced: false });
  const { world } = telegram;
  const delays = createChance(plan.seed);
  let mostMs = USUAL_MS;
  const server = serve({
    port: 0,
    hostname: '127.0.0.1',
    // What is taken and not yet answered is what a kill may repeat: so there is always some of it.
    async fetch(request, env) {
      if (/getUpdates$/.test(request.url)) return telegram.routes.fetch(request, env);
      await sleep(delays.below(USUAL_MS));
      const answer = await telegram.routes.fetch(request, env);
      await sleep(delays.below(mostMs));
      return answer;
    },
  });
  await new Promise((resolve) => server.once('listening', resolve));
  populate(world, plan);
  const record = keepRecord(world);
  return {
    ...record,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: TOKEN,
    world,
    slowTo(ms) {
      mostMs = Math.max(ms, USUAL_MS);
    },
    close() {
      record.close();
      telegram.stop();
      server.close();
    },
  };
}

function populate(world: TelegramWorld, { chats }: Plan): void {
  world.addUser({ id: OWNER });
  for (const chat of chats) {
    if (chat.type === 'private') world.addUser({ id: chat.id });
    const members = { [OWNER]: 'creator' as const };
    world.addChat(chat.type === 'private' ? chat : { members, ...chat });
  }
}

function keepRecord(world: TelegramWorld) {
  const accepted: Accepted[] = [];
  const calls: BotCall[] = [];
  const firstIds = new Map<number, number>();
  const presentIds = new Map<number, number>();
  const firstIdOf = (chatId: number) => firstIds.get(chatId) ?? chatId;
  let told = 0;
  world.watch((event) => {
    if (event.kind === 'migrated') {
      firstIds.set(event.toChatId, event.chatId);
      presentIds.set(event.chatId, event.toChatId);
    }
    if (event.kind !== 'message' || event.by !== 'bot') return;
    const { text, caption, message_thread_id: threadId = 0 } = event.message;
    const words = text ?? caption ?? '';
    const post = toldIn(words);
    const chatId = firstIdOf(event.chatId);
    if (post) accepted.push({ chatId, threadId, ...post, at: Date.now() });
    else told += toldMissed(words);
  });
  const gather = () => {
    const newest = calls.at(-1);
    calls.push(...world.calls.slice(newest ? world.calls.lastIndexOf(newest) + 1 : 0));
    return calls;
  };
  const gathering = setInterval(gather, GATHER_MS);
  return {
    accepted,
    calls: gather,
    told: () => told,
    firstIdOf,
    idOf: (chatId: number) => presentIds.get(chatId) ?? chatId,
    close: () => clearInterval(gathering),
  };
}

function toldMissed(words: string): number {
  const [, count] = /While you were away (\S+) more posts?/.exec(words) ?? [];
  return count === undefined ? 0 : Number(count.replace(/\D/g, '')) || 1;
}
