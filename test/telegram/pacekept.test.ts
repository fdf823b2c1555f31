import { expect, test } from 'vitest';
import { type ChatPace, createPace } from '../../src/telegram/pace.ts';
import { createTestClock } from '../clock.ts';
import { ANNA, GROUP, paceAt, RATES, START } from './pacestage.ts';

test('what was sent before a restart counts after it', () => {
  const { pace } = paceAt();
  const group = { chatId: -100, moments: Array(20).fill(START - 30_000), restsUntil: 0 };
  const anna = { chatId: 7, moments: [START - 400], restsUntil: START + 90_000 };

  pace.recall([group, anna]);

  expect(pace.readyAt(GROUP, START)).toBe(START - 30_000 + 61_200);
  expect(pace.readyAt(ANNA, START)).toBe(START + 90_000);
  expect(pace.readyAt({ id: 8, group: 'other' }, START)).toBe(START);
});

test('what all chats got in the last second before a restart counts after it', () => {
  const { pace } = paceAt();

  pace.recall(
    Array.from({ length: 30 }, (_, index) => ({
      ...{ chatId: index + 1, moments: [START - 300], restsUntil: 0 },
    })),
  );

  expect(pace.openAt(START)).toBe(START - 300 + 1_010);
});

test('a clock that was set back an hour keeps nobody waiting for an hour', () => {
  const { pace } = paceAt();

  pace.recall([{ chatId: 7, moments: [START + 3_600_000], restsUntil: 0 }]);

  expect(pace.readyAt(ANNA, START)).toBe(START);
});

test('what is to be kept of a chat is all that counts of it, and its rest', async () => {
  const clock = createTestClock(START);
  const kept: ChatPace[] = [];
  const memory = { keep: async (it: ChatPace) => void kept.push(it), failed() {} };
  const pace = createPace(RATES, clock, memory);
  pace.take(GROUP, START - 70_000);
  pace.take(GROUP, START - 10_000);
  pace.flooded(GROUP, 3_000);

  await pace.keep(GROUP);

  const restsUntil = pace.restsUntil(GROUP);
  expect(kept.at(-1)).toEqual({ chatId: -100, moments: [START - 10_000], restsUntil });
});
