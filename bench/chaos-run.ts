import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../src/store/store.ts';
import type { ChaosDatabase, DatabaseKind } from './chaos-database.ts';
import { type Evidence, judge, type Verdict } from './chaos-judge.ts';
import type { Story } from './chaos-member.ts';
import { type Fault, OWNER, type Plan } from './chaos-plan.ts';
import { openChaosPostgres } from './chaos-postgres.ts';
import { type ChaosProgram, startChaosProgram } from './chaos-program.ts';
import { type ChaosSite, openChaosSite, toldIn } from './chaos-site.ts';
import { openChaosSqlite } from './chaos-sqlite.ts';
import { type ChaosTelegram, openChaosTelegram } from './chaos-telegram.ts';

export type ChaosOutcome = Verdict & {
  /** Given up for other reasons than a chat's wish. */
  dead: number;
  story: Readonly<Story>;
  /** From the last entry until nothing was owed any more. */
  drainedMs: number;
};

export type ChaosOptions = { database: DatabaseKind; processes: number; patienceMs: number };

type Stage = {
  plan: Plan;
  site: ChaosSite;
  telegram: ChaosTelegram;
  database: ChaosDatabase;
  program: ChaosProgram;
  published: Evidence['published'];
};

/** Lets the plan happen around the real program, waits until it owes nothing more, and judges. */
export async function runChaos(
  plan: Plan,
  { database: kind, processes, patienceMs }: ChaosOptions,
): Promise<ChaosOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'telewire-chaos-'));
  const database = await (kind === 'sqlite' ? openChaosSqlite(folder) : openChaosPostgres());
  const site = await openChaosSite();
  const telegram = await openChaosTelegram(plan);
  try {
    await subscribeAll(plan, site, database);
    const env = { ...settings(telegram), DATABASE_URL: database.url };
    const program = await startChaosProgram(processes, { folder, env, database });
    const stage = { plan, site, telegram, database, program, published: [] };
    await happen(stage);
    const drainedMs = await drain(stage, patienceMs);
    const { dead } = await database.outbox();
    await program.stop();
    return verdictOn(stage, { dead, drainedMs });
  } finally {
    telegram.close();
    site.close();
    await database.close();
    rmSync(folder, { recursive: true });
  }
}

function verdictOn(
  { plan, telegram, program, published }: Stage,
  { dead, drainedMs }: { dead: Evidence['dead']; drainedMs: number },
): ChaosOutcome {
  const { accepted, firstIdOf } = telegram;
  const { story } = program;
  const { interruptions } = story;
  const calls = telegram.calls();
  const verdict = judge({ ...plan, published, accepted, firstIdOf, calls, interruptions, dead });
  return { ...verdict, dead: dead.length - verdict.givenUp, drainedMs, story };
}

/** No limits of ours, and everything looked at each second: what is tested is not patience. */
function settings({ url, token }: ChaosTelegram): Record<string, string> {
  return {
    ...{ BOT_TOKEN: token, TELEGRAM_API_ROOT: url, OWNER_IDS: String(OWNER) },
    ...{ ALLOWED_ADDRESSES: '127.0.0.0/8', TICK: '* * * * * *', LOG_LEVEL: 'info' },
    // Longer than any `retry_after` of the plan, and shorter than anybody would set it.
    ...{ MIN_INTERVAL: '1s', MAX_INTERVAL: '1s', CRASH_REST: '3s' },
    ...{ RATE_GLOBAL: '100000/s', RATE_CHAT: '100000/s', RATE_GROUP: '100000/s' },
  };
}

async function subscribeAll(plan: Plan, site: ChaosSite, { url }: ChaosDatabase): Promise<void> {
  const store = await openStore(url.replace(/^sqlite:/, ''));
  const now = Date.now();
  for (const { id, type, title = '' } of plan.chats) {
    await store.chats.meet({ id, kind: type, title, languageHint: 'en' }, now);
  }
  for (const [number, places] of plan.readers.entries()) {
    const title = `Feed ${number}`;
    const known = { url: site.feedUrl(number), title, listed: 0, addedBy: null, intervalMs: 1_000 };
    const { id } = await store.feeds.add(known, now);
    // What is new from now on is owed at once, and nobody looks for more of it.
    await store.feeds.save(id, { baselineAt: now, fulltext: 'never' });
    for (const place of places) await store.subscriptions.add(place, id, now);
  }
  for (const chatId of plan.nothingTwice) await store.chats.wish(chatId, { repeats: 'never' });
  await store.close();
}

async function happen(stage: Stage): Promise<void> {
  const { plan, site, published } = stage;
  const startedAt = Date.now();
  const until = (atMs: number) => sleep(Math.max(0, startedAt + atMs - Date.now()));
  const publishing = (async () => {
    for (const { atMs, feed } of plan.entries) {
      await until(atMs);
      const [{ entry = 0 } = {}] = toldIn(site.publish(feed));
      published.push({ feed, entry });
    }
  })();
  const suffered: Promise<void>[] = [];
  let kills = Promise.resolve();
  for (const fault of plan.faults) {
    await until(fault.atMs);
    if (fault.kind === 'kill') {
      const { whom } = fault;
      kills = kills.then(() => stage.program.find(whom).kill());
    } else suffered.push(suffer(fault, stage));
  }
  await Promise.all([publishing, kills, ...suffered]);
}

async function suffer(fault: Exclude<Fault, { kind: 'kill' }>, stage: Stage): Promise<void> {
  const { telegram, database, program, site } = stage;
  const { world } = telegram;
  switch (fault.kind) {
    case 'lock':
    case 'disk':
    case 'cut':
    case 'power':
      return database.suffer(fault.kind, fault.forMs, program.pids);
    case 'freeze':
      return program.find(fault.whom).freeze(fault.forMs);
    case 'clock':
      return program.setClock(fault.byMs);
    case 'slow':
      telegram.slowTo(fault.forMs / 2);
      await sleep(fault.forMs);
      return telegram.slowTo(0);
    case 'outage':
      return turn('outage', OWNER, fault.forMs);
    case 'answer':
      return telegram.failNext(fault.chatId, fault.failure);
    case 'away':
      return turn(fault.chatId > 0 ? 'block' : 'kick', fault.chatId, fault.forMs);
    case 'noPictures':
      return turn('refusePictures', fault.chatId, fault.forMs);
    case 'closed':
      return turn('closeTopic', fault.chatId, fault.forMs);
    case 'migrate':
      return void world.migrate(fault.chatId);
    case 'site':
      return site.failNext(fault.feed, fault.answer);
  }

  async function turn(
    name: 'outage' | 'block' | 'kick' | 'refusePictures' | 'closeTopic',
    firstId: number,
    ms: number,
  ): Promise<void> {
    const chatId = firstId === OWNER ? (stage.plan.chats[0]?.id ?? 0) : telegram.idOf(firstId);
    world.throwSwitch({ chatId, name, on: true });
    await sleep(ms);
    world.throwSwitch({ chatId, name, on: false });
  }
}

const LOOK_MS = 50;

/** Waits until all has been told or given up, and nothing is owed any more; gives up when that takes too long. */
async function drain({ database, published, telegram, plan }: Stage, patienceMs: number) {
  const startedAt = Date.now();
  const due = published.reduce((sum, { feed }) => sum + (plan.readers[feed]?.length ?? 0), 0);
  let isDone = false;
  while (!isDone && Date.now() < startedAt + patienceMs) {
    await sleep(LOOK_MS);
    const { owed, dead } = await database.outbox();
    isDone = owed === 0 && telegram.told() + dead.length >= due;
  }
  return Date.now() - startedAt;
}
