// Everything goes wrong at once, and nothing may be lost: `npm run chaos -- --seed 7 --seconds 60 --feeds 300
// --chats 200 --kills 6`. The real program, as a process that is killed again and again, between a news site, a
// Telegram and a disk that fail; with `--database postgres --processes 3` as several that share a server, are killed and
// frozen. The same seed plans the same faults. Exit code 1 when a promise is broken.

import { parseArgs } from 'node:util';
import { type DatabaseKind, FAULTS_OF } from './chaos-database.ts';
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
    database: { type: 'string', default: 'sqlite' },
    processes: { type: 'string', default: '1' },
  },
});
/** Longer than any wait of the plan, and than a feed rests whose saves met a full disk a few times in a row. */
const PATIENCE_MS = 60_000;
const seconds = Number(values.seconds);
const processes = Number(values.processes);
const database = databaseCalled(values.database);
if (database === 'sqlite' && processes > 1)
  throw new Error('One process at a time has an embedded database');
const plan = planChaos({
  seed: Number(values.seed),
  seconds,
  feeds: Number(values.feeds),
  chats: Number(values.chats),
  entriesPerSecond: Number(values.rate),
  kills: Number(values.kills),
  ...{ processes, database },
});
// More may be published than can go out meanwhile.
const patienceMs = PATIENCE_MS + 2 * seconds * 1_000;
const outcome = await runChaos(plan, { database, processes, patienceMs });
process.stdout.write(tableOf(outcome));
process.exitCode = isKept(outcome) ? 0 : 1;

function databaseCalled(name: string): DatabaseKind {
  if (name in FAULTS_OF) return name as DatabaseKind;
  throw new Error(`--database is one of ${Object.keys(FAULTS_OF).join(', ')}`);
}

function isKept({ lost, unexplained, outOfOrder, early, dead, story }: ChaosOutcome): boolean {
  const broken = [lost, unexplained, outOfOrder, early, story.fell];
  return dead === 0 && broken.every((faults) => faults.length === 0);
}

function tableOf(outcome: ChaosOutcome): string {
  const { interruptions, fell, crashes, gaveWay, foundNoDatabase } = outcome.story;
  const rows: [string, number][] = [
    ['owed', outcome.owed],
    ['delivered', outcome.delivered],
    ['told by their number only', outcome.counted],
    ['given up where nothing may come twice', outcome.givenUp],
    ['lost', outcome.lost.length],
    ['given up for another reason', outcome.dead],
    ['out of order', outcome.outOfOrder.length],
    ['sent during a retry_after', outcome.early.length],
    ['sent twice, under way at an interruption or a lost answer', outcome.repeated],
    ['  not explained by one', outcome.unexplained.length],
    ['kills', interruptions.filter(({ kind }) => kind === 'kill').length],
    ['  and freezes, of who delivered', interruptions.filter(({ delivered }) => delivered).length],
    ['gave way to another process', gaveWay],
    ['found no database when it began', foundNoDatabase],
    ['ended by itself', fell.length],
    ['milliseconds until all had arrived', outcome.drainedMs],
  ];
  const { lost, unexplained, outOfOrder, early } = outcome;
  const faults = Object.entries({ lost, unexplained, outOfOrder, early, fell }).flatMap(
    ([name, them]) => them.slice(0, 10).map((one) => `${name}: ${one}`),
  );
  const crashed = [...crashes].map(([what, times]) => `${times} × ${what}`);
  const lines = rows.map(([name, count]) => `${name.padEnd(60)}${String(count).padStart(8)}`);
  return `${[...lines, ...faults, ...crashed].join('\n')}\n`;
}
