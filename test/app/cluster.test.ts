import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { CHATS, type Cluster, openCluster } from '../cluster.ts';
import { ask, emptyDatabase, serverUrl } from '../database.ts';

/** By when another process does what one did that has died. */
const TAKEN_OVER_MS = 15_000;
/** A process that stops lets others have it. */
const HANDED_OVER_MS = 4_000;

const PRINT_MS = 1_700;

let cluster: Cluster | undefined;

afterEach(() => cluster?.stop());

test.skipIf(!serverUrl)(
  'three processes die in turn: nothing is lost, and nothing comes twice but what was on its way',
  async () => {
    const database = await emptyDatabase();
    cluster = await openCluster(database);
    const { start, members, takenOverFrom, taken } = cluster;
    for (const name of ['a', 'b', 'c']) await start(name);
    expect(cluster.holderOf('bot')).toBe('a');
    expect(cluster.holderOf('deliver')).toBe('a');
    const press = startPress(cluster);
    // Killed.
    await untilUnderWay(database);
    members.get('a')?.signal('SIGKILL');
    const onItsWay = await underWay(database);
    const afterKill = await takenOverFrom('a', 'deliver');
    await freeClaims(database);
    await start('a');

    // Frozen, as by a machine that swaps: it wakes up when another has taken over.
    const frozen = cluster.holderOf('deliver') ?? '';
    await untilUnderWay(database);
    members.get(frozen)?.signal('SIGSTOP');
    const stuck = await underWay(database);
    cluster.say('/help');
    const afterFreeze = await takenOverFrom(frozen, 'deliver');
    const woken = members.get(frozen);
    woken?.signal('SIGCONT');
    await freeClaims(database);
    const ending = await woken?.ended;
    await start(frozen);

    // Stopped.
    const stopped = cluster.holderOf('deliver') ?? '';
    members.get(stopped)?.signal('SIGTERM');
    const afterStop = await takenOverFrom(stopped, 'deliver');

    const printed = press.stop();
    await untilAllCame(cluster, printed);
    for (const chatId of CHATS) {
      for (const title of printed) expect(taken).toContain(`${chatId}: ${title}`);
    }
    expect(taken.length - new Set(taken).size).toBeLessThanOrEqual(onItsWay + stuck);
    expect(await underWay(database)).toBe(0);
    expect(cluster.conflicts()).toBe(0);
    // Both have heard the question: the one when it was taken over, the other when it woke up.
    expect(cluster.answers).toHaveLength(1);
    expect(afterKill).toBeLessThan(TAKEN_OVER_MS);
    expect(afterFreeze).toBeLessThan(TAKEN_OVER_MS);
    expect(afterStop).toBeLessThan(HANDED_OVER_MS);
    expect(ending?.code).toBe(1);
  },
  120_000,
);

/** Prints an entry now here, now there, until it is stopped; answers their titles. */
function startPress({ papers }: Cluster) {
  const printed: string[] = [];
  const pressing = setInterval(() => {
    const number = printed.length % papers.length;
    const title = `${number}/${printed.length}`;
    // Words of its own: alike, they would be one story.
    const html = Array.from({ length: 40 }, () => randomBytes(4).toString('hex')).join(' ');
    papers[number]?.print({ id: title, title, html, at: Date.now() });
    printed.push(title);
  }, PRINT_MS);
  return {
    stop() {
      clearInterval(pressing);
      return printed;
    },
  };
}

async function untilAllCame({ taken }: Cluster, printed: string[]): Promise<void> {
  const until = performance.now() + 30_000;
  while (new Set(taken).size < printed.length * CHATS.length && performance.now() < until) {
    await sleep(100);
  }
  // Whatever would come twice comes now.
  await sleep(3_000);
}

async function untilUnderWay(database: string): Promise<void> {
  const until = performance.now() + 20_000;
  while ((await underWay(database)) === 0 && performance.now() < until) await sleep(5);
}

async function underWay(database: string): Promise<number> {
  const [row] = await ask(
    database,
    'select count(*) as count from delivery where "takenAt" is not null and "deadAt" is null',
  );
  return Number(row?.count);
}

/** What a killed process has claimed stays claimed for two minutes: too long to wait for here. */
async function freeClaims(database: string): Promise<void> {
  await ask(database, 'update feed set "claimedUntil" = 0');
}
