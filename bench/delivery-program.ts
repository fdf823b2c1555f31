import { setTimeout as sleep } from 'node:timers/promises';
import { ofTheMachine } from '../src/app/surroundings.ts';
import { createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { openStore } from '../src/store/store.ts';

// The whole program in a process of its own. Says `ready` when it polls; answers `stop` with what it has used.

/** CPU from when it was ready, in seconds; memory at most, in MB; when it began to open the database. */
export type Used = { cpuSeconds: number; peakMb: number; openedAt: number; crashes: string[] };

const [database = '', port, limits] = process.argv.slice(2);
const crashes: string[] = [];
const fast = limits === 'limits' ? {} : unlimited();

const outcome = parseConfig(
  {
    ...{ BOT_TOKEN: '42:bench', TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`, ACCESS: 'open' },
    ...{ DATABASE_URL: `sqlite:${database}`, ...fast },
  },
  null,
);
if (outcome.kind === 'faults') throw new Error(outcome.faults.join(' '));

const openedAt = Date.now();
const store = await openStore(database);
const app = createApp({
  ...{ config: outcome.config, store, surroundings: ofTheMachine() },
  log(event, { error } = {}) {
    if (event.endsWith('.crashed')) crashes.push(`${event}: ${error}`);
  },
});
await app.start();
const before = process.cpuUsage();
process.send?.('ready');
process.on('message', async () => {
  const { user, system } = process.cpuUsage(before);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1_024);
  const cpuSeconds = (user + system) / 1e6;
  const used: Used = { cpuSeconds, peakMb, openedAt, crashes: crashes.slice(0, 3) };
  process.send?.(used);
  await Promise.race([app.stop(), sleep(3_000)]);
  process.exit();
});

function unlimited(): Record<string, string> {
  const rate = '999999/s';
  return { RATE_GLOBAL: rate, RATE_CHAT: rate, RATE_GROUP: rate };
}
