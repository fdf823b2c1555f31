import type { Article } from '../../src/model.ts';
import type { Fetched, FreshEntry } from '../../src/store/commit.ts';
import type { Chat, Feed } from '../../src/store/schema.ts';
import type { Store } from '../../src/store/store.ts';

export const NOW = Date.parse('2026-11-25T12:00:00Z');
export const MINUTE_MS = 60_000;

export function addFeed(
  store: Store,
  name: string,
  listed: 'listed' | 'unlisted' = 'unlisted',
): Promise<Feed> {
  const url = `https://${name}.example.org/feed`;
  const isListed = listed === 'listed' ? 1 : 0;
  return store.feeds.add(
    { url, title: name, listed: isListed, addedBy: null, intervalMs: MINUTE_MS },
    NOW,
  );
}

export function meet(store: Store, id: number, kind: Chat['kind'] = 'private'): Promise<Chat> {
  return store.chats.meet({ id, kind, title: `chat ${id}`, languageHint: null }, NOW);
}

/** Each of these chats reads the feed, outside topics. */
export async function subscribe(store: Store, feed: Feed, ...chatIds: number[]): Promise<void> {
  for (const chatId of chatIds) {
    await meet(store, chatId, chatId < 0 ? 'group' : 'private');
    await store.subscriptions.add({ chatId, threadId: 0 }, feed.id, NOW);
  }
}

export function entry(id: string, more: Partial<FreshEntry> = {}): FreshEntry {
  return { ...{ id, title: id, link: null, at: NOW, article: article(id) }, ...more };
}

export function article(title: string): Article {
  return {
    ...{
      title,
      link: null,
      author: null,
      published: NOW,
      leads: { short: '', normal: '', long: '' },
      picture: null,
      pictures: [],
      media: null,
      categories: [],
    },
    markdown: 'Text.',
  };
}

/** Publishes entries that are owed to all subscribers; answers the number of deliveries owed. */
export async function publish(store: Store, feed: Feed, ...ids: string[]): Promise<number> {
  const fresh = ids.map((id) => entry(id));
  const fetched: Fetched = { feedId: feed.id, changes: {}, fresh, owedTo: 'subscribers' };
  return Number(await store.feeds.commit(fetched, NOW));
}

/** What may be sent now, as `chat: entry`. */
export async function heads(store: Store, now = NOW, busy: number[] = []): Promise<string[]> {
  const found = await store.outbox.heads(now, busy, 100);
  return found.map(({ chatId, entryId }) => `${chatId}: ${entryId}`);
}

/** Sends everything that may be sent now; answers `chat: entry` in the order of sending. */
export async function drain(store: Store, now = NOW): Promise<string[]> {
  const sent: string[] = [];
  for (;;) {
    const found = await store.outbox.heads(now, [], 100);
    if (found.length === 0) return sent;
    for (const { id, chatId, entryId } of found) {
      sent.push(`${chatId}: ${entryId}`);
      await store.outbox.done(id);
    }
  }
}
