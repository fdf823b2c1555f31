import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChatPace, createPace, type Pace, type PacedChat } from '../../src/telegram/pace.ts';
import { createTestClock } from '../clock.ts';

const RATES = {
  global: { count: 30, perMs: 1_000 },
  chat: { count: 1, perMs: 1_000 },
  group: { count: 20, perMs: 60_000 },
};
const START = 1_000_000;
const ANNA: PacedChat = { id: 7, group: 'other' };
const GROUP: PacedChat = { id: -100, group: 'group' };

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function paceAt(startedAt = START) {
  const clock = createTestClock(startedAt);
  return { clock, pace: createPace(RATES, clock) };
}

/** Sends a broadcast as soon as it may go, and answers when that was. */
async function broadcast(pace: Pace, clock: ReturnType<typeof createTestClock>, chat: PacedChat) {
  const at = pace.readyAt(chat, clock.now());
  await clock.advance(at - clock.now(), settled);
  pace.take(chat, at);
  return at;
}

/** The most moments that fell into any span of that length. */
function densest(at: number[], spanMs: number): number {
  return Math.max(...at.map((from) => at.filter((it) => it >= from && it < from + spanMs).length));
}

test('a chat is ready a second after its last message, and two percent for good measure', () => {
  const { pace } = paceAt();

  pace.take(ANNA, START);

  expect(pace.readyAt(ANNA, START)).toBe(START + 1_020);
  expect(pace.readyAt(ANNA, START + 1_019)).toBe(START + 1_020);
  expect(pace.readyAt(ANNA, START + 1_020)).toBe(START + 1_020);
});

test('asking takes nothing', () => {
  const { pace } = paceAt();

  for (let asked = 0; asked < 100; asked += 1) pace.readyAt(ANNA, START);

  expect(pace.readyAt(ANNA, START)).toBe(START);
});

test('a full chat does not keep another waiting', () => {
  const { pace } = paceAt();

  pace.take(ANNA, START);

  expect(pace.readyAt({ id: 8, group: 'other' }, START)).toBe(START);
});

test('no minute of a group holds more than twenty messages', async () => {
  const { clock, pace } = paceAt();
  const at: number[] = [];

  for (let sent = 0; sent < 50; sent += 1) at.push(await broadcast(pace, clock, GROUP));

  expect(densest(at, 60_000)).toBe(20);
  expect(at[20]).toBe(START + 61_200);
});

test('a private chat may get more than twenty in a minute', async () => {
  const { clock, pace } = paceAt();
  const at: number[] = [];

  for (let sent = 0; sent < 30; sent += 1) at.push(await broadcast(pace, clock, ANNA));

  expect(at[29]).toBe(START + 29 * 1_020);
});

test('over all chats no second holds more than thirty messages', () => {
  const { pace } = paceAt();

  for (let id = 1; id <= 30; id += 1) pace.take({ id, group: 'other' }, START);

  expect(pace.openAt(START)).toBe(START + 1_020);
  expect(pace.readyAt({ id: 31, group: 'other' }, START)).toBe(START + 1_020);
});

test('a reply in a free chat goes at once, and in a busy one at its next free moment', async () => {
  const { clock, pace } = paceAt();
  const answered: number[] = [];
  const reply = () => pace.waitForTurn(ANNA).then(() => answered.push(clock.now() - START));

  const replies = [reply(), reply(), reply()];
  await clock.advance(5_000, settled);
  await Promise.all(replies);

  expect(answered).toEqual([0, 1_020, 2_040]);
});

test('replies come first: a broadcast finds the moments they have booked taken', () => {
  const { pace } = paceAt();

  void pace.waitForTurn(ANNA);
  void pace.waitForTurn(ANNA);

  expect(pace.readyAt(ANNA, START)).toBe(START + 2_040);
});

test('a reply that waits for its full group keeps no other chat waiting', async () => {
  const { clock, pace } = paceAt();
  for (let sent = 0; sent < 20; sent += 1) await broadcast(pace, clock, GROUP);
  void pace.waitForTurn(GROUP);
  const now = clock.now() + 2_000;
  await clock.advance(2_000, settled);

  for (let id = 1; id <= 28; id += 1) void pace.waitForTurn({ id, group: 'other' });

  expect(pace.readyAt({ id: 30, group: 'other' }, now)).toBe(now);
});

