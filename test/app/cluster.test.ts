import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { CHATS, type Cluster, openCluster } from '../cluster.ts';
import { ask, emptyDatabase, serverUrl } from '../database.ts';
import type { Paper } from '../paper.ts';

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

test.skipIf(!serverUrl)(
  'a process that is stopped while it takes over ends as quickly as any other',
  async () => {
    cluster = await openCluster(await emptyDatabase());
    const first = await cluster.start('a');
    const second = await cluster.start('b');
    first.signal('SIGTERM');
    await second.event('role.taken');

    const stoppedAt = performance.now();
    second.signal('SIGTERM');
    const { code } = await second.ended;

    expect(code).toBe(0);
    expect(performance.now() - stoppedAt).toBeLessThan(HANDED_OVER_MS);
  },
  60_000,
);

test.skipIf(!serverUrl)(
  'a collector killed in the middle of a fetch keeps its feed from nobody for longer than fifteen seconds',
  async () => {
    const { start, members, taken } = await beginFetch();

    members.get('b')?.signal('SIGKILL');
    const killedAt = performance.now();
    await start('c', { TELEWIRE_ROLES: 'collect' });
    await vi.waitFor(() => expect(taken).toHaveLength(CHATS.length), 30_000);

    expect(performance.now() - killedAt).toBeLessThan(TAKEN_OVER_MS);
    expect([...taken].sort()).toEqual(CHATS.map((chatId) => `${chatId}: 0/0`));
  },
  90_000,
);

test.skipIf(!serverUrl)(
  'a collector that sleeps in the middle of a fetch undoes and repeats nothing when it wakes up',
  async () => {
    const { start, members, taken, paper, answer } = await beginFetch();
    members.get('b')?.signal('SIGSTOP');
    answer();
    paper.print({ id: '0/1', title: '0/1', at: Date.now() });
    const second = await start('c', { TELEWIRE_ROLES: 'collect' });
    await vi.waitFor(() => expect(taken).toHaveLength(2 * CHATS.length), 30_000);

    members.get('b')?.signal('SIGCONT');
    await members.get('b')?.event('feed.late');
    second.signal('SIGTERM');
    paper.print({ id: '0/2', title: '0/2', at: Date.now() });
    await vi.waitFor(() => expect(new Set(taken).size).toBe(3 * CHATS.length), 30_000);

    expect(taken).toHaveLength(3 * CHATS.length);
  },
  90_000,
);

/** A process that delivers, and a collector that asks for a feed with something new in it; the paper holds its answer. */
async function beginFetch() {
  const opened = await openCluster(await emptyDatabase());
  cluster = opened;
  const { start, papers } = opened;
  const [paper] = papers as [Paper];
  await start('a', { TELEWIRE_ROLES: 'bot,deliver' });
  await start('b', { TELEWIRE_ROLES: 'collect' });
  const asked = paper.hold();
  paper.print({ id: '0/0', title: '0/0', at: Date.now() });
  return { ...opened, paper, answer: await asked };
}

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
