import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Hub, openHub } from '../hub.ts';
import { freePort } from '../ports.ts';
import {
  ANNA,
  createTestWorld,
  expectNoCrash,
  type TestWorld,
  type TestWorldOptions,
} from '../world.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

let hub: Hub;
let world: TestWorld;
let topic: string;

beforeEach(async () => {
  hub = await openHub();
  await begin();
});

async function begin({ settings, ...options }: TestWorldOptions = {}): Promise<void> {
  const port = String(await freePort());
  const reached = { PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}`, ...settings };
  world = await createTestWorld({ neighbour: hub, settings: reached, ...options });
  topic = world.paper.feedUrl;
  world.paper.hub = hub.url;
  world.paper.print({ id: 'old' });
  await world.say(ANNA, ANNA, `/subscribe ${topic}`);
  await world.pass(10 * SECOND_MS);
}

afterEach(async () => {
  expectNoCrash(world);
  await world.end();
  await hub.close();
});

/** The hub asks and is told, as the next tick has it. */
async function meet(): Promise<void> {
  await world.tick();
  await world.settle();
}

/** Something is printed, and the hub hears of it. */
async function publish(id: string): Promise<void> {
  world.paper.print({ id });
  await hub.publish(topic);
  await world.pass(5 * SECOND_MS);
}

const relayed = () => world.titles(ANNA).slice(1);
const fetches = () => world.paper.requests.filter(({ path }) => path === '/feed.xml').length;
const events = (name: string) => world.logged.filter(({ event }) => event === name);

test('a followed feed that names a hub is subscribed to, with a secret and a callback nobody can guess', async () => {
  await meet();

  expect(hub.requests).toEqual([
    {
      mode: 'subscribe',
      topic,
      callback: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/websub\/[\w-]{43}$/),
      secret: expect.stringMatching(/^[\w-]{43}$/),
    },
  ]);
  expect(hub.answers).toEqual([200]);
  expect(hub.subscribers.has(topic)).toBe(true);
  await meet();
  expect(hub.requests).toHaveLength(1);
});

test('what the hub pushes is sent at once, without a fetch of ours, and only once', async () => {
  await meet();
  const before = fetches();

  await publish('one');

  expect(relayed()).toEqual(['one']);
  expect(fetches() - before).toBe(1);
  await leap(7 * HOUR_MS);
  await world.tick();
  await world.pass(5 * SECOND_MS);
  expect(relayed()).toEqual(['one']);
});

test.each(['sha1', 'sha256', 'sha384', 'sha512'] as const)(
  'a push signed with %s is believed',
  async (method) => {
    await meet();
    hub.method = method;

    await publish('one');

    expect(relayed()).toEqual(['one']);
  },
);

test('a push that is not signed with our secret is answered with 2xx and ignored', async () => {
  await meet();
  const feed =
    '<rss version="2.0"><channel><item><guid>lie</guid><title>lie</title></item></channel></rss>';

  for (const signature of ['', 'sha1=00', `sha256=${'0'.repeat(64)}`, `md5=${'0'.repeat(32)}`]) {
    expect(await hub.push(topic, feed, { 'x-hub-signature': signature })).toBe(202);
  }
  await world.pass(5 * SECOND_MS);

  expect(relayed()).toEqual([]);
  expect(events('hub.unsigned')).toHaveLength(4);
});

test('a push of new entries alone is taken like a whole feed', async () => {
  await meet();
  const entry = '<item><guid isPermaLink="false">one</guid><title>one</title></item>';

  await hub.push(topic, `<rss version="2.0"><channel>${entry}</channel></rss>`);
  await world.pass(5 * SECOND_MS);

  expect(relayed()).toEqual(['one']);
  world.paper.print({ id: 'one' });
  await world.pass(13 * MINUTE_MS);
  await world.tick();
  await world.pass(5 * SECOND_MS);
  expect(relayed()).toEqual(['one']);
  expect(hub.requests).toHaveLength(1);
});

test('new entries alone do not change how often the feed is worth asking', async () => {
  await world.end();
  await begin({ settings: { MAX_INTERVAL: '1h' } });
  await meet();
  const date = new Date(world.clock.now()).toUTCString();
  const entry = `<item><guid>one</guid><title>one</title><pubDate>${date}</pubDate></item>`;

  await hub.push(topic, `<rss version="2.0"><channel>${entry}</channel></rss>`);
  await world.pass(5 * SECOND_MS);

  expect(relayed()).toEqual(['one']);
  expect((await world.store.feeds.byUrl(topic))?.intervalMs).toBe(HOUR_MS);
});

test('a push without content makes us fetch the feed now', async () => {
  await meet();
  world.paper.print({ id: 'one' });

  expect(await hub.push(topic, '')).toBe(202);
  await world.pass(5 * SECOND_MS);

  expect(relayed()).toEqual(['one']);
});

test('pings that come during a fetch are answered by one more fetch', async () => {
  await meet();
  const before = fetches();
  const { recall } = world.store.entries;
  const gate = Promise.withResolvers<void>();
  world.store.entries.recall = async (...asked) => {
    await gate.promise;
    return recall(...asked);
  };
  world.paper.print({ id: 'one' });

  for (let ping = 0; ping < 10; ping += 1) await hub.push(topic, 'ping');
  expect(fetches() - before).toBe(1);
  gate.resolve();
  await world.pass(5 * SECOND_MS);

  expect(fetches() - before).toBe(2);
  expect(relayed()).toEqual(['one']);
});

test('entries of another topic are not taken; the feed is asked itself', async () => {
  await meet();
  world.paper.print({ id: 'one' });
  const lie =
    '<rss version="2.0"><channel><item><guid>lie</guid><title>lie</title></item></channel></rss>';

  await hub.push(topic, lie, { link: '<https://example.org/other.xml>; rel="self"' });
  await world.pass(5 * SECOND_MS);

  expect(relayed()).toEqual(['one']);
});

test('while a hub proves itself the feed is asked a twelfth as often', async () => {
  await meet();
  await publish('one');
  const before = fetches();

  await minutes(11);
  expect(fetches() - before).toBe(0);

  await minutes(2);
  expect(fetches() - before).toBe(1);
});

test('a hub that has not yet pushed changes nothing about polling', async () => {
  await meet();
  const before = fetches();

  await minutes(3);

  expect(fetches() - before).toBe(3);
});

test('a hub that lets us find something by ourselves is not relied on until it pushes again', async () => {
  await meet();
  await publish('one');
  world.paper.print({ id: 'unheard' });
  await minutes(13);
  expect(relayed()).toEqual(['one', 'unheard']);

  const before = fetches();
  await minutes(3);
  expect(fetches() - before).toBe(3);

  await publish('two');
  const after = fetches();
  await minutes(11);
  expect(relayed()).toEqual(['one', 'unheard', 'two']);
  expect(fetches() - after).toBe(0);
});

test('a lease is renewed when four fifths of it are over, with the same callback and secret', async () => {
  await meet();
  await leap(0.8 * HOUR_MS - MINUTE_MS);
  await meet();
  expect(hub.requests).toHaveLength(1);

  await world.pass(MINUTE_MS);
  await meet();

  expect(hub.requests).toHaveLength(2);
  expect(hub.requests[1]).toEqual(hub.requests[0]);
  await leap(0.7 * HOUR_MS);
  await publish('one');
  expect(relayed()).toEqual(['one']);
});

test('a lease outlives a restart: nothing is asked anew, pushes arrive, and the renewal comes in time', async () => {
  await world.end();
  const folder = mkdtempSync(join(tmpdir(), 'telewire-'));
  await begin({ database: join(folder, 'test.db') });
  await meet();

  await world.restart();
  await meet();
  await publish('one');

  expect(relayed()).toEqual(['one']);
  expect(hub.requests).toHaveLength(1);
  await leap(0.8 * HOUR_MS);
  await world.restart();
  await meet();
  expect(hub.requests).toHaveLength(2);
  rmSync(folder, { recursive: true });
});

test('without a public address no hub is asked', async () => {
  await world.end();
  await begin({ settings: { PUBLIC_URL: '' } });

  await minutes(2);

  expect(hub.requests).toEqual([]);
});

test('a hub that is down at the renewal is asked again, and meanwhile the feed is polled as usual', async () => {
  await meet();
  await publish('one');
  hub.status = 503;
  await leap(0.8 * HOUR_MS);
  await meet();
  expect(hub.requests).toHaveLength(2);

  const before = fetches();
  await minutes(4);
  expect(fetches() - before).toBe(4);
  expect(hub.requests).toHaveLength(2);

  hub.status = 202;
  await minutes(1);
  expect(hub.requests).toHaveLength(3);
  await publish('two');
  expect(relayed()).toEqual(['one', 'two']);
});

test('a lease that ends without renewal hands the feed back to polling', async () => {
  hub.leaseSeconds = 600;
  await meet();
  await publish('one');
  hub.mood = 'forgets';

  await minutes(9);
  const before = fetches();
  await minutes(4);

  expect(fetches() - before).toBeGreaterThanOrEqual(3);
});

test('a hub that denies is left alone for a day', async () => {
  hub.mood = 'denies';
  await meet();
  expect(hub.requests).toHaveLength(1);
  expect(hub.answers).toEqual([204]);

  await leap(23 * HOUR_MS);
  await meet();
  expect(hub.requests).toHaveLength(1);

  await leap(HOUR_MS);
  await meet();
  expect(hub.requests).toHaveLength(2);
});

test('a hub that never confirms is asked after 5, 10, 20 … minutes', async () => {
  hub.mood = 'forgets';
  const askedAt: number[] = [];
  const startedAt = world.clock.now();
  for (let minute = 0; minute <= 36; minute += 1) {
    await world.tick();
    while (askedAt.length < hub.requests.length) askedAt.push(world.clock.now() - startedAt);
    await world.pass(MINUTE_MS);
  }

  expect(askedAt).toEqual([0, 5 * MINUTE_MS, 15 * MINUTE_MS, 35 * MINUTE_MS]);
});

test('a feed that nobody follows any more is unsubscribed from, and what still comes is told to be gone', async () => {
  await meet();
  const callback = hub.requests[0]?.callback ?? '';

  await world.say(ANNA, ANNA, '/unsubscribe The Paper');
  await meet();

  expect(hub.requests.map(({ mode }) => mode)).toEqual(['subscribe', 'unsubscribe']);
  expect(hub.requests[1]?.callback).toBe(callback);
  expect(hub.subscribers.size).toBe(0);
  expect((await fetch(callback, { method: 'POST', body: 'x' })).status).toBe(410);
  await leap(24 * HOUR_MS);
  await meet();
  expect(hub.requests).toHaveLength(2);
});

test('a feed that moves to another hub is subscribed to there and given up here', async () => {
  await meet();
  const other = await openHub();
  world.paper.hub = other.url;
  world.paper.print({ id: 'one' });

  await minutes(2);

  expect(other.requests.map(({ mode }) => mode)).toEqual(['subscribe']);
  expect(hub.requests.map(({ mode }) => mode)).toEqual(['subscribe', 'unsubscribe']);
  await other.close();
});

test('a question about anything that we did not ask for is answered with 404', async () => {
  await meet();
  const callback = hub.requests[0]?.callback ?? '';
  const ask = async (at: string, mode: string, about: string) => {
    const question = { 'hub.mode': mode, 'hub.topic': about, 'hub.challenge': 'echo' };
    return (await fetch(`${at}?${new URLSearchParams(question)}`)).status;
  };

  expect(await ask(callback, 'subscribe', topic)).toBe(200);
  expect(await ask(callback, 'subscribe', `${topic}?other`)).toBe(404);
  expect(await ask(callback, 'unsubscribe', topic)).toBe(404);
  expect(await ask(callback, '', topic)).toBe(404);
  expect(await ask(callback.slice(0, -1), 'subscribe', topic)).toBe(404);
});

/** Hours pass in which nothing ticks. */
async function leap(ms: number): Promise<void> {
  await world.clock.advance(ms, async () => {});
  await world.settle();
}

/** Minute by minute, with a tick at the end of each. */
async function minutes(count: number): Promise<void> {
  for (let minute = 0; minute < count; minute += 1) {
    await world.pass(MINUTE_MS);
    await world.tick();
    await world.pass(0);
  }
  await world.pass(0);
}