test('the moment that suits a chat suits all chats together too', () => {
  const rates = { ...RATES, global: { count: 2, perMs: 1_000 }, chat: { count: 1, perMs: 5_000 } };
  const pace = createPace(rates, createTestClock(START));
  pace.take(ANNA, START);
  pace.take({ id: 8, group: 'other' }, START + 5_000);
  pace.take({ id: 9, group: 'other' }, START + 5_050);

  expect(pace.readyAt(ANNA, START)).toBe(START + 6_020);
});

type Step = { id: number; way: 'reply' | 'broadcast'; passMs: number };
type Sent = { id: number; at: number };

const TIGHT = {
  global: { count: 4, perMs: 1_000 },
  chat: { count: 1, perMs: 1_000 },
  group: { count: 3, perMs: 5_000 },
};

/** Replies go when their turn has come, broadcasts at once or not at all; negative ids are groups. */
async function play(steps: Step[]): Promise<Sent[]> {
  const clock = createTestClock(START);
  const pace = createPace(TIGHT, clock);
  const sent: Sent[] = [];
  for (const { id, way, passMs } of steps) {
    const chat: PacedChat = { id, group: id < 0 ? 'group' : 'other' };
    await clock.advance(passMs, settled);
    if (way === 'reply') {
      void pace.waitForTurn(chat).then(() => sent.push({ id, at: clock.now() }));
    } else if (pace.readyAt(chat, clock.now()) === clock.now()) {
      pace.take(chat, clock.now());
      sent.push({ id, at: clock.now() });
    }
    await settled();
  }
  await clock.advance(600_000, settled);
  return sent;
}

test('whatever is sent in whatever order, no window is ever over its rate', async () => {
  const step: fc.Arbitrary<Step> = fc.record({
    id: fc.constantFrom(-3, -2, -1, 1, 2, 3),
    way: fc.constantFrom('reply', 'broadcast'),
    passMs: fc.constantFrom(0, 0, 0, 130, 700, 1_500),
  });

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60 }), async (steps) => {
      const sent = await play(steps);
      const of = (chatId: number) => sent.filter(({ id }) => id === chatId).map(({ at }) => at);

      const replies = steps.filter(({ way }) => way === 'reply').length;
      expect(sent.length).toBeGreaterThanOrEqual(replies);
      expect(
        densest(
          sent.map(({ at }) => at),
          1_000,
        ),
      ).toBeLessThanOrEqual(4);
      for (const { id } of sent) expect(densest(of(id), 1_000)).toBe(1);
      for (const id of [-1, -2, -3]) expect(densest(of(id), 5_000)).toBeLessThanOrEqual(3);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['that all count at once', 0],
  ['of which few count', 1],
])('fifty thousand chats %s cost little', (_, passMs) => {
  let now = START;
  const fast = { count: 1_000_000, perMs: 1_000 };
  const pace = createPace({ ...RATES, global: fast }, { now: () => now, sleep: async () => {} });
  const began = performance.now();

  for (let id = 1; id <= 50_000; id += 1) {
    now += passMs;
    pace.take({ id, group: 'other' }, now);
  }

  // Looking at all of them at each message would take half a minute.
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(pace.readyAt({ id: 50_000, group: 'other' }, now)).toBe(now + 1_020);
});

/** What is added to her rests. */
const JITTER = 327;

test('a chat that Telegram wants left alone gets neither broadcast nor reply before', async () => {
  const { clock, pace } = paceAt();
  const answered: number[] = [];
  pace.flooded(ANNA, 5_000);
  void pace.waitForTurn(ANNA).then(() => answered.push(clock.now() - START));

  expect(pace.readyAt({ id: 8, group: 'other' }, START)).toBe(START);
  expect(pace.readyAt(ANNA, START)).toBe(START + 5_000 + JITTER + 1_530);
  await clock.advance(6_000, settled);
  expect(answered).toEqual([5_000 + JITTER]);
});

