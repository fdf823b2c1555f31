import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import type { Whole } from '../article/whole.ts';
import type { Entry } from '../model.ts';
import type { EntrySource, PageSource } from './pagethread.ts';

/** `timeout`, `memory`, `broken`: what ended the thread while it read that page. */
export type PageRead = Whole | { kind: 'failed'; reason: 'timeout' | 'memory' | 'broken' };

/** Web pages made readable outside of the event loop, one after another. */
export type Pages = {
  /** Never rejects. */
  read(page: PageSource): Promise<PageRead>;
  /** The same for an entry with a giant's HTML. */
  readEntry(entry: Entry, repeated: ReadonlySet<string>): Promise<PageRead>;
  stop(): Promise<void>;
};

export type PagesLimits = { readMs: number; idleMs: number; memoryMb: number };

/** The greatest page we take is read in 2 s; the thread is worth its memory as long as pages follow one another. */
const LIMITS: PagesLimits = { readMs: 5_000, idleMs: 60_000, memoryMb: 256 };
/** Its modules are loaded in 0.2 s, on a busy machine later. */
const START_MS = 20_000;
/** Recursive parsers meet deep pages. */
const STACK_MB = 4;

export function createPages(limits: PagesLimits = LIMITS): Pages {
  const oneByOne = pLimit(1);
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let stopped = false;

  return {
    read: (page) => oneByOne(() => read(page)),
    readEntry: (entry, repeated) => oneByOne(() => read({ entry, repeated })),
    async stop() {
      stopped = true;
      await end();
    },
  };

  async function read(page: PageSource | EntrySource): Promise<PageRead> {
    if (stopped) return { kind: 'failed', reason: 'broken' };
    clearTimeout(idle);
    const here = thread ?? (await start());
    if (typeof here === 'string') return { kind: 'failed', reason: here };
    // A process whose only work is this page must not end.
    here.ref();
    const answer = nextOf<Whole>(here, limits.readMs);
    here.postMessage(page);
    const whole = await answer;
    if (typeof whole === 'string') {
      await end();
      return { kind: 'failed', reason: whole };
    }
    here.unref();
    idle = setTimeout(end, limits.idleMs).unref();
    return whole;
  }

  async function start(): Promise<Worker | Fault> {
    thread = new Worker(new URL('./pagethread.ts', import.meta.url), {
      // Whatever a page may do there, it finds no secrets.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, stackSizeMb: STACK_MB },
    });
    thread.on('error', () => {});
    const started = thread;
    const ready = await nextOf<'ready'>(started, START_MS);
    if (ready === 'ready') return started;
    await end();
    return ready;
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ended = thread;
    thread = null;
    await ended?.terminate();
  }
}

type Fault = Extract<PageRead, { kind: 'failed' }>['reason'];

/** What the thread says next, or why it says nothing. */
function nextOf<Said>(thread: Worker, ms: number): Promise<Said | Fault> {
  return new Promise((resolve) => {
    const settle = (said: Said | Fault) => {
      clearTimeout(limit);
      thread.off('message', settle).off('error', fail).off('exit', exit);
      resolve(said);
    };
    const fail = (error: Error & { code?: string }) =>
      settle(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'broken');
    const exit = () => settle('broken');
    const limit = setTimeout(settle, ms, 'timeout');
    thread.on('message', settle).on('error', fail).on('exit', exit);
  });
}
