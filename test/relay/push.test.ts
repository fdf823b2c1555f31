import { expect, test } from 'vitest';
import type { CollectDeps } from '../../src/relay/collect.ts';
import { rememberPush } from '../../src/relay/push.ts';
import type { Lease } from '../../src/store/schema.ts';
import { createTestClock } from '../clock.ts';
import { addFeed, drain, MINUTE_MS, NOW, subscribe } from '../store/content.ts';
import { emptyStore } from '../store/seed.ts';

test('a push during which another check was saved is left to the feed itself, and told by it once', async () => {
  const store = await emptyStore();
  const feed = await addFeed(store, 'paper');
  await subscribe(store, feed, 7);
  await store.feeds.learn({ feedId: feed.id, checks: 0, changes: { baselineAt: NOW } });
  const before = await store.feeds.byId(feed.id);
  const deps: CollectDeps = {
    ...{ store, clock: createTestClock(NOW), jitter: () => 0, nextCron: () => null },
    ...{ bounds: { minMs: MINUTE_MS, maxMs: MINUTE_MS }, log: () => {}, onOwed: () => {} },
    complete: async (_feed, entries) => entries,
    fetchFeed: () => Promise.reject(new Error('nobody is asked')),
  };
  const item = '<item><guid>one</guid><title>one</title></item>';
  const push = {
    ...{ contentType: 'application/rss+xml', signature: undefined, link: undefined },
    body: Buffer.from(`<rss version="2.0"><channel>${item}</channel></rss>`),
  };
  const lease: Lease = {
    ...{ callback: 'c', feedId: feed.id, hubUrl: 'https://hub.example.org', topicUrl: feed.url },
    ...{ secret: 's', mode: 'subscribe', endsAt: null, askAt: 0, tries: 0 },
  };

  expect(await rememberPush(push, { feed, lease }, deps)).toBe('nothing');
  expect(await rememberPush(push, { feed: before ?? feed, lease }, deps)).toBe('remembered');

  expect(await drain(store)).toEqual(['7: one']);
});
