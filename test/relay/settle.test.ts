import { beforeEach, expect, test } from 'vitest';
import { type Answered, settle } from '../../src/relay/settle.ts';
import type { Chat, Feed } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';
import { addFeed, heads, MINUTE_MS, NOW, publish, subscribe } from '../store/content.ts';
import { emptyStore } from '../store/seed.ts';

const HOUR_MS = 60 * MINUTE_MS;
const GROUP = -100;
const SENT: Answered = { kind: 'sent', messageId: 42, rung: 'photo', refused: [] };

let store: Store;
let feed: Feed;
let logged: { event: string }[];

beforeEach(async () => {
  store = await emptyStore();
  feed = await addFeed(store, 'a');
  await subscribe(store, feed, GROUP);
  await publish(store, feed, 'one', 'two');
  logged = [];
});

/** The answer of Telegram to the chat's first delivery, at the test's moment. */
async function answered(outcome: Answered, now = NOW, sentAt = now): Promise<void> {
  const [delivery] = await store.outbox.heads(Number.MAX_SAFE_INTEGER, [], 1);
  if (!delivery) throw new Error('Nothing is owed');
  const log = (event: string, fields = {}) => void logged.push({ event, ...fields });
  await settle(delivery, outcome, { store, now, sentAt, warn: async () => {}, log });
}

const chat = () => store.chats.get(GROUP) as Promise<Chat>;
const receipt = (entryId: string) =>
  store.ledger.receipt({ chatId: GROUP, threadId: 0, feedId: feed.id, entryId });

test('what was sent is in the ledger and no longer in the outbox', async () => {
  await answered(SENT);

  expect(await receipt('one')).toEqual({ messageId: 42, rung: 'photo', at: NOW });
  expect(await heads(store)).toEqual([`${GROUP}: two`]);
  expect(logged).toMatchObject([{ event: 'delivery.sent', rung: 'photo' }]);
});

test('a success ends what earlier failures began', async () => {
  await store.chats.wait(GROUP, NOW - 1, 5);

  await answered(SENT);

  expect(await chat()).toMatchObject({ failures: 0, notBefore: 0 });
});

test('a chat that refused a picture gets text for a day', async () => {
  await answered({
    ...{ ...SENT, rung: 'preview' },
    refused: [{ kind: 'noPictures', reason: 'no photos' }],
  });

  expect(await chat()).toMatchObject({ textOnlyUntil: NOW + 24 * HOUR_MS });
  expect(logged).toMatchObject([{ event: 'delivery.sent' }, { event: 'rung.refused' }]);
});

test('a refused picture says nothing of the chat', async () => {
  await answered({ ...SENT, refused: [{ kind: 'picture', reason: 'too big' }] });

  expect(await chat()).toMatchObject({ textOnlyUntil: 0 });
});

test('a flood makes the chat wait for exactly as long as Telegram says, and counts as no failure', async () => {
  await answered({ kind: 'flood', afterMs: 30_000, reason: 'Too Many Requests' });

  expect(await chat()).toMatchObject({ notBefore: NOW + 30_000, failures: 0 });
  expect(await heads(store, NOW + 29_999)).toEqual([]);
  expect(await heads(store, NOW + 30_000)).toEqual([`${GROUP}: one`]);
});

test('a chat that moved takes what is owed along', async () => {
  await answered({ kind: 'moved', toChatId: -1_000_000_000_100, reason: 'upgraded' });

  expect(await heads(store)).toEqual(['-1000000000100: one']);
});

test('a chat that is gone is held with Telegram’s reason, and what is owed stays owed', async () => {
  await answered({ kind: 'gone', confirm: 'certain', reason: 'bot was kicked' });

  expect(await chat()).toMatchObject({ heldAt: NOW, heldReason: 'bot was kicked' });
  expect(await store.outbox.depth()).toMatchObject({ owed: 2, held: 2, dead: 0 });
});

