import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The real program in a process of its own. */
export type Program = {
  /** What it has logged so far. */
  logged: Record<string, unknown>[];
  /** Resolves with the first such event, past or future; rejects when the program ends without one. */
  event(name: string): Promise<Record<string, unknown>>;
  signal(signal: NodeJS.Signals): void;
  /** Whoever reads its standard output goes away, as in `telewire | head -1`. */
  stopReading(): void;
  /** Resolves when it has ended. */
  ended: Promise<Ending>;
};

export type Ending = { code: number | null; stdout: string; stderr: string; tookMs: number };

export type ProgramOptions = {
  args?: string[];
  env?: Record<string, string>;
  /** Its working directory: `.env`, `config/` and `data/` are looked for here. */
  folder?: string;
  /** The version that Node claims to be of. */
  nodeVersion?: string;
  script?: string;
};

export const SCRIPT = fileURLToPath(new URL('../bin/telewire.js', import.meta.url));

/** A working directory that is removed after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'telewire-main-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Starts the program; whatever still runs at the end of the test is killed. */
export function startProgram(options: ProgramOptions = {}): Program {
  const { args = [], env = {}, folder = emptyFolder(), nodeVersion, script = SCRIPT } = options;
  const flags = ['--disable-warning=ExperimentalWarning', ...pretending(nodeVersion)];
  const child = spawn(process.execPath, [...flags, script, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const program = watch(child);
  onTestFinished(async () => {
    if (child.exitCode === null) child.kill('SIGKILL');
    await program.ended;
  });
  return program;
}

/** Runs the program to its end. */
export function runProgram(options: ProgramOptions = {}): Promise<Ending> {
  return startProgram(options).ended;
}

function watch(child: ChildProcess): Program {
  const startedAt = performance.now();
  const logged: Record<string, unknown>[] = [];
  const waiting = new Set<() => void>();
  let [stdout, stderr, unread] = ['', '', ''];
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
    const lines = (unread + chunk).split('\n');
    unread = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('{')) logged.push(JSON.parse(line));
    for (const look of waiting) look();
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ending>((resolve) => {
    child.on('close', (code) =>
      resolve({ code, stdout, stderr, tookMs: performance.now() - startedAt }),
    );
  });

  return {
    logged,
    event: (name) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = logged.find(({ event }) => event === name);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without ${name}: ${stdout}${stderr}`)));
      }),
    signal: (signal) => void child.kill(signal),
    stopReading: () => void child.stdout?.destroy(),
    ended,
  };
}

function pretending(version: string | undefined): string[] {
  if (version === undefined) return [];
  const value = `{ ...process.versions, node: '${version}' }`;
  return [
    '--import',
    `data:text/javascript,Object.defineProperty(process, 'versions', { value: ${value} })`,
  ];
}
