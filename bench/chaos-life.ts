import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { EpochMs } from '../src/model.ts';

/** The real program as one process, from its start to its end. */
export type Life = {
  begunAt: EpochMs;
  child: ChildProcess;
  /** Resolves when it works, or has ended: whoever waits for it is told by its next life. */
  ready: Promise<void>;
  ended: Promise<void>;
  /** By its own words, and since when: that it works, that it delivers, and that another does so instead. */
  said: Map<Said, EpochMs>;
};

export type LifeOptions = { folder: string; env: Record<string, string> };

/** Faults that were logged, by event and message, with their number. */
export type Crashes = Map<string, number>;

type Said = 'ready' | 'delivers' | 'gave way';

const CLOCK = new URL('./chaos-clock.ts', import.meta.url).href;
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
/** Longer than it may stand still, or wait for another that does. */
const READY_MS = 40_000;

export function beginLife({ folder, env }: LifeOptions, crashes: Crashes): Life {
  const flags = ['--disable-warning=ExperimentalWarning', '--import', CLOCK];
  const child = spawn(process.execPath, [...flags, MAIN], {
    cwd: folder,
    env: { PATH: process.env.PATH, TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const said = new Map<Said, EpochMs>();
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<void>((resolve) => {
    // Then it falls.
    const timer = setTimeout(() => child.kill('SIGKILL'), READY_MS).unref();
    void ended.then(() => resolve());
    let unread = '';
    child.stdout?.on('data', (chunk) => {
      const lines = (unread + chunk).split('\n');
      unread = lines.pop() ?? '';
      for (const line of lines) note(line, said, crashes);
      if (!said.has('ready')) return;
      clearTimeout(timer);
      resolve();
    });
    void ended.then(() => clearTimeout(timer));
  });
  return { begunAt: Date.now(), child, ready, ended, said };
}

function note(line: string, said: Map<Said, EpochMs>, crashes: Crashes): void {
  if (line.includes('"event":"app.ready"')) said.set('ready', Date.now());
  if (line.includes('"event":"role.lost"')) said.set('gave way', Date.now());
  if (/"event":"role.taken".*"role":"deliver"/.test(line)) said.set('delivers', Date.now());
  if (!/"event":"[a-z]+\.crashed"/.test(line)) return;
  const { event, error } = JSON.parse(line) as {
    event: string;
    error?: { message?: string } | string;
  };
  const reason = typeof error === 'object' ? error.message : error;
  const what = `${event}: ${reason?.split('\n')[0]}`;
  crashes.set(what, (crashes.get(what) ?? 0) + 1);
}
