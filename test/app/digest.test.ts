import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  ANNA,
  createTestWorld,
  expectNoCrash,
  FORUM,
  GROUP,
  STARTED_AT,
  type TestWorld,
  type TestWorldOptions,
} from '../world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

let world: TestWorld;

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
});

const FAST = { RATE_GLOBAL: '10000/s', RATE_CHAT: '10000/s', RATE_GROUP: '10000/s' };

async function begin(options: TestWorldOptions = {}, chatId = ANNA): Promise<void> {
  world = await createTestWorld({ settings: FAST, ...options });
  world.paper.print({ id: 'old' });
  await world.say(ANNA, chatId, `/subscribe ${world.paper.feedUrl}`);
}

async function publish(...ids: string[]): Promise<void> {
  for (const id of ids) world.paper.print({ id });
  await world.pass(3 * MINUTE_MS);
  await world.tick();
  await world.pass(MINUTE_MS);
}

const passUntil = (moment: string) => world.pass(new Date(moment).getTime() - world.clock.now());

/** The digests that a chat has got, as the lines of each. */
const digests = (chatId = ANNA) =>
  world
    .texts(chatId)
    .filter((text) => /^Digest of/.test(text))
    .map((text) => text.split('\n').filter((line) => line !== ''));

/** When they came. */
const moments = (chatId = ANNA) =>
  world.telegram.calls
    .filter(({ method, params }) => method === 'sendMessage' && Number(params.chat_id) === chatId)
    .filter(({ params }) => String(params.text).startsWith('Digest of'))
    .map(({ at }) => new Date(at).toISOString());

test('a daily digest holds what came since the last, under its feed, linked, and ledger and /why know it', async () => {
  await begin();
  await world.store.chats.wish(ANNA, { digest: 'daily 08:00', timeZone: 'Europe/Paris' });
  await publish('one', 'two');
  expect(world.titles(ANNA).slice(1)).toEqual([]);
  await world.say(ANNA, ANNA, `/why ${world.paper.url}/one`);
  expect(world.texts(ANNA).at(-1)).toBe(
    'one\nNot sent yet. It waits for the digest of 26 Nov 2026, 08:00.',
  );

  await passUntil('2026-11-26T07:00:01Z');

  expect(digests()).toEqual([
    ['Digest of 26 November · 2 articles', 'The Paper', '• one', '• two'],
  ]);
  expect(moments()).toEqual(['2026-11-26T07:00:00.000Z']);
  const links = world
    .messages(ANNA)
    .at(-1)
    ?.entities?.flatMap((it) => it.url ?? []);
  expect(links).toEqual([`${world.paper.url}/one`, `${world.paper.url}/two`]);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0 });
  await world.say(ANNA, ANNA, `/why ${world.paper.url}/two`);
  expect(world.texts(ANNA).at(-1)).toBe(
    'two\nFrom The Paper, published 25 Nov 2026, 13:03. Sent here in the digest of 26 Nov 2026, 08:00.',
  );
});

test.each([
  ['spring', '2027-03-26T12:00:00Z', ['2027-03-27T07', '2027-03-28T06', '2027-03-29T06']],
  ['autumn', '2027-10-29T12:00:00Z', ['2027-10-30T06', '2027-10-31T07', '2027-11-01T07']],
])('in %s it comes at the same time of the clock, once a day', async (_season, from, hours) => {
  await begin({ startedAt: Date.parse(from) });
  await world.store.chats.wish(ANNA, { digest: 'daily 08:00', timeZone: 'Europe/Paris' });

  for (const id of ['one', 'two', 'three']) {
    await publish(id);
    await world.pass(DAY_MS - 4 * MINUTE_MS);
  }

  expect(moments()).toEqual(hours.map((hour) => `${hour}:00:00.000Z`));
  expect(digests().map(([, , line]) => line)).toEqual(['• one', '• two', '• three']);
});

test('several digests that were missed while the process was down come as one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'telewire-digest-'));
  await begin({ database: join(folder, 'test.db') });
  await world.store.chats.wish(ANNA, { digest: 'hourly' });
  await publish('one', 'two');

  await world.restart(() => world.clock.advance(3 * HOUR_MS + MINUTE_MS, async () => {}));
  expect(digests()).toEqual([
    ['Digest of 25 November · 2 articles', 'The Paper', '• one', '• two'],
  ]);
  await world.pass(3 * HOUR_MS);

  expect(digests()).toHaveLength(1);
  rmSync(folder, { recursive: true });
});

