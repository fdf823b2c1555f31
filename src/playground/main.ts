import { createInterface } from 'node:readline/promises';
import { outliveReaders } from '../app/readers.ts';
import { ofTheMachine } from '../app/surroundings.ts';
import { createLog } from '../log.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from './playground.ts';
import { type Screen, walkTour } from './tour.ts';

const PORT = Number(process.env.PORT ?? 8137);
const EVERY_MS = 20_000;
/** During the tour the paper prints only what the tour wants printed. */
const NEVER_MS = 365 * 24 * 3_600_000;
/** Between two steps, when nobody is there to press Enter. */
const PAUSE_SECONDS = 4;
/** Columns of a terminal; some tell none. */
const USUAL = 80;
const NARROWEST = 40;

const options = process.argv.slice(3);
const auto = options.find((it) => /^--auto(=[\d.]+)?$/.test(it));
const unknown = options.find((it) => !['--tour', '--lines', auto].includes(it));
const log = createLog((line) => process.stderr.write(line), 'warn');
const surroundings = ofTheMachine();
let isEnding = false;

outliveReaders(options.includes('--tour') ? 'command' : 'service');
try {
  if (unknown === undefined) await (options.includes('--tour') ? tour() : open());
  else fail(`There is no option ${unknown}; there are --tour, --lines and --auto=<seconds>.`);
} catch (error) {
  const { code, stack = String(error) } = error as NodeJS.ErrnoException;
  const isTaken = `Port ${PORT} is taken: choose another one, for example PORT=${PORT + 1} npm run playground.`;
  // What breaks while everything is being stopped is no fault.
  if (!isEnding) fail(code === 'EADDRINUSE' ? isTaken : stack);
}

function fail(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}

async function open(): Promise<void> {
  const { url } = await begin({ port: PORT, everyMs: EVERY_MS });
  print(
    `\n  Telewire's playground is open: ${url}\n` +
      '  A pretended Telegram, a news site and the real program, all on this machine. Ctrl-C ends it.\n' +
      `  New here? ${url}?tour shows you around; so does npm run playground -- --tour, without a browser.\n`,
  );
}

/** Walks through the tour in this terminal, and ends. */
async function tour(): Promise<void> {
  const seconds = auto === undefined ? PAUSE_SECONDS : Number(auto.split('=')[1] ?? PAUSE_SECONDS);
  // Whoever wants no pauses wants no waiting either.
  const speed = seconds === 0 ? 10 : 1;
  const port = Number(process.env.PORT ?? 0);
  const playground = await begin({ port, everyMs: NEVER_MS, speed });
  print(`\nTelewire, a tour. You may watch along in a browser: ${playground.url}`);
  const isAuto = auto !== undefined || !process.stdin.isTTY;
  const screen: Screen = {
    look: {
      style: options.includes('--lines') ? 'lines' : 'boxes',
      ink: process.stdout.isTTY && !process.env.NO_COLOR ? 'on' : 'off',
      columns: Math.max(NARROWEST, process.stdout.columns || USUAL),
    },
    write: print,
    next: isAuto ? () => surroundings.clock.sleep(seconds * 1000) : enter,
  };
  const missed = await walkTour({ playground, screen, speed, sleep: surroundings.clock.sleep });
  if (isEnding) return;
  if (missed !== null) fail(missed);
  await playground.stop();
  process.exit();
}

/** Opens a playground that ends with Ctrl-C. */
async function begin(wanted: Pick<PlaygroundOptions, 'port' | 'everyMs' | 'speed'>) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const playground = await startPlayground({ ...{ surroundings, log, timeZone }, ...wanted });
  // npm and the terminal both tell of one Ctrl-C.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void end(playground));
  }
  return playground;
}

async function end(playground: Playground): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await playground.stop();
  process.exit(0);
}

async function enter(): Promise<void> {
  const { stdin: input, stdout: output } = process;
  const lines = createInterface({ input, output });
  // Here Ctrl-C is a letter like others, and its end of the tour is ours.
  lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  await lines.question('\nEnter goes on, Ctrl-C ends the tour. ');
  lines.close();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
