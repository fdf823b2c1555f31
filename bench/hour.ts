import { setTimeout as sleep } from 'node:timers/promises';
import type { Surroundings } from '../src/app/surroundings.ts';
import { startPlayground } from '../src/playground/playground.ts';
import { YOU } from '../src/playground/townspeople.ts';

// node bench/hour.ts [minutes]: the playground's site on a clock that runs sixty times as fast; prints how long the
// start took, and the memory before and after.

const SPEED = 60;
const MINUTES = Number(process.argv[2] ?? 60);
const TICK_MS = 2_000;

const begun = performance.now();
const playground = await startPlayground({
  port: 0,
  surroundings: hurried(),
  log(event, fields) {
    if (event.endsWith('.crashed')) print(`${event} ${JSON.stringify(fields)}`);
  },
  everyMs: 20_000,
});
print(`started in ${Math.round(performance.now() - begun)} ms`);

const { world } = playground.telegram;
world.say({ userId: YOU, chatId: YOU, text: '/start' });
await sleep(2_000);
for (const { title } of playground.site.feeds) {
  world.say({ userId: YOU, chatId: YOU, text: `/subscribe ${title}` });
}
await sleep(2_000);
const callsBefore = world.calls.length;
print(`memory at the beginning: ${megabytes()} MB`);
await sleep((MINUTES * 60_000) / SPEED);
const published = playground.site.articles().length;
print(
  `after ${MINUTES} minutes: ${published} articles published, ${world.calls.length - callsBefore} calls to Telegram, memory ${megabytes()} MB`,
);
await playground.stop();

function hurried(): Surroundings {
  const origin = Date.now();
  return {
    clock: {
      now: () => origin + (Date.now() - origin) * SPEED,
      // An aborted sleep ends early; that is its purpose.
      sleep: (ms, signal) => sleep(ms / SPEED, undefined, signal && { signal }).catch(() => {}),
    },
    schedule(_expression, run) {
      const timer = setInterval(run, TICK_MS / SPEED);
      return { stop: async () => clearInterval(timer) };
    },
    random: Math.random,
    memoryBytes: () => process.memoryUsage.rss(),
  };
}

function megabytes(): number {
  return Math.round(process.memoryUsage.rss() / 1e6);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
