import { HttpError } from 'grammy';
import { beforeEach, expect, test } from 'vitest';
import { createReach, type Reach } from '../../src/telegram/reach.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Answer = 'well' | 'refused' | 'down' | 'nothing';

let now: number;
let logged: [string, unknown][];
let reach: Reach;

beforeEach(() => {
  now = 1_000_000;
  logged = [];
  reach = createReach({ now: () => now }, (event, fields) => void logged.push([event, fields]));
});

/** One call to a Telegram that answers so. */
async function call(answer: Answer): Promise<void> {
  const previous = async () => {
    if (answer === 'nothing') throw new HttpError('no answer', new Error('ECONNREFUSED'));
    if (answer === 'well') return { ok: true, result: true };
    const error_code = answer === 'down' ? 502 : 403;
    return { ok: false, error_code, description: 'no' };
  };
  const watch = reach.watch as unknown as (...given: unknown[]) => Promise<unknown>;
  await watch(previous, 'getMe', {}, undefined).catch(() => {});
}

const getMe = (answer: Answer) => ({ getMe: () => call(answer) as Promise<never> });

test('an outage of less than a minute is nobody’s concern', async () => {
  await call('nothing');
  now += MINUTE - 1;
  await call('down');
  await call('well');

  expect(logged).toEqual([]);
});

test('an outage of a day is told after a minute, then hourly, and when it is over', async () => {
  for (let at = 0; at < 24 * HOUR; at += 10_000) {
    await call('nothing');
    now += 10_000;
  }
  await call('well');

  const events = logged.map(([event]) => event);
  expect(events.filter((event) => event === 'telegram.failed')).toHaveLength(24);
  expect(logged[0]).toEqual(['telegram.failed', { awayMs: MINUTE }]);
  expect(logged.at(-1)).toEqual(['telegram.back', { awayMs: 24 * HOUR }]);
});

test('a refusal is an answer: Telegram is there', async () => {
  await call('refused');

  expect(await reach.lastAt(getMe('nothing'))).toBe(now);
});

test('when it was reached long ago it is asked again', async () => {
  await call('well');
  now += 5 * MINUTE;

  expect(await reach.lastAt(getMe('nothing'))).toBe(now - 5 * MINUTE);
  expect(await reach.lastAt(getMe('well'))).toBe(now);
});

test('before it was ever reached there is no moment', async () => {
  expect(await reach.lastAt(getMe('down'))).toBeNull();
});
