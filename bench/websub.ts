// How long it takes from a publisher's "print" to the chat, over a hub, on loopback and with the real clock:
// `node bench/websub.ts`. Hub, publisher and Telegram are those of the tests; the program is whole.

import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { ofTheMachine } from '../src/app/surroundings.ts';
import { createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { createTelegram } from '../src/playground/bot-api.ts';
import { openStore } from '../src/store/store.ts';
import { openHub } from '../test/hub.ts';
import { openPaper } from '../test/paper.ts';
import { freePort } from '../test/ports.ts';

const ANNA = 7;
const ROUNDS = 20;
/** Longer than the pace of one chat, which is not what is measured. */
const PAUSE_MS = 1_200;
const TOKEN = '42:bench-token';

const paper = await openPaper();
const hub = await openHub();
paper.hub = hub.url;
paper.print({ id: 'old' });

const telegram = createTelegram({ now: Date.now, token: TOKEN });
telegram.world.addUser({ id: ANNA, first_name: 'Anna' });
telegram.world.addChat({ id: ANNA, type: 'private' });
const server = serve({ fetch: telegram.routes.fetch, port: 0, hostname: '127.0.0.1' });
await new Promise((resolve) => server.once('listening', resolve));

const ownPort = await freePort();
const store = await openStore(':memory:');
const app = createApp({ config: config(), store, log: () => {}, surroundings: ofTheMachine() });
await app.start();
telegram.world.say({ userId: ANNA, chatId: ANNA, text: `/subscribe ${paper.feedUrl}` });
await until(() => hub.subscribers.size > 0);

const latencies: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  await sleep(PAUSE_MS);
  latencies.push(await publish(`entry ${round}`));
}
latencies.sort((one, other) => one - other);
const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)]?.toFixed(0);
process.stdout.write(
  `publish → chat, ${ROUNDS} times: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, worst ${at(1)} ms\n`,
);

await app.stop();
telegram.stop();
server.close();
await hub.close();
await paper.close();

/** Milliseconds from the publisher's word to the hub until the message stands in the chat. */
async function publish(id: string): Promise<number> {
  const arrived = new Promise<void>((resolve) => {
    const unwatch = telegram.world.watch((event) => {
      if (event.kind !== 'message' || !JSON.stringify(event.message).includes(id)) return;
      unwatch();
      resolve();
    });
  });
  const startedAt = performance.now();
  paper.print({ id });
  await hub.publish(paper.feedUrl);
  await arrived;
  return performance.now() - startedAt;
}

function config() {
  const { port } = server.address() as AddressInfo;
  const outcome = parseConfig(
    {
      BOT_TOKEN: TOKEN,
      ACCESS: 'open',
      ALLOWED_ADDRESSES: '127.0.0.0/8',
      TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
      TICK: '* * * * * *',
      PORT: String(ownPort),
      PUBLIC_URL: `http://127.0.0.1:${ownPort}`,
    },
    null,
  );
  if (outcome.kind === 'faults') throw new Error(outcome.faults.join(' '));
  return outcome.config;
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(50);
}
