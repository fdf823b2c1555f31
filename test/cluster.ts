import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { createTelegram } from '../src/playground/bot-api.ts';
import { openStore } from '../src/store/store.ts';
import { openPaper, type Paper } from './paper.ts';
import { type Program, startProgram } from './program.ts';

/** Several real processes that share a database, a pretended Telegram and some newspapers. */
export type Cluster = {
  papers: Paper[];
  members: Map<string, Program>;
  /** Entries that Telegram has taken, as `chat: title`, in their order. */
  taken: string[];
  /** What else it has said to who writes to it. */
  answers: string[];
  /** How often one poller met another. */
  conflicts(): number;
  start(name: string, more?: Record<string, string>): Promise<Program>;
  /** Who has said last that a role is its own, and of those not yet ended. */
  holderOf(role: string): string | undefined;
  /** Resolves when somebody else holds the role; answers after how long, in milliseconds. */
  takenOverFrom(name: string, role: string): Promise<number>;
  /** Somebody writes to the bot. */
  say(text: string): void;
  stop(): Promise<void>;
};

export const CHATS = [11, 12, 13, 14, 15, 16];
const TOKEN = '42:cluster';
const PATIENCE_MS = 20_000;
const ANSWER_MS = 250;

export async function openCluster(database: string): Promise<Cluster> {
  const papers = await Promise.all(['One', 'Two', 'Three'].map((title) => openPaper(title)));
  await followAll(database, papers);
  const telegram = createTelegram({ now: Date.now, token: TOKEN, paced: false });
  for (const id of CHATS) {
    telegram.world.addUser({ id, first_name: `Reader ${id}` });
    telegram.world.addChat({ id, type: 'private' });
  }
  let conflicts = 0;
  const server = serve({
    ...{ port: 0, hostname: '127.0.0.1' },
    async fetch(request) {
      const isPoll = /getUpdates$/.test(request.url);
      const answer = await telegram.routes.fetch(request);
      if (isPoll && answer.status === 409) conflicts += 1;
      // What is taken and not yet answered is what a kill may repeat: so there is always some of it.
      if (!isPoll) await sleep(ANSWER_MS);
      return answer;
    },
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const taken: string[] = [];
  const answers: string[] = [];
  telegram.world.watch((event) => {
    if (event.kind !== 'message' || event.by !== 'bot') return;
    const { text, caption } = event.message;
    // Alone, or in a list of what came at once.
    const titles = [...(text ?? caption ?? '').matchAll(/^(?:• )?(\d+\/\d+)$/gm)];
    for (const [, title] of titles) taken.push(`${event.chatId}: ${title}`);
    if (titles.length === 0) answers.push(text ?? '');
  });
  const members = new Map<string, Program>();
  const settings = {
    ...{ BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: url, DATABASE_URL: database, ACCESS: 'open' },
    ...{ ALLOWED_ADDRESSES: '127.0.0.0/8', TICK: '* * * * * *', CRASH_REST: '2s' },
    ...{ MIN_INTERVAL: '1s', MAX_INTERVAL: '1s', LOG_LEVEL: 'debug' },
    ...{ RATE_GLOBAL: '10000/s', RATE_CHAT: '10000/s' },
  };
  const cluster: Cluster = {
    ...{ papers, members, taken, answers },
    conflicts: () => conflicts,
    async start(name, more = {}) {
      // Named, so that nobody can tell that it has died but by not hearing of it: as if on a machine of its own.
      const program = startProgram({ env: { ...settings, TELEWIRE_NAME: name, ...more } });
      members.set(name, program);
      void program.ended.then(() => members.get(name) === program && members.delete(name));
      await program.event('app.ready');
      return program;
    },
    holderOf: (role) => holders(members, role).at(-1),
    async takenOverFrom(name, role) {
      const startedAt = performance.now();
      const until = startedAt + PATIENCE_MS;
      const isTaken = () => holders(members, role).some((it) => it !== name);
      while (!isTaken() && performance.now() < until) await sleep(20);
      return performance.now() - startedAt;
    },
    say: (text) => void telegram.world.say({ userId: 11, chatId: 11, text }),
    async stop() {
      telegram.stop();
      server.close();
      for (const paper of papers) await paper.close();
    },
  };
  return cluster;
}

function holders(members: Map<string, Program>, role: string): string[] {
  const moments = [...members].flatMap(([name, { logged }]) => {
    const [taken, lost] = ['role.taken', 'role.lost'].map((event) =>
      logged.find((line) => line.event === event && line.role === role),
    );
    return taken && !lost ? [{ name, at: String(taken.time) }] : [];
  });
  return moments.sort((a, b) => a.at.localeCompare(b.at)).map(({ name }) => name);
}

async function followAll(database: string, papers: Paper[]): Promise<void> {
  const store = await openStore(database);
  const now = Date.now();
  for (const id of CHATS) {
    await store.chats.meet({ id, kind: 'private', title: '', languageHint: 'en' }, now);
  }
  for (const { feedUrl } of papers) {
    const known = { url: feedUrl, title: '', listed: 0, addedBy: null, intervalMs: 1_000 };
    const { id } = await store.feeds.add(known, now);
    // What is new from now on is owed at once, and nobody looks for more of it.
    await store.feeds.save(id, { baselineAt: now, fulltext: 'never' });
    for (const chatId of CHATS) await store.subscriptions.add({ chatId, threadId: 0 }, id, now);
  }
  await store.close();
}