test('a digest too long for one message goes on in the next, each within limits, and none is lost', async () => {
  await begin();
  await world.store.chats.wish(ANNA, { digest: 'daily 08:00' });
  const ids = Array.from({ length: 200 }, (_, index) => `entry number ${index + 1}`);
  await publish(...ids);

  await passUntil('2026-11-26T08:00:30Z');

  const lines = digests().flatMap((it) => it.filter((line) => line.startsWith('• ')));
  expect(lines).toEqual(ids.map((id) => `• ${id}`));
  expect(digests()).toHaveLength(3);
  expect(digests().map((it) => it.at(-1))).toEqual([
    'It goes on in the next message.',
    'It goes on in the next message.',
    '• entry number 200',
  ]);
  for (const text of world.texts(ANNA)) expect(text.length).toBeLessThanOrEqual(4096);
  for (const { entities = [] } of world.messages(ANNA)) expect(entities.length).toBeLessThan(91);
});

test('a subscription may have its own digest, or none, in a chat that wants one', async () => {
  await begin();
  const [feed] = await world.store.feeds.all();
  const place = { chatId: ANNA, threadId: 0 };
  await world.store.chats.wish(ANNA, { digest: 'daily 08:00' });
  await world.store.subscriptions.setDigest(place, feed?.id ?? 0, 'off');
  await publish('at once');
  expect(world.titles(ANNA).slice(1)).toEqual(['at once']);

  await world.store.subscriptions.setDigest(place, feed?.id ?? 0, 'hourly');
  await publish('within the hour');
  await world.pass(HOUR_MS);

  expect(digests().map(([, , line]) => line)).toEqual(['• within the hour']);
  expect(moments()).toEqual(['2026-11-25T13:00:00.000Z']);
});

test('what waits for a digest comes at once when nobody wants digests any more', async () => {
  await begin();
  await world.store.chats.wish(ANNA, { digest: 'weekly mon 09:00' });
  await publish('one', 'two');

  await world.store.chats.wish(ANNA, { digest: null });
  await world.tick();

  expect(world.titles(ANNA).slice(1)).toEqual(['one', 'two']);
});

test('an entry that is revised while it waits is told as it reads then, and its change is no message', async () => {
  await begin();
  await world.store.chats.wish(ANNA, { digest: 'daily 08:00' });
  await publish('one', 'two');
  world.paper.revise('one', { title: 'One, corrected' });
  await publish();
  await passUntil('2026-11-26T08:00:30Z');
  expect(digests()[0]?.slice(2)).toEqual(['• One, corrected', '• two']);
  const before = world.telegram.calls.length;

  world.paper.revise('two', { title: 'Two, corrected' });
  await publish();

  const calls = world.telegram.calls.slice(before).map(({ method }) => method);
  expect(calls.filter((method) => /^(send|edit)/.test(method))).toEqual([]);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0 });
});

test('a filter keeps its entries out of the digest, and /why tells the rule', async () => {
  await begin();
  await world.store.chats.wish(ANNA, { digest: 'daily 08:00' });
  await world.store.chats.setFilter(ANNA, '-two');
  await publish('one', 'two');
  const fateOfTwo = async () => {
    await world.say(ANNA, ANNA, `/why ${world.paper.url}/two`);
    return world.texts(ANNA).at(-1);
  };
  expect(await fateOfTwo()).toContain('Left out by this chat’s filter');
  await passUntil('2026-11-26T08:00:30Z');

  expect(digests()[0]?.slice(2)).toEqual(['• one']);
  expect(await fateOfTwo()).toContain('Left out by this chat’s filter');
});

test('a refused form is sent as plain words, and a flood answer only delays it', async () => {
  await begin();
  await world.store.chats.wish(ANNA, { digest: 'daily 08:00' });
  await publish('one');
  const flood = {
    ...{ error_code: 429, description: 'Too Many Requests' },
    parameters: { retry_after: 60 },
  };
  world.telegram.failNext({ method: 'sendMessage' }, flood);
  const unlucky = { error_code: 400, description: "Bad Request: can't parse entities" };
  world.telegram.failNext({ method: 'sendMessage' }, unlucky);

  await passUntil('2026-11-26T08:02:30Z');

  expect(digests()).toEqual([['Digest of 26 November · one article', 'The Paper', '• one']]);
  expect(world.messages(ANNA).at(-1)?.entities ?? []).toEqual([]);
});