test.each<Answered>([
  { kind: 'gone', confirm: 'certain', reason: 'bot was kicked' },
  { kind: 'gone', confirm: 'once more', reason: 'chat not found' },
  { kind: 'noRights', reason: 'not enough rights' },
  { kind: 'topicClosed', reason: 'TOPIC_CLOSED' },
])('$reason, heard of after the chat let us in again, is asked once more at once', async (late) => {
  await store.chats.revive(GROUP, NOW + 1);

  await answered(late, NOW + 2, NOW);
  expect(await heads(store, NOW + 2)).toEqual([`${GROUP}: one`]);

  await answered(late, NOW + 4, NOW + 3);
  expect(await heads(store, NOW + 4)).toEqual([]);
});

test('a topic that is opened while its refusal is on the way is asked once more at once', async () => {
  await answered({ kind: 'topicClosed', reason: 'TOPIC_CLOSED' });
  await store.outbox.topicOpened({ chatId: GROUP, threadId: 0 }, NOW + 2);
  expect(await heads(store, NOW + 2)).toEqual([`${GROUP}: one`]);

  await answered({ kind: 'topicClosed', reason: 'TOPIC_CLOSED' }, NOW + 3, NOW + 1);

  expect(await heads(store, NOW + 3)).toEqual([`${GROUP}: one`]);
});

test('“chat not found” is believed the second time, ten minutes later', async () => {
  const gone: Answered = { kind: 'gone', confirm: 'once more', reason: 'chat not found' };
  await answered(gone);
  expect(await chat()).toMatchObject({ heldAt: null, notBefore: NOW + 10 * MINUTE_MS });

  await answered(gone, NOW + 10 * MINUTE_MS);

  expect(await chat()).toMatchObject({ heldAt: NOW + 10 * MINUTE_MS });
});

test('without rights the chat is tried again after an hour, then two, and at last once a day', async () => {
  const waits: number[] = [];

  for (let time = 0; time < 7; time += 1) {
    await answered({ kind: 'noRights', reason: 'not enough rights' });
    waits.push(((await chat()).notBefore - NOW) / HOUR_MS);
  }

  expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24]);
  expect(await store.outbox.depth()).toMatchObject({ owed: 2, dead: 0 });
});

test.each(['passing', 'uncertain'] as const)(
  '%s: again after two seconds, then four, and never later than ten minutes',
  async (kind) => {
    const waits: number[] = [];

    for (let time = 0; time < 12; time += 1) {
      await answered({ kind, reason: 'Bad Gateway' });
      waits.push(((await chat()).notBefore - NOW) / 1_000);
    }

    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600]);
    expect(await receipt('one')).toBeUndefined();
    expect(await store.outbox.depth()).toMatchObject({ owed: 2, dead: 0 });
  },
);

test('a topic that is gone loses its subscriptions’ posts, and nobody else gets them', async () => {
  await answered({ kind: 'topicGone', reason: 'message thread not found' });

  expect(await store.subscriptions.ofChat(GROUP)).toMatchObject([{ pausedAt: NOW }]);
  expect(await store.outbox.depth()).toMatchObject({ owed: 1, dead: 1 });
  expect(await publish(store, feed, 'three')).toBe(0);
});

test('a closed topic is tried again in half an hour, in order, and the chat is free', async () => {
  await answered({ kind: 'topicClosed', reason: 'TOPIC_CLOSED' });

  expect(await chat()).toMatchObject({ notBefore: 0, failures: 0 });
  expect(await heads(store, NOW + 30 * MINUTE_MS - 1)).toEqual([]);
  expect(await heads(store, NOW + 30 * MINUTE_MS)).toEqual([`${GROUP}: one`]);
});

test('what is refused in every form is buried with its reason', async () => {
  await answered({ kind: 'refused', reason: 'Bad Request: no' });

  expect(await heads(store)).toEqual([`${GROUP}: two`]);
  expect(await store.outbox.depth()).toMatchObject({ owed: 1, dead: 1 });
  expect(logged).toMatchObject([{ event: 'delivery.dead', reason: 'Bad Request: no' }]);
});

test('a refused token is nobody’s fault: the delivery stays as it is', async () => {
  const before = await chat();

  await answered({ kind: 'unauthorized', reason: 'Unauthorized' });

  expect(await chat()).toEqual(before);
  expect(await heads(store)).toEqual([`${GROUP}: one`]);
});
