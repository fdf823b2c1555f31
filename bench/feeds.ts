import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFeed } from '../src/feed/parse.ts';
import { feedText } from './feed-text.ts';

// npm run bench [number of feeds]: what checking feeds costs, in CPU seconds and memory, on loopback.

const FEEDS = process.argv[2] ?? '2000';

benchParsing();
for (const mode of ['304', '200']) await benchRounds(mode);

/** Parsing and identity of one feed of 40 entries. */
function benchParsing(): void {
  const text = feedText('/1');
  const parse = () => parseFeed({ text, url: 'https://example.org/' });
  const count = 300;
  for (let warm = 0; warm < count; warm += 1) parse();
  const before = process.cpuUsage();
  for (let number = 0; number < count; number += 1) parse();
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1e3 / count;
  const size = Math.round(text.length / 1000);
  process.stdout.write(`parse and identity    ${size} kB, 40 entries: ${ms.toFixed(2)} ms CPU\n`);
}

/** The first round brings every entry; a process of its own then goes round when nothing is new. */
async function benchRounds(mode: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'telewire-bench-'));
  const server = start('feed-server.ts', mode);
  const [port] = await once(server, 'message');
  for (const part of ['fill', 'measure']) {
    const rounds = start(
      'feed-rounds.ts',
      part,
      mode,
      FEEDS,
      String(port),
      join(folder, 'bench.db'),
    );
    await once(rounds, 'exit');
  }
  server.kill();
  rmSync(folder, { recursive: true });
}

function start(script: string, ...args: string[]) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return fork(path, args, {
    // As `npm start` and the image run it.
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--max-semi-space-size=2',
      '--heap-growing-percent=30',
    ],
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  });
}
