import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChaosDatabase, Outbox } from './chaos-database.ts';

/** One file, as every program has it that nobody gave a server. */
export function openChaosSqlite(folder: string): ChaosDatabase {
  mkdirSync(join(folder, 'data'));
  const path = join(folder, 'data', 'telewire.db');
  return {
    url: `sqlite:${path}`,
    outbox: async () => outbox(path),
    async suffer(fault, ms, pids) {
      await (fault === 'lock' ? lock(path, ms) : fillDisk(ms, await pids()));
    },
    wasAway: () => false,
    close: async () => {},
  };
}

function outbox(path: string): Outbox {
  const db = new DatabaseSync(path, { timeout: 20 });
  try {
    const owed = db.prepare('select count(*) as owed from delivery where deadAt is null').get();
    // The site gives each entry its title as its id.
    const dead = db.prepare(
      'select chatId, threadId, entryId as title from delivery where deadAt is not null',
    );
    return { owed: Number(owed?.owed), dead: dead.all() as Outbox['dead'] };
  } finally {
    db.close();
  }
}

async function lock(path: string, ms: number): Promise<void> {
  const db = new DatabaseSync(path, { timeout: 0 });
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

async function fillDisk(ms: number, pids: number[]): Promise<void> {
  for (const pid of pids) limitFiles(pid, '1');
  await sleep(ms);
  for (const pid of pids) limitFiles(pid, 'unlimited');
}

/** As a full disk does it: each write fails, and Node.js ignores the signal that comes with it. Linux only. */
function limitFiles(pid: number, bytes: string): void {
  try {
    execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:unlimited`], { stdio: 'ignore' });
  } catch {
    // The program has just ended, or the system knows no such limit.
  }
}
