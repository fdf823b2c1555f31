import { expect, test } from 'vitest';
import { createRequests } from '../../src/relay/requests.ts';

const MINUTE_MS = 60_000;

function requests(count: number) {
  const clock = { at: 1_000_000_000 };
  const { take } = createRequests({ count, perMs: MINUTE_MS }, { now: () => clock.at });
  const wait = (ms: number) => {
    clock.at += ms;
  };
  return { take, wait };
}

test('a bucket that was used fills up again steadily', () => {
  const { take, wait } = requests(2);
  take(7);
  take(7);

  wait(MINUTE_MS / 2);

  expect(take(7)).toEqual({ kind: 'go' });
  expect(take(7)).toEqual({ kind: 'rest', forMs: MINUTE_MS, begins: true });
});

test('who rests hears that it begins once, and how long it is still', () => {
  const { take, wait } = requests(1);
  take(7);
  take(7);

  wait(20_000);
  expect(take(7)).toEqual({ kind: 'rest', forMs: 40_000, begins: false });
  wait(40_000);
  expect(take(7)).toEqual({ kind: 'go' });
});

test('a clock that is set back gives nothing away and takes nothing', () => {
  const { take, wait } = requests(2);
  take(7);

  wait(-3_600_000);

  expect([take(7).kind, take(7).kind]).toEqual(['go', 'rest']);
  wait(-3_600_000);
  expect(take(7)).toEqual({ kind: 'rest', forMs: MINUTE_MS, begins: true });
});

test('of very many people those who asked longest ago are forgotten', () => {
  const { take } = requests(1);
  take(7);
  for (let personId = 100; personId < 10_100; personId += 1) take(personId);

  expect(take(10_099).kind).toBe('rest');
  expect(take(7).kind).toBe('go');
});
