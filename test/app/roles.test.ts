import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Begun, createRoles, type Roles } from '../../src/app/roles.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { createTestClock } from '../clock.ts';
import { emptyMemory } from '../database.ts';
import { NOW } from '../store/content.ts';

const HOLDER = { id: 'attic/1/a', isGone: () => false };
const OTHER = { id: 'cellar/2/b', isGone: () => false };
const BEGUN: Begun = { works: Promise.resolve(), end: async () => {} };

let store: Store;
let roles: Roles;
let beat: () => void;

beforeEach(async () => {
  store = await openStore(await emptyMemory());
  onTestFinished(store.close);
  const surroundings = {
    clock: createTestClock(NOW),
    beat(_everyMs: number, act: () => void) {
      beat = act;
      return () => {};
    },
  };
  roles = createRoles({ store, surroundings, holder: HOLDER, log: () => {} });
});

/** Another process has it when this one begins, and gives it up. */
async function waitFor(begin: () => Promise<Begun>): Promise<void> {
  await store.duties.take('deliver', OTHER, NOW);
  await roles.take('deliver', begin);
  await store.duties.giveUp(OTHER.id);
}

test('who is stopped while it takes over ends what it has begun, and lets others have it', async () => {
  const asked = Promise.withResolvers<void>();
  const begins = Promise.withResolvers<Begun>();
  const ended: string[] = [];
  await waitFor(() => {
    asked.resolve();
    return begins.promise;
  });
  beat();
  await asked.promise;

  const stopped = roles.stop();
  begins.resolve({ ...BEGUN, end: async () => void ended.push('delivering') });
  await stopped;

  expect(ended).toEqual(['delivering']);
  expect(await store.duties.all()).toEqual([]);
});

test('who is stopped while it asks for a duty does not keep it from others', async () => {
  await waitFor(async () => BEGUN);
  beat();

  await roles.stop();

  expect(await store.duties.all()).toEqual([]);
});

test('what could not be begun is begun with the next beat', async () => {
  let tries = 0;
  const began = Promise.withResolvers<void>();
  await waitFor(async () => {
    tries += 1;
    if (tries === 1) throw new Error('The database was away');
    began.resolve();
    return BEGUN;
  });

  beat();
  beat();
  await began.promise;

  expect(tries).toBe(2);
  expect(roles.isOurs('deliver')).toBe(true);
  await roles.stop();
});
