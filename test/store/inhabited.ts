import { openStore, type Store } from '../../src/store/store.ts';
import { addFeed, article, entry, NOW, publish, subscribe } from './content.ts';

const RECEIPT = { messageId: 42, rung: 'photo', at: NOW };
const SENT = { chatId: 7, threadId: 0, feedId: 1, entryId: 'x' };

/** A database with something of everything in it. */
export async function inhabit(path: string, entries: number): Promise<void> {
  const store = await openStore(path);
  const feed = await addFeed(store, 'paper', 'listed');
  const gone = await addFeed(store, 'gone');
  await subscribe(store, feed, 7, -100);
  const many = Array.from({ length: entries }, (_, index) => `entry ${index}`);
  await publish(store, feed, ...many, 'a\0b');
  const rain = entry('rain', {
    article: { ...article('Élections à 北京'), markdown: 'It rains.' },
    sketch: ['one', 'two'],
  });
  await store.feeds.commit({ feedId: feed.id, changes: {}, fresh: [rain], owedTo: 'nobody' }, NOW);
  const [head] = await store.outbox.heads(NOW, [], 1);
  await store.outbox.bury([head?.id ?? 0], 'no', NOW);
  await store.ledger.record({ chatId: 7, threadId: 0, feedId: feed.id, entryId: 'x' }, RECEIPT);
  await store.notes.set('list', [1, 2]);
  await store.tally.add('floods');
  await store.pictureFiles.remember('https://example.org/a.jpg', 'file', NOW);
  await store.pace.keep({ chatId: 7, moments: [NOW], restsUntil: 0 });
  await store.inbox.keep({ updateId: 5, body: '{}' });
  await store.permissions.save({ id: 7, verdict: 'allowed', userId: 1, at: NOW });
  const prompt = { chatId: 7, userId: 7, messageId: 1, kind: 'filter', about: '{}' };
  await store.prompts.ask({ ...prompt, expiresAt: NOW });
  const topic = { chatId: -100, feedId: feed.id, threadId: 9, name: 'Paper', remadeAt: null };
  await store.topics.settle(topic, 0);
  await store.feeds.save(feed.id, { hubUrl: 'https://hub.example.org', topicUrl: feed.url });
  await store.leases.arrange(NOW, () => ({ callback: 'c', secret: 's' }));
  await store.feeds.remove(gone.id);
  await store.close();
}

/** What anybody sees of it, whatever happened to it since. */
export const INHABITED = {
  expected: {
    found: [['rain'], ['rain'], ['rain']],
    receipt: RECEIPT,
    list: [1, 2],
    floods: 1,
    topic: 9,
    verdicts: ['allowed'],
  },
  async seen(store: Store) {
    const found = [];
    for (const words of ['rain', 'elections', '京']) {
      const page = await store.search.find(words, { feedIds: [1], limit: 9, offset: 0 });
      found.push(page?.entries.map(({ id }) => id));
    }
    return {
      found,
      receipt: await store.ledger.receipt(SENT),
      list: await store.notes.get('list'),
      floods: await store.tally.of('floods'),
      topic: (await store.topics.find(-100, 1))?.threadId,
      verdicts: (await store.permissions.list(0)).map(({ verdict }) => verdict),
    };
  },
};