test('the rests of two hundred chats end within a second, but not at once', () => {
  const spare = Array.from({ length: 200 }, (_, index) => {
    const { pace } = paceAt();
    pace.flooded({ id: index + 1 }, 5_000);
    return pace.restsUntil({ id: index + 1 }) - START - 5_000;
  });

  expect(new Set(spare).size).toBe(200);
  expect(Math.min(...spare)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...spare)).toBeLessThan(1_000);
});

test('a chat that was too fast goes slower, and is as fast as ever when a minute was quiet', async () => {
  const { clock, pace } = paceAt();
  const gap = async () => {
    const first = await broadcast(pace, clock, ANNA);
    return (await broadcast(pace, clock, ANNA)) - first;
  };

  const before = await gap();
  pace.flooded(ANNA, 1_000);
  pace.flooded(ANNA, 1_000);
  const slow = await gap();
  await clock.advance(58_000, settled);
  const quicker = await gap();
  await clock.advance(60_000, settled);
  const after = await gap();

  expect([before, slow, quicker, after]).toEqual([1_020, 2_295, 1_530, 1_020]);
});

test('four steps slower is the slowest', async () => {
  const { clock, pace } = paceAt();
  for (let times = 0; times < 20; times += 1) pace.flooded(ANNA, 0);

  const first = await broadcast(pace, clock, ANNA);

  expect((await broadcast(pace, clock, ANNA)) - first).toBe(5_164);
});

test('when three chats are too fast within a second, all rest as long as the slowest of them', () => {
  const { clock, pace } = paceAt();
  pace.flooded({ id: 1 }, 2_000);
  pace.flooded({ id: 2 }, 9_000);
  pace.flooded({ id: 2 }, 9_000);
  expect(pace.openAt(START)).toBe(START);

  pace.flooded({ id: 3 }, 1_000);

  expect(pace.openAt(START)).toBe(pace.restsUntil({ id: 2 }));
  expect(pace.restsUntil(ANNA)).toBe(pace.restsUntil({ id: 2 }));
  expect(clock.now()).toBe(START);
});

test('three floods that do not come together slow only their chats', async () => {
  const { clock, pace } = paceAt();
  for (const id of [1, 2, 3]) {
    pace.flooded({ id }, 60_000);
    await clock.advance(500, settled);
  }

  expect(pace.openAt(clock.now())).toBe(clock.now());
});

test('after floods in many chats everything is half slower, and recovers in a minute', async () => {
  const { clock, pace } = paceAt();
  for (const id of [1, 2, 3]) pace.flooded({ id }, 0);
  const inASecond = async () => {
    await clock.advance(5_000, settled);
    const until = clock.now() + 1_000;
    let count = 0;
    for (let id = 100; ; id += 1, count += 1) {
      if ((await broadcast(pace, clock, { id, group: 'other' })) >= until) return count;
    }
  };

  const slow = await inASecond();
  await clock.advance(60_000, settled);
  const quick = await inASecond();

  expect([slow, quick]).toEqual([8 + 19, 30]);
});

test('a broadcast is spread over the second, so that a reply finds room at any moment of it', async () => {
  const { clock, pace } = paceAt();
  const waits: number[] = [];
  for (let id = 1; id <= 300; id += 1) {
    await broadcast(pace, clock, { id, group: 'other' });
    if (id < 60 || id % 20 > 0) continue;
    const asked = clock.now();
    void pace.waitForTurn({ id: -id, group: 'group' }).then(() => waits.push(clock.now() - asked));
    await settled();
  }

  expect(waits).toHaveLength(12);
  // As far apart as three broadcasts are that make up for a delay.
  expect(Math.max(...waits)).toBeLessThanOrEqual(3 * 34 + 2);
});

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

  expect(pace.openAt(START)).toBe(START - 300 + 1_020);
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
  expect(kept).toEqual([{ chatId: -100, moments: [START - 10_000], restsUntil }]);
});

test('what leaves later than its turn counts from when it leaves', async () => {
  const { pace, clock } = paceAt();
  pace.take(ANNA, START);
  await clock.advance(600, settled);

  pace.leave(ANNA, START);

  expect(pace.readyAt(ANNA, clock.now())).toBe(START + 600 + 1_020);
});
