import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { deliverOnFakeClock } from './delivery-clock.ts';
import { fillOutbox } from './delivery-fill.ts';
import type { Used } from './delivery-program.ts';
import type { Seen } from './delivery-telegram.ts';

// npm run bench:delivery [throughput|limits|start|replies …]: what sending costs, on loopback, against the playground's
// Bot API in a process of its own.

const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'telewire-bench-'));
const PARTS = { throughput, limits, start, replies };

try {
  for (const [name, part] of Object.entries(PARTS)) {
    if (wanted.length === 0 || wanted.includes(name)) await part();
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Without limits: how fast, and at what cost. */
async function throughput(): Promise<void> {
  const [chats, each] = [2_000, 10];
  const database = join(folder, 'throughput.db');
  await fillOutbox(database, { chats, each });
  const { seen, used } = await run({
    database,
    chats,
    limits: 'none',
    until: allSent(chats * each),
  });
  const seconds = (seen.lastAt - seen.firstAt) / 1_000;
  const per1000 = (used.cpuSeconds / seen.sent) * 1_000;
  tell('limits off', `${seen.sent} deliveries to ${chats} chats`, [
    `${Math.round(seen.sent / seconds)} a second`,
    `${per1000.toFixed(2)} CPU-s per 1,000`,
    `${used.peakMb} MB at most`,
  ]);
}

/** With Telegram's limits, on a clock that the benchmark turns. */
async function limits(): Promise<void> {
  const minutes = 10;
  const counted = await deliverOnFakeClock(join(folder, 'limits.db'), minutes);
  tell('limits on', `${minutes} minutes of a clock that is turned`, [
    `${percent(counted.sent / counted.allowed)} of what Telegram allows`,
    `${counted.floods} times 429`,
  ]);
}

/** A hundred thousand deliveries owed on disk. */
async function start(): Promise<void> {
  const chats = 100_000;
  const database = join(folder, 'start.db');
  await fillOutbox(database, { chats, each: 1 });
  const { seen, used, begunAt } = await run({
    ...{ database, chats, limits: 'limits', until: () => sleep(10_000) },
  });
  tell('start', `${chats} deliveries owed on disk`, [
    `first message ${seen.firstAt - used.openedAt} ms after opening the database, ${seen.firstAt - begunAt} ms after the process began`,
    `${used.peakMb} MB at most`,
  ]);
}

/** People ask while a broadcast takes all that Telegram allows, in real time. */
async function replies(): Promise<void> {
  const [chats, asks] = [5_000, 200];
  const database = join(folder, 'replies.db');
  await fillOutbox(database, { chats, each: 1 });
  const { seen, used } = await run({
    ...{ database, chats, asks, limits: 'limits' as const },
    async until(telegram) {
      await sleep(2_000);
      telegram.send('ask');
      await sleep(asks * 150 + 3_000);
    },
  });
  const waits = seen.answeredMs.toSorted((a, b) => a - b);
  const at = (share: number) => `${waits[Math.ceil(waits.length * share) - 1]} ms`;
  const seconds = (seen.lastAt - seen.firstAt) / 1_000;
  tell('replies', `${waits.length} of ${asks} answered during a broadcast, in real time`, [
    `p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`,
    `${percent(seen.sent / (seconds * 30))} of what Telegram allows in all`,
    `${seen.floods} times 429`,
    `${((used.cpuSeconds / seconds) * 100).toFixed(0)} % of a core`,
  ]);
}

type Run = {
  database: string;
  chats: number;
  asks?: number;
  limits: 'limits' | 'none';
  until: (telegram: ChildProcess) => Promise<unknown>;
};

async function run({ database, chats, asks = 0, limits: kind, until }: Run) {
  const telegram = child('delivery-telegram.ts', kind, String(chats), String(asks));
  const [port] = await once(telegram, 'message');
  const begunAt = Date.now();
  const program = child('delivery-program.ts', database, String(port), kind);
  const ended = once(program, 'exit').then(() => Promise.reject(new Error('The program ended')));
  await Promise.race([once(program, 'message'), ended]);
  ended.catch(() => {});
  await until(telegram);
  const used: Used = await ask(program, 'stop');
  const seen: Seen = await ask(telegram, 'seen');
  await once(program, 'exit');
  telegram.kill();
  for (const crash of used.crashes) process.stdout.write(`${crash}\n`);
  return { seen, used, begunAt };
}

function allSent(count: number) {
  return async (telegram: ChildProcess) => {
    while ((await ask<Seen>(telegram, 'seen')).sent < count) await sleep(250);
  };
}

async function ask<Answer>(process: ChildProcess, what: string): Promise<Answer> {
  const answered = once(process, 'message');
  process.send(what);
  const [answer] = await answered;
  return answer;
}

function tell(part: string, what: string, figures: string[]): void {
  process.stdout.write(`${part.padEnd(12)}${what}\n`);
  for (const figure of figures) process.stdout.write(`${' '.repeat(12)}  ${figure}\n`);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function child(script: string, ...args: string[]): ChildProcess {
  return fork(fileURLToPath(new URL(script, import.meta.url)), args, {
    // As `npm start` and the image run it.
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--max-semi-space-size=2',
      '--heap-growing-percent=30',
    ],
    env: {
      ...process.env,
      MALLOC_ARENA_MAX: '2',
      NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'),
    },
  });
}
