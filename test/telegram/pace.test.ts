import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPace, type PacedChat } from '../../src/telegram/pace.ts';
import { createTestClock } from '../clock.ts';
import { spentMs } from '../cpu.ts';
import { ANNA, broadcast, GROUP, paceAt, RATES, START, settled } from './pacestage.ts';

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

  expect(pace.openAt(START)).toBe(START + 1_010);
  expect(pace.readyAt({ id: 31, group: 'other' }, START)).toBe(START + 1_010);
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

  expect(pace.readyAt(ANNA, START)).toBe(START + 6_010);
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
  const before = spentMs();

  for (let id = 1; id <= 50_000; id += 1) {
    now += passMs;
    pace.take({ id, group: 'other' }, now);
  }

  // Looking at all of them at each message would take half a minute.
  expect(spentMs() - before).toBeLessThan(5_000);
  expect(pace.readyAt({ id: 50_000, group: 'other' }, now)).toBe(now + 1_020);
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

test('a message counts from when it can have arrived: its way, but for the time that every message needs', async () => {
  const { pace, clock } = paceAt();
  const sendFor = async (ms: number, chat: PacedChat) => {
    pace.take(chat, clock.now());
    const trip = pace.setOff(chat, clock.now());
    await clock.advance(ms, settled);
    trip.arrived();
  };

  // The first twenty of a process say nothing of the way.
  for (let id = 1; id <= 20; id += 1) await sendFor(40, { id: id + 100, group: 'other' });
  const left = clock.now();
  await sendFor(300, ANNA);

  // Answered after 300 milliseconds, of which every message needs 40.
  expect(pace.readyAt(ANNA, clock.now())).toBe(left + 300 - 40 + 1_020);
});

test('while thirty are on their way no other leaves, for as long as a message can take', async () => {
  const { pace, clock } = paceAt();
  for (let id = 1; id <= 30; id += 1) {
    pace.take({ id, group: 'other' }, START);
    pace.setOff({ id, group: 'other' }, START);
  }

  await clock.advance(1_400, settled);
  expect(pace.openAt(clock.now())).toBeGreaterThan(clock.now());
  await clock.advance(100, settled);
  expect(pace.openAt(clock.now())).toBe(clock.now());
});

test('what leaves later than its turn counts from when it leaves', async () => {
  const { pace, clock } = paceAt();
  pace.take(ANNA, START);
  await clock.advance(600, settled);

  pace.setOff(ANNA, START);

  expect(pace.readyAt(ANNA, clock.now())).toBe(START + 600 + 1_020);
});

test.each([600_000, -600_000])('a clock set by %d ms ends nobody’s minute', async (byMs) => {
  const { clock, pace } = paceAt();
  for (let sent = 0; sent < 20; sent += 1) await broadcast(pace, clock, GROUP);
  const readyAt = pace.readyAt(GROUP, clock.now());

  clock.jump(byMs);
  pace.shift(byMs);
  clock.follow();

  expect(pace.readyAt(GROUP, clock.now())).toBe(readyAt + byMs);
});
