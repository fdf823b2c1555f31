import { setTimeout as sleep } from 'node:timers/promises';
import type { EpochMs } from '../src/model.ts';
import type { ChaosDatabase } from './chaos-database.ts';
import { beginLife, type Crashes, type Life, type LifeOptions } from './chaos-life.ts';

/** One process of the program, started again whenever it ends. */
export type Member = {
  /** The present one. */
  life(): Life;
  /** Without a warning, and back at once. */
  kill(): Promise<void>;
  /** It stands still for so long, and knows nothing of it. */
  freeze(ms: number): Promise<void>;
  /** Somebody sets its machine's clock. */
  setClock(byMs: number): void;
  stop(): Promise<void>;
};

/** A process was killed, or stood still from `at` to `until`. */
export type Interruption = {
  kind: 'kill' | 'freeze';
  at: EpochMs;
  until: EpochMs;
  /** Whether it was the one that delivers. */
  delivered: boolean;
};

/** What became of all processes. */
export type Story = {
  interruptions: Interruption[];
  /** How one of them ended by itself, each time. */
  fell: string[];
  crashes: Crashes;
  /** How often one ended because another had taken over what it did, and how often one found no database when it began. */
  gaveWay: number;
  foundNoDatabase: number;
};

export type MemberOptions = LifeOptions & { database: Pick<ChaosDatabase, 'wasAway'> };

/** What falls that often will not stand. */
const MOST_FALLS = 10;

export function startMember({ folder, env, database }: MemberOptions, story: Story): Member {
  let wanted: 'running' | 'killed' | 'stopped' = 'running';
  let clockMs = 0;
  let life = begin();
  // However this ends, nobody is left behind, least of all one that stands still.
  process.once('exit', () => life.child.kill('SIGKILL'));

  return {
    life: () => life,
    async kill() {
      wanted = 'killed';
      const at = Date.now();
      life.child.kill('SIGKILL');
      await life.ended;
      tell(life, { kind: 'kill', at, until: at });
      wanted = 'running';
      life = begin();
      await life.ready;
    },
    async freeze(ms) {
      const frozen = life;
      const at = Date.now();
      frozen.child.kill('SIGSTOP');
      await sleep(ms);
      tell(frozen, { kind: 'freeze', at, until: Date.now() });
      frozen.child.kill('SIGCONT');
    },
    setClock(byMs) {
      clockMs += byMs;
      if (life.child.connected) life.child.send({ byMs });
    },
    async stop() {
      wanted = 'stopped';
      life.child.kill('SIGTERM');
      await life.ended;
    },
  };

  function begin(): Life {
    const clock = { CHAOS_CLOCK_MS: String(clockMs) };
    const begun = beginLife({ folder, env: { ...env, ...clock } }, story.crashes);
    void begun.ended.then(() => {
      if (wanted !== 'running') return;
      note(begun);
      if (story.fell.length < MOST_FALLS) life = begin();
    });
    return begun;
  }

  function tell({ said }: Life, what: Omit<Interruption, 'delivered'>): void {
    story.interruptions.push({ ...what, delivered: said.has('delivers') });
  }

  function note({ begunAt, child, said }: Life): void {
    if (said.has('gave way')) story.gaveWay += 1;
    else if (!said.has('ready') && database.wasAway(begunAt)) story.foundNoDatabase += 1;
    else story.fell.push(`exit code ${child.exitCode}, signal ${child.signalCode}`);
  }
}
