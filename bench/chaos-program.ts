import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { EpochMs } from '../src/model.ts';

/** The real program as a process of its own, started again whenever it ends. */
export type ChaosProgram = {
  /** When it was killed. */
  kills: readonly EpochMs[];
  /** How it ended by itself, each time. */
  fell: readonly string[];
  /** Faults it has logged, by event and message, with their number. */
  crashes: ReadonlyMap<string, number>;
  /** Without a warning, and back at once. */
  kill(): Promise<void>;
  /** Somebody else writes to its database for so long. */
  lock(ms: number): Promise<void>;
  /** The files it writes cannot grow, or be written at all, for so long. */
  fillDisk(ms: number): Promise<void>;
  /** Somebody sets its machine's clock. */
  setClock(byMs: number): void;
  /** Deliveries that it still owes, and those that it has given up. */
  outbox(): Outbox;
  stop(): Promise<void>;
};

export type Outbox = { owed: number; dead: { chatId: number; threadId: number; title: string }[] };

export type ProgramOptions = { folder: string; env: Record<string, string> };

const CLOCK = new URL('./chaos-clock.ts', import.meta.url).href;
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const READY_MS = 20_000;
const LOCKED_MS = 50;
/** What falls that often will not stand. */
const MOST_FALLS = 10;

type Life = { child: ChildProcess; ready: Promise<void>; ended: Promise<void> };

export async function startChaosProgram({ folder, env }: ProgramOptions): Promise<ChaosProgram> {
  const database = join(folder, 'data', 'telewire.db');
  const kills: EpochMs[] = [];
  const crashes = new Map<string, number>();
  const fell: string[] = [];
  let wanted: 'running' | 'killed' | 'stopped' = 'running';
  let clockMs = 0;
  let life = begin();
  await life.ready;

  return {
    kills,
    crashes,
    fell,
    async kill() {
      wanted = 'killed';
      kills.push(Date.now());
      life.child.kill('SIGKILL');
      await life.ended;
      await endClaims(database);
      wanted = 'running';
      life = begin();
      await life.ready;
    },
    lock: (ms) => lock(database, ms),
    setClock(byMs) {
      clockMs += byMs;
      if (life.child.connected) life.child.send({ byMs });
    },
    async fillDisk(ms) {
      await life.ready;
      const { pid } = life.child;
      limitFiles(pid, '1');
      await sleep(ms);
      limitFiles(pid, 'unlimited');
    },
    outbox: () => outbox(database),
    async stop() {
      wanted = 'stopped';
      life.child.kill('SIGTERM');
      await life.ended;
    },
  };

  function begin(): Life {
    const clock = { CHAOS_CLOCK_MS: String(clockMs) };
    const begun = live({ folder, env: { ...env, ...clock } }, crashes);
    void begun.ended.then(() => {
      if (wanted !== 'running') return;
      fell.push(`exit code ${begun.child.exitCode}, signal ${begun.child.signalCode}`);
      if (fell.length < MOST_FALLS) life = begin();
    });
    return begun;
  }
}

function live({ folder, env }: ProgramOptions, crashes: Map<string, number>): Life {
  const flags = ['--disable-warning=ExperimentalWarning', '--import', CLOCK];
  const child = spawn(process.execPath, [...flags, MAIN], {
    cwd: folder,
    env: { PATH: process.env.PATH, TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    const late = () => reject(new Error('The program was not ready in time'));
    const timer = setTimeout(late, READY_MS).unref();
    // Whoever waits for it is told by its next life.
    void ended.then(() => resolve());
    let unread = '';
    child.stdout?.on('data', (chunk) => {
      const lines = (unread + chunk).split('\n');
      unread = lines.pop() ?? '';
      for (const line of lines) if (note(line, crashes) === 'ready') resolve();
    });
    void ended.then(() => clearTimeout(timer));
  });
  return { child, ready, ended };
}

function note(line: string, crashes: Map<string, number>): 'ready' | 'other' {
  if (line.includes('"event":"app.ready"')) return 'ready';
  if (/"event":"[a-z]+\.crashed"/.test(line)) {
    const { event, error } = JSON.parse(line) as {
      event: string;
      error?: { message?: string } | string;
    };
    const said = typeof error === 'object' ? error.message : error;
    const what = `${event}: ${said?.split('\n')[0]}`;
    crashes.set(what, (crashes.get(what) ?? 0) + 1);
  }
  return 'other';
}

/** What a killed process has claimed stays claimed for two minutes: too long to wait for here. */
async function endClaims(database: string): Promise<void> {
  const end = (db: DatabaseSync) => db.exec('update feed set claimedUntil = 0');
  while (!tryTo(() => withDatabase(database, end))) await sleep(LOCKED_MS);
}

function outbox(database: string): Outbox {
  return withDatabase(database, (db) => {
    const owed = db.prepare('select count(*) as owed from delivery where deadAt is null').get();
    // The site gives each entry its title as its id.
    const dead = db.prepare(
      'select chatId, threadId, entryId as title from delivery where deadAt is not null',
    );
    return { owed: Number(owed?.owed), dead: dead.all() as Outbox['dead'] };
  });
}

async function lock(database: string, ms: number): Promise<void> {
  const db = new DatabaseSync(database, { timeout: 0 });
  while (!tryTo(() => db.exec('begin immediate'))) await sleep(1);
  await sleep(ms);
  db.exec('rollback');
  db.close();
}

/** Nobody here may wait for a lock by standing still: another fault of the plan may hold it. */
function tryTo(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if ((error as Error).message.includes('locked')) return false;
    throw error;
  }
}

function withDatabase<Answer>(database: string, ask: (db: DatabaseSync) => Answer): Answer {
  const db = new DatabaseSync(database, { timeout: 20 });
  try {
    return ask(db);
  } finally {
    db.close();
  }
}

/** As a full disk does it: each write fails, and Node.js ignores the signal that comes with it. Linux only. */
function limitFiles(pid: number | undefined, bytes: string): void {
  try {
    execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:unlimited`], { stdio: 'ignore' });
  } catch {
    // The program has just ended, or the system knows no such limit.
  }
}
