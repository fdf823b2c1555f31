import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import type { EpochMs } from '../src/model.ts';
import { createTelegram } from '../src/playground/bot-api.ts';
import type { BotCall } from '../src/playground/calls.ts';
import type { Failure } from '../src/playground/failures.ts';
import type { TelegramWorld } from '../src/playground/world.ts';
import { createChance } from './chaos-chance.ts';
import { OWNER, type Plan } from './chaos-plan.ts';
import { type NamedEntry, toldIn } from './chaos-site.ts';

/** A message that Telegram has taken. `chatId` is the chat's first id, also after it became a supergroup. */
export type Accepted = {
  chatId: number;
  threadId: number;
  entries: NamedEntry[];
  /** So many more were told by their number only. */
  counted: number;
  at: EpochMs;
};

/** What is judged of a call; one keeps a million of them. */
export type Called = {
  chatId: number;
  method: string;
  at: EpochMs;
  /** By the answer; 0: none. */
  retryAfterMs: number;
  /** What its message told, where the answer was lost on its way. */
  lost: string | null;
};

export type ChaosTelegram = {
  url: string;
  token: string;
  world: TelegramWorld;
  /** In the order in which they were taken. */
  accepted: Accepted[];
  /** How many entries places have been told of, each once. */
  told(): number;
  /** All calls that have been answered so far, oldest first. */
  calls(): Called[];
  /** The id that a chat had at first. */
  firstIdOf(chatId: number): number;
  /** The chat's present id. */
  idOf(chatId: number): number;
  /** The next call to that chat, by its first id, goes wrong so; those of a chat to which nothing is sent do not heap up. */
  failNext(chatId: number, failure: Failure): void;
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
      // A flood is told at once: whoever has not heard of it yet does not break it.
      if (answer.status !== 429) await sleep(delays.below(mostMs));
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
  const told = new Set<string>();
  let onlyCounted = 0;
  const firstIds = new Map<number, number>();
  const presentIds = new Map<number, number>();
  const firstIdOf = (chatId: number) => firstIds.get(chatId) ?? chatId;
  world.watch((event) => {
    if (event.kind === 'migrated') {
      firstIds.set(event.toChatId, event.chatId);
      presentIds.set(event.chatId, event.toChatId);
    }
    if (event.kind !== 'message' || event.by !== 'bot') return;
    const { text, caption, message_thread_id: threadId = 0 } = event.message;
    const words = text ?? caption ?? '';
    const entries = toldIn(words);
    const chatId = firstIdOf(event.chatId);
    const counted = countedIn(words);
    if (entries.length === 0) return;
    accepted.push({ chatId, threadId, entries, counted, at: Date.now() });
    for (const { title } of entries) told.add(`${chatId}/${threadId} ${title}`);
    onlyCounted += counted;
  });
  const idOf = (chatId: number) => presentIds.get(chatId) ?? chatId;
  const { calls, close } = gather(world, firstIdOf);
  /** How many calls there had been to a chat when one of them was last made to fail. */
  const armedAt = new Map<number, number>();
  return {
    ...{ accepted, calls, close, firstIdOf, idOf },
    told: () => told.size + onlyCounted,
    failNext(chatId: number, failure: Failure) {
      const soFar = calls().filter((it) => firstIdOf(it.chatId) === chatId).length;
      if (armedAt.get(chatId) === soFar) return;
      armedAt.set(chatId, soFar);
      world.failNext({ chatId: idOf(chatId) }, failure);
    },
  };
}

function gather(world: TelegramWorld, firstIdOf: (chatId: number) => number) {
  const called: Called[] = [];
  let unanswered: BotCall[] = [];
  let newest: BotCall | undefined;
  const calls = () => {
    unanswered.push(...world.calls.slice(newest ? world.calls.lastIndexOf(newest) + 1 : 0));
    newest = world.calls.at(-1);
    called.push(...unanswered.filter(({ answer }) => answer !== null).map(read));
    unanswered = unanswered.filter(({ answer }) => answer === null);
    return called;
  };
  const gathering = setInterval(calls, GATHER_MS);
  return { calls, close: () => clearInterval(gathering) };

  function read({ method, params, at, answer }: BotCall): Called {
    const isFlood = typeof answer === 'object' && answer !== null && !answer.ok;
    const seconds = isFlood ? (answer.parameters?.retry_after ?? 0) : 0;
    const chatId = Number(params.chat_id);
    const told = answer === 'reset after' ? namesOf(toldIn(JSON.stringify(params))) : null;
    const lost = told && `${firstIdOf(chatId)} ${told}`;
    return { chatId, method, at, retryAfterMs: seconds * 1_000, lost };
  }
}

export function namesOf(entries: NamedEntry[]): string {
  return entries.map(({ title }) => title).join();
}

function countedIn(words: string): number {
  const [, count] = /\nand (\S+) more/i.exec(words) ?? [];
  return count === 'one' ? 1 : Number(count?.replace(/\D/g, '') ?? 0);
}
