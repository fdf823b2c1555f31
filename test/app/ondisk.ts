import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Faults, onFaultyDisk } from '../faults.ts';
import { ANNA, createTestWorld, type TestWorld } from '../world.ts';

export type OnDisk = { world: TestWorld; faults: Faults; database: string; end(): Promise<void> };

/** Anna follows the paper, of which she has all. The disk can fail, and outlives the process. */
export async function openOnDisk(): Promise<OnDisk> {
  const folder = mkdtempSync(join(tmpdir(), 'telewire-'));
  const database = join(folder, 'test.db');
  const faults: Faults = new Set();
  const world = await createTestWorld({ database, breakStore: onFaultyDisk(faults) });
  world.paper.print({ id: 'old' });
  await world.say(ANNA, ANNA, `/subscribe ${world.paper.feedUrl}`);
  await world.pass(10_000);
  return {
    ...{ world, faults, database },
    async end() {
      await world.end();
      rmSync(folder, { recursive: true });
    },
  };
}
