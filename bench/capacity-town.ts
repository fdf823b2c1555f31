import { openStore, type Store } from '../src/store/store.ts';

/** The store itself, in memory, where these feeds are followed by these private chats. */
export type Town = {
  store: Store;
  /** One new entry of that feed. */
  publish(feed: number, now: number): Promise<unknown>;
  close(): Promise<void>;
};

const FOUNDED_AT = Date.parse('2026-01-01T00:00:00Z');

/** `followers` of each feed: ids of chats. */
export async function foundTown(chats: number, followers: number[][]): Promise<Town> {
  const store = await openStore(':memory:');
  for (let id = 1; id <= chats; id += 1) {
    await store.chats.meet({ id, kind: 'private', title: '', languageHint: null }, FOUNDED_AT);
  }
  const feedIds: number[] = [];
  for (const [feed, chatIds] of followers.entries()) feedIds.push(await follow(feed, chatIds));
  let published = 0;
  return {
    store,
    publish(feed, now) {
      published += 1;
      const feedId = feedIds[feed] ?? 0;
      const entry = { id: `${published}`, title: 'News', link: null, at: now, article: null };
      return store.feeds.commit(
        { feedId, changes: {}, fresh: [entry], owedTo: 'subscribers' },
        now,
      );
    },
    close: store.close,
  };

  async function follow(feed: number, chatIds: number[]): Promise<number> {
    const url = `https://${feed}.example.org/feed`;
    const known = { url, title: `${feed}`, listed: 1, addedBy: null, intervalMs: 3_600_000 };
    const { id } = await store.feeds.add(known, FOUNDED_AT);
    for (const chatId of chatIds) {
      await store.subscriptions.add({ chatId, threadId: 0 }, id, FOUNDED_AT);
    }
    return id;
  }
}
