import { decodeText } from '../feed/decode.ts';
import { parseFeed } from '../feed/parse.ts';
import { isSameTopic, selfIn } from '../feed/websub.ts';
import type { Feed, Lease } from '../store/schema.ts';
import { askAgainAt } from './again.ts';
import type { CollectDeps } from './collect.ts';
import { remember } from './remember.ts';

/** What a hub pushes, with the headers that matter. */
export type Push = {
  body: Uint8Array;
  contentType: string | null;
  signature: string | undefined;
  link: string | undefined;
};

/**
 * Remembers the entries that a hub has pushed, by the way of those that were fetched. 'nothing' when the push holds
 * none, or those of another topic: then only the feed itself can tell what is new.
 */
export async function rememberPush(
  { body, contentType, link }: Push,
  { feed, lease }: { feed: Feed; lease: Lease },
  deps: CollectDeps,
): Promise<'remembered' | 'nothing'> {
  const { hubUrl, topicUrl } = lease;
  const parsed = parseFeed({ text: decodeText(body, contentType), url: feed.url });
  if (!parsed || parsed.entries.length === 0) return 'nothing';
  const self = selfIn(link, topicUrl) ?? parsed.hubs[0]?.self ?? topicUrl;
  if (!isSameTopic(self, topicUrl) && !isSameTopic(self, feed.url)) return 'nothing';

  const { etag, lastModified, bodyHash } = feed;
  const pushed: Parameters<typeof remember>[1] = {
    kind: 'fetched',
    // A push may hold new entries alone: what it does not say of its hub has not changed.
    feed: { ...parsed, hubs: [{ hub: hubUrl, self: topicUrl }] },
    validators: { etag, lastModified, bodyHash },
    url: feed.url,
    permanentUrl: null,
    freshMs: null,
  };
  const now = deps.clock.now();
  const remembered = await remember(feed, pushed, { ...deps, now });
  // Another check was saved meanwhile: what that leaves, the feed itself tells.
  if (remembered === 'late') return 'nothing';
  const { fresh, owed } = remembered;
  deps.log('feed.pushed', { feedId: feed.id, url: feed.url, fresh, owed });
  if (owed > 0) deps.onOwed();
  await trust({ ...feed, freshAt: now }, lease, deps);
  return 'remembered';
}

/** The hub has told us of what is new: as long as its lease lasts the feed itself is asked seldom. */
export async function trust(feed: Feed, { endsAt }: Lease, deps: CollectDeps): Promise<void> {
  const now = deps.clock.now();
  if (endsAt === null || endsAt <= now) return;
  // New entries alone tell nothing of how often the feed publishes.
  const changed = { pushedUntil: endsAt, intervalMs: feed.intervalMs };
  const nextFetchAt = askAgainAt({ ...feed, ...changed }, {}, { ...deps, now });
  await deps.store.feeds.save(feed.id, { ...changed, nextFetchAt });
}

/** The hub cannot be relied on: the feed is asked itself, as often as any other, until the hub has proved itself anew. */
export async function distrust(feedId: number, deps: CollectDeps): Promise<void> {
  const { store, clock, log } = deps;
  const feed = await store.feeds.byId(feedId);
  if (!feed || feed.pushedUntil === null) return;
  log('hub.lost', { feedId, url: feed.url });
  const usualAt = askAgainAt({ ...feed, pushedUntil: null }, {}, { ...deps, now: clock.now() });
  const nextFetchAt = Math.min(feed.nextFetchAt, usualAt);
  await store.feeds.save(feedId, { pushedUntil: null, nextFetchAt });
}
