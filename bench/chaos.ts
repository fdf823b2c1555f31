// Everything goes wrong at once, and nothing may be lost: `npm run chaos -- --seed 7 --seconds 60 --feeds 300
// --chats 200 --kills 6`. The real program, as a process that is killed again and again, between a news site and a
// Telegram that fail; the same seed plans the same faults. Exit code 1 when a promise is broken.

import { parseArgs } from 'node:util';
import { planChaos } from './chaos-plan.ts';
import { type ChaosOutcome, runChaos } from './chaos-run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '60' },
    feeds: { type: 'string', default: '300' },
    chats: { type: 'string', default: '200' },
    rate: { type: 'string', default: '20' },
    kills: { type: 'string', default: '8' },
  },
});
/** A feed whose save met a full disk is claimed by nobody for two minutes. */
const PATIENCE_MS = 150_000;
const seconds = Number(values.seconds);
const plan = planChaos({
  seed: Number(values.seed),
  seconds,
  feeds: Number(values.feeds),
  chats: Number(values.chats),
  entriesPerSecond: Number(values.rate),
  kills: Number(values.kills),
});
const outcome = await runChaos(plan, PATIENCE_MS + seconds * 1_000);
process.stdout.write(tableOf(outcome));
process.exitCode = isKept(outcome) ? 0 : 1;

function isKept({ lost, unexplained, outOfOrder, early, dead, fell }: ChaosOutcome): boolean {
  const broken = [lost, unexplained, outOfOrder, early].some((faults) => faults.length > 0);
  return !broken && dead === 0 && fell.length === 0;
}

function tableOf(outcome: ChaosOutcome): string {
  const rows: [string, number][] = [
    ['owed', outcome.owed],
    ['delivered', outcome.delivered],
    ['told by their number only', outcome.counted],
    ['given up where nothing may come twice', outcome.givenUp],
    ['lost', outcome.lost.length],
    ['given up for another reason', outcome.dead],
    ['out of order', outcome.outOfOrder.length],
    ['sent during a retry_after', outcome.early.length],
    ['sent twice, under way at a kill or a lost answer', outcome.repeated],
    ['  not explained by one', outcome.unexplained.length],
    ['kills', outcome.kills],
    ['ended by itself', outcome.fell.length],
    ['milliseconds until all had arrived', outcome.drainedMs],
  ];
  const { lost, unexplained, outOfOrder, early, fell } = outcome;
  const faults = Object.entries({ lost, unexplained, outOfOrder, early, fell }).flatMap(
    ([name, them]) => them.slice(0, 10).map((one) => `${name}: ${one}`),
  );
  const crashes = [...outcome.crashes].map(([what, times]) => `${times} × ${what}`);
  const lines = rows.map(([name, count]) => `${name.padEnd(50)}${String(count).padStart(8)}`);
  return `${[...lines, ...faults, ...crashes].join('\n')}\n`;
}
