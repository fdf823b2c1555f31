import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Failure } from '../../src/playground/failures.ts';
import {
  ANNA,
  BEN,
  createTestWorld,
  expectNoCrash,
  GROUP,
  OWNER,
  type TestWorld,
} from '../world.ts';

// The club's group is answered as a test says; Ben, who follows the same feed, must never wait for it.

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;

const FAST = { RATE_GLOBAL: '10000/s', RATE_CHAT: '10000/s', RATE_GROUP: '10000/s' };

export let world: TestWorld;
/** When what is to be answered went out. */
export let startedAt: number;
let callsBefore: number;

/** Sets the stage for each test of a file. */
export function setStage(): void {
  beforeEach(async () => {
    world = await createTestWorld({ settings: FAST });
    world.paper.print({ id: 'old' });
    await world.say(ANNA, ANNA, '/start');
    await world.say(OWNER, OWNER, '/start');
    await world.say(ANNA, GROUP, `/subscribe ${world.paper.feedUrl}`);
    await world.say(BEN, BEN, `/subscribe ${world.paper.feedUrl}`);
    await world.pass(10 * SECOND_MS);
    await world.say(BEN, BEN, '/language en');
  });

  afterEach(async () => {
    expectNoCrash(world);
    await world.end();
  });
}

type Parameters = Exclude<Failure, string>['parameters'];

/** What the Bot API answers. */
export function answer(error_code: number, description: string, parameters?: Parameters): Failure {
  return { ...{ error_code, description }, ...(parameters && { parameters }) };
}

/** The next sends to the group are answered like that. */
export function arm(
  failure: Failure,
  { method = 'sendMessage', times = 1, chatId = GROUP } = {},
): void {
  world.telegram.failNext({ method, chatId, times }, failure);
}

/** The paper prints an article, and it goes out. */
export async function relay(id: string, picture?: string): Promise<void> {
  world.paper.print({ id, ...(picture && { picture }) });
  await nextRound();
  if (picture === undefined) return;
  // Pictures are made acceptable in a thread, which nobody sees from outside.
  await vi.waitFor(
    () => expect(Math.min(calls().length, calls(BEN).length)).toBeGreaterThan(0),
    10_000,
  );
  await world.settle();
}

/** The feed is asked again, and what it has goes out. */
export async function nextRound(): Promise<void> {
  await world.pass(70 * SECOND_MS);
  callsBefore = world.telegram.calls.length;
  startedAt = world.clock.now();
  await world.tick();
}

/** What was sent to a chat, or changed in it, since the last round began. */
export function calls(chatId = GROUP) {
  return world.telegram.calls
    .slice(callsBefore)
    .filter(
      ({ method, params }) =>
        /^(send(?!ChatAction)|edit)/.test(method) && params.chat_id === chatId,
    );
}

export const methods = (chatId = GROUP) => calls(chatId).map(({ method }) => method);
export const seconds = (chatId = GROUP) =>
  calls(chatId).map(({ at }) => (at - startedAt) / SECOND_MS);
export const chat = (chatId = GROUP) => world.store.chats.get(chatId);
export const depth = () => world.store.outbox.depth();
export const relayed = (chatId = GROUP) => world.titles(chatId).filter((it) => it !== 'old');
export const logged = (name: string) => world.logged.filter(({ event }) => event === name);
export const told = (chatId: number, words: RegExp) =>
  world.texts(chatId).filter((text) => words.test(text));

/** Whatever the group answered, Ben got these, the last of them at once. */
export function expectBenServed(...ids: string[]): void {
  expect(relayed(BEN)).toEqual(ids);
  expect(seconds(BEN)[0]).toBe(0);
}