test('a digest that is refused in every form is dead with all that it told, and can be tried again', async () => {
  await begin();
  await world.store.chats.wish(ANNA, { digest: 'daily 08:00' });
  await publish('one', 'two', 'three');
  const unlucky = { error_code: 400, description: 'Bad Request: message is unlucky' };
  for (let rung = 0; rung < 2; rung += 1)
    world.telegram.failNext({ method: 'sendMessage' }, unlucky);
  await passUntil('2026-11-26T08:00:30Z');
  expect(digests()).toEqual([]);
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0, dead: 3 });

  await world.store.dead.retry(unlucky.description);
  await world.tick();

  expect(digests()[0]?.slice(2)).toEqual(['• one', '• two', '• three']);
});

test.each([
  ['comes twice', null, 2, 0],
  ['comes once, where nothing may come twice', 'never', 1, 3],
] as const)('a digest whose answer is lost %s', async (_what, repeats, times, dead) => {
  await begin();
  await world.store.chats.wish(ANNA, { digest: 'daily 08:00', repeats });
  await publish('one', 'two', 'three');
  world.telegram.failNext({ method: 'sendMessage' }, 'reset after');
  await passUntil('2026-11-26T08:05:00Z');

  expect(digests().map((it) => it.slice(2))).toEqual(
    Array(times).fill(['• one', '• two', '• three']),
  );
  expect(await world.store.outbox.depth()).toMatchObject({ owed: 0, dead });
});

test('a group that becomes a supergroup gets its digest there', async () => {
  await begin({}, GROUP);
  await world.store.chats.wish(GROUP, { digest: 'daily 08:00' });
  await publish('one', 'two');

  const id = world.telegram.migrate(GROUP);
  await world.settle();
  await passUntil('2026-11-26T08:00:30Z');

  expect(digests(id)).toHaveLength(1);
  expect(digests(id)[0]?.slice(2)).toEqual(['• one', '• two']);
});

test('a digest that waits in a topic holds back no post, and each topic has its own', async () => {
  await begin({}, FORUM);
  const [feed] = await world.store.feeds.all();
  const topic = world.telegram.openTopic(FORUM, 'News');
  await world.store.subscriptions.add(
    { chatId: FORUM, threadId: topic },
    feed?.id ?? 0,
    STARTED_AT,
  );
  const place = { chatId: FORUM, threadId: topic };
  await world.store.subscriptions.setDigest(place, feed?.id ?? 0, 'daily 08:00');
  await publish('one');

  expect(world.titles(FORUM).slice(1)).toEqual(['one']);
  await passUntil('2026-11-26T08:00:30Z');
  expect(digests(FORUM)).toHaveLength(1);
});

test('quiet hours hold posts to their end; an answer to a person comes at once', async () => {
  await begin();
  await world.store.chats.wish(ANNA, { quiet: '12:00-14:30' });
  await publish('one', 'two');
  expect(world.titles(ANNA).slice(1)).toEqual([]);
  await world.say(ANNA, ANNA, `/why ${world.paper.url}/one`);
  expect(world.texts(ANNA).at(-1)).toBe(
    'one\nNot sent yet. It waits for the end of the quiet hours, 25 Nov 2026, 14:30.',
  );

  await passUntil('2026-11-25T14:29:59Z');
  expect(world.titles(ANNA).slice(1)).toEqual([]);
  await passUntil('2026-11-25T14:30:00Z');

  expect(world.titles(ANNA).slice(1)).toEqual(['one', 'two']);
});

test('quiet hours that are given up hold nothing any more', async () => {
  await begin();
  await world.store.chats.wish(ANNA, { quiet: '12:00-14:30' });
  await publish('one');

  await world.store.chats.wish(ANNA, { quiet: null });
  await world.tick();

  expect(world.titles(ANNA).slice(1)).toEqual(['one']);
});

test('silent quiet hours let posts come without a sound, and only in them', async () => {
  await begin();
  await world.store.chats.wish(ANNA, { quiet: '12:00-12:05', quietMode: 'silent' });
  await publish('one');
  await publish('two');

  const sounds = world.telegram.calls
    .filter(({ params }) => /^(one|two)\n/.test(String(params.text)))
    .map(({ params }) => [String(params.text).slice(0, 3), params.disable_notification]);
  expect(sounds.map(([title, silent]) => [title, String(silent)])).toEqual([
    ['one', 'true'],
    ['two', 'undefined'],
  ]);
});
