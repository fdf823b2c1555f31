import { expect, test } from 'vitest';
import { emptyDatabase } from '../database.ts';
import { emptyStore } from './seed.ts';

test('what happens at the same time is counted each, and outlives the process', async () => {
  const database = await emptyDatabase();
  const { tally, close } = await emptyStore(database);

  await Promise.all(Array.from({ length: 50 }, () => tally.add('answersLost')));
  await tally.add('floods');
  await close();

  const again = await emptyStore(database);
  expect(await again.tally.of('answersLost')).toBe(50);
  expect(await again.tally.of('floods')).toBe(1);
});

test('what never happened is counted as none', async () => {
  const { tally } = await emptyStore();

  expect(await tally.of('floods')).toBe(0);
});
